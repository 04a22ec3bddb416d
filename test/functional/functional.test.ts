import { describe, expect, it } from 'vitest';
import { ACTS, JUDGED_LANGUAGES } from '../../src/detect/index.ts';
import { textsOf } from '../../src/lab/functional/texts.ts';
import { functionalTests } from './read.ts';

const tests = await functionalTests();
const texts = tests.map((test) => ({ test, texts: textsOf(test) }));
const count = (lang: string) =>
  texts.filter(({ test }) => test.lang === lang).reduce((sum, one) => sum + one.texts.length, 0);

describe('the functional tests', () => {
  it('generate at least 5,000 Japanese texts', () => {
    expect(count('ja')).toBeGreaterThanOrEqual(5000);
  });

  it.each(JUDGED_LANGUAGES.filter((lang) => lang !== 'ja'))('generate at least 600 texts in %s', (lang) => {
    expect(count(lang)).toBeGreaterThanOrEqual(600);
  });

  it('test every act of the declaration on both sides', () => {
    const of = (group: string) => new Set(tests.flatMap((test) => (test.group === group ? [test.act] : [])));
    const bad = new Set([...of('grave'), ...of('milder')]);
    const good = new Set([...of('neighbour'), ...of('demand')]);
    expect(ACTS.filter((act) => !bad.has(act))).toEqual([]);
    expect(ACTS.filter((act) => !good.has(act))).toEqual([]);
  });

  it('hold out about a third', () => {
    const all = texts.flatMap((one) => one.texts);
    const held = all.filter(({ use }) => use === 'hold').length / all.length;
    expect(held).toBeGreaterThan(0.28);
    expect(held).toBeLessThan(0.38);
  });

  it('have texts on both sides of each function, none of them twice, no slot left open', () => {
    for (const one of texts) {
      expect(new Set(one.texts.map(({ use }) => use)).size, one.test.id).toBe(2);
      const mails = one.texts.map(({ subject, body }) => `${subject}\n${body}`);
      expect(new Set(mails).size, one.test.id).toBe(mails.length);
      expect(one.texts.filter(({ text }) => /[<>]/.test(text))).toEqual([]);
    }
  });

  it('expect the same of a text wherever it stands', () => {
    const floors = new Map<string, string>();
    for (const { test, texts: all } of texts)
      for (const { text } of all) {
        const expected = JSON.stringify(test.expected);
        const side = 'atLeast' in test.expected ? 'bad' : 'good';
        expect(floors.get(text) ?? side, `${text} ${expected}`).toBe(side);
        floors.set(text, side);
      }
  });
});
