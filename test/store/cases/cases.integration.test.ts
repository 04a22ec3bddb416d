import { expect, it } from 'vitest';
import { CaseError, plainApproval } from '../../../src/cases/index.ts';
import { countCases, decide, listCases, loadCase } from '../../../src/store/index.ts';
import { caseId } from '../../support/ids.ts';
import { assessment, at, judgedMail, storeMail } from '../samples.ts';
import { describeStores } from '../stores.ts';
import { writeUnreadable } from '../write.ts';

const approve = plainApproval(['insult-person']);
const dismiss = { kind: 'dismiss', reason: 'jargon', note: '死活監視\0' } as const;
const reopen = { kind: 'reopen', note: '' } as const;

describeStores('the list of cases', (store) => {
  it('shows urgent first, then the oldest, and the unreadable last', async () => {
    await writeUnreadable(store().db, { mailId: await storeMail(store().db, { minute: 1 }), at: at(1), reason: 'x' });
    await judgedMail(store().db, 2, { assessment: assessment('grey') });
    await judgedMail(store().db, 4, { assessment: assessment('urgent') });
    await judgedMail(store().db, 3, { assessment: assessment('urgent') });
    await judgedMail(store().db, 5, { assessment: assessment('review') });
    const { cases, total } = await listCases(store().db, { limit: 3, offset: 0 });
    const rest = await listCases(store().db, { limit: 3, offset: 3 });
    expect(total).toBe(5);
    expect([...cases, ...rest.cases].map((one) => [one.band, one.receivedAt])).toEqual([
      ['urgent', at(3)],
      ['urgent', at(4)],
      ['review', at(5)],
      ['grey', at(2)],
      [null, at(1)],
    ]);
    expect(await countCases(store().db)).toEqual({ urgent: 2, review: 1, grey: 1, unreadable: 1, report: 0 });
  });

  it('is narrowed by status and band', async () => {
    const { caseId } = await judgedMail(store().db, 1);
    await judgedMail(store().db, 2, { assessment: assessment('urgent') });
    await decide(store().db, caseId!, approve, 'tester', at(3));
    const ids = async (filter: object) =>
      (await listCases(store().db, { limit: 9, offset: 0, ...filter })).cases.map((one) => one.id);
    expect(await ids({ status: 'approved' })).toEqual([caseId]);
    expect(await ids({ status: 'approved', band: 'urgent' })).toEqual([]);
    expect(await ids({ status: 'open' })).toEqual(['2']);
    expect(await countCases(store().db)).toMatchObject({ urgent: 1, review: 0 });
  });
});

describeStores('a decision', (store) => {
  const newCase = async () => (await judgedMail(store().db, 1)).caseId!;

  it('is recorded with who and when, and can be undone and made anew', async () => {
    const id = await newCase();
    await decide(store().db, id, dismiss, 'cli:taro', at(5));
    expect(await loadCase(store().db, id)).toMatchObject({ status: 'dismissed', decidedBy: 'cli:taro' });
    await decide(store().db, id, reopen, '花子', at(6));
    expect(await loadCase(store().db, id)).toMatchObject({ status: 'open', decidedBy: null });
    await decide(store().db, id, approve, '花子', at(7));
    const found = await loadCase(store().db, id);
    expect(found).toMatchObject({ status: 'approved', decidedBy: '花子' });
    expect(found!.decisions).toEqual([
      { decision: { ...dismiss, note: '死活監視\uFFFD' }, by: 'cli:taro', at: at(5) },
      { decision: reopen, by: '花子', at: at(6) },
      { decision: approve, by: '花子', at: at(7) },
    ]);
  });

  it('fails in the wrong status and leaves nothing behind', async () => {
    const id = await newCase();
    await expect(decide(store().db, id, reopen, 'a', at(1))).rejects.toMatchObject({ code: 'wrong-status' });
    await decide(store().db, id, approve, 'a', at(1));
    await expect(decide(store().db, id, dismiss, 'b', at(2))).rejects.toMatchObject({ code: 'wrong-status' });
    expect((await loadCase(store().db, id))!.decisions).toHaveLength(1);
  });

  it('on a case that is not there fails', async () => {
    const id = caseId('77');
    await expect(decide(store().db, id, approve, 'a', at(1))).rejects.toMatchObject({ code: 'not-found' });
    expect(await loadCase(store().db, id)).toBeNull();
  });

  it('is made by one of five people at the same time', async () => {
    const id = await newCase();
    const all = await Promise.allSettled(
      ['a', 'b', 'c', 'd', 'e'].map((by) => decide(store().db, id, approve, by, at(1))),
    );
    const refused = all.filter((one) => one.status === 'rejected').map((one) => one.reason);
    expect(refused).toHaveLength(4);
    for (const reason of refused) expect(reason).toBeInstanceOf(CaseError);
    expect((await loadCase(store().db, id))!.decisions).toHaveLength(1);
  });
});
