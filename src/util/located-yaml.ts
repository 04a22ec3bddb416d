import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

/** Where something is wrong in a file that a person wrote; line and column count from 1. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly path: string; // sources.0.port; '' for the file as a whole
  readonly message: string;
}

/** Finds the place of a value by its path, for complaints that only later steps can make. */
export type Locate = (path: readonly PropertyKey[]) => Pick<Problem, 'file' | 'line' | 'column' | 'path'>;

export type LocatedYaml<T> =
  | { readonly ok: true; readonly value: T; readonly written: unknown; readonly locate: Locate } // written: without defaults
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads YAML against a schema; whatever is wrong is told with its place. Never throws.
 *
 * @example
 * readYaml('a.yaml', 'n: 1', z.object({ n: z.int() }));
 */
export function readYaml<S extends z.ZodType>(file: string, text: string, schema: S): LocatedYaml<z.output<S>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const locate: Locate = (path) => ({ ...place(offsetOf(document, path)), path: path.join('.') });
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({ ...place(error.pos[0]), path: '', message: error.message }));
    return { ok: false, problems };
  }
  let plain: unknown;
  try {
    plain = document.toJS({ maxAliasCount: 100 }) ?? {}; // an alias bomb throws here
  } catch (error) {
    return { ok: false, problems: [{ ...place(0), path: '', message: String(error) }] };
  }
  const result = schema.safeParse(plain);
  if (result.success) return { ok: true, value: result.data, written: plain, locate };
  const problems = result.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ ...locate([...issue.path, key]), message: `unknown key ${key}` }))
      : [{ ...locate(issue.path), message: issue.message }],
  );
  return { ok: false, problems };
}

/**
 * A problem as a compiler would print it.
 *
 * @example
 * formatProblem({ file: 'komainu.yaml', line: 2, column: 3, path: 'web.prot', message: 'unknown key prot' })
 * // → 'komainu.yaml:2:3: web.prot: unknown key prot'
 */
export const formatProblem = ({ file, line, column, path, message }: Problem): string =>
  `${file}:${line}:${column}: ${path === '' ? '' : `${path}: `}${message}`;

/** Offset of the deepest node on `path` that exists; of its key where it has one. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const parent = depth === 1 ? document.contents : document.getIn(path.slice(0, depth - 1), true);
    const key = path[depth - 1];
    const pair = isMap(parent) ? parent.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined;
    const node = pair?.key ?? document.getIn(path.slice(0, depth), true);
    const range = (node as { range?: readonly [number, number, number] } | undefined)?.range;
    if (range) return range[0];
  }
  return 0;
}
