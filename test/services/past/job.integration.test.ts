import { once } from 'node:events';
import { sql } from 'drizzle-orm';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { PastRunId } from '../../../src/cases/index.ts';
import { createSignIns } from '../../../src/intake/index.ts';
import { createPastJob } from '../../../src/services/past/job.ts';
import {
  addPastRun,
  commitPastMails,
  type Db,
  endPastRun,
  loadPastRun,
  openStore,
  pastMails,
  purge,
  type Store,
  steerPastRun,
} from '../../../src/store/index.ts';
import { packFiles, type TrialFigures } from '../../../src/tuning/index.ts';
import { smallDictionary } from '../../support/dictionary.ts';
import { inMailbox } from '../../support/imap-source.ts';
import { describeWithServer, startDovecot, type TestDovecot } from '../../support/servers.ts';
import { openTestStore } from '../../support/store.ts';
import { killAfter, startPastChild } from './killed.ts';
import { DAY_MS, fillMailbox, MARKER, pastFolder } from './mailbox.ts';

const log = pino({ level: 'silent' });
const MAILS = 450; // three blocks
const OLD = 1;

describeWithServer('dovecot', 'the job of a reading of the past', () => {
  let server: TestDovecot;
  let place: ReturnType<typeof pastFolder>;
  let store: Store;
  beforeAll(async () => {
    server = await startDovecot();
    await fillMailbox(server, MAILS);
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    place = pastFolder(server);
    store = await openTestStore(place.path);
  });
  afterEach(async () => {
    await store.close();
    place.remove();
  });

  const begin = (db: Db = store.db): Promise<PastRunId> => {
    const at = new Date();
    return addPastRun(db, {
      ...{ startedAt: at, person: null, by: 'test', source: 'support' },
      since: new Date(at.getTime() - 30 * DAY_MS),
      until: at,
      rules: packFiles(smallDictionary()),
    });
  };

  /** @param onCommit told before each block of mails is written down, from 1 */
  function jobFor(onCommit: (block: number) => void = () => {}, stop = new AbortController().signal) {
    let block = 0;
    const job = createPastJob({
      ...{
        config: place.config,
        db: store.db,
        keys: { hash: (value) => `h${value.length}-${hashOf(value)}` },
        stop,
        log,
      },
      signIns: createSignIns(place.config, place.secrets, log),
      now() {
        onCommit(++block);
        return new Date();
      },
    });
    return (run: PastRunId) => job({ run }, { number: 1, last: false });
  }

  /** Every row of every table, also of the queue, as text. */
  async function everything(): Promise<string> {
    const names = (await store.db.execute(
      sql`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('komainu', 'bullmq', 'auth')`,
    )) as unknown as { rows: { name: string }[] };
    const all: string[] = [];
    for (const { name } of names.rows) {
      const { rows } = (await store.db.execute(sql.raw(`select t::text as row from ${name} t`))) as unknown as {
        rows: { row: string }[];
      };
      all.push(...rows.map(({ row }) => row));
    }
    return all.join('\n');
  }

  const figuresOf = async (run: PastRunId) => (await loadPastRun(store.db, run))!.figures;

  it('tells the cases a week, keeps nothing of any mail, and leaves the mailbox as it is', {
    timeout: 120_000,
  }, async () => {
    const run = await begin();
    await jobFor()(run);
    const ended = (await loadPastRun(store.db, run))!;
    expect(ended).toMatchObject({ state: 'done', total: MAILS, done: MAILS, rows: MAILS + 1, trouble: null });
    const figures = ended.figures as TrialFigures;
    expect(figures.mails).toBe(MAILS);
    const now = figures.levels.find(({ factor }) => factor === 1)!;
    expect(now.cases!.perWeek).toBeGreaterThan(0);
    expect(await pastMails(store.db, run)).toEqual([]);
    expect(await everything()).not.toMatch(new RegExp(`${MARKER}|himitsu|土下座しろ。|past-1@`));
    await inMailbox(server, async (client) => {
      await client.mailboxOpen('INBOX', { readOnly: true });
      expect(await client.search({ seen: false })).toHaveLength(MAILS + OLD);
    });
  });

  it('pauses where it is told to, and goes on from there', { timeout: 120_000 }, async () => {
    const run = await begin();
    let pausing: Promise<unknown> = Promise.resolve();
    await jobFor((block) => {
      if (block === 2) pausing = steerPastRun(store.db, run, 'paused', { at: new Date() });
    })(run);
    await pausing;
    const paused = (await loadPastRun(store.db, run))!;
    expect(paused).toMatchObject({ state: 'paused', figures: null, total: MAILS });
    expect(paused.rows).toBe((await pastMails(store.db, run)).length);
    expect(paused.rows).toBeGreaterThan(0);
    expect(paused.rows).toBeLessThan(MAILS);
    expect(await everything()).not.toMatch(new RegExp(`${MARKER}|himitsu`));
    await jobFor()(run); // nothing: nobody asked for it
    expect((await loadPastRun(store.db, run))!.rows).toBe(paused.rows);
    await steerPastRun(store.db, run, 'running', { at: new Date() });
    await jobFor()(run);
    expect(await loadPastRun(store.db, run)).toMatchObject({ state: 'done', done: MAILS });
    const whole = await begin();
    await jobFor()(whole);
    expect(await figuresOf(run)).toEqual(await figuresOf(whole));
  });

  it('that is cancelled keeps nothing of any mail, also where it is being worked at', {
    timeout: 120_000,
  }, async () => {
    const run = await begin();
    let cancelling: Promise<unknown> = Promise.resolve();
    await jobFor((block) => {
      if (block === 2) cancelling = steerPastRun(store.db, run, 'cancelled', { at: new Date() });
    })(run);
    await cancelling;
    expect(await loadPastRun(store.db, run)).toMatchObject({ state: 'cancelled', figures: null });
    expect(await pastMails(store.db, run)).toEqual([]);
    expect(await steerPastRun(store.db, run, 'running', { at: new Date() })).toBe(false);
    expect(await endPastRun(store.db, run, { figures: {}, at: new Date() })).toBe(false);
  });

  it('counts no mail twice when two work at it', { timeout: 120_000 }, async () => {
    const run = await begin();
    await Promise.all([jobFor()(run), jobFor()(run)]);
    if ((await loadPastRun(store.db, run))!.state === 'running') await jobFor()(run);
    expect(await loadPastRun(store.db, run)).toMatchObject({ state: 'done', done: MAILS, rows: MAILS + 1 });
    expect(((await figuresOf(run)) as TrialFigures).mails).toBe(MAILS);
  });

  it('waits for a person when the mailbox cannot be read', { timeout: 120_000 }, async () => {
    const { config, secrets } = place;
    const wrong = {
      ...secrets,
      passwords: new Map([
        ['support', 'wrong'],
        ['sent', 'wrong'],
      ]),
    };
    const run = await begin();
    const job = createPastJob({
      ...{ config, db: store.db, keys: { hash: (value) => value }, stop: new AbortController().signal, log },
      signIns: createSignIns(config, wrong, log),
      now: () => new Date(),
    });
    await job({ run }, { number: 1, last: false });
    const paused = (await loadPastRun(store.db, run))!;
    expect(paused.state).toBe('paused');
    expect(paused.trouble).toMatch(/パスワード/);
  });

  it('is forgotten with all its mails a week after it changed last', async () => {
    const run = await begin();
    const later = (days: number) => new Date(Date.now() + days * DAY_MS);
    const place = { source: 'support', folder: 'INBOX', uidValidity: 1n, uid: 1 };
    const hashes = { sender: null, messageId: null, thread: null, content: null };
    const mail = { ...place, ...hashes, n: 0, at: new Date(), kind: 'gone', characters: 0, verdict: null } as const;
    expect(await commitPastMails(store.db, run, [mail], new Date())).toBe(true);
    expect(await commitPastMails(store.db, run, [mail], new Date())).toBe(false); // others are further
    const days = {
      verdictDays: 365,
      greyDays: 365,
      dismissedDays: 365,
      approvedDays: 365,
      unopenedDays: 14,
      reportDays: 365,
      registerDays: 365,
    };
    await purge(store.db, days, later(6.9));
    expect(await pastMails(store.db, run)).toHaveLength(1);
    await purge(store.db, days, later(7.1));
    expect(await loadPastRun(store.db, run)).toBeNull();
    expect(await pastMails(store.db, run)).toEqual([]);
  });

  it('that is killed goes on where it was, and doubles nothing', { timeout: 240_000 }, async () => {
    const [run, whole] = [await begin(), await begin()];
    await jobFor()(whole);
    const expected = await figuresOf(whole);
    await store.close();
    for (const blocks of [1, 2]) await killAfter(startPastChild(place.path, run, server.password), blocks);
    const last = startPastChild(place.path, run, server.password);
    last.stdout!.resume();
    expect(await once(last, 'exit')).toEqual([0, null]);
    store = await openStore({ kind: 'pglite', path: `${place.path}/store` }, place.path);
    expect(await loadPastRun(store.db, run)).toMatchObject({ state: 'done', done: MAILS, rows: MAILS + 1 });
    expect(await figuresOf(run)).toEqual(expected);
  });
});

/** Enough to tell values apart, and nothing of them. */
const hashOf = (value: string): number => [...value].reduce((sum, char) => (sum * 31 + char.codePointAt(0)!) | 0, 7);
