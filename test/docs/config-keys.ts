import { z } from 'zod';
import { ConfigFile } from '../../src/config/file.ts';

/** A key of `komainu.yaml`: its path, what may stand there, and what stands there unless something is written. */
export interface ConfigKey {
  readonly path: string;
  readonly values: string;
  readonly unless: string; // 'required', or the default as YAML
}

/** What `z.toJSONSchema` makes of our schema, as far as it is read here. */
interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
}

/** All keys of the configuration file, in the order of the schema. */
export const configKeys = (): ConfigKey[] => keysOf(z.toJSONSchema(ConfigFile, { io: 'input' }) as Schema, '');

function keysOf(schema: Schema, path: string): ConfigKey[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, value]) => {
    const here = path === '' ? key : `${path}.${key}`;
    const inside = blocksOf(value);
    const own = value.type === 'object' ? [] : [keyAt(here, value, schema.required?.includes(key) ?? false)];
    return [...own, ...inside.flatMap(({ block, kind }) => keysOf(block, `${here}${kind}`))];
  });
}

/** The blocks of further keys at a key: its own, those of its list, one for each kind. */
function blocksOf(value: Schema): { readonly block: Schema; readonly kind: string }[] {
  if (value.type === 'object') return [{ block: value, kind: '' }];
  if (value.items) return blocksOf(value.items).map(({ block, kind }) => ({ block, kind: `[]${kind}` }));
  return (value.oneOf ?? value.anyOf ?? [])
    .flatMap((one) => blocksOf(one))
    .map(({ block, kind }) => ({ block, kind: `${kind}${nameOf(block)}` }));
}

/** (imap), (google): what tells one block of several from the others. */
function nameOf({ properties = {} }: Schema): string {
  const name = (properties.kind ?? properties.provider)?.const;
  return name === undefined ? '' : `(${name})`;
}

const keyAt = (path: string, value: Schema, required: boolean): ConfigKey => ({
  path,
  values: valuesOf(value),
  unless: required ? 'required' : value.default === undefined ? '' : JSON.stringify(value.default),
});

function valuesOf(value: Schema): string {
  if (value.const !== undefined) return value.const;
  if (value.enum) return value.enum.join(', ');
  const options = value.oneOf ?? value.anyOf;
  if (options) return [...new Set(options.map(valuesOf))].join(' or ');
  if (value.items) return `list of ${valuesOf(value.items).replace(/(text|block)$/, '$1s')}`;
  if (typeof value.type === 'object') return value.type.map((type) => valuesOf({ ...value, type })).join(' or ');
  const range = value.minimum === undefined ? '' : ` from ${value.minimum} to ${value.maximum}`;
  return `${NAMES[value.type ?? ''] ?? value.type}${range}`;
}

const NAMES: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  object: 'block',
  boolean: 'true, false',
};
