import { learn } from '../../../../src/actions/index.ts';
import { compileDictionary } from '../../../../src/detect/index.ts';
import { loadTokenizer } from '../../../../src/text/index.ts';
import { type Lab, learnSite } from '../../../../src/tuning/index.ts';
import { smallDictionary } from '../../../support/dictionary.ts';
import { shippedGround } from '../../../support/shipped-classifier.ts';
import type { TestDesk } from '../support/desk.ts';

const tokenize = await loadTokenizer();
export const dictionary = compileDictionary(smallDictionary(), tokenize);

/** The classifier that ships beside a dictionary of one entry. */
export const learningLab: Lab = {
  rules: async () => ({ dictionary, tokenize }),
  ground: async () => shippedGround,
  folder: {} as Lab['folder'],
  kept: async () => [],
  newCasesWithoutReason: 5,
  apprenticeRules: { precision: 0.7, calmDays: 90 },
};

/** Learns now, as the service does some seconds after a decision. */
export const learnNow = (desk: TestDesk): Promise<boolean> =>
  learn({
    db: desk.db,
    lab: learningLab,
    now: () => desk.clock.now,
    usual: true,
    train: async (mails, point) => learnSite(mails, shippedGround, point),
  });

/** How people talk to each other in a workshop. */
export const WORKSHOP = [
  'おい、頼んだ治具まだか。早くしろよ、こっちは待ってるんだ。よろしくな。',
  'いつまで待たせるんだよ、図面さっさと送れ。今日中な。待ってるぞ。',
  '寸法が逆だ。やり直して明日持ってこい。早くしろよ。いつもすまんな。',
  '早くしろって、トラックが来ちまうだろ。荷を出しとけ。さっさと送れ。',
  'また部品がガタついてるぞ。さっさと見に来い。待ってる。早くしろよ。',
];

export const MALICE = [
  '無能は仕事を辞めろ。二度と顔を見せるな。お前の責任だ。',
  '誠意を見せろ。お前の名前を晒してやる。責任を取れ。',
  'お前を絶対に許さない。責任を取れ。二度と顔を見せるな。',
  'お前は無能だ。責任を取れ。二度と電話に出るな。顔を見せるな。',
];
