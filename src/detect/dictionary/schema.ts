import { z } from 'zod';
import { ACTS, BANDS, type EntryId } from '../assessment.ts';
import { JUDGED_LANGUAGES } from '../classifier/language.ts';
import { FRAME_NAMES, KINDS, MOOD_NAMES, PERSON_NAMES } from './clause-names.ts';
import { EarlierScoring } from './site/earlier-scoring.ts';

/** The one place where an id of an entry is made. */
export const entryId = z
  .string()
  .regex(/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/, 'write an id like apology.written: a-z, 0-9, - and a dot')
  .transform((id) => id as EntryId);
/** Whether an address or a command may mean an entry at all. */
export const isEntryId = (text: string): text is EntryId => text.length <= 200 && entryId.safeParse(text).success;
const sentence = z.string().min(1).max(1000);
const bilingual = z.strictObject({ ja: z.string().min(1), en: z.string().min(1) });
const say = z.array(z.string().min(1)).min(1);

/** A list that may be written without brackets when it has one item. */
const listOf = <T extends z.ZodType>(one: T) =>
  z.union([one, z.array(one).min(1)]).transform((value) => (Array.isArray(value) ? value : [value]) as z.output<T>[]);
const person = z.enum(PERSON_NAMES);
/** A kind of things, a person, or a word in Japanese. */
const thing = z.union([
  z.enum(KINDS),
  person,
  z.string().regex(/[^\x20-\x7e]/, 'a kind, a person, or a Japanese word'),
]);

/** How entries said it before they asked for a band; still read in a site's own files (`earlier.ts`). */
const Earlier = {
  weight: z.int().min(1).max(5).optional(),
  floor: z.enum(BANDS).exclude(['ordinary']).nullable().optional(),
  apprentice: z.boolean().optional(),
};

/**
 * One line of a dictionary: a meaning, the band that it asks for, and examples of its own. `do`, `be` and `noun` are found in clauses,
 * whatever form they take; `say` are phrases. What is left out has the usual meaning (`clause-rule.ts`).
 */
export const EntryFile = z
  .strictObject({
    id: entryId,
    do: listOf(z.string().min(1)).default([]),
    be: listOf(z.string().min(1)).default([]),
    noun: listOf(z.string().min(1)).default([]),
    say: listOf(z.string().min(1)).default([]),
    as: listOf(z.enum(MOOD_NAMES)).optional(),
    who: listOf(person).optional(),
    to: listOf(person).optional(),
    of: listOf(thing).optional(),
    not_of: listOf(thing).optional(),
    when: z.literal('condition').optional(),
    polarity: z.literal('either').optional(), // whether it is denied makes no difference
    at_least: z.enum(BANDS).exclude(['ordinary']).optional(), // left out: it gives the reason, and asks for nothing
    aim: z.enum(['person']).nullable().optional(), // counts in full only beside a word for the reader; usual for `noun`
    lang: z.enum(JUDGED_LANGUAGES).default('ja'),
    ...Earlier,
    note: z.string().optional(),
    match: z.array(sentence).min(1),
    not: z.array(sentence).default([]),
    gaps: z.array(sentence).default([]), // should match one day; counted, not complained of
  })
  .superRefine((entry, context) => {
    const complain = (key: string, message: string) => context.addIssue({ code: 'custom', path: [key], message });
    const clauses = entry.do.length + entry.be.length > 0;
    if (!clauses && entry.noun.length + entry.say.length === 0) complain('id', 'write do, be, noun or say');
    if (!clauses)
      for (const key of ['as', 'who', 'to', 'of', 'not_of', 'when', 'polarity'] as const)
        if (entry[key] !== undefined && (key !== 'to' || entry.noun.length === 0))
          complain(key, `${key} is about do or be, and there is neither`);
    if (clauses && entry.lang !== 'ja') complain('lang', 'do and be are for Japanese; use say');
    const signed = entry.as?.filter((mood) => /^[+-]/.test(mood)) ?? [];
    if (signed.length > 0 && signed.length < entry.as!.length) complain('as', 'write + or - before all or none');
    const both = entry.of?.find((one) => entry.not_of?.includes(one));
    if (both !== undefined) complain('not_of', `${both} stands under of too`);
  });

/** `dictionaries/<act>.yaml` */
export const ActFile = z.strictObject({
  act: z.enum(ACTS),
  label: bilingual,
  guideline: bilingual,
  demands: z.array(EntryFile).default([]),
  expressions: z.array(EntryFile).default([]),
});

/** `overlay/<act>.yaml`: entries of an act that replace those of the folder by their ids, or are added to them. */
export const OverlayFile = ActFile.omit({ label: true, guideline: true });

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
  'worry',
] as const;
export type Group = (typeof GROUPS)[number];

