import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type AuditLog, openAuditLog, purge, Refusal } from '../../src/actions/index.ts';
import type { CaseId } from '../../src/cases/index.ts';
import type { Day } from '../../src/response/index.ts';
import {
  addCooperation,
  addObjection,
  addPastRun,
  answerCooperation,
  auditRows,
  clockAhead,
  type Db,
  decide,
  hasForwarded,
  loadCase,
  loadPastRun,
  noteForwarded,
  purgeable,
  sourceState,
  watchSender,
} from '../../src/store/index.ts';
import { answer } from '../../src/store/schema/core.ts';
import { objection } from '../../src/store/schema/outside.ts';
import { senderWatch } from '../../src/store/schema/review.ts';
import { createLogger } from '../../src/util/log.ts';
import { NOTHING_PURGED } from '../store/purged.ts';
import { assessment, at, judgedMail } from '../store/samples.ts';
import { describeStores } from '../store/stores.ts';
import { caseId } from '../support/ids.ts';

const DAY_MS = 86_400_000;
const retention = {
  verdictDays: 180,
  greyDays: 30,
  dismissedDays: 90,
  approvedDays: 1826,
  unopenedDays: 14,
  reportDays: 90,
  registerDays: 1826,
};
const after = (days: number): Date => new Date(at(0).getTime() + days * DAY_MS);
const SERVICE = { kind: 'service' } as const;
const day = (written: string) => written as Day;
const failing = (message: string): never => {
  throw new Error(message);
};
const OPERATOR = { kind: 'operator', name: 'taro' } as const;

