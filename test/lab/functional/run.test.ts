import { describe, expect, it } from 'vitest';
import { readFunctionalTests } from '../../../src/lab/functional/file.ts';
import { passes, passRate, runFunctionalTests } from '../../../src/lab/functional/run.ts';
import { textsOf } from '../../../src/lab/functional/texts.ts';
import { formatProblem } from '../../../src/util/located-yaml.ts';

const FRAMES = `words: { you: [お前, 貴様, てめえ] }
frames:
  alone: { subject: 件名, body: <text> }
  subject-line: { subject: <text>, body: 本文です。 }
  office: { from: business, subject: 納品, body: "前。\\n<text>" }
`;

const read = (yaml: string) =>
  readFunctionalTests({ path: 'frames.yaml', text: FRAMES }, [{ path: 'a.yaml', text: yaml }]);

const one = (rest: string) => {
  const found = read(`functions:\n  a.b:\n    ja: 例\n    en: example\n    group: grave\n${rest}`);
  if (!found.ok) throw new Error(found.problems.map(formatProblem).join('\n'));
  return found.tests;
};

const problemsOf = (rest: string): string[] => {
  const found = read(`functions:\n  a.b:\n    ja: 例\n    en: example\n    group: grave\n${rest}`);
  return found.ok ? [] : found.problems.map(formatProblem);
};

const VERBS = `    atLeast: review
    words: { act: [を殺す, を埋める, を殴る, を刺す] }
    templates:
      - <you><act>。
      - <you><act:て>やる。
`;

describe('reading functional tests', () => {
  it.each([
    [
      'a slot without words',
      '    atLeast: review\n    templates:\n      - <me>を殺す。\n',
      'a.yaml:8:9: functions.a.b.templates.0: no words me',
    ],
    [
      'a form that no verb has',
      '    atLeast: review\n    templates:\n      - <you:て>を殺す。\n',
      'a.yaml:8:9: functions.a.b.templates.0: no form て of お前, 貴様, てめえ',
    ],
    ['no expectation', '    templates:\n      - 殺す。\n', 'a.yaml:2:3: functions.a.b: atLeast or atMost, one of them'],
    [
      'two expectations',
      '    atLeast: grey\n    atMost: grey\n    templates:\n      - 殺す。\n',
      'a.yaml:2:3: functions.a.b: atLeast or atMost, one of them',
    ],
    [
      'an unknown frame',
      '    atLeast: grey\n    frames: [shop]\n    templates:\n      - 殺す。\n',
      'a.yaml:7:14: functions.a.b.frames.0: no frame shop',
    ],
    [
      'an unknown key',
      '    atleast: grey\n    templates:\n      - 殺す。\n',
      'a.yaml:6:5: functions.a.b.atleast: unknown key atleast',
    ],
  ])('names the place of %s', (_, rest, problem) => {
    expect(problemsOf(rest)).toContain(problem);
  });

  it('takes an id once, over all files', () => {
    const text = 'functions:\n  a.b: { ja: 例, en: x, group: grave, atLeast: grey, templates: [殺す。] }\n';
    const found = readFunctionalTests({ path: 'frames.yaml', text: FRAMES }, [
      { path: 'a.yaml', text },
      { path: 'b.yaml', text },
    ]);
    expect(found.ok ? [] : found.problems.map(formatProblem)).toEqual(['b.yaml:2:3: functions.a.b: the id is taken']);
  });
});

describe('generating texts', () => {
  it('puts every word into every template and every frame', () => {
    const texts = one(`${VERBS}    most: 1000\n`).flatMap(textsOf);
    expect(new Set(texts.map(({ text }) => text)).size).toBe(24);
    expect(texts).toHaveLength(72);
    expect(texts.map(({ text }) => text)).toContain('貴様を埋めてやる。');
    const office = texts.find(({ frame, text }) => frame === 'office' && text === 'お前を殺す。');
    expect(office).toMatchObject({ subject: '納品', body: '前。\nお前を殺す。' });
    const line = texts.find(({ frame, text }) => frame === 'subject-line' && text === 'お前を殺す。');
    expect(line).toMatchObject({ subject: 'お前を殺す', body: '本文です。' });
  });

  it('stops at the bound, templates in turn, and does the same again', () => {
    const texts = one(`${VERBS}    most: 10\n`).flatMap(textsOf);
    expect(texts).toHaveLength(10);
    expect(texts.filter(({ text }) => text.endsWith('てやる。') || text.endsWith('やる。'))).toHaveLength(5);
    expect(one(`${VERBS}    most: 10\n`).flatMap(textsOf)).toEqual(texts);
  });

  it('holds out whole words and whole templates', () => {
    const texts = one(`${VERBS}    most: 1000\n`).flatMap(textsOf);
    const verbs = ['殺', '埋め', '殴', '刺'];
    const shown = verbs.filter((verb) => texts.some(({ use, text }) => use === 'develop' && text.includes(verb)));
    expect(shown.length).toBeLessThan(verbs.length);
    expect(shown.length).toBeGreaterThan(0);
  });

  it('writes no long text into a subject, and keeps to the sender', () => {
    const long = `    atMost: grey\n    from: consumer\n    templates:\n      - ${'長い文です。'.repeat(6)}\n      - 短い。\n`;
    const texts = one(long).flatMap(textsOf);
    expect(texts.map(({ frame, text }) => [frame, text.length])).toEqual(
      expect.arrayContaining([
        ['alone', 36],
        ['alone', 3],
        ['subject-line', 3],
      ]),
    );
    expect(texts).toHaveLength(3);
  });
});

describe('running functional tests', () => {
  it('counts what reaches its band, and keeps what does not', async () => {
    const results = await runFunctionalTests(one(VERBS), async ({ text }) => (text.includes('埋') ? 'grey' : 'urgent'));
    const { texts, passed } = results.map(({ counts }) => counts.develop).at(0)!;
    const failed = results.flatMap(({ failures }) => failures);
    expect(failed.length).toBeGreaterThan(0);
    expect(failed.every(({ text, band }) => text.text.includes('埋') && band === 'grey')).toBe(true);
    expect(passed).toBe(texts - failed.filter(({ text }) => text.use === 'develop').length);
    expect(passRate(results)).toBeCloseTo(1 - failed.length / 48);
  });

  it('knows a floor from a ceiling', () => {
    expect(passes('review', { atLeast: 'review' })).toBe(true);
    expect(passes('grey', { atLeast: 'review' })).toBe(false);
    expect(passes('grey', { atMost: 'grey' })).toBe(true);
    expect(passes('review', { atMost: 'grey' })).toBe(false);
  });
});
