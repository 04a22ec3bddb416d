import { beforeAll, describe, expect, it } from 'vitest';
import type { Detector } from '../../src/detect/index.ts';
import { actFile, detectorFor, groupFile, judge } from '../support/dictionary.ts';

const entry = (id: string, say: string, asks: string | null, more = '') =>
  `  - { id: ${id}, say: [${say}]${asks === null ? '' : `, at_least: ${asks}`}, match: [例]${more} }`;

let detector: Detector;
beforeAll(async () => {
  detector = await detectorFor({
    'apology-demand.yaml': actFile(
      'apology-demand',
      `demands:\n${entry('apology.written', '謝罪文, 詫び状', 'review')}\nexpressions:\n${entry('apology.dogeza', '土下座しろ, 土下座して(詫びる|謝る)', 'urgent')}`,
    ),
    'insult-person.yaml': actFile(
      'insult-person',
      `expressions:\n${entry('insult.fool', 'バカ', 'review', ', aim: person')}\n${entry('insult.scum', 'カス', 'review')}`,
    ),
    'physical-violence.yaml': actFile(
      'physical-violence',
      'expressions:\n  - { id: violence.kill, do: [殺す], at_least: urgent, match: [例] }',
    ),
    'grammar/pressure.yaml': groupFile('pressure', entry('pressure.now', '今すぐ', null)),
    'grammar/reason.yaml': groupFile('reason', entry('reason.defect', '不具合', null)),
    'grammar/worry.yaml': groupFile('worry', entry('worry.death', '死にたい', null)),
    'grammar/target.yaml': groupFile('target', entry('target.you', "'{お前}'", null)),
    'grammar/contexts.yaml': `contexts:
  - { id: mention.said, label: { ja: 報告, en: report }, where: quoted, say: [と言われ], match: [例] }
  - { id: negation.not, label: { ja: 打ち消し, en: negated }, where: after, say: [とは言わない], match: [例] }
  - { id: self.mine, label: { ja: 自分, en: self }, where: before, say: [私の…], match: [例] }
  - { id: game.words, label: { ja: ゲーム, en: game }, where: mail, say: [ゲーム], acts: [insult-person], match: [例] }
  - { id: worry.hyperbole, label: { ja: たとえ, en: hyperbole }, where: sentence, say: [数字], acts: [worry], match: [例] }
  - { id: pests.near, label: { ja: 害虫, en: pests }, where: near, unnamed: true, say: [害虫], match: [例] }
  - { id: ledger.near, label: { ja: 帳簿, en: ledger }, where: near, entries: [apology.dogeza], say: [帳簿], match: [例] }
  - { id: quote.closed, label: { ja: 引用, en: quoted }, where: closing, say: ['」の(!とおり)'], match: [例] }
  - { id: quote.before, label: { ja: 前の文, en: before }, where: previous, quoted: true, say: [文面です], match: [例] }
  - { id: said.after, label: { ja: 次の文, en: after }, where: next, say: ['{文頭}と言われ'], match: [例] }
`,
  });
});

/** What each entry of an act that is found asks for. */
const asked = (text: string) =>
  judge(detector, text)
    .matches.filter(({ act }) => act !== null)
    .map(({ entry, atLeast }) => [entry, atLeast]);

describe('an expression', () => {
  it('asks for its band, and its span points into the text as written', () => {
    const text = '前略。\n社長と\n土 下 座 し ろ！！';
    const { band, matches } = judge(detector, text);
    expect(band).toBe('urgent');
    expect(matches).toMatchObject([
      { entry: 'apology.dogeza', part: 'body', text: '土 下 座 し ろ', atLeast: 'urgent' },
    ]);
    expect(text.slice(matches[0]!.start, matches[0]!.end)).toBe('土 下 座 し ろ');
  });

  it('begins and ends where words do', () => {
    expect(asked('カスタマーサポートの方へ')).toEqual([]);
    expect(asked('このカスが')).toEqual([['insult.scum', 'review']]);
  });

  it('aimed at a person asks for something only beside a word for the person', () => {
    expect(asked('お前はバカか')).toEqual([['insult.fool', 'review']]);
    expect(asked('バカみたいに重い')).toEqual([['insult.fool', null]]);
    expect(judge(detector, 'バカみたいに重い').matches[0]!.modifiers).toEqual(['aim.nobody-addressed']);
  });

  it('of hundreds of matches shows each wording once', () => {
    const few = judge(detector, 'このカスが。土下座しろ。\n'.repeat(2));
    expect(few.matches).toHaveLength(4);
    const many = judge(detector, 'このカスが。土下座しろ。\n'.repeat(500));
    expect(many.matches.map(({ text }) => text)).toEqual(['カス', '土下座しろ']);
    expect(many).toMatchObject({ band: few.band, notes: ['matches.many'] });
  });
});

