import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  addComment,
  commentsOf,
  type Db,
  dumpStore,
  handIn,
  loadDump,
  type Reviewer,
  type Store,
  standingWatches,
  unseenMentions,
  watchSender,
} from '../../../src/store/index.ts';
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

  it('has the comments, the mentions and the watches', async () => {
    const [one, two] = (await reviewers(from.db, 'one', 'two')) as [Reviewer, Reviewer];
    const { caseId } = await handIn(from.db, newConsultation(one), at(1));
    const written = { person: one.id, by: 'one', words: '@two どう思いますか', mentioned: [two.id], at: at(2) };
    await addComment(from.db, caseId, written, one);
    const sender = { hash: 'taro', address: 'taro@example.jp' };
    const watch = await watchSender(from.db, sender, { by: 'one', since: at(3), until: at(90) });
    await restore();
    expect(await commentsOf(to.db, caseId, one)).toMatchObject([{ words: written.words, mentioned: ['two'] }]);
    expect(await unseenMentions(to.db, { person: two.id, seesConfidential: false })).toBe(1);
    expect(await standingWatches(to.db, at(4))).toEqual([watch]);
  });
});
