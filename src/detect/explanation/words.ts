import { APPRENTICE, type Band, OVERRULED, UNJUDGED } from '../assessment.ts';
import type { Bilingual } from '../dictionary/index.ts';
import { COUPLED, UNAIMED, UNPRESSED } from '../score.ts';

export type Language = 'ja' | 'en';

export const BAND_WORDS: Readonly<Record<Band, Bilingual>> = {
  urgent: { ja: '至急', en: 'urgent' },
  review: { ja: '要確認', en: 'to be reviewed' },
  grey: { ja: '微妙', en: 'borderline' },
  ordinary: { ja: '通常', en: 'ordinary' },
};

/** What the ids of notes and of the scoring's own modifiers mean. */
export const NOTES: Readonly<Record<string, Bilingual>> = {
  [UNAIMED]: { ja: '相手に向けた言葉が近くにない', en: 'nobody is addressed nearby' },
  [COUPLED]: { ja: '要求に圧力が伴う', en: 'the demand comes with pressure' },
  [APPRENTICE]: { ja: '見習い中', en: 'an apprentice' },
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
  [OVERRULED]: {
    ja: '学習した判定器は問題が小さいと見ていますが、辞書の一致は人が確かめます。',
    en: 'The learned classifier sees less in it, but what the dictionaries found is for a person to decide.',
  },
  'entry.missing': {
    ja: '一致した項目はありません。足りない項目を辞書に加えてください。',
    en: 'No entry matched. Please write the missing entry.',
  },
};
