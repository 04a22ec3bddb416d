import type { AssessedMatch, Assessment, Band } from './assessment.ts';
import type { Bilingual, Dictionary } from './dictionary/index.ts';
import { COUPLED, scoreMatches, UNAIMED, UNPRESSED } from './score.ts';

export type Language = 'ja' | 'en';

/** An assessment in sentences that a reviewer understands. */
export interface Explanation {
  readonly summary: string;
  /** One for each match that counted or could have; `match` is its index in `assessment.matches`. */
  readonly reasons: readonly { readonly match: number; readonly sentence: string }[];
  /** What the reading and the history add, and the smallest change that would leave the mail unflagged. */
  readonly remarks: readonly string[];
}

const BAND: Readonly<Record<Band, Bilingual>> = {
  urgent: { ja: '至急', en: 'urgent' },
  review: { ja: '要確認', en: 'to be reviewed' },
  grey: { ja: '微妙', en: 'borderline' },
  ordinary: { ja: '通常', en: 'ordinary' },
};

const NOTES: Readonly<Record<string, Bilingual>> = {
  [UNAIMED]: { ja: '相手に向けた言葉が近くにない', en: 'nobody is addressed nearby' },
  [COUPLED]: { ja: '要求に圧力が伴う', en: 'the demand comes with pressure' },
  [UNPRESSED]: { ja: '要求だけで、圧力を伴わない', en: 'a demand alone, without pressure' },
  'mail.automatic': { ja: '自動送信または一斉配信のメールです。', en: 'The mail is automatic or bulk.' },
  'mail.head-and-tail': {
    ja: '本文が長いため、最初と最後だけを調べました。',
    en: 'The text is long: only its head and tail were screened.',
  },
  'matches.many': {
    ja: '一致が多いため、代表的なものだけを示します。',
    en: 'There are many matches: only the telling ones are shown.',
  },
  'frequency.repeat-after-answer': {
    ja: '回答の後に同じ要求が繰り返されています。',
    en: 'The same demand is repeated after an answer.',
  },
  'frequency.repeat': { ja: '同じ要求が繰り返されています。', en: 'The same demand is repeated.' },
  'frequency.burst': { ja: '24時間以内に多数のメールが届いています。', en: 'Many mails arrived within 24 hours.' },
  'frequency.rest-time': { ja: '夜間や休日の送信が続いています。', en: 'Mails keep coming at night or on holidays.' },
  'frequency.long': { ja: '長文のメールが続いています。', en: 'Long mails keep coming.' },
  'classifier.flags': { ja: '学習した判定器が強く反応しました。', en: 'The learned classifier reacts strongly.' },
  'classifier.surfaces': { ja: '学習した判定器が反応しました。', en: 'The learned classifier reacts.' },
  'classifier.abstains-short': {
    ja: '文章が短いため、学習した判定器は判断していません。',
    en: 'The text is too short for the learned classifier.',
  },
  'classifier.abstains-language': {
    ja: '日本語の文章ではないため、学習した判定器は判断していません。',
    en: 'The text is not Japanese: the learned classifier does not judge it.',
  },
  'classifier.abstains-unknown': {
    ja: '知らない言葉が多いため、学習した判定器は判断していません。',
    en: 'The learned classifier knows too little of this text to judge it.',
  },
};

export function explain(assessment: Assessment, dictionary: Dictionary, language: Language): Explanation {
  const say = (words: Bilingual) => words[language];
  const reasons = assessment.matches.flatMap((match, index) =>
    match.act === null ? [] : [{ match: index, sentence: reason(match, dictionary, language) }],
  );
  const acts = assessment.acts.map(({ act }) => say(dictionary.acts.get(act)?.label ?? { ja: act, en: act }));
  const summary = say({
    ja: `${BAND[assessment.band].ja}（${assessment.score}点）${acts.length > 0 ? `：${acts.join('、')}` : ''}`,
    en: `${BAND[assessment.band].en} (${assessment.score} points)${acts.length > 0 ? `: ${acts.join(', ')}` : ''}`,
  });
  const notes = assessment.notes.map((id) => say(NOTES[id] ?? { ja: id, en: id }));
  const byClassifier = assessment.acts.length === 0 && (assessment.classifier?.points ?? 0) > 0;
  const invitation = say({
    ja: '一致した項目はありません。足りない項目を辞書に加えてください。',
    en: 'No entry matched. Please write the missing entry.',
  });
  const reaction = classifierSentence(assessment, language);
  const change = smallestChange(assessment, dictionary, language);
  return {
    summary,
    reasons,
    remarks: [
      ...notes,
      ...(reaction === null ? [] : [reaction]),
      ...(byClassifier ? [invitation] : []),
      ...(change === null ? [] : [change]),
    ],
  };
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

function reason(match: AssessedMatch, dictionary: Dictionary, language: Language): string {
  const info = match.act === null ? undefined : dictionary.acts.get(match.act);
  const labels = match.modifiers.map((id) => {
    const rule = dictionary.rules.get(id);
    return (rule?.kind === 'context' ? rule.label : (NOTES[id] ?? { ja: id, en: id }))[language];
  });
  const act = info?.label[language] ?? match.act ?? '';
  const guideline = info?.guideline[language];
  switch (language) {
    case 'ja':
      return `「${match.text}」は「${act}」の項目 ${match.entry}（重み${match.weight}）に当たり、${match.points}点です${labels.length > 0 ? `（${labels.join('、')}）` : ''}。${guideline ? `指針：${guideline}` : ''}`;
    case 'en':
      return `“${match.text}” matches ${match.entry} of “${act}” (weight ${match.weight}): ${match.points} points${labels.length > 0 ? ` (${labels.join(', ')})` : ''}.${guideline ? ` Guideline: ${guideline}` : ''}`;
  }
}

/** The fewest words, strongest first, without which the mail would not have been flagged. */
function smallestChange(assessment: Assessment, dictionary: Dictionary, language: Language): string | null {
  const limit = dictionary.scoring.thresholds.review;
  if (assessment.score < limit) return null;
  const besides = assessment.score - scoreMatches(assessment.matches, dictionary.scoring).score; // classifier and frequency
  let rest = assessment.matches.filter(({ points }) => points > 0);
  const removed: string[] = [];
  while (rest.length > 0 && scoreMatches(rest, dictionary.scoring).score + besides >= limit) {
    const strongest = rest.reduce((a, b) => (b.points > a.points ? b : a));
    removed.push(strongest.text);
    rest = rest.filter(({ text }) => text !== strongest.text);
  }
  if (removed.length === 0) return null;
  switch (language) {
    case 'ja':
      return `${removed.map((text) => `「${text}」`).join('')}がなければ、要確認にはなりません。`;
    case 'en':
      return `Without ${removed.map((text) => `“${text}”`).join(' and ')} it would not be flagged.`;
  }
}
