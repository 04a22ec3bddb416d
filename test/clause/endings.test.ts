import { describe, expect, it } from 'vitest';
import { INFLECTIONS, type Inflection, parseEndings } from '../../src/clause/endings/index.ts';

const names = (inflection: Inflection, endings: string): string | undefined =>
  parseEndings(endings, 0, INFLECTIONS[inflection], (at) => at === endings.length)?.names.join(' ');

describe('endings', () => {
  it.each([
    ['s', 'す', 'base.U'],
    ['s', 'されたいのか', 'base.Av passive.I wish.U no.No ask.X'],
    ['s', 'したろか', 'base.T give.O ask.X'],
    ['s', 'しちゃるけんのう', 'base.T give.U because.X'],
    ['n', 'んでもらおうか', 'base.D pres.Te receive.O ask.X'],
    ['n', 'ねばいいのに', 'base.E if.Ba good.U though.X'],
    ['suru', 'せんかい', 'base.Az command.M'],
    ['suru', 'していただけないでしょうか', 'base.T pres.Te receive.P potential.A not.U guess.O ask.X'],
    ['ichidan', 'なきゃいけない', 'base.A not.Ban forbidden.U'],
    ['r', 'んな', 'base.N never.X'],
    ['kureru', '', 'base.M'],
  ] as const)('of %s: %s', (inflection, endings, chain) => {
    expect(names(inflection, endings)).toBe(chain);
  });

  it('stops where a token ends rather than within one', () => {
    const text = 'すとき'; // 殺すと, 殺すとき
    expect(parseEndings(text, 0, INFLECTIONS.s, (at) => at === 1 || at === 3)?.end).toBe(3);
  });

  it('finds no chain where the inflection does not stand', () => {
    expect(parseEndings('ぴ', 0, INFLECTIONS.s, () => true)).toBeNull();
  });

  it('does not follow a chain beyond what anybody writes', () => {
    const end = parseEndings(`す${'よ'.repeat(500)}`, 0, INFLECTIONS.s, () => true)?.end;
    expect(end).toBeLessThanOrEqual(60);
  });
});