describe('a demand', () => {
  it('is no reason without pressure, and is shown all the same', () => {
    const { band, matches } = judge(detector, '謝罪文をお送りいただけますか。');
    expect(band).toBe('ordinary');
    expect(matches).toMatchObject([
      { entry: 'apology.written', meant: false, atLeast: null, modifiers: ['demand.without-pressure'] },
    ]);
  });

  it('is one with pressure in its sentence or beside it, and no further away', () => {
    expect(asked('謝罪文を今すぐ送れ。')).toEqual([['apology.written', 'review']]);
    expect(asked('謝罪文を送れ。\n\n今すぐ。')).toEqual([['apology.written', 'review']]);
    expect(asked('謝罪文を送れ。\n\n明日は晴れです。\n\n今すぐ。')).toEqual([['apology.written', null]]);
  });
});

describe('the surroundings', () => {
  it.each([
    ['a quotation that is reported', 'お客様から「土下座しろ」と言われました。', 'mention.said'],
    ['a negation right after', '土下座しろとは言わない。', 'negation.not'],
    ['words right before', '私の部下はカスだ。', 'self.mine'],
    ['a word anywhere in the mail, for the acts it is for', 'ゲームの話です。このカスが。', 'game.words'],
  ])('%s: says that it is not meant', (_, text, modifier) => {
    const match = judge(detector, text).matches.find(({ act }) => act !== null)!;
    expect(match).toMatchObject({ meant: false, atLeast: null, strength: null, modifiers: [modifier] });
  });

  it('leave other matches alone', () => {
    expect(asked('「土下座しろ」と言っているんだ。')).toEqual([['apology.dogeza', 'urgent']]);
    expect(asked('ゲームの話です。土下座しろ。')).toEqual([['apology.dogeza', 'urgent']]);
  });
});

describe('a context for worries', () => {
  it('cancels a worry', () => {
    expect(judge(detector, '死にたい。').worry).toEqual(['worry.death']);
    expect(judge(detector, '死にたい数字です。').worry).toEqual([]);
  });

  it('leaves the acts alone', () => {
    expect(asked('数字が土下座しろ。')).toEqual([['apology.dogeza', 'urgent']]);
  });
});

describe('a context that spares whoever is named', () => {
  const modifiers = (text: string) => judge(detector, text).matches.map((match) => match.modifiers);

  it('takes away a match that names nobody of their side', () => {
    expect(modifiers('害虫の話です。殺すぞ。')).toEqual([['pests.near']]);
  });

  it('leaves one that does', () => {
    expect(modifiers('害虫の話です。店長を殺すぞ。')).toEqual([[]]);
  });
});

describe('a context for some entries', () => {
  const modifiers = (text: string) => judge(detector, text).matches.map((match) => match.modifiers);

  it('takes away these and no others', () => {
    expect(modifiers('帳簿です。土下座しろ。')).toEqual([['ledger.near']]);
    expect(modifiers('帳簿です。殺すぞ。')).toEqual([[]]);
  });
});

describe('a context beside the words', () => {
  const modifiers = (text: string) => judge(detector, text).matches.map((match) => match.modifiers);

  it.each([
    ['from the mark that closes their quotation', '次の「殺すぞ。」の字が薄いです。', ['quote.closed']],
    ['only where such a mark closes around them', '殺すぞ、「規則」の話は聞き飽きた。', []],
    ['in the sentence before, of words in quotation marks', '文面です。「殺すぞ。」', ['quote.before']],
    ['and of no others', '文面です。殺すぞ。', []],
    ['in the sentence after', '殺すぞ。と言われました。', ['said.after']],
    ['and not in that before', 'と言われました。殺すぞ。', []],
  ])('counts %s: %s', (_, text, expected) => expect(modifiers(text)).toEqual([expected]));
});

describe('the whole', () => {
  it('is the highest band that an entry asks for, and names the entry', () => {
    expect(judge(detector, 'このカスが。土下座しろ。')).toMatchObject({
      band: 'urgent',
      atLeast: { band: 'urgent', entry: 'apology.dogeza', calmed: false },
      judge: { by: 'dictionaries', why: 'off' },
    });
  });

  it('is empty for an empty text', () => {
    expect(judge(detector, '')).toMatchObject({ band: 'ordinary', acts: [], matches: [], atLeast: null });
  });

  it('is the same when asked twice: no state is left behind', () => {
    const text = 'お前はバカか。謝罪文を今すぐ送れ。土下座しろ。';
    expect(judge(detector, text)).toEqual(judge(detector, text));
  });
});
