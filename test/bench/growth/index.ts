import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { backup, purge } from '../../../src/actions/index.ts';
import { ROLES } from '../../../src/cases/index.ts';
import { rowsOf } from '../../faults/rows.ts';
import type { Browser } from '../../fronts/web/support/browser.ts';
import { OPERATOR, startDesk, type TestDesk } from '../../fronts/web/support/desk.ts';
import { findPostgres, startPostgres } from '../../support/postgres.ts';
import { entriesOfTheSeed } from '../desk.ts';
import { type Figure, measured, missing, orMissing, type Part } from '../figures.ts';
import { meanwhile } from '../meanwhile.ts';
import { timesOf } from './pages.ts';
import { KEPT_DAYS, seedGrowth } from './seed.ts';

const MAILS = Number(process.env.KOMAINU_BENCH_GROWTH ?? 1_000_000);
const FEW = Math.max(1_000, MAILS / 100);
const ROUNDS = 7;
const DAYS = {
  verdictDays: KEPT_DAYS,
  greyDays: KEPT_DAYS,
  dismissedDays: KEPT_DAYS,
  approvedDays: KEPT_DAYS,
  unopenedDays: KEPT_DAYS,
  reportDays: KEPT_DAYS,
  registerDays: KEPT_DAYS,
};

export const growthPart: Part = {
  about: `every page with ${MAILS.toLocaleString('en')} mails of five years beside ${FEW.toLocaleString('en')}; their bytes; the longest wait for a small page while a day is purged and a backup taken (anchor: the same while nothing happens)`,
  async measure() {
    const onPglite = await orMissing('PGlite', () => growthOn('PGlite', null, MAILS, FEW, ROUNDS));
    if (findPostgres() === null) return [...onPglite, missing('PostgreSQL', 'it is not installed')];
    const [few, many] = [await startPostgres(), await startPostgres()];
    try {
      const urls = { few: few.url, many: many.url };
      return [...onPglite, ...(await orMissing('PostgreSQL', () => growthOn('PostgreSQL', urls, MAILS, FEW, ROUNDS)))];
    } finally {
      await Promise.all([few.stop(), many.stop()]);
    }
  },
};

/** @param urls of two databases of PostgreSQL, or null for PGlite */
export async function growthOn(
  engine: string,
  urls: { readonly few: string; readonly many: string } | null,
  mails: number,
  few: number,
  times: number,
): Promise<readonly Figure[]> {
  const small = await withStore(urls?.few ?? null, few, async ({ browser }) => timesOf(browser, times));
  return withStore(urls?.many ?? null, mails, async ({ desk, browser, bytesEach }) => {
    const large = await timesOf(browser, times);
    const name = (what: string) => `${engine}: ${what}`;
    const pages = [...large].map(([path, ms]) => measured(name(path), 'ms', [ms]));
    const ratios = [...large].map(([path, ms]) => ({ path, ratio: ms / small.get(path)! }));
    const most = ratios.toSorted((a, b) => b.ratio - a.ratio);
    const asFast = ratios.map(({ ratio }) => ratio);
    return [
      ...pages,
      measured(name(`all pages, ${mails} ÷ ${few} mails`), '×', asFast),
      ...most.slice(0, 8).map(({ path, ratio }) => measured(name(`${path}, ${mails} ÷ ${few} mails`), '×', [ratio])),
      measured(name('the store, an ordinary mail'), 'bytes', [bytesEach]),
      ...(await pausesOf(desk, browser, name)),
    ];
  });
}

interface Grown {
  readonly desk: TestDesk;
  readonly browser: Browser; // of somebody with every role
  readonly bytesEach: number; // of an ordinary mail, indexes and the rows around it included
}

async function withStore<T>(url: string | null, mails: number, use: (grown: Grown) => Promise<T>): Promise<T> {
  const dictionary = await entriesOfTheSeed();
  const desk = await startDesk({ dictionary: () => dictionary, retention: DAYS }, url);
  try {
    const sizes = async () => {
      const [row] = await rowsOf<{ bytes: number }>(
        desk.db,
        sql`select (pg_total_relation_size('komainu.mail') + pg_total_relation_size('komainu.verdict'))::float8 as bytes`,
      );
      return row!.bytes;
    };
    const empty = await sizes();
    let full = empty;
    const ordinary = await seedGrowth(desk.db, mails, desk.clock.now, async () => {
      full = await sizes();
    });
    const browser = await desk.signedInAs(...ROLES);
    return await use({ desk, browser, bytesEach: (full - empty) / ordinary });
  } finally {
    await desk.stop();
  }
}

/** Small, and nothing without the store. */
const PROBE = { path: '/reports', everyMs: 50 };
const NOTHING_MS = 3_000;

async function pausesOf(desk: TestDesk, browser: Browser, name: (what: string) => string): Promise<readonly Figure[]> {
  const { db, audit, deps } = desk;
  const figures: Figure[] = [];
  const during = async (what: string, work: () => Promise<unknown>) => {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const began = performance.now();
    const waits = await meanwhile(browser, work, { ...PROBE, name: name(`a small page while ${what}`) });
    const took = performance.now() - began;
    delay.disable();
    figures.push(
      waits,
      measured(name(`the event loop stood still while ${what}, at most`), 'ms', [delay.max / 1e6]),
      measured(name(`${what}, in all`), 'ms', [took]),
    );
  };
  await during('nothing happens', () => pause(NOTHING_MS));
  await during('a day is purged', async () => {
    const purged = await purge({ db, audit, now: deps.now, retention: DAYS }, { kind: 'service' });
    if (purged.verdicts === 0) throw new Error('There was nothing to purge.');
  });
  await during('a backup is taken', async () => {
    const produce = await backup({ store: desk.store, audit, now: deps.now }, OPERATOR);
    let lines = 0;
    await produce(async () => {
      lines += 1;
      if (lines % 100 === 0) await pause(0); // as whoever reads it through a socket
    });
  });
  return figures;
}
