import { beforeAll, describe, expect, it } from 'vitest';
import { inView, NONE, viewOf } from '../../../src/detect/classifier/hash.ts';
import { eachSenseFeature } from '../../../src/detect/classifier/senses/index.ts';
import { sensesOf, thesaurus } from '../../../src/detect/classifier/senses/thesaurus.ts';
import { loadTokenizer, type Tokenize } from '../../../src/text/index.ts';

let tokenize: Tokenize;
beforeAll(async () => {
  tokenize = await loadTokenizer();
});

function shown(text: string): Set<number> {
  const found = new Set<number>();
  eachSenseFeature(tokenize(text), (feature) => found.add(feature));
  return found;
}
const common = (a: string, b: string): number => [...shown(a)].filter((feature) => shown(b).has(feature)).length;

describe('what words mean', () => {
  it('is known by groups of words that mean alike', () => {
    expect(sensesOf('娘')).toEqual(sensesOf('息子'));
    expect(sensesOf('殴る')).toEqual(['hit']);
    expect(sensesOf('ハサミ')).toEqual(['weapon', 'tool'].filter((sense) => sensesOf('ハサミ')?.includes(sense)));
    expect(sensesOf('みたことのない語')).toBeUndefined();
  });

  it('names no word twice in a group', () => {
    const twice = Object.entries(thesaurus()).flatMap(([sense, all]) => {
      return all.length === new Set(all).size && !all.includes('') ? [] : [sense];
    });
    expect(twice).toEqual([]);
  });
});

describe('the senses of a sentence', () => {
  it('are the same where other words say the same', () => {
    const said = '娘の学校は知っています';
    const alike = '息子の塾は存じています';
    const other = '資料の締切は過ぎています';
    expect(common(said, alike)).toBe(shown(said).size);
    expect(common(said, other)).toBeLessThan(shown(said).size / 2);
  });

  it('tell who stands where', () => {
    expect(shown('犬が人を噛む')).not.toEqual(shown('人が犬を噛む'));
  });

  it('know names and numbers as such only', () => {
    expect(shown('佐藤が3回来た')).toEqual(shown('鈴木が8回来た'));
  });

  it('are marked with their view, and never with what ends a list', () => {
    const views = new Set([...shown('店の前で朝まで待つ')].map(viewOf));
    expect([...views]).toEqual(['senses']);
    expect(inView('senses', 0xffffffff)).not.toBe(NONE);
  });
});
