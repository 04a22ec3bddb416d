import { type AssessedMatch, type Assessment, BANDS, isShown, STRENGTHS } from '../assessment.ts';
import type { Bilingual, Dictionary } from '../dictionary/index.ts';
import { type Step, stepsOf } from './steps.ts';
import { BAND_WORDS, type Language, NOTES, STRENGTH_WORDS } from './words.ts';

export type { Language } from './words.ts';

/** An assessment in sentences that a reviewer understands. */
export interface Explanation {
  readonly summary: string;
  /** One for each entry that is meant, strongest first; `match` is the index of its strongest in `assessment.matches`. */
  readonly reasons: readonly { readonly match: number; readonly sentence: string }[];
  /** How the verdict comes about: reasons added one by one, with the band that is reached so far. The last row is the verdict's. */
  readonly steps: readonly Step[];
  /** What was asked for and calmed, contexts, what reading and history say. */
  readonly remarks: readonly string[];
}

export function explain(assessment: Assessment, dictionary: Dictionary, language: Language): Explanation {
  const say = (words: Bilingual) => words[language];
  const acts = assessment.acts.map(({ act }) => say(dictionary.acts.get(act)?.label ?? { ja: act, en: act }));
  const worry = dictionary.groups.get('worry');
  const kinds = worry !== undefined && isWorrying(assessment) ? [say(worry), ...acts] : acts;
  const band = say(BAND_WORDS[assessment.band]);
  const { file } = assessment;
  const remarks = [
    file === undefined
      ? null
      : say({
          ja: `添付「${file}」の中の言葉で判定しています。`,
          en: `It was judged by words in the attachment “${file}”.`,
        }),
    ...[...assessment.notes, ...assessment.worry].map((id) => sayNote(id, dictionary, language)),
    calmSentence(assessment, language),
    ...cancelledSentences(assessment, dictionary, language),
    assessment.judge.by === 'dictionaries' ? say(NOTES[`judge.${assessment.judge.why}`]!) : null,
    assessment.judge.by === 'classifier' ? (NOTES[`judge.${assessment.judge.language}`]?.[language] ?? null) : null,
    isUnexplained(assessment) ? say(NOTES['entry.missing']!) : null,
  ];
  return {
    summary: kinds.length > 0 ? say({ ja: `${band}：${kinds.join('、')}`, en: `${band}: ${kinds.join(', ')}` }) : band,
    reasons: reasonsOf(assessment, dictionary, language),
    steps: stepsOf(assessment, dictionary.scoring),
    remarks: [...new Set(remarks.filter((remark) => remark !== null))],
  };
}

/** The judge alone raised it: no entry names it. */
const isUnexplained = ({ band, worry, matches }: Assessment): boolean =>
  isShown({ band, worry }) && worry.length === 0 && !matches.some(({ act, meant }) => act !== null && meant);

/** The writer speaks of their own death, or of violence that they suffer: no harassment, and not to vanish. */
export const isWorrying = ({ worry }: Pick<Assessment, 'worry'>): boolean => worry.length > 0;

/** Notes of entries that have no words of their own here are told by the name of their group. */
function sayNote(id: string, { groups, rules }: Dictionary, language: Language): string {
  const known = NOTES[id];
  if (known !== undefined) return known[language];
  const rule = rules.get(id);
  const group = rule?.kind === 'entry' && rule.role.kind === 'grammar' ? groups.get(rule.role.group) : undefined;
  return group?.[language] ?? id;
}

function reasonsOf({ matches }: Assessment, dictionary: Dictionary, language: Language): Explanation['reasons'] {
  const best = new Map<string, AssessedMatch>();
  const rank = ({ strength, atLeast }: AssessedMatch) =>
    (strength === null ? -1 : STRENGTHS.indexOf(strength)) +
    (atLeast === null ? 0 : BANDS.indexOf(atLeast) / BANDS.length);
  for (const match of matches) {
    if (match.act === null || !match.meant) continue;
    const known = best.get(match.entry);
    if (known === undefined || rank(match) > rank(known)) best.set(match.entry, match);
  }
  const told = new Set<string>(); // acts whose guideline stands above
  return [...best.values()]
    .sort((a, b) => rank(b) - rank(a))
    .map((match) => {
      const info = dictionary.acts.get(match.act!);
      const act = info?.label[language] ?? match.act!;
      const guideline = told.has(act) ? undefined : info?.guideline[language];
      told.add(act);
      return { match: matches.indexOf(match), sentence: reason(match, { act, guideline }, dictionary, language) };
    });
}

interface ToldAct {
  readonly act: string;
  readonly guideline: string | undefined;
}

function reason(match: AssessedMatch, { act, guideline }: ToldAct, dictionary: Dictionary, language: Language): string {
  const asked = match.atLeast === null ? null : BAND_WORDS[match.atLeast][language];
  const strength = STRENGTH_WORDS[match.strength ?? 'weak'][language];
  const beside = labelsOf(match.modifiers, dictionary, language);
  switch (language) {
    case 'ja': {
      const ask = asked === null ? [] : [`見つけたら${asked}`];
      return `「${match.text}」は「${act}」に当たります（${[strength, ...ask, ...beside].join('、')}）。${guideline ? `指針：${guideline}` : ''}`;
    }
    case 'en': {
      const ask = asked === null ? [] : [`asks for ${asked}`];
      return `“${match.text}” is “${act}” (${[strength, ...ask, ...beside].join(', ')}).${guideline ? ` Guideline: ${guideline}` : ''}`;
    }
  }
}

/** Names of what the surroundings did to a match. */
export const labelsOf = (modifiers: readonly string[], { rules }: Dictionary, language: Language): string[] =>
  modifiers.map((id) => {
    const rule = rules.get(id);
    return (rule?.kind === 'context' ? rule.label : (NOTES[id] ?? { ja: id, en: id }))[language];
  });

/** Said where an entry asks for more than it gets. */
function calmSentence({ atLeast, matches }: Assessment, language: Language): string | null {
  if (atLeast === null || !atLeast.calmed) return null;
  const asked = matches.find(({ entry, atLeast: own }) => entry === atLeast.entry && own !== null);
  if (asked === undefined) return null;
  const band = BAND_WORDS[asked.atLeast!][language];
  switch (language) {
    case 'ja':
      return `「${asked.text}」は本来「${band}」を求めますが、全体もその箇所も穏やかなので、「微妙」にしています。`;
    case 'en':
      return `“${asked.text}” would ask for “${band}”; since the mail as a whole and that place in it are calm, it is “borderline”.`;
  }
}

/** The contexts that took a match away whose entry asks for something, each wording once. */
function cancelledSentences({ matches }: Assessment, dictionary: Dictionary, language: Language): string[] {
  return matches.flatMap(({ entry, act, text, meant, modifiers }) => {
    const rule = dictionary.rules.get(entry);
    if (act === null || meant || rule?.kind !== 'entry' || rule.atLeast === null) return [];
    const labels = labelsOf(modifiers, dictionary, language);
    if (labels.length === 0) return [];
    switch (language) {
      case 'ja':
        return [`「${text}」は数えていません（${labels.join('、')}）。`];
      case 'en':
        return [`“${text}” is not counted (${labels.join(', ')}).`];
    }
  });
}
