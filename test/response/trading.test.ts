import { describe, expect, it } from 'vitest';
import { ACTS } from '../../src/detect/index.ts';
import { messagesOf } from '../../src/fronts/web/shell/messages.ts';
import { DOSSIER_WORDS } from '../../src/response/dossier/writing.ts';
import { TRADING_POINTS, TRADING_TAGS, tradingPointsOf } from '../../src/response/index.ts';

describe('laws of fair trading beside an act', () => {
  it('lie beside demands for a lower price and for free work, and beside nothing else', () => {
    const beside = ACTS.flatMap((act) => {
      const points = tradingPointsOf([act]);
      return points.length === 0 ? [] : [[act, points.join(' ')]];
    });
    expect(Object.fromEntries(beside)).toEqual({
      'discount-demand': 'reduction low-price no-talks',
      'free-work-or-rush': 'benefit redo',
    });
    expect(tradingPointsOf(['free-work-or-rush', 'discount-demand'])).toEqual(TRADING_POINTS);
  });

  it('are named with what to look at, and nobody is said to have broken or kept them', () => {
    for (const language of ['ja', 'en'] as const) {
      const said = [
        ...TRADING_POINTS.flatMap((point) => Object.values(TRADING_TAGS[point]).map((text) => text[language])),
        JSON.stringify(messagesOf(language).trading),
        JSON.stringify([DOSSIER_WORDS[language].trading, DOSSIER_WORDS[language].talks]),
      ];
      for (const text of said)
        expect(text).not.toMatch(/違反|違法|(?<!取)適法|抵触|violat|breach|unlawful|illegal|sufficien/i);
    }
  });
});
