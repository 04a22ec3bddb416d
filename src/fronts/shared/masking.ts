import { PAINFUL_ACTS } from '../../cases/index.ts';
import type { Act, AssessedMatch, Assessment, Odds } from '../../detect/index.ts';
import type { FoundWords } from '../../store/index.ts';
import type { Span } from '../../text/index.ts';
import { comparable } from './comparable.ts';
import { mergedSpans } from './hidden-spans.ts';
import type { Language } from './language.ts';
import { HIDDEN_KINDS, type HiddenKind, hiddenKindOf, painfulIn } from './painful-words.ts';

const PAINFUL: ReadonlySet<Act> = new Set(PAINFUL_ACTS);

/** Which acts hide their words: the painful ones always, every one for whoever wants that. */
export const hiddenActs =
  (maskAll: boolean) =>
  (act: Act): boolean =>
    maskAll || PAINFUL.has(act);

/** What of a case says whether anything of it is hidden: the acts that a person or the dictionaries named, counted or not. */
export interface WithActs {
  readonly acts: readonly Act[];
  readonly foundActs: readonly Act[];
}

/** Whether words of a case are hidden wherever they stand. */
export const hidesSubject = ({ acts, foundActs }: WithActs, maskAll: boolean): boolean =>
  [...acts, ...foundActs].some(hiddenActs(maskAll));

/** A sender without the name they gave themselves, which may say anything; what holds no address stays whole. */
export function bareSender(from: string, language: Language): string {
  const address = /<([^<>\s]+@[^<>\s]+)>\s*$/.exec(from)?.[1] ?? from;
  const { text, written } = comparable(address);
  const spans = painfulIn(text).map(({ start, end, kind }) => ({ ...written(start, end), kind }));
  return replaced(address, labelled(spans, language));
}

/** What is said in place of hidden words, so that two kinds can be told apart. */
const LABELS: Readonly<Record<Language, Readonly<Record<HiddenKind, string>>>> = {
  ja: { violent: '〔暴力的な言葉〕', sexual: '〔性的な言葉〕', other: '〔伏せた言葉〕' },
  en: { violent: '[violent words]', sexual: '[sexual words]', other: '[hidden words]' },
};

const inOrder = (kinds: readonly HiddenKind[]): HiddenKind[] => HIDDEN_KINDS.filter((kind) => kinds.includes(kind));
const labelOf = (kinds: readonly HiddenKind[], language: Language): string =>
  inOrder(kinds)
    .map((kind) => LABELS[language][kind])
    .join('');

/** The label of all that is hidden of a case with these acts. */
export const hiddenLabel = (acts: readonly Act[], maskAll: boolean, language: Language): string =>
  labelOf(acts.filter(hiddenActs(maskAll)).map(hiddenKindOf), language) || LABELS[language].other;

/** Painful words as a label, wherever they come from; null when there are none. */
export function painfulLabel(text: string, language: Language): string | null {
  const kinds = painfulIn(comparable(text).text).map(({ kind }) => kind);
  return kinds.length === 0 ? null : labelOf(kinds, language);
}

/** A stretch of a text that must not be shown, and what is said in its place. */
export interface HiddenSpan extends Span {
  readonly label: string;
}

/** Hides painful words wherever a page would repeat them. */
export interface Masking {
  readonly hides: boolean; // something is hidden
  /** Stretches of `text`, part `part` of the mail with `matches`, that must not be shown: in order, not overlapping. */
  spans(text: string, part: string, matches: readonly AssessedMatch[]): HiddenSpan[];
  /** `text` with every hidden word as its label. */
  cover(text: string): string;
  /** The same of a sender or subject: the sentence that decides most, which may be a harmless subject as a whole, stays. */
  coverLine(text: string): string;
  /** Said in place of a match that is hidden by its act; null for the others. */
  labelOf(match: AssessedMatch): string | null;
  /** Said in place of what belongs to a mail with something hidden, wherever in it: of all kinds that the case has. */
  readonly label: string;
  /** The sum with its sentences; they are hidden whole where anything hidden is in the same mail. */
  coverOdds(assessment: Assessment): Odds;
}

export const noMasking: Masking = {
  hides: false,
  spans: () => [],
  cover: (text) => text,
  coverLine: (text) => text,
  labelOf: () => null,
  label: '',
  coverOdds: ({ odds }) => odds,
};

export interface MaskingSources extends WithActs {
  readonly assessments: readonly Assessment[];
  readonly words: readonly FoundWords[]; // of its other mails, and such as people marked
}

