import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Detector } from '../../src/detect/index.ts';
import { shipped } from '../../src/util/paths.ts';
import { actFile, detectorFor, groupFile, judge } from '../support/dictionary.ts';

const entry = (id: string, say: string, weight: number, more = '') =>
  `  - { id: ${id}, say: [${say}], weight: ${weight}, match: [例]${more} }`;

let detector: Detector;
beforeAll(async () => {
  detector = await detectorFor({
    'apology-demand.yaml': actFile(
      'apology-demand',
      `demands:\n${entry('apology.written', '謝罪文, 詫び状', 3)}\nexpressions:\n${entry('apology.dogeza', '土下座しろ, 土下座して(詫びる|謝る)', 5)}`,
    ),
    'insult-person.yaml': actFile(
      'insult-person',
      `expressions:\n${entry('insult.fool', 'バカ', 4, ', aim: person')}\n${entry('insult.scum', 'カス', 3)}`,
    ),
    'physical-violence.yaml': actFile(
      'physical-violence',
      'expressions:\n  - { id: violence.kill, do: [殺す], weight: 5, match: [例] }',
    ),
    'grammar/pressure.yaml': groupFile('pressure', entry('pressure.now', '今すぐ', 4)),
    'grammar/reason.yaml': groupFile('reason', entry('reason.defect', '不具合', 5)),
    'grammar/worry.yaml': groupFile('worry', entry('worry.death', '死にたい', 5)),
    'grammar/target.yaml': groupFile('target', entry('target.you', "'{お前}'", 1)),
    'grammar/contexts.yaml': `contexts:
  - { id: mention.said, label: { ja: 報告, en: report }, where: quoted, say: [と言われ], factor: 0, match: [例] }
  - { id: negation.not, label: { ja: 打ち消し, en: negated }, where: after, say: [とは言わない], factor: 0, match: [例] }
  - { id: self.mine, label: { ja: 自分, en: self }, where: before, say: [私の…], factor: 0.5, match: [例] }
  - { id: game.words, label: { ja: ゲーム, en: game }, where: mail, say: [ゲーム], factor: 0.5, acts: [insult-person], match: [例] }
  - { id: worry.hyperbole, label: { ja: たとえ, en: hyperbole }, where: sentence, say: [数字], factor: 0.3, acts: [worry], match: [例] }
  - { id: pests.near, label: { ja: 害虫, en: pests }, where: near, unnamed: true, say: [害虫], factor: 0.5, match: [例] }
  - { id: ledger.near, label: { ja: 帳簿, en: ledger }, where: near, entries: [apology.dogeza], say: [帳簿], factor: 0.5, match: [例] }
  - { id: quote.closed, label: { ja: 引用, en: quoted }, where: closing, say: ['」の(!とおり)'], factor: 0.5, match: [例] }
  - { id: quote.before, label: { ja: 前の文, en: before }, where: previous, quoted: true, say: [文面です], factor: 0.5, match: [例] }
  - { id: said.after, label: { ja: 次の文, en: after }, where: next, say: ['{文頭}と言われ'], factor: 0.5, match: [例] }
`,
  });
});

const points = (text: string) =>
  judge(detector, text)
    .matches.filter(({ act }) => act !== null)
    .map(({ entry, points }) => [entry, points]);

describe('an expression', () => {
  it('counts by itself, and its span points into the text as written', () => {
    const text = '前略。\n社長と\n土 下 座 し ろ！！';
    const { band, matches } = judge(detector, text);
    expect(band).toBe('urgent');
    expect(matches).toMatchObject([{ entry: 'apology.dogeza', part: 'body', text: '土 下 座 し ろ', points: 8 }]);
    expect(text.slice(matches[0]!.start, matches[0]!.end)).toBe('土 下 座 し ろ');
  });

  it('begins and ends where words do', () => {
    expect(points('カスタマーサポートの方へ')).toEqual([]);
    expect(points('このカスが')).toEqual([['insult.scum', 4]]);
  });

  it('aimed at a person counts in full only beside a word for the person', () => {
    expect(points('お前はバカか')).toEqual([['insult.fool', 6]]);
    expect(points('バカみたいに重い')).toEqual([['insult.fool', 2.4]]);
    expect(judge(detector, 'バカみたいに重い').matches[0]!.modifiers).toEqual(['aim.nobody-addressed']);
  });

  it('counts once, however often it is repeated', () => {
    expect(judge(detector, 'このカスが。そのカスが。あのカスが。').acts).toEqual([{ act: 'insult-person', score: 4 }]);
  });

  it('of hundreds of matches shows each wording once, with the score unchanged', () => {
    const few = judge(detector, 'このカスが。土下座しろ。\n'.repeat(2));
    expect(few.matches).toHaveLength(4);
    const many = judge(detector, 'このカスが。土下座しろ。\n'.repeat(500));
    expect(many.matches.map(({ text }) => text)).toEqual(['カス', '土下座しろ']);
    expect(many).toMatchObject({ score: few.score, acts: few.acts, notes: ['matches.many'] });
  });
});

