import { beforeAll, describe, expect, it } from 'vitest';
import {
  answerAt,
  BANDS,
  type Band,
  compileDictionary,
  type Detector,
  DictionaryError,
  explain,
  type History,
  isApprentice,
  meaningOf,
} from '../../src/detect/index.ts';
import { loadTokenizer } from '../../src/text/index.ts';
import { actFile, detectorFor, dictionaryFiles, groupFile, judge } from '../support/dictionary.ts';
import { entryId } from '../support/ids.ts';

/** The same entries, of which some are apprentices. */
const files = (apprentices: readonly string[]) => {
  const entry = (id: string, words: string, more: string) =>
    `  - { id: ${id}, ${words}, ${more}, match: [例]${apprentices.includes(id) ? ', apprentice: true' : ''} }\n`;
  return {
    'physical-violence.yaml': actFile(
      'physical-violence',
      `expressions:\n${entry('violence.kill', 'do: 殺す', 'weight: 5, floor: urgent')}${entry('violence.beat', 'do: 殴る', 'weight: 4')}`,
    ),
    'insult-person.yaml': actFile(
      'insult-person',
      `expressions:\n${entry('insult.slow', 'say: [のろま]', 'weight: 1')}${entry('insult.again', 'say: [このろま]', 'weight: 3')}${entry('insult.fool', 'say: [まぬけ]', 'weight: 3')}`,
    ),
    'discount-demand.yaml': actFile(
      'discount-demand',
      `demands:\n${entry('discount.half', 'say: [半額]', 'weight: 3')}`,
    ),
    'grammar/pressure.yaml': groupFile('pressure', '  - { id: pressure.now, say: [いますぐ], weight: 4, match: [例] }'),
    'grammar/contexts.yaml': `contexts:
  - { id: joke.laugh, label: { ja: 笑い, en: laughter }, where: sentence, say: [なんちゃって], factor: 0, match: [例] }
`,
  };
};
const ALL = ['violence.kill', 'violence.beat', 'insult.slow', 'insult.again', 'insult.fool', 'discount.half'];

let full: Detector;
let grave: Detector; // kill and half are apprentices
let none: Detector; // all are
beforeAll(async () => {
  full = await detectorFor(files([]));
  grave = await detectorFor(files(['violence.kill', 'discount.half']));
  none = await detectorFor(files(ALL));
});

