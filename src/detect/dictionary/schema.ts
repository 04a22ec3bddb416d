import { z } from 'zod';
import { ACTS } from '../assessment.ts';

const entryId = z
  .string()
  .regex(/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/, 'write an id like apology.written: a-z, 0-9, - and a dot');
const sentence = z.string().min(1).max(1000);
const bilingual = z.strictObject({ ja: z.string().min(1), en: z.string().min(1) });
const say = z.array(z.string().min(1)).min(1);

/** One line of a dictionary: what to look for, its weight, and examples of its own. */
export const EntryFile = z.strictObject({
  id: entryId,
  say,
  weight: z.int().min(1).max(5),
  aim: z.enum(['person']).nullable().default(null), // counts in full only beside a word for the reader of the mail
  lang: z.enum(['ja', 'en', 'zh']).default('ja'),
  note: z.string().optional(),
  match: z.array(sentence).min(1),
  not: z.array(sentence).default([]),
});

/** `dictionaries/<act>.yaml` */
export const ActFile = z.strictObject({
  act: z.enum(ACTS),
  label: bilingual,
  guideline: bilingual,
  demands: z.array(EntryFile).default([]),
  expressions: z.array(EntryFile).default([]),
});

/** What shared entries do for others: raise a demand, lower it, name the person spoken to, or guard rights. */
export const GROUPS = [
  'pressure',
  'leverage',
  'refusal',
  'softener',
  'openness',
  'reason',
  'legal',
  'target',
  'guard',
] as const;
export type Group = (typeof GROUPS)[number];

/** `dictionaries/grammar/<group>.yaml` */
export const GroupFile = z.strictObject({ group: z.enum(GROUPS), label: bilingual, entries: z.array(EntryFile) });

/** `dictionaries/grammar/words.yaml` */
export const WordsFile = z.strictObject({ words: z.record(z.string().min(1), say) });

/**
 * Where a context phrase must stand: right after or before the match (… bridges a gap), after the closing bracket of a
 * quotation that holds the match, or anywhere in its sentence, in it and its neighbours, or in the mail.
 */
export const PLACES = ['after', 'before', 'quoted', 'sentence', 'near', 'mail'] as const;
export type Place = (typeof PLACES)[number];

export const ContextFileEntry = z.strictObject({
  id: entryId,
  label: bilingual,
  where: z.enum(PLACES),
  say,
  factor: z.number().min(0).max(2), // the match's points are multiplied by it
  acts: z.array(z.enum(ACTS)).nullable().default(null), // null: all
  match: z.array(sentence).min(1),
  not: z.array(sentence).default([]),
});

/** `dictionaries/grammar/contexts.yaml` */
export const ContextsFile = z.strictObject({ contexts: z.array(ContextFileEntry) });

const points = z.number().min(0).max(100);

const Scoring = z.strictObject({
  thresholds: z.strictObject({ grey: points, review: points, urgent: points }),
  weights: z.tuple([points, points, points, points, points]), // points of weight 1 to 5
  actCap: points, // most points one act can reach
  rest: z.number().min(0).max(1), // share that all but the strongest match (and act) add
  unaimed: z.number().min(0).max(1), // factor for `aim: person` where nobody is addressed
  demand: z.strictObject({
    full: points, // manner at which a demand counts its whole weight
    most: points, // highest factor a demand can reach
    far: z.number().min(0).max(1), // share of manner that stands elsewhere in the mail
    groups: z.record(z.enum(GROUPS), z.number().min(-5).max(5)), // manner per weight
  }),
  frequency: z.strictObject({
    halfLifeDays: z.number().positive(),
    repeat: points, // same demand again after an answer
    unanswered: points, // same demand again without an answer between
    burst: points, // per mail beyond `calmPerDay` within 24 hours
    calmPerDay: z.int().min(1),
    night: points, // per earlier mail at night or on a holiday, beyond the first
    longText: z.int().positive(), // characters of own text from which length counts
    long: points,
    cap: points,
  }),
  classifier: z.strictObject({
    surface: z.number().min(0).max(1), // probability from which the classifier surfaces a mail by itself
    flag: z.number().min(0).max(1), // from which it flags one by itself
    neutral: z.number().gt(0).lt(1).default(0.5), // probability at which it neither adds nor takes beside matches
    strength: points, // points per unit of log odds from there
    cap: points,
  }),
});
export type Scoring = z.output<typeof Scoring>;

/** `dictionaries/scoring.yaml`: every threshold and cap, by name. The classifier was called `reader` at first. */
export const ScoringFile = z.preprocess((file) => {
  if (typeof file !== 'object' || file === null || !('reader' in file) || 'classifier' in file) return file;
  const { reader: classifier, ...rest } = file;
  return { ...rest, classifier };
}, Scoring);

export type Bilingual = z.output<typeof bilingual>;
