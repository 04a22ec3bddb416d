import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import {
  addExpert,
  addExpertRequest,
  countHeld,
  decide,
  expertRequests,
  hasForwarded,
  loadHeld,
  type NewForwarded,
  noteForwarded,
  purge,
  settleHeld,
} from '../../../src/store/index.ts';
import { judgedMail } from '../samples.ts';
import { describeStores } from '../stores.ts';

const DAYS = {
  verdictDays: 180,
  greyDays: 30,
  dismissedDays: 90,
  approvedDays: 1826,
  unopenedDays: 14,
  reportDays: 90,
  registerDays: 1826,
};
const NOW = new Date('2026-11-26T00:00:00Z');
const daysAgo = (days: number): Date => new Date(NOW.getTime() - days * 86_400_000);

const row = (key: string, days: number, more: Partial<NewForwarded>): NewForwarded => ({
  key,
  source: 'consult',
  state: 'taken',
  sender: 'hanako@example.jp',
  receivedAt: daysAgo(days),
  arrivedAt: daysAgo(days),
  size: 1,
  ...more,
});

describeStores('mails at the consultation address', (store) => {
  it('are forgotten in their time, and what waits is kept', async () => {
    const { db } = store();
    await noteForwarded(db, row('taken', 400, {}));
    await noteForwarded(db, row('long ago', 2000, {}));
    await noteForwarded(db, row('refused', 100, { state: 'refused', because: 'outsider', sender: '' }));
    await noteForwarded(db, row('lately', 80, { state: 'refused', because: 'outsider', sender: '' }));
    await noteForwarded(db, row('held', 2000, { state: 'held', because: 'unproven', raw: Buffer.from('x') }));
    await purge(db, DAYS, NOW);
    const left = ['taken', 'long ago', 'refused', 'lately', 'held'].map(async (key) => [
      key,
      await hasForwarded(db, key),
    ]);
    expect(Object.fromEntries(await Promise.all(left))).toEqual({
      taken: true,
      'long ago': false,
      refused: false,
      lately: true,
      held: true,
    });
    const { rows } = (await db.execute(sql`select sender from komainu.forwarded where key = 'taken'`)) as {
      rows: object[];
    };
    expect(rows).toEqual([{ sender: '' }]); // nobody is told any more
  });

  it('count once, settle once, and leave nothing here', async () => {
    const { db } = store();
    const held = row('one', 1, { state: 'held', because: 'unproven', subject: 'ひみつ', raw: Buffer.from('ひみつ') });
    const id = (await noteForwarded(db, held))!;
    expect(await noteForwarded(db, held)).toBeNull();
    expect(await countHeld(db)).toBe(1);
    const settled = { state: 'rejected', by: '窓口', at: NOW } as const;
    expect(await Promise.all([settleHeld(db, id, settled), settleHeld(db, id, settled)])).toContain(false);
    expect(await loadHeld(db, id)).toBeNull();
    const { rows } = (await db.execute(sql`select to_jsonb(f)::text as row from komainu.forwarded f`)) as {
      rows: { row: string }[];
    };
    expect(rows[0]!.row).not.toMatch(/ひみつ|hanako/);
  });

  it('go apart from what experts were asked, which goes with its case', async () => {
    const { db } = store();
    const { caseId } = await judgedMail(db, 1);
    const by = { by: '責任者', at: daysAgo(200) };
    const expertId = await addExpert(db, { kind: 'lawyer', name: '事務所', contact: '03' }, by);
    await addExpertRequest(db, { caseId: caseId!, expertId, question: '問い', handed: 'words', due: null }, by);
    await decide(db, caseId!, { kind: 'dismiss', reason: 'joke', note: '' }, '責任者', daysAgo(200));
    expect(await purge(db, DAYS, NOW)).toMatchObject({ dismissed: 1 });
    expect(await expertRequests(db, caseId!)).toEqual([]);
  });
});
