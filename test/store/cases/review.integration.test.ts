import { expect, it } from 'vitest';
import { type CaseId, plainApproval } from '../../../src/cases/index.ts';
import {
  type CaseFilter,
  caseListPage,
  claimCase,
  decide,
  lastDecision,
  listCases,
  loadCase,
  loadPast,
  preferencesOf,
  type Reviewer,
  recordAnswer,
  setPreferences,
  similarCases,
  skipCase,
  sourceState,
  totalOf,
  USUAL_VISIBILITY,
  usualPreferences,
} from '../../../src/store/index.ts';
import { caseId, entryId, mailId, personId } from '../../support/ids.ts';
import { reviewers } from '../reviewers.ts';
import { assessment, at, judgedMail, verdictOf } from '../samples.ts';
import { standingFeedback } from '../standing-feedback.ts';
import { describeStores } from '../stores.ts';
import { writeVerdict } from '../write.ts';

const dismiss = { kind: 'dismiss', reason: 'jargon', note: '' } as const;
const display = (from: string, subject: string, counterparty = 'example.com') => ({ from, subject, counterparty });

describeStores('an approval', (store) => {
  it('corrects the acts of its case; undone, they are the assessed ones again', async () => {
    const { db } = store();
    const id = (await judgedMail(db, 1, { assessment: assessment('review', ['summons', 'privacy']) })).caseId!;
    await decide(db, id, plainApproval(['privacy', 'other']), 'a', at(2), { person: personId('id-a') });
    expect((await loadCase(db, id))!.acts).toEqual(['privacy', 'other']);
    expect(await lastDecision(db, id)).toMatchObject({ status: 'approved', person: personId('id-a'), at: at(2) });
    await decide(db, id, { kind: 'reopen', note: '' }, 'a', at(3));
    expect((await loadCase(db, id))!.acts).toEqual(['summons', 'privacy']);
  });
});

describeStores('feedback', (store) => {
  it('stands as long as the decision it came with', async () => {
    const { db } = store();
    const { caseId, mailId } = await judgedMail(db, 1);
    const missed = { kind: 'missed', mailId, part: 'body', start: 0, end: 2, words: '本文\0' } as const;
    await decide(db, caseId!, plainApproval([]), '花子', at(2), { feedback: [missed] });
    expect(await standingFeedback(db)).toEqual([{ ...missed, words: '本文\uFFFD', caseId, by: '花子', at: at(2) }]);
    await decide(db, caseId!, { kind: 'reopen', note: '' }, '花子', at(3));
    expect(await standingFeedback(db)).toEqual([]);
    const misfire = { kind: 'misfire', entry: entryId('insult-person.test') } as const;
    await decide(db, caseId!, dismiss, '太郎', at(4), { feedback: [misfire] });
    expect(await standingFeedback(db)).toEqual([{ ...misfire, caseId, by: '太郎', at: at(4) }]);
  });
});

describeStores('the queue', (store) => {
  const ids = async (filter: CaseFilter) =>
    (await listCases(store().db, { limit: 9, offset: 0, ...filter })).cases.map(({ id }) => id);

  it('is narrowed by act, counterparty, date, source and words in subject or sender', async () => {
    const { db } = store();
    await judgedMail(db, 1, { display: display('山田 <YAMADA@example.com>', 'お見積りの件') });
    await judgedMail(db, 2, {
      assessment: assessment('urgent', ['summons']),
      display: display('佐藤', 'ＡＢＣプロジェクト 納期', 'example.net'),
    });
    expect(await ids({ act: 'summons' })).toEqual(['2']);
    expect(await ids({ counterparty: 'example.com' })).toEqual(['1']);
    expect(await ids({ since: at(2) })).toEqual(['2']);
    expect(await ids({ before: at(2) })).toEqual(['1']);
    expect(await ids({ source: 'support' })).toEqual(['2', '1']);
    expect(await ids({ source: 'sales' })).toEqual([]);
    expect(await ids({ words: 'yamada　見積' })).toEqual(['1']);
    expect(await ids({ words: 'abc 納期' })).toEqual(['2']);
    expect(await ids({ words: '100%' })).toEqual([]);
    expect(await ids({ words: '件' })).toEqual(['1']);
    expect(await totalOf(db, { status: 'open' }, USUAL_VISIBILITY, 1)).toBe(1);
    expect(await totalOf(db, { words: 'abc', band: 'urgent' }, USUAL_VISIBILITY, 9)).toBe(1);
  });

  it('knows the second mailbox in which the same message arrived', async () => {
    const { db } = store();
    const { caseId } = await judgedMail(db, 1, { messageId: 'one', contentHash: 'same' });
    await sourceState(db, 'sales').commit(
      [{ uidValidity: 1n, uid: 1, receivedAt: at(2), raw: new TextEncoder().encode('x') }],
      { uidValidity: 1n, lastUid: 1 },
    );
    await writeVerdict(db, verdictOf(mailId('2'), { messageId: 'one', contentHash: 'same' }));
    expect(await ids({ source: 'sales' })).toEqual([caseId]);
    expect(await ids({ source: 'support' })).toEqual([caseId]);
  });

  it('shows whose case it is, and what the person has skipped', async () => {
    const { db } = store();
    const [a, b] = await reviewers(db, 'a', 'b');
    const list = { limit: 9, offset: 0, status: 'open' } as const;
    for (let minute = 1; minute <= 3; minute++) await judgedMail(db, minute);
    await claimCase(db, caseId('1'), b!, at(4));
    await skipCase(db, caseId('2'), a!, at(4));
    await decide(db, caseId('3'), { kind: 'hand-over', to: { kind: 'person', ...b! }, note: '' }, 'a', at(4));
    const rows = await caseListPage(db, list, looking(a!, 5));
    expect(rows.map(({ claim, skipped, assignee }) => [claim?.name ?? null, skipped, assignee.kind])).toEqual([
      ['b', false, 'anyone'],
      [null, true, 'anyone'],
      [null, false, 'person'],
    ]);
    expect(rows[2]!.assignee).toEqual({ kind: 'person', id: 'id-b', name: 'b' });
    const later = await caseListPage(db, list, looking(b!, 60));
    expect(later.map(({ claim, skipped }) => [claim, skipped])).toEqual([
      [null, false],
      [null, false],
      [null, false],
    ]);
    expect(await ids({ assignee: { kind: 'person', id: b!.id } })).toEqual(['3']);
    expect(await ids({ assignee: { kind: 'nobody' } })).toEqual(['1', '2']);
    expect(await ids({ assignee: { kind: 'desk' } })).toEqual([]);
  });
});

