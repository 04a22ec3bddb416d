import { type AssessedMatch, type Assessment, isApprentice } from '../assessment.ts';
import { influenceOf } from '../classifier/influence.ts';
import type { Bilingual, Dictionary } from '../dictionary/index.ts';
import { GRAVE, scoreMatches, shares } from '../score.ts';
import { apprenticeReasons, apprenticeSentence } from './apprentice.ts';
import { cancelledSentences, floorSentence, labelsOf } from './floor.ts';
import { BAND_WORDS, type Language, NOTES } from './words.ts';

export type { Language } from './words.ts';

/** An assessment in sentences that a reviewer understands. */
export interface Explanation {
  readonly summary: string;
  /** One for each entry that counted, strongest first, and then for each apprentice; `match` is the index of its strongest in `assessment.matches`. */
  readonly reasons: readonly { readonly match: number; readonly sentence: string }[];
  /** Floor and contexts, how the points add up, what reading and history add, and the smallest change to leave it unflagged. */
  readonly remarks: readonly string[];
}

export function explain(assessment: Assessment, dictionary: Dictionary, language: Language): Explanation {
  const say = (words: Bilingual) => words[language];
  const acts = assessment.acts.map(({ act }) => say(dictionary.acts.get(act)?.label ?? { ja: act, en: act }));
  const worry = dictionary.groups.get('worry');
  const kinds = worry !== undefined && isWorrying(assessment) ? [say(worry), ...acts] : acts;
  const band = say(BAND_WORDS[assessment.band]);
  const remarks = [
    ...assessment.notes.flatMap((id) => sayNote(id, dictionary, language)),
    floorSentence(assessment, language),
    apprenticeSentence(assessment, dictionary, language),
    ...cancelledSentences(assessment, dictionary, language),
    sumSentence(assessment, language),
    classifierSentence(assessment, language),
    isUnexplained(assessment) ? say(NOTES['entry.missing']!) : null,
    smallestChange(assessment, dictionary, language),
  ];
  return {
    summary: say({
      ja: `${band}（${assessment.score}点）${kinds.length > 0 ? `：${kinds.join('、')}` : ''}`,
      en: `${band} (${assessment.score} points)${kinds.length > 0 ? `: ${kinds.join(', ')}` : ''}`,
    }),
    reasons: [...reasonsOf(assessment, dictionary, language), ...apprenticeReasons(assessment, dictionary, language)],
    remarks: [...new Set(remarks.filter((remark) => remark !== null))],
  };
}

/** The classifier alone raised it: nothing was found. */
const isUnexplained = ({ acts, classifier, matches }: Assessment): boolean =>
  acts.length === 0 && (classifier?.points ?? 0) > 0 && !matches.some(isApprentice);

/** The writer speaks of their own death, or of violence that they suffer: no harassment, and not to vanish. */
export const isWorrying = ({ notes }: Assessment): boolean => notes.some((id) => id.startsWith('worry.'));

/** Notes of entries that have no words of their own here are told by the name of their group. */
function sayNote(id: string, { groups, rules }: Dictionary, language: Language): string[] {
  const known = NOTES[id];
  if (known !== undefined) return [known[language]];
  const rule = rules.get(id);
  const group = rule?.kind === 'entry' && rule.role.kind === 'grammar' ? groups.get(rule.role.group) : undefined;
  return [group?.[language] ?? id];
}

function reasonsOf(assessment: Assessment, dictionary: Dictionary, language: Language): Explanation['reasons'] {
  const { matches } = assessment;
  const counted = shares(matches, dictionary.scoring);
  const told = new Set<string>(); // acts whose guideline stands above
  return [...counted]
    .sort(([, a], [, b]) => b - a)
    .map(([match, points]) => {
      const info = dictionary.acts.get(match.act!);
      const act = info?.label[language] ?? match.act!;
      const guideline = told.has(act) ? undefined : info?.guideline[language];
      told.add(act);
      const sentence = reason({ match, points, act, guideline }, dictionary, language);
      return { match: matches.indexOf(match), sentence };
    });
}

interface Reason {
  readonly match: AssessedMatch;
  readonly points: number; // its share of the sum
  readonly act: string;
  readonly guideline: string | undefined;
}

