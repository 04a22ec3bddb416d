import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AuditLog, eraseDisclosed, type PersonActor, perform } from '../../../../src/actions/index.ts';
import type { CaseId, PersonId } from '../../../../src/cases/index.ts';
import { unzip } from '../../../../src/response/evidence/unzip.ts';
import { type Day, type DisclosureId, verifyPack } from '../../../../src/response/index.ts';
import {
  addCounterparty,
  addObjection,
  addTalk,
  findAccount,
  giveConsent,
  handIn,
  holdCase,
  loadCase,
  loadCounterparty,
  loadDisclosure,
  loadObjection,
  nameVictim,
  newestAudit,
  objectionList,
  putAside,
  receiveObjectionMail,
  watchSender,
} from '../../../../src/store/index.ts';
import { mail, tally, verdict } from '../../../../src/store/schema/core.ts';
import { caseVictim, timelineConsent } from '../../../../src/store/schema/person-timeline.ts';
import { senderWatch } from '../../../../src/store/schema/review.ts';
import { newConsultation } from '../../../store/consultations.ts';
import { createDatabase, describeWithServer } from '../../../support/servers.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

describe('what is kept of whoever asks, on PGlite', { timeout: 120_000 }, () => asked(async () => null));
describeWithServer('postgres', 'what is kept of whoever asks, on PostgreSQL', () =>
  asked(async () => {
    const database = await createDatabase();
    return database;
  }),
);

const ASKS = {
  from: '開示 求子',
  role: 'sender',
  identity: '登録の電話にかけ直した',
  words: '私について残しているものを消してほしい',
  received: '2026-07-02',
  due: '2026-07-16',
};
const COMPANY = { name: '例示商事', timeZone: 'Asia/Tokyo' };

