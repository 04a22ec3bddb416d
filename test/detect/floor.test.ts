import { beforeAll, describe, expect, it } from 'vitest';
import { type Detector, explain } from '../../src/detect/index.ts';
import { actFile, detectorFor, groupFile, judge } from '../support/dictionary.ts';

const files = {
  'physical-violence.yaml': actFile(
    'physical-violence',
    'expressions:\n' +
      '  - { id: violence.kill, do: 殺す, weight: 5, floor: urgent, match: [例] }\n' +
      '  - { id: violence.shout, say: [怒鳴り込む], weight: 5, match: [例] }\n' +
      '  - { id: violence.hint, do: 呪う, weight: 4, match: [例] }\n' +
      '  - { id: violence.grudge, do: 恨む, weight: 3, match: [例] }\n' +
      '  - { id: violence.free, do: 襲う, weight: 5, floor: null, match: [例] }',
  ),
  'discount-demand.yaml': actFile(
    'discount-demand',
    'demands:\n  - { id: discount.half, say: [半額], weight: 5, match: [例] }',
  ),
  'grammar/softener.yaml': groupFile(
    'softener',
    '  - { id: softener.please, say: [恐れ入り], weight: 5, match: [例] }',
  ),
  'grammar/target.yaml': groupFile('target', "  - { id: target.you, say: ['{お前}'], weight: 1, match: [例] }"),
  'grammar/worry.yaml': groupFile(
    'worry',
    '  - { id: worry.own-death, do: 死ぬ, who: speaker, as: [wish], weight: 5, match: [例] }',
  ),
  'grammar/contexts.yaml': `contexts:
  - { id: clause.denied, clause: denied, label: { ja: 打ち消し, en: denied }, factor: 0, match: [例] }
  - { id: joke.laugh, label: { ja: 笑い, en: laughter }, where: sentence, say: [なんちゃって], factor: 0.8, match: [例] }
`,
};
const against = { version: 'x', judge: () => ({ probability: 0.001, strongest: null, abstained: null }) };

let alone: Detector;
let withClassifier: Detector;
beforeAll(async () => {
  alone = await detectorFor(files);
  withClassifier = { ...alone, classifier: against };
});

describe('a floor', () => {
  it('is held against classifier, softeners and contexts that only weaken', () => {
    for (const text of ['お前を殺す。', '恐れ入りますが、お前を殺します。', 'お前を殺す、なんちゃって。']) {
      const { band, score, floor } = judge(withClassifier, text);
      expect({ band, floor }, text).toEqual({ band: 'urgent', floor: { band: 'urgent', entry: 'violence.kill' } });
      expect(score).toBe(8);
    }
  });

  it('goes only with a context that cancels the match', () => {
    expect(judge(alone, 'お前を殺すつもりはない。')).toMatchObject({ band: 'ordinary', floor: null, score: 0 });
  });

  it('is review for weight 5 unless written otherwise, and phrases hold it where somebody is addressed', () => {
    expect(judge(alone, 'お前の店に怒鳴り込む。').floor).toEqual({ band: 'review', entry: 'violence.shout' });
    expect(judge(alone, '怒鳴り込む。').floor).toBeNull();
    expect(judge(alone, 'お前を襲う。').floor).toBeNull();
    expect(judge(alone, 'お前を呪う。').floor).toBeNull();
  });
});

describe('beside the classifier', () => {
  it('a grave expression stays to be reviewed, whatever it takes off', () => {
    const { band, notes, points, classifier } = judge(withClassifier, 'お前を呪う。');
    expect(band).toBe('review');
    expect(notes).toContain('classifier.overruled');
    expect(points.dictionary + points.frequency + classifier!.points + points.lifted).toBe(4);
  });

  it('a lighter one goes down to 微妙, and no further', () => {
    expect(judge(alone, 'お前を恨む。')).toMatchObject({ band: 'review', score: 4 });
    const { band, points, classifier } = judge(withClassifier, 'お前を恨む。');
    expect({ band, points, taken: classifier?.points }).toEqual({
      band: 'grey',
      points: { dictionary: 4, frequency: 0, lifted: 2 },
      taken: -4,
    });
  });

  it('nothing that the dictionaries surface becomes ordinary', () => {
    expect(judge({ ...withClassifier }, '半額にしろ。').band).toBe('ordinary'); // a demand without pressure
    expect(judge(withClassifier, '呪ってやる。').band).toBe('review');
  });
});

describe('a worry', () => {
  it('is to be reviewed, is no act, and tells what to do', () => {
    const assessment = judge(withClassifier, 'もう死にたいです。');
    expect(assessment).toMatchObject({ band: 'review', acts: [], floor: null, notes: ['worry.own-death'] });
    const { remarks } = explain(assessment, alone.dictionary, 'ja');
    expect(remarks[0]).toMatch(/心配な内容.*責任者.*119/);
    expect(remarks.join()).not.toContain('がなければ');
  });
});

describe('the explanation', () => {
  it('names the entry that holds the floor, and how the points add up', () => {
    const { remarks } = explain(judge(withClassifier, 'お前を殺す。'), alone.dictionary, 'en');
    expect(remarks).toContain('Entry violence.kill keeps it at “urgent” at least, whatever else is said.');
    expect(remarks).toContain('Points: dictionaries 8 − classifier 8 + up to the floor 8 = 8');
  });

  it('names the context that took a floor away', () => {
    const { reasons, remarks } = explain(judge(alone, 'お前を殺すつもりはない。'), alone.dictionary, 'ja');
    expect(reasons).toEqual([]);
    expect(remarks).toEqual(['「お前を殺すつもりはない」は数えていません（打ち消し）。']);
  });
});
