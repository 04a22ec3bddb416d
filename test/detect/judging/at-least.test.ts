import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Classifier,
  compileDictionary,
  type Detector,
  explain,
  type JudgedLanguage,
  RELEASE,
  releaseOf,
} from '../../../src/detect/index.ts';
import { loadTokenizer } from '../../../src/text/index.ts';
import { actFile, detectorFor, dictionaryFiles, groupFile, judge } from '../../support/dictionary.ts';

const files = {
  'physical-violence.yaml': actFile(
    'physical-violence',
    'expressions:\n' +
      '  - { id: violence.kill, do: 殺す, at_least: urgent, match: [例] }\n' +
      '  - { id: violence.shout, say: [怒鳴り込む], at_least: review, match: [例] }\n' +
      '  - { id: violence.grudge, do: 恨む, at_least: grey, match: [例] }\n' +
      '  - { id: violence.english, say: [kill you], lang: en, at_least: urgent, match: [例] }\n' +
      '  - { id: violence.reason, do: 呪う, match: [例] }',
  ),
  'discount-demand.yaml': actFile('discount-demand', 'demands:\n  - { id: discount.half, say: [半額], match: [例] }'),
  'grammar/worry.yaml': groupFile(
    'worry',
    '  - { id: worry.own-death, do: 死ぬ, who: speaker, as: [wish], match: [例] }',
  ),
  'grammar/contexts.yaml':
    'contexts:\n  - { id: clause.denied, clause: denied, label: { ja: 打ち消し, en: denied }, match: [例] }\n',
};
/** A judge of one language, of a mail, of a sentence with neighbours and of one by itself; it knows nothing of another language. */
const calm = (mail: number, around = mail, own: JudgedLanguage = 'ja', alone = around): Classifier => ({
  version: 'test',
  judge: (sentences, language = own) => {
    const odds = (probability: number) => Math.log(probability / (1 - probability));
    const logOdds = odds(sentences.length > 3 ? mail : sentences.length > 1 ? around : alone);
    return {
      language,
      version: 'test',
      logOdds,
      base: logOdds,
      bySentence: new Float64Array(sentences.length),
      acts: [],
      grave: 0,
      abstained: language === own ? null : 'language',
    };
  },
});
const FAR = 'おはようございます。\n今日は晴れです。\n明日も晴れです。\n';

let own: Detector;
let shipped: Detector;
beforeAll(async () => {
  own = await detectorFor(files);
  const all = dictionaryFiles(files);
  const released = [...all, { path: RELEASE, text: releaseOf(all) }];
  shipped = { ...own, dictionary: compileDictionary(released, await loadTokenizer()) };
});
const by = (detector: Detector, classifier: Classifier): Detector => ({ ...detector, classifier });

describe('what an entry asks for', () => {
  it('is held whatever the probability', () => {
    const { band, atLeast } = judge(by(shipped, calm(0.02)), `${FAR}お前を殺す。`);
    expect({ band, atLeast }).toEqual({
      band: 'urgent',
      atLeast: { band: 'urgent', entry: 'violence.kill', calmed: false },
    });
  });

  it('is the highest of all that are found', () => {
    expect(judge(own, 'お前を恨む。お前の店に怒鳴り込む。').atLeast).toMatchObject({ entry: 'violence.shout' });
  });

  it('goes with a context that says that it is not meant', () => {
    expect(judge(own, 'お前を殺すつもりはない。')).toMatchObject({ band: 'ordinary', atLeast: null });
  });

  it('is nothing where it gives the reason only', () => {
    const { atLeast, matches } = judge(by(shipped, calm(0.5)), 'お前を呪う。');
    expect(atLeast).toBeNull();
    expect(matches).toMatchObject([{ entry: 'violence.reason', meant: true, atLeast: null, strength: 'strong' }]);
  });
});