describeStores('near-duplicates', (store) => {
  it('are open cases of one counterparty with the same entries, or with the same content', async () => {
    const { db } = store();
    const [a, b] = await reviewers(db, 'a', 'b');
    const of = async (minute: number, counterparty: string, act: 'summons' | 'privacy', contentHash?: string) =>
      (
        await judgedMail(db, minute, {
          assessment: assessment('review', [act]),
          display: display('x', 'y', counterparty),
          ...(contentHash === undefined ? {} : { contentHash }),
        })
      ).caseId!;
    const one = await of(1, 'example.com', 'summons', 'bulk mail');
    const same = await of(2, 'example.com', 'summons');
    const claimed = await of(3, 'example.com', 'summons');
    await of(4, 'example.com', 'privacy');
    await of(5, 'example.net', 'summons');
    const copy = await of(6, 'example.org', 'privacy', 'bulk mail');
    const unknown = [await of(7, '', 'summons'), await of(8, '', 'summons')];
    await claimCase(db, claimed, b!, at(9));
    const alike = async (id: CaseId) => (await similarCases(db, id, looking(a!, 9))).map((row) => row.id);
    expect(await alike(one)).toEqual([same, copy]);
    expect(await alike(copy)).toEqual([one]);
    expect(await alike(unknown[0]!)).toEqual([]);
    await decide(db, same, dismiss, 'a', at(10));
    expect(await alike(one)).toEqual([copy]);
    expect(await alike(same)).toEqual([one]);
  });
});

describeStores('the past of a case', (store) => {
  it('tells the thread, the counterparty and the sender, across inboxes', async () => {
    const { db } = store();
    const root = await judgedMail(db, 1, { messageId: 'root', assessment: assessment('ordinary', []) });
    await recordAnswer(db, {
      source: 'sent',
      uidValidity: 1n,
      uid: 1,
      messageId: 'our',
      references: ['root'],
      at: at(2),
    });
    const { caseId } = await judgedMail(db, 3, { references: ['root', 'our'], display: display('x', 'y') });
    const earlier = await judgedMail(db, 0, { display: display('x', '前の件'), sender: 'another' });
    await decide(db, earlier.caseId!, dismiss, 'a', at(5));
    await judgedMail(db, 6, { display: display('x', 'よその件', 'example.net') });
    expect(root.caseId).toBeNull();
    expect(await loadPast(db, caseId!)).toMatchObject({
      thread: [
        { kind: 'mail', at: at(1), band: 'ordinary', caseId: null },
        { kind: 'answer', at: at(2), source: 'sent' },
        { kind: 'mail', at: at(3), band: 'review', caseId },
      ],
      cases: [{ id: earlier.caseId, subject: '前の件', status: 'dismissed', sources: ['support'] }],
      statuses: { open: 0, approved: 0, dismissed: 1 },
      sender: { ordinary: 1, grey: 0, review: 2, urgent: 0, unreadable: 0 },
    });
  });
});

describeStores('preferences', (store) => {
  it('are the usual ones until chosen', async () => {
    const { db } = store();
    await reviewers(db, 'chooser');
    expect(await preferencesOf(db, personId('id-chooser'))).toEqual(usualPreferences);
    await setPreferences(db, personId('id-chooser'), { maskAll: true, keys: false, dailyCap: 12 });
    await setPreferences(db, personId('id-chooser'), { maskAll: true, keys: true, dailyCap: null });
    expect(await preferencesOf(db, personId('id-chooser'))).toEqual({ maskAll: true, keys: true, dailyCap: null });
  });
});

const looking = ({ id, seesConfidential }: Reviewer, minute: number) => ({
  person: id,
  seesConfidential,
  now: at(minute),
});
