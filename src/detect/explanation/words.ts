import { type Band, type Strength, UNJUDGED } from '../assessment.ts';
import type { Bilingual } from '../dictionary/index.ts';
import { UNAIMED, UNPRESSED } from '../judging/meant.ts';

export type Language = 'ja' | 'en';

export const BAND_WORDS: Readonly<Record<Band, Bilingual>> = {
  urgent: { ja: '至急', en: 'urgent' },
  review: { ja: '要確認', en: 'to be reviewed' },
  grey: { ja: '微妙', en: 'borderline' },
  ordinary: { ja: '通常', en: 'ordinary' },
};

/** What something would cause alone. */
export const STRENGTH_WORDS: Readonly<Record<Strength, Bilingual>> = {
  strong: { ja: '強', en: 'strong' },
  medium: { ja: '中', en: 'medium' },
  weak: { ja: '弱', en: 'weak' },
};

/** What the ids of notes and of the judging's own modifiers mean. */
export const NOTES: Readonly<Record<string, Bilingual>> = {
  [UNAIMED]: { ja: '相手に向けた言葉が近くにない', en: 'nobody is addressed nearby' },
  [UNPRESSED]: { ja: '要求だけで、圧力を伴わない', en: 'a demand alone, without pressure' },
  'worry.own-death': {
    ja: '書き手が自分の死に触れています。迷惑行為ではなく、心配な内容です。一人で返信せず責任者に伝え、心配していることを言葉にし、公的な相談窓口を案内してください。差し迫っているときは110番か119番へ。',
    en: 'The writer speaks of their own death. This is no harassment but a worry: tell whoever is responsible before you answer, say that you are worried, and name a public helpline. In immediate danger call 110 or 119 (Japan).',
  },
  'worry.violence-suffered': {
    ja: '書き手が暴力を受けていると書いています。迷惑行為ではなく、心配な内容です。責任者に伝え、相談窓口（DV相談ナビ #8008、子どもは189）を案内してください。返信が加害者の目に触れるかもしれません。差し迫っているときは110番へ。',
    en: 'The writer tells of violence suffered. This is no harassment but a worry: tell whoever is responsible and name a helpline (#8008 for domestic violence, 189 for children, in Japan). An answer may be seen by the other person. In immediate danger call 110.',
  },
  'mail.automatic': { ja: '自動送信または一斉配信のメールです。', en: 'The mail is automatic or bulk.' },
  'mail.head-and-tail': {
    ja: '本文が長いため、最初と最後だけを調べました。',
    en: 'The text is long: only its head and tail were screened.',
  },
  [UNJUDGED]: {
    ja: '長すぎる、または深すぎるため、調べていない部分があります。そのため少なくとも「微妙」とします。',
    en: 'Too long or too deeply nested: a part of it was not judged. It is therefore at least “borderline”.',
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
  'judge.short': {
    ja: '文章が短いため、辞書だけで判断しています。',
    en: 'The text is short: the dictionaries alone judge it.',
  },
  'judge.language': {
    ja: 'この言語はまだ学んでいないため、辞書だけで判断しています。',
    en: 'There is no judge for this language: the dictionaries alone judge it.',
  },
  'judge.en': { ja: '英語の文章として判定しています。', en: 'It was judged as English.' },
  'judge.zh': { ja: '中国語の文章として判定しています。', en: 'It was judged as Chinese.' },
  'judge.unknown': {
    ja: '知らない言葉が多いため、辞書だけで判断しています。',
    en: 'Too few of the words are known: the dictionaries alone judge it.',
  },
  'judge.off': {
    ja: '学習した判定は使わない設定のため、辞書だけで判断しています。',
    en: 'Learned judging is switched off: the dictionaries alone judge it.',
  },
  'entry.missing': {
    ja: '当てはまる辞書の項目はありません。文の調子から判断しています。足りない項目があれば辞書に加えてください。',
    en: 'No entry names it: it was judged by how it is written. If an entry is missing, add it to the dictionaries.',
  },
};
