import { z } from 'zod';
import { type CaseId, type PersonId, parseCaseId, parsePersonId, parseRowId } from '../../cases/index.ts';
import type { Day } from '../../response/index.ts';

/** What an act asks, by the names of its fields: one schema for form, JSON and command. */
export type Ask = Readonly<Record<string, z.ZodType>>;
export type Given<A extends Ask> = { readonly [Name in keyof A]: z.output<A[Name]> };

/** What is wrong with a field; `taken`: somebody or something else has it, or had. */
export const FIELD_PROBLEMS = ['missing', 'too-long', 'wrong', 'taken'] as const;
export type FieldProblem = (typeof FIELD_PROBLEMS)[number];
export type FieldProblems = Readonly<Record<string, FieldProblem>>;

/** As a browser counts, and without what nobody meant. */
const tidy = (written: string): string => written.replaceAll('\r\n', '\n').trim();

const written = (most: number, maybe: 'maybe' | undefined, kind: 'line' | 'text') => {
  const schema = z.string().overwrite(tidy).max(most);
  return (maybe === undefined ? schema.min(1) : schema.default('')).meta({ kind });
};

/** One line of at most `most` UTF-16 units. */
export const line = (most: number, maybe?: 'maybe') => written(most, maybe, 'line') as z.ZodType<string>;

/** Several lines, of at most `most` UTF-16 units together. */
export const text = (most: number, maybe?: 'maybe') => written(most, maybe, 'text') as z.ZodType<string>;

/** Several lines that may be empty, but not left out. */
export const words = (most: number) => z.string().overwrite(tidy).max(most).meta({ kind: 'text' }) as z.ZodType<string>;

/** The same as `field`, and `usual` where it is left out. */
export const usually = <F extends z.ZodType>(
  usual: z.output<F>,
  field: F,
): z.ZodType<z.output<F>, z.input<F> | undefined> => field.default(usual as never).meta(field.meta() ?? {}) as never;

/** The same as `field`, or nothing where it is left out. */
export const leftOut = <F extends z.ZodType>(field: F): z.ZodOptional<F> => field.optional().meta(field.meta() ?? {});

/** A row that whoever asks chooses among some, or what else looks like `looks`, or null for none. */
export const maybePick = <Id extends string>(looks?: RegExp) =>
  z
    .string()
    .refine((one) => looks?.test(one) ?? parseRowId(one) !== null)
    .nullable()
    .meta({ kind: 'pick' }) as unknown as z.ZodType<Id | null>;

/** What is never shown again; as it is written, spaces too. '': none, or the one that is kept. */
export const secret = (most: number) =>
  z.string().max(most).default('').meta({ kind: 'secret' }) as unknown as z.ZodType<string>;

/** An address of e-mail. */
export const email = () =>
  z.string().overwrite(tidy).max(254).regex(z.regexes.email).meta({ kind: 'email' }) as z.ZodType<string>;

export const choice = <const T extends string>(of: readonly T[]) => z.enum(of).meta({ kind: 'choice' });

/** The same where nobody need choose. */
export const usualChoice = <const T extends string>(usual: T, of: readonly T[]) =>
  z
    .enum(of)
    .default(usual as never)
    .meta({ kind: 'choice' }) as unknown as z.ZodType<T>;

/** What has parts: a page draws its fields by itself, and puts them together. */
export const parts = <S extends z.ZodType>(schema: S): S => schema.meta({ kind: 'parts' });

/** As many of these as apply, at least one unless there may be none; given in the order of `of`. */
export const choices = <const T extends string>(of: readonly T[], maybe?: 'maybe') =>
  z
    .array(z.enum(of))
    .overwrite((given) => of.filter((one) => given.includes(one)))
    .min(maybe === undefined ? 1 : 0)
    .meta({ kind: 'choices' });

/**
 * A day that is planned (from today, five years at most), or one on which something was (to today). Which day it is, the act is told. Without
 * either the act says which it may be.
 */
export const day = (lies?: 'ahead' | 'behind') =>
  z.iso.date().meta({ kind: 'day', ...(lies === undefined ? {} : { lies }) }) as unknown as z.ZodType<Day>;

