import type { DeclaredAct, Shape } from '../../../../actions/index.ts';
import { first, LONGEST, type Values } from '../form-values.ts';

type Shapes = Readonly<Record<string, Shape>>;

/** The name of a field in a row of a form. */
export const inRow = (rows: string, i: number, name: string): string => `${rows}.${i}.${name}`;

/** A row that is ticked under this name, or whose first field is empty, is none. */
export const REMOVE = 'remove';

/** What a form says, as the fields of its act read it; what has parts is put together already. */
export const writtenIn = (
  { shapes }: Pick<DeclaredAct, 'shapes'>,
  values: Values,
  parts: Record<string, unknown> = {},
) =>
  Object.fromEntries(
    Object.entries(shapes as Shapes).map(([name, shape]) => [
      name,
      name in parts ? parts[name] : fieldIn(shape, values, name),
    ]),
  );

function fieldIn(shape: Shape, values: Values, name: string): unknown {
  const sent = values[name] ?? [];
  switch (shape.kind) {
    case 'choices':
    case 'picks':
      return sent;
    case 'parts':
    case 'file':
    case 'files':
      return null;
    case 'tick':
      return sent[0] === '1';
    case 'pick':
      return sent[0] === '' ? null : sent[0];
    case 'number':
    case 'seen':
      return numberIn(sent[0]?.normalize('NFKC').trim() ?? '');
    case 'days':
      return (sent[0] ?? '').split(/[\s,、]+/).filter((line) => line !== '');
    case 'rows':
      return Array.from({ length: rowsIn(values, name) }, (_, i) =>
        Object.fromEntries(
          Object.entries(shape.items!.properties!).map(([field, of]) => [
            field,
            fieldIn(of, values, inRow(name, i, field)),
          ]),
        ),
      );
    default:
      return sent[0];
  }
}

/** The files that a form sends for an act. A browser sends an empty one where none was chosen. */
export function filesIn({ shapes }: DeclaredAct, body: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    Object.entries(shapes as Shapes).flatMap(([name, { kind }]) => {
      if (kind !== 'file' && kind !== 'files') return [];
      const sent = [body[name]].flat().filter((one): one is File => one instanceof File && one.size > 0);
      return [[name, kind === 'files' ? sent : sent[0]] as const];
    }),
  );
}

/** What they are called, for the page that says which of them cannot be taken. */
export const namesOf = (files: ReturnType<typeof filesIn>): Values =>
  Object.fromEntries(Object.entries(files).map(([name, sent = []]) => [name, [sent].flat().map((one) => one.name)]));

/** Nothing where nothing is written; what is no number the act refuses. */
const numberIn = (sent: string): unknown => (sent === '' ? undefined : /^\d{1,15}$/.test(sent) ? Number(sent) : sent);

/** How many rows a form has, those that are none among them. */
export const rowsIn = (values: Values, name: string): number =>
  Math.max(
    0,
    ...Object.keys(values).map((one) => Number(new RegExp(`^${name}\\.(\\d{1,3})\\.`).exec(one)?.[1] ?? -1) + 1),
  );

/** The same form without the rows that are none; those after them move up. */
export function rowsThatStand({ shapes }: DeclaredAct, values: Values): Values {
  const kept = { ...values };
  for (const [rows, { kind, items }] of Object.entries(shapes as Shapes)) {
    if (kind !== 'rows') continue;
    const fields = Object.keys(items!.properties!);
    const sent = rowsIn(values, rows);
    let at = 0;
    for (let i = 0; i < sent; i++) {
      const row = fields.map((name) => [name, values[inRow(rows, i, name)]] as const);
      const stands = first(values, inRow(rows, i, fields[0]!)) !== '' && first(values, inRow(rows, i, REMOVE)) !== '1';
      for (const name of [...fields, REMOVE]) delete kept[inRow(rows, i, name)];
      if (!stands) continue;
      for (const [name, one] of row) if (one !== undefined) kept[inRow(rows, at, name)] = one;
      at++;
    }
  }
  return kept;
}

/** What stands in a form of an act that would be given this. */
export function valuesFor({ shapes }: Pick<DeclaredAct, 'shapes'>, given: Readonly<Record<string, unknown>>): Values {
  const values: Record<string, readonly string[]> = {};
  for (const [name, { kind, items }] of Object.entries(shapes as Shapes)) {
    const one = given[name];
    if (one === undefined || one === null) continue;
    if (kind === 'rows')
      (one as readonly object[]).forEach((row, i) => {
        const inside = valuesFor({ shapes: items!.properties! }, row as Record<string, unknown>);
        for (const [field, sent] of Object.entries(inside)) values[inRow(name, i, field)] = sent;
      });
    else
      values[name] =
        kind === 'days'
          ? [(one as string[]).join('\n')]
          : kind === 'tick'
            ? one
              ? ['1']
              : []
            : [one].flat().map(String);
  }
  return values;
}

/** Most UTF-16 units that a form of an act may send in a field: what is too long is still to be told so. */
export const longestIn = ({ shapes }: DeclaredAct): number =>
  Math.max(LONGEST, ...Object.values(shapes).map(({ kind, maxLength = 0 }) => (kind === 'file' ? 0 : 2 * maxLength)));
