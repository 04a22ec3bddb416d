import { expect, it } from 'vitest';
import { type CaseId, type MailId, plainApproval } from '../../../src/cases/index.ts';
import {
  casesToTell,
  type Db,
  decide,
  failedMails,
  foldedRows,
  holdCase,
  listCases,
  loadCase,
  loadMail,
  noteTold,
  purge,
  purgeable,
  waitAgain,
} from '../../../src/store/index.ts';
import { at, storeMail, storeMails, verdictOf } from '../samples.ts';
import { describeStores } from '../stores.ts';
import { writeUnreadable } from '../write.ts';

const DAYS = {
  verdictDays: 180,
  greyDays: 30,
  dismissedDays: 90,
  approvedDays: 1826,
  unopenedDays: 14,
  reportDays: 90,
  registerDays: 1826,
};
const after = (days: number): Date => new Date(at(0).getTime() + days * 86_400_000 + 3_600_000);
const dismissal = { kind: 'dismiss', reason: 'other', note: '' } as const;

describeStores('mails that nobody can open', (store) => {
  interface Kind {
    readonly sender?: string;
    readonly reason?: string;
    readonly rowDay?: string | null;
  }
  const write = (
    mailId: MailId,
    minute: number,
    { sender = 'scanner', reason = 'unopened-pdf', rowDay = '2026-11-24' }: Kind = {},
  ) => {
    const display = { from: `${sender}@example.jp`, subject: `${minute}`, counterparty: 'example.jp' };
    const read = verdictOf(mailId, { sender, display });
    return writeUnreadable(store().db, { mailId, at: at(minute), reason, read, rowDay });
  };
  async function unopened(minute: number, kind: Kind = {}) {
    const mailId = await storeMail(store().db, { minute });
    const { caseId } = await write(mailId, minute, kind);
    return { mailId, caseId: caseId! };
  }
  const all = async (db: Db) => (await listCases(db, { limit: 99, offset: 0 })).cases;
  const decisionsOf = async (id: CaseId) =>
    (await loadCase(store().db, id))!.decisions.map(({ decision, by }) => [decision.kind, by]);

  it('are one row for each sender and day, which says what they are', async () => {
    const { db } = store();
    const { caseId } = await unopened(1);
    await unopened(2, { reason: 'unopened-image' });
    expect((await unopened(3)).caseId).toBe(caseId);
    const others = [await unopened(4, { sender: 'fax' }), await unopened(5, { rowDay: '2026-11-25' })];
    const single = await unopened(6, { rowDay: null });
    expect(new Set([caseId, single.caseId, ...others.map((one) => one.caseId)]).size).toBe(4);
    expect(await all(db)).toHaveLength(4);
    expect(await loadCase(db, caseId)).toMatchObject({ kind: 'unreadable', band: null, mails: 3, subject: '3' });
    expect(await foldedRows(db, [caseId, single.caseId])).toEqual(
      new Map([
        [
          caseId,
          [
            { reason: 'unopened-pdf', mails: 2 },
            { reason: 'unopened-image', mails: 1 },
          ],
        ],
      ]),
    );
  });

  it('are in one row, too, when many are judged at the same moment', async () => {
    const { db } = store();
    const ids = await storeMails(
      db,
      Array.from({ length: 8 }, (_, minute) => ({ minute })),
    );
    await Promise.all(ids.map((id) => write(id, 1)));
    expect(await all(db)).toMatchObject([{ mails: 8 }]);
  });

  it('are told once for each row', async () => {
    const { db } = store();
    const { caseId } = await unopened(1);
    const told = () => casesToTell(db, 'a', { kind: 'digest', before: at(600) });
    expect(await told()).toEqual([caseId]);
    await noteTold(db, 'a', { kind: 'digest', subjects: [caseId], at: at(2) });
    await unopened(3);
    expect(await told()).toEqual([]);
  });

  it('join a dismissed row in silence, and open it again when they are of another kind', async () => {
    const { db } = store();
    const { caseId } = await unopened(1);
    await decide(db, caseId, dismissal, '花子', at(2));
    expect((await unopened(3)).caseId).toBe(caseId);
    expect(await loadCase(db, caseId)).toMatchObject({ status: 'dismissed', mails: 2, decidedBy: '花子' });
    expect((await unopened(4, { reason: 'unopened-archive' })).caseId).toBe(caseId);
    expect(await loadCase(db, caseId)).toMatchObject({ status: 'open', mails: 3, decidedBy: null });
    expect(await decisionsOf(caseId)).toEqual([
      ['dismiss', '花子'],
      ['reopen', 'Komainu'],
    ]);
    await decide(db, caseId, dismissal, '花子', at(5));
    await unopened(6, { reason: 'unopened-archive' });
    expect(await loadCase(db, caseId)).toMatchObject({ status: 'dismissed', mails: 4 });
  });

  it('begin a new row after somebody approved that of the day', async () => {
    const { db } = store();
    const { caseId } = await unopened(1);
    await decide(db, caseId, plainApproval([]), '花子', at(2));
    const next = await unopened(3);
    expect(await loadCase(db, next.caseId)).toMatchObject({ status: 'open', previousCase: caseId, mails: 1 });
    expect((await unopened(4)).caseId).toBe(next.caseId);
  });

  it('lose their originals after 14 days, open or dismissed; the row stays, and what is approved or on hold', async () => {
    const { db } = store();
    const rows = [await unopened(1), await unopened(2, { sender: 'b' }), await unopened(3, { sender: 'c' })];
    const [open, dismissed, approved] = rows as [(typeof rows)[0], (typeof rows)[0], (typeof rows)[0]];
    const held = await unopened(4, { sender: 'd' });
    const single = await unopened(5, { rowDay: null });
    await decide(db, dismissed.caseId, dismissal, '花子', at(5));
    await decide(db, approved.caseId, plainApproval([]), '花子', at(5));
    await holdCase(db, held.caseId, '法務');
    expect((await purge(db, DAYS, after(13))).unopened).toBe(0);
    expect((await purgeable(db, DAYS, after(15))).unopened).toBe(2);
    expect((await purge(db, DAYS, after(15))).unopened).toBe(2);
    expect((await purge(db, DAYS, after(15))).unopened).toBe(0);
    const kept = async ({ mailId }: { readonly mailId: MailId }) => (await loadMail(db, mailId))!.raw !== null;
    expect(await Promise.all([...rows, held, single].map(kept))).toEqual([false, false, true, true, true]);
    expect(await loadCase(db, open.caseId)).toMatchObject({
      status: 'open',
      items: [{ failure: 'unopened-pdf', message: null }],
    });
    expect((await purge(db, DAYS, after(91))).dismissed).toBe(1);
  });

  it('are no failures: nobody has them judged once more', async () => {
    const { db } = store();
    await unopened(1);
    expect(await failedMails(db, at(2), 9)).toEqual([]);
    expect(await waitAgain(db, null, at(2))).toEqual([]);
  });
});