function asked(open: () => Promise<{ readonly url: string; stop(): Promise<void> } | null>): void {
  let desk: TestDesk;
  let lead: Browser;
  let second: Browser;
  let other: Browser; // another lead
  let reporter: { id: PersonId; name: string };
  let database: Awaited<ReturnType<typeof open>>;
  let threads = 0;
  beforeAll(async () => {
    database = await open();
    desk = await startDesk({ company: COMPANY }, database?.url ?? null);
    lead = await desk.signedInAs('lead');
    second = await desk.signedInAs('management');
    other = await desk.signedInAs('lead', 'desk');
    await desk.signedInAs('employee');
    const { id, name } = (await findAccount(desk.db, 'person-4@example.jp'))!;
    reporter = { id, name };
  });
  afterAll(async () => {
    await desk.stop();
    await database?.stop();
  });

  const last = async (action?: string) =>
    (
      await newestAudit(desk.db, action === undefined ? {} : { action: action as never }, { below: null, limit: 1 })
    )[0]!;

  async function dismissed(from: string, body = 'お前は無能だ、二度と電話に出るな'): Promise<CaseId> {
    threads += 1;
    const id = await desk.addCase({ from, subject: `件名${threads}`, body, band: 'review' }, `kept-${threads}`);
    const note = '確認者3が電話で聞いた。苦情として扱う';
    expect((await lead.post(`/cases/${id}/dismiss`, { reason: 'complaint', note })).status).toBe(303);
    return id;
  }

  async function request(subject: Record<string, string>, wants = 'stop'): Promise<DisclosureId> {
    await lead.post('/disclosures', { ...ASKS, wants });
    const id = (await last('disclosure.record')).target.split('/')[1] as DisclosureId;
    expect((await lead.post(`/disclosures/${id}/subject`, subject)).location).toBe(
      `/disclosures?request=${id}&saved=1`,
    );
    return id;
  }
  async function granted(subject: Record<string, string>): Promise<DisclosureId> {
    const id = await request(subject);
    await lead.post(`/disclosures/${id}/draft`, { outcome: 'met', words: '保存しているものを消します' });
    expect((await second.post(`/disclosures/${id}/give`, { day: '2026-07-03' })).status).toBe(303);
    return id;
  }
  const shown = async (id: DisclosureId, who = lead) => (await who.get(`/disclosures?request=${id}`)).text;
  const seenIn = (page: string) => /name="seen" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? '';
  const erase = async (id: DisclosureId, who = lead) =>
    who.post(`/disclosures/${id}/erase`, { seen: seenIn(await shown(id, who)) });

  /** A mail of which nothing is kept but its verdict. */
  async function ordinary(from: string): Promise<string> {
    await desk.addCase(
      { from, subject: '質問', body: '営業時間を教えてください', band: 'ordinary' },
      `ordinary-${from}`,
    );
    const rows = await desk.db.select({ id: verdict.mailId }).from(verdict).where(eq(verdict.senderHash, from));
    return rows
      .map(({ id }) => id)
      .sort((x, y) => Number(x) - Number(y))
      .at(-1)!;
  }

  it('is of whom somebody says, while the request waits; an answer written before is gone', async () => {
    const id = await request({ addresses: 'Ask@Example.org\nother@example.net' });
    expect(await last('disclosure.subject')).toMatchObject({
      target: `disclosure/${id}`,
      details: { addresses: 2, employee: false, counterparty: false },
    });
    expect(JSON.stringify(await last('disclosure.subject'))).not.toContain('example.org');
    expect((await loadDisclosure(desk.db, id))!.subject!.addresses).toEqual(['ask@example.org', 'other@example.net']);
    const wrongs: Record<string, string>[] = [
      { addresses: 'example.org' },
      { addresses: 'やまだ' },
      {},
      { person: 'nobody' },
    ];
    for (const wrong of wrongs) {
      const again = await lead.post(`/disclosures/${id}/subject`, wrong);
      expect(again.status, JSON.stringify(wrong)).toBe(400);
    }
    await lead.post(`/disclosures/${id}/draft`, { outcome: 'met', words: '消します' });
    await lead.post(`/disclosures/${id}/subject`, { addresses: 'else@example.org' });
    expect((await loadDisclosure(desk.db, id))!.draft).toBeNull();
    await lead.post(`/disclosures/${id}/draft`, { outcome: 'met', words: '消します' });
    await second.post(`/disclosures/${id}/give`, { day: '2026-07-03' });
    expect((await lead.post(`/disclosures/${id}/subject`, { addresses: 'ask@example.org' })).status).toBe(404);
  });

  it('becomes one file without names of staff, mails of others and reports, which says so', async () => {
    const id = await dismissed('sender@bundle.example');
    await lead.post(`/cases/${id}/comments`, { words: '佐藤部長と相談した' });
    const held = await dismissed('sender@bundle.example');
    await holdCase(desk.db, held, '保全者');
    const request1 = await request({ addresses: 'sender@bundle.example' }, 'copy');
    await ordinary('sender@bundle.example');
    const seen = await shown(request1);
    expect(seen).toContain('通常と判定したメールの記録：1通');
    expect(seen.split('保存しているものを1つの zip にします')).toHaveLength(2); // said once
    const answer = await lead.post(`/disclosures/${request1}/bundle`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/zip');
    const { manifest, problems, sha256 } = await verifyPack(new Uint8Array(answer.bytes), null);
    expect(problems).toEqual([]);
    expect(manifest).toMatchObject({ recipient: 'requester', purpose: 'disclosure', case: id });
    const entry = await last('disclosure.bundle');
    expect(entry).toMatchObject({ target: `disclosure/${request1}`, details: { sha256, cases: 1, 'left.held': 1 } });
    const files = new Map((await unzip(answer.bytes)).map(({ path, bytes }) => [path, bytes]));
    const kept = JSON.parse(Buffer.from(files.get('kept.json')!).toString('utf8'));
    expect(kept.cases).toMatchObject([
      {
        id,
        status: 'dismissed',
        mails: [{ subject: expect.stringContaining('件名'), file: `mails/case-${id}-mail-1.eml` }],
      },
    ]);
    expect(kept.cases[0].mails[0].text).toContain('お前は無能だ');
    expect(kept.ordinary).toHaveLength(1);
    expect(kept.leftOut).toMatchObject({ held: 1, names: 1 });
    const all = Buffer.from(files.get('kept.json')!).toString('utf8');
    expect(all).toContain('が電話で聞いた');
    expect(all).not.toMatch(/確認者|保全者/);
    expect(Buffer.from(files.get(`mails/case-${id}-mail-1.eml`)!).toString('utf8')).toContain(
      'From: sender@bundle.example',
    );
    const path = join(desk.folder, 'index.pdf');
    await writeFile(path, files.get('index.ja.pdf')!);
    const { stdout } = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
    expect(stdout).toContain('保存している情報のまとめ');
    expect(stdout).toContain('保全中の案件');
    expect(stdout).not.toContain('確認者');
    const all2 = await lead.post(`/disclosures/${request1}/bundle`, { held: '1' });
    expect((await verifyPack(new Uint8Array(all2.bytes), null)).manifest!.case).toBe(`${id} ${held}`);
  });

  it('has the objections that came by mail without a case, which go where nobody waits for an answer', async () => {
    const from = 'Objector@mailed.example';
    const mailed = (key: string, sender: string) =>
      receiveObjectionMail(desk.db, {
        ...{ key, sender, from: sender, source: 'objections', messageId: null, references: [], counterparty: '' },
        ...{ words: `ひみつの異議 ${key}`, automatic: false, receivedAt: desk.clock.now, at: desk.clock.now },
        ...{
          raw: Buffer.from(`From: ${sender}\r\n\r\n${key}`),
          received: '2026-07-01' as Day,
          due: '2026-07-15' as Day,
        },
      });
    const first = (await mailed('first', from))!;
    await putAside(desk.db, first.id, { by: '花子', at: desk.clock.now });
    await mailed('second', 'objector@mailed.example'); // waits
    await mailed('stranger', 'somebody@mailed.example');
    const asks = await granted({ addresses: 'objector@mailed.example' });
    const files = new Map(
      (await unzip((await lead.post(`/disclosures/${asks}/bundle`)).bytes)).map(({ path, bytes }) => [path, bytes]),
    );
    const kept = Buffer.from(files.get('kept.json')!).toString('utf8');
    expect(JSON.parse(kept).objections).toMatchObject([
      { received: '2026-07-01', words: 'ひみつの異議 first', answer: null },
      { words: 'ひみつの異議 second' },
    ]);
    expect(kept).not.toContain('stranger');
    const [path] = JSON.parse(kept).objections[0].files as string[];
    expect(Buffer.from(files.get(path!)!).toString('utf8')).toBe(`From: ${from}\r\n\r\nfirst`);
    expect(await shown(asks)).toContain('異議：1');
    expect((await erase(asks)).status).toBe(303);
    expect(await loadObjection(desk.db, first.id)).toBeNull();
    const left = await objectionList(desk.db, { which: 'waiting', limit: 50, offset: 0 });
    expect(left.map(({ words }) => words)).toEqual(
      expect.arrayContaining(['ひみつの異議 second', 'ひみつの異議 stranger']),
    );
    expect((await last('disclosure.erase')).details).toMatchObject({ objections: 1 });
  });

  it('has no mail of others in the same case, and no report', async () => {
    const id = await desk.addCase(
      { from: 'one@shared.example', subject: '共有', body: '無能だ', counterparty: 'shared.example', band: 'review' },
      'shared',
    );
    await desk.addCase(
      {
        from: 'two@shared.example',
        subject: '共有',
        body: '同僚の言葉です',
        counterparty: 'shared.example',
        band: 'review',
      },
      'shared',
    );
    await lead.post(`/cases/${id}/dismiss`, { reason: 'complaint', note: '' });
    const asks = await request({ addresses: 'one@shared.example' }, 'copy');
    expect(await shown(asks)).toContain('ほかの人のメールや相談がある');
    const files = await unzip((await lead.post(`/disclosures/${asks}/bundle`)).bytes);
    const kept = Buffer.from(files.find(({ path }) => path === 'kept.json')!.bytes!).toString('utf8');
    expect(JSON.parse(kept).leftOut.mails).toBe(1);
    expect(kept).not.toContain('同僚の言葉');
  });

  it('is deleted once two granted it, as it was shown, with a proof that has no word of it', async () => {
    const address = 'sender@erase.example';
    const id = await dismissed(address);
    const held = await dismissed(address);
    await holdCase(desk.db, held, '保全者');
    const objected = await dismissed(address);
    const words = { from: 'x', words: 'x', received: '2026-07-02' as Day, due: '2026-07-20' as Day };
    await addObjection(
      desk.db,
      { caseId: objected, letterId: null, measureId: null, ...words },
      { by: 'x', at: desk.clock.now },
    );
    const plain = await ordinary(address);
    const bystander = await ordinary('somebody@erase.example');
    const watch = { by: '花子', since: desk.clock.now, until: new Date(desk.clock.now.getTime() + 86_400_000) };
    await watchSender(desk.db, { hash: address, address }, watch);
    const asks = await request({ addresses: address });
    expect(seenIn(await shown(asks))).toBe(''); // nobody granted it
    expect((await lead.post(`/disclosures/${asks}/erase`, { seen: 'x' })).status).toBe(404);
    const wanted = await granted({ addresses: address });
    const page = await shown(wanted);
    expect(page).toContain('案件：1');
    expect(page).toContain('保全中：1');
    expect(page).toContain('異議の答えを待っている：1');
    const before = seenIn(page);
    await holdCase(desk.db, id, '保全者'); // meanwhile
    const stale = await lead.post(`/disclosures/${wanted}/erase`, { seen: before });
    expect(stale.status).toBe(409);
    expect(stale.text).toContain('もう一度確かめてから');
    await holdCase(desk.db, id, null);
    const days = await desk.db.select().from(tally);
    expect((await erase(wanted)).location).toBe(`/disclosures?request=${wanted}&saved=1`);
    expect(await loadCase(desk.db, id)).toBeNull();
    for (const stays of [held, objected]) expect(await loadCase(desk.db, stays)).not.toBeNull();
    const left = async (table: typeof mail | typeof verdict, which: ReturnType<typeof sql>) =>
      desk.db.$count(table, which);
    expect(await left(mail, sql`${mail.id} = ${plain}`)).toBe(0);
    expect(await left(mail, sql`${mail.id} = ${bystander}`)).toBe(1);
    expect(await desk.db.$count(senderWatch)).toBe(0);
    const sum = (rows: typeof days) => rows.reduce((all, { mails }) => all + mails, 0);
    expect(sum(await desk.db.select().from(tally))).toBe(sum(days) + 2); // counts stay
    const entry = await last('disclosure.erase');
    expect(entry).toMatchObject({
      target: `disclosure/${wanted}`,
      details: { cases: 1, mails: 1, ordinary: 1, watches: 1, decisions: 1, 'left.held': 1, 'left.objection': 1 },
    });
    expect(JSON.stringify(entry)).not.toMatch(/erase\.example|無能|件名/);
    expect((await desk.audit.verify()).kind).toBe('whole');
    const { erased } = (await loadDisclosure(desk.db, wanted))!;
    expect(erased).toMatchObject({ by: '確認者1', digest: entry.details.sha256, counts: { cases: 1, mails: 1 } });
    expect(await shown(wanted)).toContain(erased!.digest);
    expect((await lead.post(`/disclosures/${wanted}/erase`, { seen: 'x'.repeat(64) })).status).toBe(404); // nothing more may go
    await holdCase(desk.db, held, null);
    expect((await erase(wanted)).status).toBe(303);
    expect(await loadCase(desk.db, held)).toBeNull();
    expect((await loadDisclosure(desk.db, wanted))!.erased).toMatchObject({ counts: { cases: 2, ordinary: 1 } });
  });

  it('goes with its entry or not at all', async () => {
    const id = await dismissed('sender@killed.example');
    const asks = await granted({ addresses: 'sender@killed.example' });
    const broken: AuditLog = {
      ...desk.audit,
      during: (act) =>
        desk.audit.during(act, () => {
          throw new Error('the process was killed');
        }),
    };
    const account = (await findAccount(desk.db, 'person-1@example.jp'))!;
    const actor: PersonActor = {
      kind: 'person',
      ...account,
      roles: ['lead'],
      email: 'person-1@example.jp',
      address: null,
    };
    const seen = seenIn(await shown(asks));
    const deps = { ...desk.deps, audit: broken };
    await expect(perform(eraseDisclosed, deps, actor, { request: asks, seen })).rejects.toThrow('killed');
    expect(await loadCase(desk.db, id)).not.toBeNull();
    expect((await loadDisclosure(desk.db, asks))!.erased).toBeNull();
    expect(seenIn(await shown(asks))).toBe(seen); // all is as it was
    expect((await erase(asks)).status).toBe(303);
    expect(await loadCase(desk.db, id)).toBeNull();
  });

  it('of an employee are their reports, wishes and consents, but where something of the case waits', async () => {
    const done = await handIn(desk.db, newConsultation(reporter), desk.clock.now);
    const confidential = await handIn(desk.db, newConsultation(reporter, { confidential: true }), desk.clock.now);
    const open = await handIn(desk.db, newConsultation(reporter, { words: 'まだ見ていない' }), desk.clock.now);
    for (const { caseId } of [done, confidential])
      await other.post(`/cases/${caseId}/dismiss`, { reason: 'complaint', note: '' });
    const named = await dismissed('somebody@employee.example');
    await nameVictim(
      desk.db,
      { caseId: named, person: reporter.id },
      { by: 'x', at: desk.clock.now },
      { seesConfidential: false },
    );
    await giveConsent(desk.db, reporter.id, { way: 'self', day: '2026-07-01' as Day, by: 'x', at: desk.clock.now });
    const asks = await granted({ person: reporter.id });
    const files = await unzip((await lead.post(`/disclosures/${asks}/bundle`)).bytes);
    const kept = Buffer.from(files.find(({ path }) => path === 'kept.json')!.bytes!).toString('utf8');
    expect(kept).toContain('電話で怒鳴られました');
    expect(kept).not.toContain('二度と電話に出るな'); // of the case that befell them: somebody else’s mail
    expect(await shown(asks)).toContain('相談窓口だけが見て');
    expect(await shown(asks)).not.toContain(`/cases/${confidential.caseId}`);
    expect((await erase(asks, other)).status).toBe(303); // the consultation desk deletes what is confidential, too
    const sight = { seesConfidential: true };
    for (const { caseId } of [done, confidential]) expect(await loadCase(desk.db, caseId, sight)).toBeNull();
    expect(await loadCase(desk.db, open.caseId, sight)).not.toBeNull();
    expect(await loadCase(desk.db, named)).not.toBeNull();
    expect(await desk.db.$count(timelineConsent)).toBe(0);
    const rows = await desk.db.select({ caseId: caseVictim.caseId }).from(caseVictim);
    expect(rows).toEqual([{ caseId: open.caseId }]); // who handed it in waits for what comes of it
  });

  it('of a counterparty is its entry in the register, too, unless a case stays', async () => {
    const facts = {
      ...{ kind: 'company' as const, name: '消去商事', domains: ['party.example'], addresses: [], postal: '東京' },
      ...{ contacts: [], clause: null, capital: null, staff: null, notes: '' },
    };
    const { id } = await addCounterparty(desk.db, facts, { by: 'x', at: desk.clock.now });
    const kept = await desk.addCase(
      { from: 'a@party.example', subject: '件名', body: '無能だ', counterparty: 'party.example', band: 'review' },
      'party',
    );
    await lead.post(`/cases/${kept}/dismiss`, { reason: 'complaint', note: '' });
    const asks = await granted({ counterparty: id });
    expect(await shown(asks)).toContain('取引先の台帳：1');
    expect((await erase(asks)).status).toBe(303);
    expect(await loadCase(desk.db, kept)).toBeNull();
    expect(await loadCounterparty(desk.db, id)).toBeNull();
  });

  it('leaves the entry of a company that was asked for talks, which are its own', async () => {
    const facts = {
      ...{ kind: 'company' as const, name: '協議商事', domains: ['talks.example'], addresses: [], postal: '東京' },
      ...{ contacts: [], clause: null, capital: null, staff: null, notes: '' },
    };
    const by = { by: 'x', at: desk.clock.now };
    const { id } = await addCounterparty(desk.db, facts, by);
    const [asked, due] = ['2026-07-01', '2026-07-15'] as Day[];
    const request = {
      counterpartyId: id,
      who: '営業',
      way: 'mail' as const,
      words: '価格の協議',
      asked: asked!,
      due: due!,
    };
    await addTalk(desk.db, request, by);
    const from = { from: 'a@talks.example', counterparty: 'talks.example' };
    const kept = await desk.addCase({ ...from, subject: '件名', body: '無能だ', band: 'review' }, 'talks');
    await lead.post(`/cases/${kept}/dismiss`, { reason: 'complaint', note: '' });
    const asks = await granted({ counterparty: id });
    await shown(asks);
    expect((await erase(asks)).status).toBe(303);
    expect(await loadCase(desk.db, kept)).toBeNull();
    expect(await loadCounterparty(desk.db, id)).not.toBeNull();
  });
}