/** The same where there may be none. */
export const maybeDay = (lies?: 'ahead' | 'behind') =>
  z
    .union([z.iso.date(), z.literal(''), z.null()])
    .default(null)
    .transform((written) => (written === '' ? null : (written as Day | null)))
    .meta({ kind: 'day', ...(lies === undefined ? {} : { lies }) });

/** Days of the calendar, `most` at most; given once each, in their order. */
export const days = (most: number) =>
  z
    .array(z.iso.date())
    .max(most)
    .overwrite((given) => [...new Set(given)].sort())
    .meta({ kind: 'days' }) as unknown as z.ZodType<readonly Day[]>;

/** A time of the day: HH:MM. */
export const time = () =>
  z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .meta({ kind: 'time' }) as z.ZodType<string>;

/** The same where there may be none. */
export const maybeTime = () =>
  z
    .union([time(), z.literal('')])
    .default('')
    .meta({ kind: 'time' });

/** A whole number, both ends included. */
export const number = (least: number, most: number) => z.int().min(least).max(most).meta({ kind: 'number' });

/** The version of something that whoever changes it has seen, so that nobody undoes what they have not; 0: there was none. */
export const seen = () => z.int().min(0).max(999_999_999).meta({ kind: 'seen' });

/** Something to be ticked; who leaves it out means `usual`. */
export const tick = (usual = false) => z.boolean().default(usual).meta({ kind: 'tick' });

/** Yes or no: whichever it is must be said. */
export const yesOrNo = () => z.boolean().meta({ kind: 'tick' });

/** The number of a case as people write it, or none: #77. */
export const caseNumber = () =>
  z
    .string()
    .max(19)
    .default('')
    .transform((written, c): CaseId | null => {
      const number = written.normalize('NFKC').trim().replace(/^#/, '');
      const id = parseCaseId(number);
      if (number !== '' && id === null) c.addIssue({ code: 'custom' });
      return id;
    })
    .meta({ kind: 'line' });

const id = <Id extends string>(kind: 'id' | 'pick', parse: (written: string) => unknown) =>
  z
    .string()
    .refine((written) => parse(written) !== null)
    .meta({ kind }) as unknown as z.ZodType<Id>;

/** The id of a row, as an address names it. */
export const rowId = <Id extends string>() => id<Id>('id', parseRowId);

/** One of those that are known, as an address names it. */
export const named = <const T extends string>(known: readonly T[]) => z.enum(known).meta({ kind: 'id' });

/** The same of what libraries and random numbers name. */
export const madeId = <Id extends string>() => id<Id>('id', parsePersonId);

/** The same of an account. */
export const personId = () => madeId<PersonId>();

/** A row or an account that whoever asks chooses among some, or what else looks like `looks`: the act says which it may be. */
export const pick = <Id extends string>(looks = /^[^\p{C}]{1,100}$/u) =>
  id<Id>('pick', (written) => (looks.test(written) ? written : null));

/** Several accounts, `most` at most, that whoever asks chooses among some. */
export const picks = (most: number) => z.array(personId()).max(most).default([]).meta({ kind: 'picks' });

/** As many as apply of what only a page knows, `most` at most: what looks like `looks`; the act says which it may be. */
export const marks = (most: number, looks: RegExp) =>
  z.array(z.string().regex(looks)).max(most).default([]).meta({ kind: 'choices' });

/** A file of at most `most` bytes, of which a browser offers those whose names end so; whether it can be used the act looks at itself. */
export const file = (most: number, accept: string) => z.file().max(most).meta({ kind: 'file', accept });

/** Files that go with words: of `together` bytes at most. */
export const files = (most: number, together: number) =>
  z
    .array(z.file())
    .max(most)
    .check(({ value, issues }) => {
      const bytes = value.reduce((sum, { size }) => sum + size, 0);
      if (bytes > together) issues.push({ code: 'too_big', origin: 'file', maximum: together, input: value });
    })
    .default([])
    .meta({ kind: 'files', together });

/** A list of records, each with fields of its own; `most` at most. What is wrong in one is told by its place and its field. */
export const rows = <const A extends Ask>(most: number, of: A) =>
  z.array(z.strictObject(of)).max(most).meta({ kind: 'rows' }) as unknown as z.ZodArray<z.ZodObject<A>>;