/**
 * The masking of a case. Where anything of one of the hidden acts is in any of its mails, these are hidden in all of them: what
 * was found for such an act, the sentence that decides most in such a mail, words that people marked as missed, and other
 * words that hurt as much.
 */
export function maskingOver(sources: MaskingSources, isHidden: (act: Act) => boolean, language: Language): Masking {
  const { assessments, acts, foundActs } = sources;
  const hidden = [...acts, ...foundActs, ...assessments.flatMap(actsIn)].filter(isHidden);
  if (hidden.length === 0) return noMasking;
  const needles = needlesOf(sources, isHidden, hidden);
  const all = new Map([...sentencesOf(sources, isHidden), ...needles]);
  const kindOf = ({ act }: AssessedMatch): HiddenKind | null =>
    act !== null && isHidden(act) ? hiddenKindOf(act) : null;

  const spans: Masking['spans'] = (text, part, matches) => {
    const wanted = part === 'subject' ? needles : all;
    const { text: sought, written } = comparable(text);
    const found = [...wanted].flatMap(([word, kind]) => occurrences(sought, word).map((span) => ({ ...span, kind })));
    const there = matches.flatMap((match) => {
      const kind = match.part === part ? kindOf(match) : null;
      return kind === null ? [] : [{ start: match.start, end: match.end, kind }];
    });
    const anywhere = [...found, ...painfulIn(sought)].map(({ start, end, kind }) => ({ ...written(start, end), kind }));
    return labelled([...there, ...anywhere], language);
  };
  const cover = (text: string) => replaced(text, spans(text, '', []));
  return {
    hides: true,
    spans,
    cover,
    coverLine: (text) => replaced(text, spans(text, 'subject', [])),
    labelOf(match) {
      const kind = kindOf(match);
      return kind && LABELS[language][kind];
    },
    label: labelOf(hidden.map(hiddenKindOf), language),
    coverOdds(assessment) {
      const { odds } = assessment;
      const own = actsIn(assessment).filter(isHidden).map(hiddenKindOf);
      const label = own.length > 0 ? labelOf(own, language) : null;
      return { ...odds, sentences: odds.sentences.map((one) => ({ ...one, text: label ?? cover(one.text) })) };
    },
  };
}

const actsIn = ({ acts, matches }: Pick<Assessment, 'acts' | 'matches'>): Act[] => [
  ...acts.map(({ act }) => act),
  ...matches.flatMap(({ act }) => act ?? []),
];

/** A word of one kana or letter is hidden where it was found, not everywhere. */
const isLongEnough = (word: string): boolean => word.length > 1 || /\p{Script=Han}/u.test(word);

type Needles = ReadonlyMap<string, HiddenKind>;

/** What is looked for in every text, made comparable. */
function needlesOf(
  { assessments, words }: MaskingSources,
  isHidden: (act: Act) => boolean,
  hidden: readonly Act[],
): Needles {
  const needles: { readonly text: string; readonly kind: HiddenKind }[] = [];
  const add = (act: Act | null, text: string) => {
    if (act !== null && isHidden(act)) needles.push({ text, kind: hiddenKindOf(act) });
  };
  for (const { act, text } of words) add(act ?? hidden[0]!, text);
  for (const { matches } of assessments) for (const { act, text } of matches) add(act, text);
  return madeComparable(needles);
}

/** The sentences that decide most in mails with something hidden. */
const sentencesOf = ({ assessments }: MaskingSources, isHidden: (act: Act) => boolean): Needles =>
  madeComparable(
    assessments.flatMap((assessment) => {
      const own = actsIn(assessment).filter(isHidden).map(hiddenKindOf);
      const [sentence] = assessment.odds.sentences;
      return own.length > 0 && sentence !== undefined ? [{ text: sentence.text, kind: inOrder(own)[0]! }] : [];
    }),
  );

const madeComparable = (words: readonly { readonly text: string; readonly kind: HiddenKind }[]): Needles =>
  new Map(words.map(({ text, kind }) => [comparable(text).text, kind] as const).filter(([word]) => isLongEnough(word)));

function occurrences(text: string, word: string): Span[] {
  const found: Span[] = [];
  for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + word.length))
    found.push({ start, end: start + word.length });
  return found;
}

const labelled = (spans: Parameters<typeof mergedSpans>[0], language: Language): HiddenSpan[] =>
  mergedSpans(spans).map(({ start, end, kinds }) => ({ start, end, label: labelOf(kinds, language) }));

function replaced(text: string, spans: readonly HiddenSpan[]): string {
  let shown = '';
  let at = 0;
  for (const { start, end, label } of spans) {
    shown += text.slice(at, start) + label;
    at = end;
  }
  return shown + text.slice(at);
}
