import { z } from 'zod';
import { type Day, parseDay } from '../../response/index.ts';
import { isDay } from '../../util/day.ts';
import type { Ask, FieldProblem, FieldProblems, Given } from './ask.ts';

/** What a form shows of a field, and a description of the API tells. */
export interface Shape {
  readonly kind:
    | ('line' | 'text' | 'secret' | 'email' | 'number' | 'time' | 'day' | 'days' | 'tick')
    | ('choice' | 'choices' | 'id' | 'seen' | 'pick' | 'picks' | 'file' | 'files' | 'rows' | 'parts');
  readonly lies?: 'ahead' | 'behind'; // of a day
  readonly enum?: readonly string[]; // of a choice
  readonly items?: {
    readonly enum?: readonly string[]; // of choices
    readonly properties?: Readonly<Record<string, Shape>>; // of rows
  };
  readonly maxItems?: number; // of days, picks and rows
  readonly maxLength?: number; // UTF-16 units; of a file, bytes
  readonly accept?: string; // ends of names of a file
  readonly together?: number; // bytes of files
  readonly minimum?: number; // of a number
  readonly maximum?: number;
}

/** The shapes of what is asked; `kind` and `lies` are the words of the field itself. */
export function shapesOf<A extends Ask>(ask: A): Readonly<Record<keyof A, Shape>> {
  const { properties } = z.toJSONSchema(z.object(ask), { io: 'input', unrepresentable: 'any' });
  return properties as unknown as Record<keyof A, Shape>;
}

/**
 * Reads what was written, by people, programs or commands alike.
 *
 * @param today which days lie ahead
 * @returns what was given, or what is wrong by field, in rows as `steps.0.words`; what was not asked is wrong, too
 */
export function readAsk<A extends Ask>(
  ask: A,
  written: Readonly<Record<string, unknown>>,
  today: Day,
): { readonly given: Given<A> } | { readonly problems: FieldProblems } {
  const read = z.strictObject(ask).safeParse(written);
  const problems = Object.fromEntries([
    ...misplacedDays(ask, written, today).map((name): [string, FieldProblem] => [name, 'wrong']),
    ...(read.error?.issues ?? []).flatMap((issue) => problemsIn(issue, ask, written)),
  ]);
  return Object.keys(problems).length > 0 ? { problems } : { given: read.data as Given<A> };
}

function problemsIn(
  issue: z.core.$ZodIssue,
  ask: Ask,
  written: Readonly<Record<string, unknown>>,
): [string, FieldProblem][] {
  const path = [...issue.path];
  const [name, index, inRow] = path;
  const inRows = index !== undefined && rowOf(ask[String(name)]) !== null;
  const named = (more: readonly PropertyKey[]) => (inRows ? [name, index, ...more] : [name ?? more[0]]).join('.');
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [named([key]), 'wrong']);
  const field = named(inRow === undefined ? [] : [inRow]);
  const ofNumber = 'origin' in issue && (issue.origin === 'number' || issue.origin === 'int');
  if (issue.code === 'too_big') return [[field, ofNumber ? 'wrong' : 'too-long']];
  if (issue.code === 'too_small') return [[field, ofNumber ? 'wrong' : 'missing']];
  const at = inRows ? path : path.slice(0, 1);
  const value = at.reduce<unknown>((of, key) => (of as Record<PropertyKey, unknown> | undefined)?.[key], written);
  return [[field, value === undefined ? 'missing' : 'wrong']];
}

/** The fields of a row, where a field has rows. */
function rowOf(field: z.ZodType | undefined): Ask | null {
  if ((field?.meta() as Partial<Shape> | undefined)?.kind !== 'rows') return null;
  return (field as z.ZodArray<z.ZodObject>).element.shape as Ask;
}

/** Names of days that do not lie where their field wants them; what is no day its schema refuses. */
function misplacedDays(ask: Ask, written: Readonly<Record<string, unknown>>, today: Day): string[] {
  return Object.entries(ask).flatMap(([name, field]) => {
    const row = rowOf(field);
    if (row === null) return liesRight(field, written[name], today) ? [] : [name];
    const rows: readonly unknown[] = Array.isArray(written[name]) ? written[name] : [];
    return rows.flatMap((one, i) => misplacedDays(row, Object(one), today).map((of) => `${name}.${i}.${of}`));
  });
}

function liesRight(field: z.ZodType, written: unknown, today: Day): boolean {
  const { lies } = (field.meta() ?? {}) as Partial<Shape>;
  if (lies === undefined || typeof written !== 'string' || !isDay(written)) return true;
  return lies === 'ahead' ? parseDay(written, today) !== null : written >= LONG_AGO && written <= today;
}

const LONG_AGO = '1900-01-01';
