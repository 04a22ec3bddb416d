import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { CaseId, NameTraces } from '../../../src/cases/index.ts';
import { type CaseFilter, type Db, listCases, rarelyFound, walk, wordsOf } from '../../../src/store/index.ts';
import { STEP } from '../../../src/store/search/walking.ts';
import { seedCases } from '../../bench/desk-seed.ts';
import { describeStores } from '../stores.ts';

const USUAL = { seesConfidential: false };
const TARO: NameTraces = { names: ['山田太郎'], address: 'taro@example.jp' };
const sought = (words: string, traces: NameTraces | null = null) => ({ words: wordsOf(words), traces });

const asWhole = async (db: Db, filter: CaseFilter): Promise<CaseId[]> =>
  (await listCases(db, { ...filter, limit: 9_999, offset: 0 })).cases.map(({ id }) => id);

async function walked(db: Db, { words = '', ...filter }: CaseFilter, traces: NameTraces | null = null) {
  const found = [];
  for await (const step of walk(db, filter, sought(words, traces), USUAL)) found.push(...step.found);
  return found;
}

/** Cases with all that makes an order difficult: the same time, no band, no decision. */
async function seed(db: Db): Promise<void> {
  await seedCases(db, 2_600);
  const set = (what: string, which: string) =>
    db.execute(sql.raw(`update komainu.case_file set ${what} where ${which}`));
  await set(`received_at = '2026-01-01T00:00:00.000001Z'`, 'id % 3 = 1'); // more than one step of them
  await set(`band = null, kind = 'unreadable'`, 'id % 4 = 2');
  await set(`decided_at = '2026-02-01T00:00:00.000002Z'`, `status = 'dismissed' and id % 2 = 1`);
  await set('decided_at = null', `status = 'dismissed' and id % 3 = 1`);
  await set('confidential = true', 'id % 11 = 3');
  await db.execute(sql`update komainu.reading set folded = folded || ' 山田・太 郎 ' where mail_id % 100 = 9`);
  await db.execute(sql`update komainu.reading set plain = plain || 'taro@example.jp' where mail_id % 100 = 29`);
}

const LISTS: readonly (readonly [string, CaseFilter])[] = [
  ['all open ones', { status: 'open', words: '見積' }],
  ['those of a band', { status: 'open', band: 'review', kind: 'mail', words: '返金' }],
  ['those without band', { status: 'open', kind: 'unreadable', words: '件' }],
  ['several words', { status: 'open', words: '返金 見積り' }],
  ['other filters, too', { status: 'open', source: 'sales', act: 'insult-person', words: '件' }],
  ['approved ones', { status: 'approved', words: '見積' }],
  ['dismissed ones, by decision', { status: 'dismissed', words: 'お見' }],
  ['whatever was decided', { words: '見積' }],
  ['a number', { status: 'open', words: '1' }],
  ['none', { status: 'open', words: '見つからない' }],
];

describeStores('words that stand in many cases', (store) => {
  it('are found one case after the other in the order of each list', async () => {
    const { db } = store();
    await seed(db);
    for (const [name, filter] of LISTS) {
      const ids = (await walked(db, filter)).map(({ id }) => id);
      expect([name, ids]).toEqual([name, await asWhole(db, filter)]);
    }
    const found = await walked(db, { status: 'open', words: '見積' }, TARO);
    expect(found.length).toBeGreaterThan(STEP.most);
    const named = found.filter(({ mayName }) => mayName).map(({ id }) => Number(id) % 100);
    expect(new Set(named)).toEqual(new Set([9, 29]));
  });

  it('are found at once where they are rare or few cases are left, whatever stands in those that may speak of who searches', async () => {
    const { db } = store();
    await seed(db);
    const found = async (words: string, filter: CaseFilter = {}) =>
      (await rarelyFound(db, filter, sought(words), USUAL, 500))?.map(({ id }) => id).sort() ?? null;
    for (const words of ['土下座', '土下座 見積', '見積 土下座', '納期', 'ない言葉', '26'])
      expect([words, await found(words)]).toEqual([words, (await asWhole(db, { words })).sort()]);
    expect(await found('見積')).toBeNull();
    expect(await found('見積 返金')).toBeNull();
    const few: CaseFilter = { counterparty: 'c7.example.com' };
    expect(await found('返金', few)).toEqual((await asWhole(db, { ...few, words: '返金' })).sort());

    const all = (await asWhole(db, { words: '返金' })).length;
    const named = (await walked(db, { words: '返金' }, TARO)).filter(({ mayName }) => mayName).length;
    expect(named).toBeGreaterThan(5);
    const upTo = (most: number) => rarelyFound(db, {}, sought('返金', TARO), USUAL, most);
    expect(await upTo(all - named - 1)).toBeNull();
    expect(await upTo(all - named)).toHaveLength(all);
  });
});