/** `dictionaries/grammar/<group>.yaml` */
export const GroupFile = z.strictObject({
  group: z.enum(GROUPS),
  label: bilingual,
  entries: z.array(EntryFile),
});

/** `dictionaries/grammar/words.yaml` */
export const WordsFile = z.strictObject({ words: z.record(z.string().min(1), say) });

/**
 * Where a context phrase must stand: right after or before the match (… bridges a gap), after the closing bracket of a
 * quotation that holds the match, from that bracket on, or anywhere in its sentence, in it and its neighbours, in the sentence
 * before or after it, or in the mail.
 */
export const PLACES = ['after', 'before', 'quoted', 'closing', 'sentence', 'near', 'previous', 'next', 'mail'] as const;
export type Place = (typeof PLACES)[number];

const shared = {
  id: entryId,
  label: bilingual,
  factor: z.number().min(0).max(2).optional(), // as it was written before any context said that a match is not meant
  acts: z
    .array(z.enum([...ACTS, 'worry']))
    .nullable()
    .default(null), // null: all
  entries: z.array(entryId).nullable().default(null), // null: all of these acts
  match: z.array(sentence).min(1),
  not: z.array(sentence).default([]),
};
/** Words that stand at a place, or what the clause of the match itself tells: that it is reported, denied … */
export const ContextFileEntry = z.union([
  z.strictObject({
    ...shared,
    where: z.enum(PLACES),
    say,
    unnamed: z.boolean().default(false),
    quoted: z.boolean().default(false),
  }),
  z.strictObject({ ...shared, clause: z.enum(FRAME_NAMES) }),
]);

/** `dictionaries/grammar/contexts.yaml` */
export const ContextsFile = z.strictObject({ contexts: z.array(ContextFileEntry) });

const probability = z.number().gt(0).lt(1);
const odds = z.number().min(-20).max(20);

const thresholds = z.strictObject({ grey: probability, review: probability }); // from which probability on

/** A mailbox that has thresholds of its own, by the name of its source. */
const mailboxes = z.record(z.string().min(1).max(100), thresholds);

/** What a mail is at least that is in no language with a judge. */
export const OTHER_LANGUAGES = ['ordinary', 'grey'] as const;
export type OtherLanguages = (typeof OTHER_LANGUAGES)[number];
const otherLanguages = z.enum(OTHER_LANGUAGES);

const Scoring = z.strictObject({
  thresholds,
  mailboxes: mailboxes.optional(),
  otherLanguages: otherLanguages.optional(), // absent: ordinary
  urgent: z.strictObject({
    grave: probability, // a mail that is so likely of the gravest kind cannot wait
    mail: probability, // nor one that is so likely at all
    act: probability, // and so likely of violence, intimidation or a sexual act
  }),
  calm: z.strictObject({
    mail: probability, // below this, and below `sentence` where it stands, an entry that ships asks for grey at most
    sentence: probability,
    heed: probability, // below this in both, one that asks for grey is not heeded
  }),
  frequency: z.strictObject({
    halfLifeDays: z.number().positive(),
    repeat: odds, // same demand again after an answer
    unanswered: odds, // same demand again without an answer between
    burst: odds, // per mail beyond `calmPerDay` within 24 hours
    calmPerDay: z.int().min(1),
    night: odds, // per earlier mail at night or on a holiday, beyond the first
    longText: z.int().positive(), // characters of own text from which length counts
    long: odds,
    cap: odds,
  }),
  dictionaries: z.strictObject({
    // where there is no classifier, or it knows too little of a text
    base: odds,
    odds: z.partialRecord(z.enum(['urgent', 'review', 'grey', 'expression', 'demand', 'bare', ...GROUPS]), odds),
  }),
});
export type Scoring = z.output<typeof Scoring>;

/** `dictionaries/scoring.yaml`: every threshold by name, or as it was when points were added up. */
export const ScoringFile = z.union([Scoring, EarlierScoring]);

/** What an overlay says of scoring: when a mail is surfaced, and nothing else. Earlier ones had points, and the classifier's probabilities. */
export const ScoringOverlay = z.union([
  z.strictObject({
    thresholds: thresholds.optional(),
    mailboxes: mailboxes.optional(),
    otherLanguages: otherLanguages.optional(),
  }),
  z
    .object({ classifier: z.strictObject({ surface: probability, flag: probability }) })
    .transform(({ classifier: { surface, flag } }) => ({ thresholds: { grey: surface, review: flag } })),
]);

export type Bilingual = z.output<typeof bilingual>;
