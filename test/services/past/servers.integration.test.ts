import { tmpdir } from 'node:os';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PastRunId } from '../../../src/cases/index.ts';
import { createSignIns } from '../../../src/intake/index.ts';
import { openQueue } from '../../../src/jobs/index.ts';
import { startPast } from '../../../src/services/index.ts';
import { addPastRun, loadPastRun, openStore, pastMails, type Store } from '../../../src/store/index.ts';
import { packFiles, type TrialFigures } from '../../../src/tuning/index.ts';
import { smallDictionary } from '../../support/dictionary.ts';
import { eventually } from '../../support/eventually.ts';
import {
  createDatabase,
  describeWithServer,
  startDovecot,
  startRedis,
  type TestDovecot,
  type TestServer,
} from '../../support/servers.ts';
import { DAY_MS, fillMailbox, pastFolder } from './mailbox.ts';

const log = pino({ level: 'silent' });
const MAILS = 120;

describeWithServer('dovecot', 'a reading of the past with servers', () => {
  describeWithServer('postgres', 'PostgreSQL', () => {
    describeWithServer('redis', 'and Redis', () => {
      let mailbox: TestDovecot;
      let redis: TestServer & { readonly url: string };
      let database: Awaited<ReturnType<typeof createDatabase>>;
      let place: ReturnType<typeof pastFolder>;
      let store: Store;
      beforeAll(async () => {
        [mailbox, redis, database] = await Promise.all([startDovecot(), startRedis(), createDatabase()]);
        await fillMailbox(mailbox, MAILS);
        place = pastFolder(mailbox);
        store = await openStore({ kind: 'postgres', url: database.url }, tmpdir());
      });
      afterAll(async () => {
        await store.close();
        place.remove();
        await Promise.all([mailbox.stop(), redis.stop(), database.stop()]);
      });

      const begin = (): Promise<PastRunId> => {
        const at = new Date();
        return addPastRun(store.db, {
          ...{ startedAt: at, person: null, by: 'test', source: 'support' },
          since: new Date(at.getTime() - 30 * DAY_MS),
          until: at,
          rules: packFiles(smallDictionary()),
        });
      };

      /** A service that screens, as `komainu start --part screen` has it. */
      async function service() {
        const queue = await openQueue({ kind: 'redis', url: redis.url }, { log, attempts: 3 });
        const keys = { hash: (value: string) => value };
        const past = await startPast({
          ...{
            config: place.config,
            signIns: createSignIns(place.config, place.secrets, log),
            store,
            queue,
            keys,
            log,
          },
        });
        return {
          async [Symbol.asyncDispose]() {
            await past[Symbol.asyncDispose]();
            await queue.close();
          },
        };
      }
      const stateOf = async (run: PastRunId) => (await loadPastRun(store.db, run))!.state;

      it('is found in the store, carried by the queue and done once, by two services', {
        timeout: 120_000,
      }, async () => {
        const runs = [await begin(), await begin()];
        {
          await using _first = await service();
          await using _second = await service();
          for (const run of runs) await eventually(async () => (await stateOf(run)) === 'done');
        }
        for (const run of runs) {
          expect(await loadPastRun(store.db, run)).toMatchObject({ total: MAILS, done: MAILS, rows: MAILS + 1 });
          const figures = (await loadPastRun(store.db, run))!.figures as TrialFigures;
          expect(figures.mails).toBe(MAILS);
          expect(await pastMails(store.db, run)).toEqual([]);
        }
      });

      it('goes on in the next service when one is stopped half-way', { timeout: 120_000 }, async () => {
        const run = await begin();
        {
          await using _first = await service();
          await eventually(async () => (await loadPastRun(store.db, run))!.total !== null);
        }
        await using _second = await service();
        await eventually(async () => (await stateOf(run)) === 'done');
        expect(await loadPastRun(store.db, run)).toMatchObject({ done: MAILS, rows: MAILS + 1 });
      });
    });
  });
});
