import { beforeAll, describe, expect, it } from 'vitest';
import { judgeBy } from '../../src/lab/functional/mail.ts';
import { shippedRules } from '../support/shipped-rules.ts';

let bandOf: (body: string) => Promise<string>;
beforeAll(async () => {
  const judge = judgeBy(await shippedRules());
  bandOf = (body) => judge({ subject: 'お問い合わせの件', body, text: body, frame: 'alone', use: 'develop' });
}, 120_000);

/** A line among the polite lines of a Japanese mail, of which the classifier thinks nothing bad. */
const within = (line: string) =>
  `お世話になっております。田中です。\n先日の納品の件ですが、まだ返事がありません。\n${line}\nよろしくお願いいたします。`;

describe('a log or a report that quotes a threat is not urgent', () => {
  it.each([
    '10:32 お前らを殺す という書き込み を検知しました',
    '[WARN] comment-filter: お前らを殺す という投稿 を非公開にしました',
    '検知内容: お前らを殺す というコメント。投稿者 user123。',
    'お前らを殺す というメッセージが三件届いています。',
    'お前らを殺すとの発言が録音に残っています。',
    '「お前らを殺す という書き込み」',
    '10:32 I will kill you という書き込み を検知しました',
  ])('%s', async (line) => {
    expect(['ordinary', 'grey']).toContain(await bandOf(line));
    expect(['ordinary', 'grey']).toContain(await bandOf(within(line)));
  });

  it.each([
    'お前らを殺す というメッセージだ。よく読め。',
    'お前らを殺すという書き込みをしたのは俺だ。本当に殺す。',
    'お前らを殺すという書き込みをしてやる。',
    'お前らを殺す。この投稿を消すな。',
  ])("but the writer's own threat is: %s", async (line) => {
    expect(['review', 'urgent']).toContain(await bandOf(line));
  });
});

describe('a threat in another language counts within a Japanese mail as alone', () => {
  it.each([
    'I will kill you.',
    '我要杀了你',
    '我要殺了你。',
    'I will find you and hurt you.',
    "We'll track you down and kill you.",
  ])('%s', async (threat) => {
    expect(await bandOf(threat)).toBe('urgent');
    expect(await bandOf(within(threat))).toBe('urgent');
  });

  it.each([
    'I will find you a better price and get back to you.',
    'We will find you at the station and hand you the documents.',
    'その曲の題名は「You Never Kill My Love」です。',
    'Please kill the process if it hurts you.',
    '你好，请杀掉进程。',
  ])('and its neighbours do not: %s', async (line) => {
    expect(await bandOf(line)).toBe('ordinary');
    expect(await bandOf(within(line))).toBe('ordinary');
  });
});
