import { z } from 'zod';
import { ACTS, ASKED_BANDS, JUDGED_LANGUAGES } from '../../detect/index.ts';

/** What a function is about, for the figures. */
export const GROUPS = ['grave', 'milder', 'line', 'demand', 'neighbour', 'worry'] as const;
export type Group = (typeof GROUPS)[number];

export const LANGUAGES = JUDGED_LANGUAGES;
const SENDERS = ['business', 'consumer'] as const;

const Id = z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/);
const Word = z.string();
const Words = z.record(Id, z.array(Word).min(1));

const Frame = z.strictObject({
  lang: z.enum(LANGUAGES).default('ja'),
  from: z.enum(SENDERS).optional(), // absent: anybody may write so
  named: z.boolean().default(false), // only for functions that name it
  subject: z.string(),
  body: z.string(),
});
export type Frame = Readonly<z.output<typeof Frame>>;

/** `frames.yaml`: what all files share. */
export const SharedFile = z.strictObject({ words: Words, frames: z.record(Id, Frame) });

const Test = z
  .strictObject({
    ja: z.string().min(1),
    en: z.string().min(1),
    group: z.enum(GROUPS),
    act: z.enum(ACTS).optional(),
    atLeast: z.enum(ASKED_BANDS).optional(),
    atMost: z.enum(['ordinary', 'grey']).optional(),
    from: z.enum(SENDERS).optional(),
    frames: z.array(Id).min(1).optional(), // absent: every frame of the language that fits the sender
    most: z.int().positive().default(48),
    words: Words.default({}),
    templates: z.array(z.string().min(1)).min(1),
  })
  .refine(
    ({ atLeast, atMost }) => (atLeast === undefined) !== (atMost === undefined),
    'atLeast or atMost, one of them',
  );

/** Any other file: functions by id, and words that they share. */
export const FunctionsFile = z.strictObject({
  lang: z.enum(LANGUAGES).default('ja'),
  words: Words.default({}),
  functions: z.record(Id, Test),
});