describeStores('deleting what was kept long enough', (store) => {
  let folder: string;
  let audit: AuditLog;
  let db: Db;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'komainu-purge-'));
    db = store().db;
    await db.execute(sql`alter table komainu.audit disable trigger audit_append_only`);
    await db.execute(sql`truncate komainu.audit, komainu.clock`);
    await db.execute(sql`alter table komainu.audit enable trigger audit_append_only`);
    audit = openAuditLog({ db, key: 'key', dataPath: folder, log: createLogger('silent') });
  });
  afterEach(() => rm(folder, { recursive: true }));

  const purgeAt = (days: number, how: Parameters<typeof purge>[2] = {}, actor: Parameters<typeof purge>[1] = SERVICE) =>
    purge({ db, audit, now: () => after(days), retention }, actor, how);
  async function purges(): Promise<unknown[]> {
    const found: unknown[] = [];
    for await (const { action, details } of auditRows(db, {})) if (action === 'store.purge') found.push(details);
    return found;
  }
  const greyCases = async (count: number): Promise<void> => {
    for (let minute = 0; minute < count; minute++)
      await judgedMail(db, minute, { assessment: assessment('grey'), screenedAt: after(0) });
  };

  it('happens with its entry or not at all', async () => {
    await greyCases(2);
    await purgeAt(29);
    const broken: AuditLog = {
      ...audit,
      during: (act, entryOf) =>
        audit.during(act, (result) => {
          entryOf(result);
          throw new Error('the process was killed');
        }),
    };
    const now = () => after(31);
    await expect(purge({ db, audit: broken, now, retention }, SERVICE)).rejects.toThrow('killed');
    expect(await loadCase(db, caseId('1'))).not.toBeNull();
    await purgeAt(31);
    expect(await loadCase(db, caseId('1'))).toBeNull();
    expect(await purges()).toEqual([{ ...NOTHING_PURGED, grey: 2 }]);
  });

  it('writes an entry for each of its transactions, which add up', async () => {
    await greyCases(203);
    await purgeAt(29);
    expect(await purgeAt(31)).toMatchObject({ grey: 203 });
    expect(await purges()).toMatchObject([{ grey: 200 }, { grey: 3 }]);
  });

  it('is all of it written down, what belongs to no case as well', async () => {
    const who = { by: '花子', at: after(0) };
    await watchSender(db, { hash: 'h', address: 'h@example.jp' }, { by: '花子', since: after(0), until: after(1) });
    const mail = { source: 'consult', sender: 'h@example.jp', receivedAt: after(0), arrivedAt: after(0), size: 1 };
    await noteForwarded(db, { ...mail, key: 'refused', state: 'refused', because: 'outsider' });
    await noteForwarded(db, { ...mail, key: 'taken', state: 'taken' });
    const asked = { caseId: null, company: 'x', contact: '', words: 'x' };
    const request = { ...asked, direction: 'sent', asked: day('2026-12-01'), due: day('2026-12-03') } as const;
    await answerCooperation(db, await addCooperation(db, request, who), { words: 'x', day: day('2026-12-02') }, who);
    const objected = { caseId: null, letterId: null, measureId: null, from: 'x', words: 'x' };
    await addObjection(db, { ...objected, received: day('2026-12-01'), due: day('2026-12-02') }, who);
    await db.update(objection).set({ answeredAt: after(0) });
    const run = { startedAt: after(0), person: null, by: 'x', source: 'support' };
    const runId = await addPastRun(db, { ...run, since: after(0), until: after(0), rules: new Uint8Array(1) });
    await sourceState(db, 'sent').commit([], { uidValidity: 1n, lastUid: 0 });
    const sent = { source: 'sent', uidValidity: 1n, uid: 1, messageIdHash: null, thread: 't', at: after(0) };
    await db.insert(answer).values(sent);
    const all = { watches: 1, forwarded: 2, objections: 1, cooperations: 1, pastRuns: 1, answers: 1 };
    expect(await purgeable(db, retention, after(2000))).toEqual({ ...NOTHING_PURGED, ...all });
    const broken: AuditLog = { ...audit, during: (act) => audit.during(act, () => failing('the process was killed')) };
    const now = () => after(2000);
    await expect(purge({ db, audit: broken, now, retention }, SERVICE)).rejects.toThrow('killed');
    expect(await Promise.all([hasForwarded(db, 'taken'), db.$count(senderWatch), db.$count(answer)])).toEqual([
      true,
      1,
      1,
    ]);
    expect(await loadPastRun(db, runId)).not.toBeNull();
    expect(await purgeAt(2000)).toEqual({ ...NOTHING_PURGED, ...all });
    expect(await purges()).toEqual([{ ...NOTHING_PURGED, ...all }]);
    expect(await Promise.all([hasForwarded(db, 'taken'), db.$count(senderWatch), db.$count(answer)])).toEqual([
      false,
      0,
      0,
    ]);
    expect(await loadPastRun(db, runId)).toBeNull();
  });

  const approved = async (): Promise<CaseId> => {
    const { caseId } = await judgedMail(db, 1, { assessment: assessment('urgent') });
    await decide(db, caseId!, { ...APPROVAL }, '確認 太郎', after(0));
    return caseId!;
  };
  const APPROVAL = {
    kind: 'approve',
    acts: ['apology-demand'],
    severity: 2,
    elements: { customer: 'undecided', beyond: 'undecided', harmed: 'undecided' },
    declaration: true,
    affected: [],
    harms: [],
    ownCause: 'unclear',
    note: '',
  } as const;

  it('is refused when the clock has jumped ahead, however often it is tried, and goes on with --really', async () => {
    const id = await approved();
    await purgeAt(1);
    for (let i = 0; i < 2; i++) await expect(purgeAt(2000 + i)).rejects.toThrow(Refusal);
    await expect(purgeAt(2000, {}, OPERATOR)).rejects.toMatchObject({ code: 'clock-ahead' });
    await expect(purgeAt(2000, {}, OPERATOR)).rejects.toThrow(/1999 days after it was believed last.*--really/);
    expect(await loadCase(db, caseId(id))).not.toBeNull();
    expect(await purges()).toEqual([]);
    expect(await purgeAt(2000, { really: true }, OPERATOR)).toMatchObject({ approved: 1 });
    expect(await purges()).toMatchObject([{ approved: 1, really: true }]);
    expect(await purgeAt(2001)).toMatchObject({ approved: 0 });
  });

  it('is refused although things were done since by the wrong clock', async () => {
    const id = await approved();
    await purgeAt(1);
    const who = { at: after(2000), person: null, name: 'cli:taro', address: null };
    await audit.record({ ...who, action: 'sign-in', target: '', details: {} });
    await expect(purgeAt(2000)).rejects.toMatchObject({ code: 'clock-ahead' });
    expect(await loadCase(db, caseId(id))).not.toBeNull();
  });

  it('goes by the newest entry of the log before the first time', async () => {
    await approved();
    const who = { at: after(3), person: null, name: 'cli:taro', address: null };
    await audit.record({ ...who, action: 'sign-in', target: '', details: {} });
    await db.execute(sql`update komainu.mail set stored_at = ${after(1).toISOString()}::timestamptz`);
    expect(await clockAhead(db, after(17))).toBeNull();
    expect(await clockAhead(db, after(18))).toEqual(after(3));
  });

  it('goes on after two weeks of standing still, and in an empty store', async () => {
    expect(await purgeAt(5000)).toMatchObject({ approved: 0 });
    expect(await purgeAt(5014)).toMatchObject({ approved: 0 });
    await expect(purgeAt(5029)).rejects.toThrow(Refusal);
  });
});
