import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Db, dumpStore, handIn, loadDump, type Reviewer, type Store } from '../../../src/store/index.ts';
import { openTestStore } from '../../support/store.ts';
import { newConsultation } from '../consultations.ts';
import { reviewers } from '../reviewers.ts';
import { at } from '../samples.ts';

describe('a store that was restored', { timeout: 120_000 }, () => {
  let folder: string;
  let from: Store;
  let to: Store;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'komainu-restored-'));
    from = await openTestStore(join(folder, 'from'));
    to = await openTestStore(join(folder, 'to'));
  });
  afterEach(async () => {
    await from.close();
    await to.close();
    await rm(folder, { recursive: true });
  });

  async function restore(): Promise<void> {
    const lines: string[] = [];
    await dumpStore(from.db, at(0), async (line) => void lines.push(line));
    await loadDump(
      to.db,
      (async function* () {
        yield* lines;
      })(),
    );
  }

  it('goes on counting where the other was, confidential cases by themselves', async () => {
    const [one] = (await reviewers(from.db, 'one')) as [Reviewer];
    const hand = async (db: Db, confidential: boolean) =>
      BigInt((await handIn(db, newConsultation(one, { confidential }), at(1))).caseId);
    const [usual, hidden] = [await hand(from.db, false), await hand(from.db, true)];
    await restore();
    expect([await hand(to.db, false), await hand(to.db, true)]).toEqual([usual + 1n, hidden + 1n]);
  });
});