describe('local calm', () => {
  it('lets an entry that ships ask for 微妙 at most, and says so', () => {
    const assessment = judge(by(shipped, calm(0.001, 0.0001)), `${FAR}お前を殺す。`);
    expect(assessment).toMatchObject({
      band: 'grey',
      atLeast: { band: 'grey', entry: 'violence.kill', calmed: true },
    });
    expect(explain(assessment, shipped.dictionary, 'ja').remarks).toContain(
      '「お前を殺す」は本来「至急」を求めますが、全体もその箇所も穏やかなので、「微妙」にしています。',
    );
  });

  it.each([
    ['the mail alone is calm', calm(0.001, 0.01)],
    ['the sentence alone is calm', calm(0.02, 0.0001)],
  ])('is not there where %s', (_, classifier) => {
    expect(judge(by(shipped, classifier), `${FAR}お前を殺す。`).band).toBe('urgent');
  });

  it('does not heed an entry that asks for 微妙 alone', () => {
    expect(judge(by(shipped, calm(0.0001)), `${FAR}お前を恨む。`)).toMatchObject({ band: 'ordinary', atLeast: null });
    expect(judge(by(shipped, calm(0.001)), `${FAR}お前を恨む。`).band).toBe('grey');
  });

  it('is never for an entry of the site, and only by the judge of its own language', () => {
    expect(judge(by(own, calm(0.0001)), `${FAR}お前を殺す。`).band).toBe('urgent');
    expect(judge(by(shipped, calm(0.0001)), `${FAR}I will kill you.`).band).toBe('urgent');
    expect(judge(by(shipped, calm(0.0001, 0.0001, 'en')), `${FAR}I will kill you.`).band).toBe('grey');
  });

  it('asks an English sentence by itself, which need not be so unlikely, and a Japanese one with its neighbours', () => {
    const band = (text: string, classifier: Classifier) => judge(by(shipped, classifier), FAR + text).band;
    expect(band('I will kill you.', calm(0.001, 0.5, 'en', 0.009))).toBe('grey');
    expect(band('I will kill you.', calm(0.001, 0.0001, 'en', 0.011))).toBe('urgent'); // polite neighbours change nothing
    expect(band('お前を殺す。', calm(0.001, 0.0001, 'ja', 0.5))).toBe('grey');
  });
});

describe('an entry in the earlier form', () => {
  it.each([
    ['weight: 5', 'urgent'],
    ['weight: 4', 'review'],
    ['weight: 3', 'review'],
    ['weight: 2', 'grey'],
    ['weight: 1', null],
    ['weight: 1, floor: review', 'review'],
    ['weight: 5, floor: review', 'urgent'],
    ['weight: 5, apprentice: true', 'grey'],
  ])('%s asks for %s', async (fields, band) => {
    const text = `expressions:\n  - { id: a.b, say: [ばか者], ${fields}, match: [例] }`;
    const { dictionary } = await detectorFor({ 'other.yaml': actFile('other', text) });
    expect(dictionary.rules.get('a.b')).toMatchObject({ atLeast: band, own: true });
  });

  it('asks for nothing as a demand', async () => {
    const text = 'demands:\n  - { id: a.b, say: [値引き], weight: 5, match: [例] }';
    const { dictionary } = await detectorFor({ 'other.yaml': actFile('other', text) });
    expect(dictionary.rules.get('a.b')).toMatchObject({ atLeast: null });
  });
});

describe('a worry', () => {
  it('has a lane of its own: no act, no band, and it tells what to do', () => {
    const assessment = judge(by(shipped, calm(0.001)), 'もう死にたいです。');
    expect(assessment).toMatchObject({ band: 'ordinary', acts: [], atLeast: null, worry: ['worry.own-death'] });
    expect(explain(assessment, shipped.dictionary, 'ja').remarks[0]).toMatch(/心配な内容.*責任者.*119/);
  });
});

it('a context that took away what was asked for is named', () => {
  const { reasons, remarks } = explain(judge(own, 'お前を殺すつもりはない。'), own.dictionary, 'ja');
  expect(reasons).toEqual([]);
  expect(remarks[0]).toBe('「お前を殺すつもりはない」は数えていません（打ち消し）。');
});
