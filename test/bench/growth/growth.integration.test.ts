import { expect, it } from 'vitest';
import { growthOn } from './index.ts';

it('finds every page, a day to purge and a store to back up, so that a change does not leave the figures behind', {
  timeout: 300_000,
}, async () => {
  const figures = await growthOn('PGlite', null, 4_000, 500, 1);
  const found = new Map(figures.map((figure) => [figure.name, figure]));
  expect(figures.every(({ kind }) => kind === 'measured')).toBe(true);
  expect([...found.keys()]).toEqual(
    expect.arrayContaining([
      'PGlite: /',
      'PGlite: /status',
      'PGlite: /audit',
      'PGlite: all pages, 4000 ÷ 500 mails',
      'PGlite: the store, an ordinary mail',
      'PGlite: a small page while a day is purged',
      'PGlite: a small page while a backup is taken',
    ]),
  );
});