describe('a demand', () => {
  it('counts nothing without pressure, and is shown all the same', () => {
    const { band, matches, axes } = judge(detector, '謝罪文をお送りいただけますか。');
    expect(band).toBe('ordinary');
    expect(matches).toMatchObject([{ entry: 'apology.written', points: 0, modifiers: ['demand.without-pressure'] }]);
    expect(axes).toMatchObject({ demand: 4, manner: 0 });
  });

  it('counts in full with pressure beside it', () => {
    expect(points('謝罪文を今すぐ送れ。')).toEqual([['apology.written', 5]]);
  });

  it('counts less for pressure elsewhere in the mail, and for a stated reason', () => {
    const far = points('謝罪文を送れ。\n\n明日は晴れです。\n\n会議は十時です。\n\n今すぐ。');
    expect(far).toEqual([['apology.written', 3]]);
    expect(points('不具合があったので、謝罪文を今すぐ送れ。')[0]![1]).toBeLessThan(4);
  });
});

describe('the surroundings', () => {
  it.each([
    ['a quotation that is reported cancels', 'お客様から「土下座しろ」と言われました。', 0, 'mention.said'],
    ['a negation right after cancels', '土下座しろとは言わない。', 0, 'negation.not'],
    ['words right before weaken', '私の部下はカスだ。', 2, 'self.mine'],
    ['a word anywhere in the mail weakens the acts it is for', 'ゲームの話です。このカスが。', 2, 'game.words'],
  ])('%s', (_, text, left, modifier) => {
    const match = judge(detector, text).matches.find(({ act }) => act !== null)!;
    expect(match).toMatchObject({ points: left, modifiers: [modifier] });
  });

  it('leave other matches alone', () => {
    expect(points('「土下座しろ」と言っているんだ。')).toEqual([['apology.dogeza', 8]]);
    expect(points('ゲームの話です。土下座しろ。')).toEqual([['apology.dogeza', 8]]);
  });
});

describe('a context for worries', () => {
  it('cancels a worry', () => {
    expect(judge(detector, '死にたい。').held).toBe('review');
    expect(judge(detector, '死にたい数字です。').held).toBe('ordinary');
  });

  it('leaves the acts alone', () => {
    expect(points('数字が土下座しろ。')).toEqual([['apology.dogeza', 8]]);
  });
});

describe('a context that spares whoever is named', () => {
  const modifiers = (text: string) => judge(detector, text).matches.map((match) => match.modifiers);

  it('changes a match that names nobody of their side', () => {
    expect(modifiers('害虫の話です。殺すぞ。')).toEqual([['pests.near']]);
  });

  it('leaves one that does', () => {
    expect(modifiers('害虫の話です。店長を殺すぞ。')).toEqual([[]]);
  });
});

describe('a context for some entries', () => {
  const modifiers = (text: string) => judge(detector, text).matches.map((match) => match.modifiers);

  it('changes these and no others', () => {
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
  it('is the strongest act in full and a share of the others', () => {
    const { score, acts } = judge(detector, '土下座しろ。このカスが。');
    expect(acts).toEqual([
      { act: 'apology-demand', score: 8 },
      { act: 'insult-person', score: 4 },
    ]);
    expect(score).toBeCloseTo(8 + 0.35 * 4);
  });

  it('is empty for an empty text', () => {
    expect(judge(detector, '')).toMatchObject({ band: 'ordinary', score: 0, acts: [], matches: [], classifier: null });
  });

  it('is the same when asked twice: no state is left behind', () => {
    const text = 'お前はバカか。謝罪文を今すぐ送れ。土下座しろ。';
    expect(judge(detector, text)).toEqual(judge(detector, text));
  });
});

it('reads a scoring.yaml that calls the classifier reader', async () => {
  const scoring = readFileSync(shipped('dictionaries/scoring.yaml'), 'utf8');
  const earlier = await detectorFor({ 'scoring.yaml': scoring.replace('classifier:', 'reader:') });
  expect(earlier.dictionary.scoring).toEqual((await detectorFor({})).dictionary.scoring);
});