function reason({ match, points, act, guideline }: Reason, dictionary: Dictionary, language: Language): string {
  const labels = labelsOf(match.modifiers, dictionary, language);
  const strength = strengthOf(match, dictionary)[language];
  switch (language) {
    case 'ja':
      return `「${match.text}」は「${act}」に当たります（${strength}、${points}点。項目 ${match.entry}${labels.length > 0 ? `。${labels.join('、')}` : ''}）。${guideline ? `指針：${guideline}` : ''}`;
    case 'en':
      return `“${match.text}” is “${act}” (${strength}, ${points} points; entry ${match.entry}${labels.length > 0 ? `; ${labels.join(', ')}` : ''}).${guideline ? ` Guideline: ${guideline}` : ''}`;
  }
}

/** By the points of a match alone, before others take their share. */
function strengthOf({ points }: AssessedMatch, { scoring: { weights } }: Dictionary): Bilingual {
  if (points >= weights[3]) return { ja: '強', en: 'strong' };
  return points >= weights[1] ? { ja: '中', en: 'medium' } : { ja: '弱', en: 'weak' };
}

/** How the score comes about; null where it is the dictionaries' alone. */
function sumSentence({ score, points, classifier }: Assessment, language: Language): string | null {
  const say = (words: Bilingual) => words[language];
  const terms = [
    { value: points.frequency, words: say({ ja: '頻度', en: 'frequency' }) },
    { value: classifier?.points ?? 0, words: say({ ja: '判定器', en: 'classifier' }) },
    { value: points.lifted, words: say({ ja: '下限まで', en: 'up to the floor' }) },
  ].filter(({ value }) => value !== 0);
  if (terms.length === 0) return null;
  const sum = terms.map(({ value, words }) => ` ${value < 0 ? '−' : '＋'} ${words} ${Math.abs(value)}`).join('');
  return say({
    ja: `点数：辞書 ${points.dictionary}${sum} ＝ ${score}`,
    en: `Points: dictionaries ${points.dictionary}${sum.replaceAll('＋', '+')} = ${score}`,
  });
}

/** What the classifier reacted to; a reviewer who finds it right writes an entry of it. */
function classifierSentence({ classifier }: Assessment, language: Language): string | null {
  if (!classifier?.sentence) return null;
  const { text } = classifier.sentence;
  switch (language) {
    case 'ja':
      return `学習した判定器が特に反応した文：「${text}」`;
    case 'en':
      return `The learned classifier reacted most to “${text}”`;
  }
}

/** More places than these are no small change. */
const FEW = 2;

/** The one or two places, strongest first, without which the mail would not have been flagged. */
function smallestChange(assessment: Assessment, { scoring, rules }: Dictionary, language: Language): string | null {
  const limit = scoring.thresholds.review;
  const { score, points, classifier, notes, matches } = assessment;
  if (score < limit || isWorrying(assessment) || notes.includes('classifier.flags')) return null;
  const scoreOf = (rest: readonly AssessedMatch[]): number => {
    const own = scoreMatches(rest, scoring).score;
    return own + points.frequency + influenceOf(classifier, own, scoring).points;
  };
  const holds = ({ entry, weight, points: own }: AssessedMatch): boolean => {
    const rule = rules.get(entry);
    return rule?.kind === 'entry' && own >= limit && (weight >= GRAVE || rule.floor !== null);
  };
  let rest = matches.filter((match) => match.points > 0 && !isApprentice(match));
  const removed: string[] = [];
  while (rest.length > 0 && (scoreOf(rest) >= limit || rest.some(holds))) {
    const strongest = rest.reduce((a, b) => (b.points > a.points ? b : a));
    removed.push(strongest.text);
    rest = rest.filter(({ text }) => text !== strongest.text);
  }
  if (removed.length === 0 || removed.length > FEW) return null;
  switch (language) {
    case 'ja':
      return `${removed.map((text) => `「${text}」`).join('')}がなければ、要確認にはなりません。`;
    case 'en':
      return `Without ${removed.map((text) => `“${text}”`).join(' and ')} it would not be flagged.`;
  }
}