describe('an apprentice', () => {
  it('brings a mail to grey by itself, and holds no floor', () => {
    expect(judge(full, 'お前を殺す。').band).toBe('urgent');
    const { band, score, points, floor, acts, axes, matches } = judge(grave, 'お前を殺す。');
    expect({ band, score, floor, acts, manner: axes.manner }).toEqual({
      band: 'grey',
      score: 2,
      floor: null,
      acts: [],
      manner: 0,
    });
    expect(points).toEqual({ dictionary: 0, frequency: 0, lifted: 2 });
    expect(matches).toMatchObject([{ entry: 'violence.kill', act: 'physical-violence', points: 8 }]);
    expect(matches.every(isApprentice)).toBe(true);
  });

  it('brings no mail to grey that it would not have by its weight', () => {
    const some = judge(none, 'のろま。');
    expect(some.band).toBe('ordinary');
    expect(some.matches).toHaveLength(1);
  });

  it('counts as a demand with pressure alone', () => {
    expect(judge(grave, '半額にしてほしい。').band).toBe('ordinary');
    expect(judge(grave, 'いますぐ半額にしろ。').band).toBe('grey');
    expect(judge(full, 'いますぐ半額にしろ。').band).toBe('review');
  });

  it('is cancelled by a context like others', () => {
    expect(judge(grave, 'お前を殺す、なんちゃって。').band).toBe('ordinary');
  });

  it('stands against a classifier that sees nothing, and is not raised by one that sees something', () => {
    const says = (probability: number): Detector => ({
      ...grave,
      classifier: { version: 'x', judge: () => ({ probability, strongest: null, abstained: null }) },
    });
    expect(judge(says(0.0001), 'お前を殺す。').band).toBe('grey');
    const without = judge({ ...says(0.2), dictionary: none.dictionary }, 'よろしくお願いします。');
    expect(judge(says(0.2), 'お前を殺す。').score).toBe(without.score);
  });

  it('does not count as asked again', () => {
    const day = 86_400_000;
    const at = new Date('2026-11-24T10:00:00+09:00');
    const earlier = (entries: readonly string[]): History => [
      {
        at: new Date(at.getTime() - 2 * day),
        direction: 'in',
        sameThread: true,
        sameSender: true,
        band: 'grey',
        entries: entries.map(entryId),
        characters: 10,
      },
      answerAt(new Date(at.getTime() - day)),
    ];
    expect(judge(full, 'お前を殺す。', earlier(['violence.kill']), at).axes.frequency).toBeGreaterThan(0);
    expect(judge(grave, 'お前を殺す。', earlier(['violence.kill']), at).axes.frequency).toBe(0);
  });

  const texts = [
    'お前を殺す。',
    'まぬけ。',
    'このろま。',
    'まぬけ。お前を殺す。',
    'いますぐ半額にしろ。まぬけ。',
    'いますぐ半額にしろ。お前を殴る。',
    'お前を殴る。お前を殺す。このろま。のろま。',
    'お世話になっております。',
  ];

  it('never lowers what others find, and takes no words from them', () => {
    const without = (detector: Detector, ids: readonly string[]): Detector => ({
      ...detector,
      dictionary: {
        ...detector.dictionary,
        candidates: detector.dictionary.candidates.filter(({ rule }) => !ids.includes(rule.id)),
        automaton: {
          scan: (text, found) =>
            detector.dictionary.automaton.scan(text, (one) => ids.includes(one.rule.id) || found(one)),
        },
      },
    });
    const rank = (band: Band) => BANDS.indexOf(band);
    for (let chosen = 0; chosen < 2 ** ALL.length; chosen += 3) {
      const ids = ALL.filter((_, place) => chosen & (2 ** place));
      const dictionary = { ...full.dictionary, rules: new Map(full.dictionary.rules) };
      for (const id of ids) {
        const rule = dictionary.rules.get(id)!;
        if (rule.kind === 'entry') Object.assign(rule, { apprentice: true, floor: null });
      }
      for (const text of texts) {
        const [alone, beside] = [judge(without(full, ids), text), judge({ ...full, dictionary }, text)];
        expect(rank(beside.band), `${text} ${ids}`).toBe(
          rank(alone.band) > rank('grey')
            ? rank(alone.band)
            : Math.max(rank(alone.band), Math.min(1, rank(beside.band))),
        );
        expect(beside.acts).toEqual(alone.acts);
        expect(beside.points.dictionary).toBe(alone.points.dictionary);
        expect(beside.axes).toEqual(alone.axes);
        expect(beside.matches.filter((match) => !isApprentice(match))).toEqual(alone.matches);
      }
      for (const [id, rule] of full.dictionary.rules)
        if (rule.kind === 'entry' && ids.includes(id))
          Object.assign(rule, { apprentice: false, floor: id === 'violence.kill' ? 'urgent' : null });
    }
  });

  it('says of itself that it is one, in the language asked for, and is not part of the sum', () => {
    const assessment = judge(grave, 'お前を殺す。まぬけ。');
    const ja = explain(assessment, grave.dictionary, 'ja');
    const [counted, apprentice] = ja.reasons.map(({ sentence }) => sentence);
    expect(counted).toContain('insult.fool');
    expect(counted).toContain('4点');
    expect(apprentice).toContain('見習い中');
    expect(apprentice).toContain('violence.kill');
    const alone = explain(judge(grave, 'お前を殺す。'), grave.dictionary, 'ja');
    expect(alone.remarks).toContain(
      '見習い中の項目だけで「微妙」になっています。判断が集まると、正式な項目になります。',
    );
    expect(ja.remarks.join()).not.toContain('見習い中');
    const en = explain(judge(grave, 'お前を殺す。'), grave.dictionary, 'en');
    expect([...en.remarks, ...en.reasons.map(({ sentence }) => sentence)].join()).toMatch(/apprentice/);
    expect([...en.remarks].join()).not.toMatch(/見習い/);
  });

  it('is told by the sentence of its meaning', () => {
    const told = grave.dictionary.rules.get('violence.kill');
    expect(told?.kind === 'entry' && meaningOf(told)).toContain('見習い中');
  });

  it('cannot be grammar', async () => {
    const wrong = {
      'grammar/pressure.yaml': groupFile(
        'pressure',
        '  - { id: p.now, say: [いま], weight: 1, match: [例], apprentice: true }',
      ),
    };
    const tokenize = await loadTokenizer();
    expect(() => compileDictionary(dictionaryFiles(wrong), tokenize)).toThrow(DictionaryError);
  });
});
