import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packEvidence, perform } from '../../../../src/actions/index.ts';
import type { CaseId } from '../../../../src/cases/index.ts';
import { unzip } from '../../../../src/response/evidence/unzip.ts';
import { CARE_POINTS, sha256Of, verifyPack } from '../../../../src/response/index.ts';
import { handIn, listCases, listPeople, newestAudit } from '../../../../src/store/index.ts';
import { newConsultation } from '../../../store/consultations.ts';
import type { Browser } from '../support/browser.ts';
import { OPERATOR, startDesk, type TestDesk } from '../support/desk.ts';
import { type FixtureMail, rawMail } from '../support/mails.ts';

let desk: TestDesk;
let lead: Browser;
let made = 0;

beforeAll(async () => {
  desk = await startDesk();
  lead = await desk.signedInAs('lead');
});
afterAll(() => desk.stop());

const MAIL: FixtureMail = {
  from: '田中 <tanaka@example.com>',
  to: '山田 花子 <hanako@example.jp>',
  subject: '件名',
  body: '山田花子を出せ。土下座しろ\r\n',
};
const APPROVAL = { acts: 'apology-demand', severity: '2', declaration: '1', ownCause: 'no', note: '内部のメモ' };
const LAWYER = { recipient: 'lawyer', purpose: 'advice' };

async function approvedCase(mail: FixtureMail = MAIL): Promise<CaseId> {
  const id = await desk.addCase(mail, `evidence-${made++}`);
  expect((await lead.post(`/cases/${id}/approve`, APPROVAL)).status).toBe(303);
  return id;
}

async function caredFor(mail: FixtureMail = MAIL): Promise<CaseId> {
  const id = await approvedCase(mail);
  await seeTo(id, lead);
  return id;
}

async function seeTo(id: CaseId, who: Browser): Promise<void> {
  for (const point of CARE_POINTS)
    await who.post(`/cases/${id}/care`, { do: 'point', point, state: 'declined', note: '体調のメモ' });
}

const packsOf = (id: CaseId) =>
  newestAudit(desk.db, { target: `case/${id}`, action: 'case.evidence' }, { below: null, limit: 9 });
const filesOf = async (bytes: Uint8Array) =>
  new Map((await unzip(bytes)).map(({ path, bytes: own }) => [path, Buffer.from(own!)]));

describe('the evidence pack of a case', () => {
  it('is made of an approved case and of no other, by whoever may', async () => {
    const id = await desk.addCase(MAIL, 'evidence-way');
    const way = '<h2 id="evidence">';
    expect((await lead.get(`/cases/${id}?tab=papers`)).text).toContain('まだ認定していません');
    await lead.post(`/cases/${id}/approve`, APPROVAL);
    expect((await lead.get(`/cases/${id}?tab=papers`)).text).not.toContain('まだ認定していません');
    const reviewer = await desk.signedInAs('reviewer');
    expect((await reviewer.get(`/cases/${id}?tab=papers`)).text).not.toContain(way);
  });

  it('is locked until every point of care is done or declined', async () => {
    const id = await approvedCase();
    const shut = await lead.get(`/cases/${id}?tab=papers&for=lawyer&purpose=advice`);
    expect(shut.text).toContain('あと7項目残っています');
    expect(shut.text).not.toContain('name="recipient"');
    const refused = await lead.post(`/cases/${id}/evidence`, { ...LAWYER, redactions: '' });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('あと7項目残っています');
    expect(await packsOf(id)).toEqual([]);
    await seeTo(id, lead);
    expect((await lead.post(`/cases/${id}/evidence`, { ...LAWYER, redactions: '' })).status).toBe(200);
    await lead.post(`/cases/${id}/care`, { do: 'point', point: 'health', state: 'open', note: '' });
    expect((await lead.post(`/cases/${id}/evidence`, { ...LAWYER, redactions: '' })).status).toBe(400);
    expect(await packsOf(id)).toHaveLength(1);
  });

  it('goes to the company of the other side only once somebody has read that no name is left', async () => {
    const id = await caredFor();
    const notice = { recipient: 'company', purpose: 'notice', redactions: '' };
    const form = (await lead.get(`/cases/${id}?tab=papers&for=company&purpose=notice`)).text;
    expect(form).toContain('本文の写しを読む');
    expect(form).toContain('【伏せ字1】を出せ');
    const refused = await lead.post(`/cases/${id}/evidence`, notice);
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('本文に出る名前を確かめていません');
    expect(await packsOf(id)).toEqual([]);
    const given = { ...notice, redactions: '山田 花子', namesConfirmed: '1' };
    expect((await lead.post(`/cases/${id}/evidence`, given)).status).toBe(200);
  });

  it('of what was reported says when that was handed in, and of what day it tells', async () => {
    const [person] = await listPeople(desk.db);
    const happenedAt = new Date(desk.clock.now.getTime() - 5 * 86_400_000);
    const given = { ...newConsultation(person!), happenedAt, happenedAbout: 'day' as const };
    const raw = Buffer.from('X-Komainu-Incident: yes\r\n\r\n怒鳴られた\r\n');
    const mail = { raw, receivedAt: new Date(happenedAt.getTime() + 43_200_000) }; // as it is judged: at noon
    const { caseId: id } = await handIn(desk.db, { ...given, mail }, desk.clock.now);
    await lead.post(`/cases/${id}/approve`, APPROVAL);
    await seeTo(id, lead);
    const order = { recipient: 'police', purpose: 'report', redactions: '', consent: '1' };
    const files = await filesOf((await lead.post(`/cases/${id}/evidence`, order)).bytes);
    const [told] = JSON.parse(files.get('mails.json')!.toString());
    expect(told).toMatchObject({ kind: 'incident', receivedAt: desk.clock.now.toISOString() });
    expect(files.get('cover.ja.txt')!.toString()).not.toContain('受信');
  });

  it.each([
    ['police', 'report'],
    ['lawyer', 'advice'],
  ] as const)(
    'goes to %s before the care list is done where there is danger, which stays written down',
    async (recipient, purpose) => {
      const id = await approvedCase();
      const way = `/cases/${id}?tab=papers&for=${recipient}&purpose=${purpose}&danger=1`;
      expect((await lead.get(`/cases/${id}?tab=papers`)).text).toContain(way.replaceAll('&', '&amp;'));
      const form = (await lead.get(way)).text;
      expect(form).toContain('理由「危険」で、ケアのリストが7項目残ったまま渡します');
      expect(form).toContain('name="danger" value="1"');
      const order = { recipient, purpose, redactions: '' };
      expect((await lead.post(`/cases/${id}/evidence`, order)).status).toBe(400);
      expect((await lead.post(`/cases/${id}/evidence`, { ...order, danger: '1' })).status).toBe(200);
      expect((await packsOf(id))[0]!.details).toMatchObject({ recipient, reason: 'danger' });
      expect((await lead.get(`/cases/${id}?tab=history`)).text).toContain('理由：危険');
      expect((await lead.get(`/cases/${id}?tab=papers`)).text).toContain('あと7項目残っています'); // still due
      await seeTo(id, lead);
      expect((await lead.post(`/cases/${id}/evidence`, { ...order, danger: '1' })).status).toBe(200);
      expect((await packsOf(id))[0]!.details).not.toHaveProperty('reason'); // there was nothing to hurry past
    },
  );

  it('waits for the care list where it goes to others, danger or not', async () => {
    const id = await approvedCase();
    const notice = { recipient: 'company', purpose: 'notice', redactions: '山田花子', danger: '1' };
    expect((await lead.post(`/cases/${id}/evidence`, notice)).status).toBe(400);
    expect(await packsOf(id)).toEqual([]);
  });

  it('shows beforehand what will be in it, and holds exactly that', async () => {
    const id = await caredFor();
    const preview = await lead.get(`/cases/${id}?tab=papers&for=lawyer&purpose=advice`);
    const named = [...preview.text.matchAll(/<li><code>([^<]+)<\/code>/g)].map(([, path]) => path!);
    expect(preview.text).toContain('山田 花子\nhanako@example.jp');
    const { bytes, headers } = await lead.post(`/cases/${id}/evidence`, { ...LAWYER, redactions: '山田 花子' });
    expect(headers.get('content-type')).toBe('application/zip');
    expect([...(await filesOf(bytes)).keys()].sort()).toEqual([...named, 'manifest.json', 'manifest.sha256'].sort());
    expect(await packsOf(id)).toHaveLength(1); // looking is not making
    const seen = { target: `case/${id}`, action: 'case.view' } as const;
    expect(await newestAudit(desk.db, seen, { below: null, limit: 9 })).toHaveLength(1);
  });

  it('is whole, holds the mail as it was received, and is told by its hash in the audit log', async () => {
    const id = await caredFor();
    const { bytes, headers } = await lead.post(`/cases/${id}/evidence`, { ...LAWYER, redactions: '' });
    const [entry] = await packsOf(id);
    expect(entry!.details).toEqual({ recipient: 'lawyer', purpose: 'advice', sha256: sha256Of(bytes), redactions: 0 });
    expect(headers.get('content-disposition')).toContain(sha256Of(bytes).slice(0, 12));
    expect((await verifyPack(bytes, sha256Of(bytes))).problems).toEqual([]);
    const files = await filesOf(bytes);
    expect(files.get('originals/mail-001.eml')).toEqual(rawMail(MAIL));
    expect(JSON.parse(files.get('mails.json')!.toString())).toMatchObject([
      { sha256: sha256Of(rawMail(MAIL)), unchanged: true, source: 'support' },
    ]);
    expect(JSON.parse(files.get('custody.json')!.toString())).toEqual([]); // nobody had opened it before
    const page = (await lead.get(`/cases/${id}?tab=papers`)).text;
    expect(page).toContain(sha256Of(bytes));
    const again = await lead.post(`/cases/${id}/evidence`, { ...LAWYER, redactions: '' });
    expect(JSON.parse((await filesOf(again.bytes)).get('custody.json')!.toString())).toMatchObject([
      { action: 'case.evidence', details: { sha256: sha256Of(bytes) } },
      { action: 'case.view' }, // whoever looks at its packs looks at the case
    ]);
  });

  it('gives the company of the other side no original, no note and no third party', async () => {
    const id = await caredFor();
    const order = {
      recipient: 'company',
      purpose: 'notice',
      redactions: '山田 花子\nhanako@example.jp',
      namesConfirmed: '1',
    };
    const files = await filesOf((await lead.post(`/cases/${id}/evidence`, order)).bytes);
    const text = [...files.values()].map((bytes) => bytes.toString('utf8')).join('\n');
    expect([...files.keys()].filter((path) => path.endsWith('.eml'))).toEqual([]);
    expect(text).toContain('【伏せ字1】を出せ');
    for (const own of [/山田\s*花子/, /hanako/, /内部のメモ/, /体調/, /確認者/]) expect(text).not.toMatch(own);
  });

  it('says whom it does not cover by itself, and covers a name of one letter where a person writes it', async () => {
    const mail = { ...MAIL, to: '林 <hayashi@example.jp>', body: '林を出せ。土下座しろ\r\n' };
    const id = await caredFor(mail);
    const preview = await lead.get(`/cases/${id}?tab=papers&for=company&purpose=notice`);
    expect(preview.text).toMatch(/ここには入れていません（[^）]*）。[^<]*: 林/);
    const order = { id, recipient: 'company', purpose: 'notice', namesConfirmed: true };
    await expect(perform(packEvidence, desk.deps, OPERATOR, order)).rejects.toMatchObject({
      code: 'names-left',
    });
    const { bytes } = await lead.post(`/cases/${id}/evidence`, {
      recipient: 'company',
      purpose: 'notice',
      redactions: '林',
      namesConfirmed: '1',
    });
    expect((await filesOf(bytes)).get('redacted/mail-001.txt')!.toString()).toContain('【伏せ字1】を出せ');
  });

  it('keeps neither words that are covered nor any of the mail in the audit log', async () => {
    const id = await caredFor();
    await lead.post(`/cases/${id}/evidence`, {
      recipient: 'company',
      purpose: 'notice',
      redactions: '山田 花子',
      namesConfirmed: '1',
    });
    const auditor = await desk.signedInAs('auditor');
    const log = (await auditor.get(`/audit?target=case/${id}`)).text;
    expect(log).toContain('証拠の一式を作成');
    for (const own of ['花子', '土下座']) expect(log).not.toContain(own);
  });

  it.each([
    ['a recipient that is none', { recipient: 'newspaper', purpose: 'advice' }, '選び直してください'],
    ['a purpose that does not suit', { recipient: 'company', purpose: 'claim' }, '選び直してください'],
    ['a word too long to cover', { ...LAWYER, redactions: `花子\n${'あ'.repeat(101)}` }, '次の行は伏せられません'],
    [
      'lines too many',
      { ...LAWYER, redactions: Array.from({ length: 201 }, (_, n) => `n${n}`).join('\n') },
      '）: n200',
    ],
    ['too many words', { ...LAWYER, redactions: 'あ'.repeat(20_201) }, '20,200文字以内'],
  ])('is not made for %s', async (_, fields, said) => {
    const id = await caredFor();
    const answer = await lead.post(`/cases/${id}/evidence`, fields as Record<string, string>);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(said);
    expect(await packsOf(id)).toEqual([]);
  });

  it('is not made once the approval was undone', async () => {
    const id = await caredFor();
    await lead.post(`/cases/${id}/reopen`, { note: '' });
    expect((await lead.post(`/cases/${id}/evidence`, { ...LAWYER, redactions: '' })).status).toBe(400);
    expect(await packsOf(id)).toEqual([]);
  });

  it.each([
    [
      'decided anew',
      async (id: CaseId) => {
        await lead.post(`/cases/${id}/reopen`, { note: '' });
        await lead.post(`/cases/${id}/approve`, { ...APPROVAL, severity: '3' });
      },
    ],
    [
      'cared for anew',
      (id: CaseId) => lead.post(`/cases/${id}/care`, { do: 'point', point: 'health', state: 'done', note: '' }),
    ],
  ])('is not made of a case that is %s meanwhile', async (_, change) => {
    const id = await caredFor();
    const { audit } = desk.deps;
    const during: typeof audit.during = async (work, entry) => {
      await change(id);
      return audit.during(work, entry);
    };
    const deps = { ...desk.deps, audit: { ...audit, during } };
    const order = { id, recipient: 'lawyer', purpose: 'advice', redactions: '', namesConfirmed: true };
    await expect(perform(packEvidence, deps, OPERATOR, order)).rejects.toMatchObject({ code: 'case-changed' });
    expect(await packsOf(id)).toEqual([]);
    await perform(packEvidence, desk.deps, OPERATOR, order);
  });

  it('is made one at a time', async () => {
    const id = await caredFor();
    let [running, most] = [0, 0];
    const { audit } = desk.deps;
    const during: typeof audit.during = async (work, entry) => {
      most = Math.max(most, ++running);
      await setTimeout(200); // time for the other to come here, too
      return audit.during(work, entry).finally(() => running--);
    };
    const deps = { ...desk.deps, audit: { ...audit, during } };
    const order = { id, recipient: 'lawyer', purpose: 'advice', redactions: '', namesConfirmed: true };
    await Promise.all([1, 2].map(() => perform(packEvidence, deps, OPERATOR, order)));
    expect(most).toBe(1);
    expect(await packsOf(id)).toHaveLength(2);
  });

  it('reads no mail of a case that is locked', async () => {
    const id = await approvedCase();
    let read = 0;
    const db = new Proxy(desk.db, {
      get: (target, key) => {
        if (key === 'select') read++;
        return Reflect.get(target, key);
      },
    });
    const order = { id, recipient: 'lawyer', purpose: 'advice', redactions: '', namesConfirmed: true };
    const attempt = () => perform(packEvidence, { ...desk.deps, db }, OPERATOR, order);
    await expect(attempt()).rejects.toMatchObject({ code: 'care-open' });
    const locked = read;
    await seeTo(id, lead);
    read = 0;
    await attempt();
    expect(read).toBeGreaterThan(locked);
  });

  it('is not for whoever is named in the mails, nor of a case that is not there', async () => {
    const named = await desk.signedInAs('lead');
    const who = (await named.get('/me')).text.match(/確認者\d+/)![0];
    const id = await caredFor({ ...MAIL, body: `${who} さんを出せ。土下座しろ` });
    expect((await named.get(`/cases/${id}?tab=papers`)).status).toBe(403);
    expect((await named.post(`/cases/${id}/evidence`, { ...LAWYER, redactions: '' })).status).toBe(403);
    expect(await packsOf(id)).toEqual([]);
    expect((await lead.get('/cases/999999?tab=papers')).status).toBe(404);
    expect((await lead.post('/cases/999999/evidence', LAWYER)).status).toBe(404);
  });

  it('of a confidential consultation is for the consultation desk alone, and only where its reporter agrees', async () => {
    const employee = await desk.signedInAs('employee');
    const office = await desk.signedInAs('desk');
    const incident = {
      channel: 'phone',
      when: '2026-07-02',
      time: '16:30',
      otherSide: '佐藤',
      words: '怒鳴られました。',
      wish: '異動',
    };
    await employee.post('/hand-in', { ...incident, confidential: '1' });
    const { cases } = await listCases(desk.db, { limit: 200, offset: 0 }, { seesConfidential: true });
    const { id } = cases.find(({ kind, status }) => kind === 'report' && status === 'open')!;
    expect((await office.post(`/cases/${id}/approve`, APPROVAL)).status).toBe(303);
    await seeTo(id, office);
    expect((await lead.get(`/cases/${id}?tab=papers`)).status).toBe(404);
    expect((await lead.post(`/cases/${id}/evidence`, { ...LAWYER, consent: '1' })).status).toBe(404);
    const operator = perform(packEvidence, desk.deps, OPERATOR, {
      id,
      recipient: 'lawyer',
      purpose: 'advice',
      redactions: '',
      consent: true,
      namesConfirmed: true,
    });
    await expect(operator).rejects.toMatchObject({ code: 'no-such-case' });
    const without = await office.post(`/cases/${id}/evidence`, LAWYER);
    expect(without.status).toBe(400);
    expect(without.text).toContain('申し出た本人の同意を確かめて');
    const files = await filesOf((await office.post(`/cases/${id}/evidence`, { ...LAWYER, consent: '1' })).bytes);
    expect(JSON.parse(files.get('mails.json')!.toString())).toMatchObject([{ kind: 'incident' }]);
    expect(files.get('originals/mail-001.eml')!.toString()).toContain('X-Komainu-Incident');
    expect((await packsOf(id))[0]!.details).toMatchObject({ consent: true });
    const company = { recipient: 'company', purpose: 'notice', consent: '1', namesConfirmed: '1' };
    const outside = await filesOf((await office.post(`/cases/${id}/evidence`, company)).bytes);
    expect([...outside.keys()].filter((path) => /consultation|redacted/.test(path))).toEqual([]);
    const told = files.get('consultation.json')!.toString();
    expect(told).toContain('怒鳴られました');
    for (const own of ['異動', (await employee.get('/me')).text.match(/確認者\d+/)![0]])
      expect(told).not.toContain(own);
  });
});
