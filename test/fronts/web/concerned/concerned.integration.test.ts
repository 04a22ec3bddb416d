import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseId, PersonId } from '../../../../src/cases/index.ts';
import { CARE_POINTS } from '../../../../src/response/index.ts';
import { caseEntries, concernedIn, listPeople, loadCare, newestAudit } from '../../../../src/store/index.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
let hana: Browser; // 確認者1, whom it befell
let taro: Browser; // 確認者2, a colleague
let lead: Browser; // 確認者3
let second: Browser; // 確認者4
let hanaId: PersonId;
let made = 0;

beforeAll(async () => {
  desk = await startDesk(); // 2026-07-03 in Tokyo
  [hana, taro] = [await desk.signedInAs('employee'), await desk.signedInAs('employee')];
  [lead, second] = [await desk.signedInAs('lead'), await desk.signedInAs('lead')];
  hanaId = (await listPeople(desk.db)).find(({ name }) => name === '確認者1')!.id;
});
afterAll(() => desk.stop());

const MAIL = {
  from: '田中 <tanaka@example.com>',
  subject: 'ひみつの件名',
  body: '確認者1さんはひみつの無能だ。\r\n',
  found: [{ text: '無能', act: 'insult-person' as const, points: 4 }],
};
const NOTICE = {
  kind: 'notice',
  language: 'ja',
  recipient: '株式会社サンプル 御中',
  sender: '株式会社みほん',
  request: '社内でご確認ください。',
  date: '2026-07-03',
  lines: '無能だ',
};

async function approvedCase(severity = '2'): Promise<CaseId> {
  const id = await desk.addCase(MAIL, `concerned-${made++}`);
  const { status } = await lead.post(`/cases/${id}/approve`, {
    acts: 'insult-person',
    severity,
    declaration: '1',
    ownCause: 'no',
  });
  expect(status).toBe(303);
  return id;
}

const seeTo = async (id: CaseId) => {
  for (const point of CARE_POINTS)
    expect((await lead.post(`/cases/${id}/care`, { do: 'point', point, state: 'done' })).status).toBe(303);
};

/** The address of a case on the page of whoever it befell. */
async function put(id: CaseId, role = '窓口の担当者'): Promise<string> {
  const { status, location } = await lead.post(`/cases/${id}/concerned`, { do: 'add', person: hanaId, role });
  expect({ status, location }).toEqual({ status: 303, location: `/cases/${id}?tab=response&saved=care#concerned` });
  return addressOf((await hana.get('/reports')).text);
}

/** The newest of the cases that were put to them. */
const addressOf = (text: string): string => /あなたに関わる件[\s\S]*?href="(\/reports\/[^"]+)"/.exec(text)?.[1] ?? '';

describe('the person concerned', () => {
  it('is proposed from the mail and put down by the lead; the log does not say whom', async () => {
    const id = await approvedCase();
    const page = await lead.get(`/cases/${id}?tab=response`);
    expect(page.text).toMatch(
      /<option value="">選んでください<\/option><option value="[^"]+">確認者1（メールに名前があります）/,
    );
    await put(id);
    expect((await lead.get(`/cases/${id}?tab=response`)).text).toMatch(/本人[\s\S]*確認者1[\s\S]*まだ聞いていません/);
    const [entry] = await newestAudit(desk.db, { action: 'case.concerned' }, { below: null, limit: 1 });
    expect(entry).toMatchObject({ target: `case/${id}`, details: { add: true }, name: '確認者3' });
    const wrong = await lead.post(`/cases/${id}/concerned`, { do: 'add', person: 'nobody' });
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('一覧から選んでください');
    expect((await lead.post(`/cases/${id}/concerned`, { do: 'remove', person: hanaId })).status).toBe(303);
    expect(await concernedIn(desk.db, id)).toEqual([]);
    expect((await lead.post(`/cases/${id}/concerned`, { do: 'remove', person: hanaId })).status).toBe(404);
  });

  it('sees on their own page what was done, and no word that is not theirs; a colleague sees nothing', async () => {
    const id = await approvedCase();
    const at = await put(id);
    await seeTo(id);
    expect((await lead.post(`/cases/${id}/letters`, { ...NOTICE, redact: '確認者1' })).status).toBe(303);
    const page = await hana.get(at);
    expect(page.status).toBe(200);
    expect(page.text).toMatch(/会社がしたこと[\s\S]*2026年7月3日[\s\S]*「相手方の会社への通知」：起案/);
    expect(page.text).not.toMatch(/ひみつ|無能|tanaka|href="\/cases|確認者3/);
    for (const way of ['', '/wishes', '/care', '/naming', '/notes'] as const) {
      const answer = way === '' ? await taro.get(at) : await taro.post(at + way, FORMS[way]);
      expect({ way, status: answer.status }).toEqual({ way, status: 404 });
    }
    expect(addressOf((await taro.get('/reports')).text)).toBe('');
    const refused = await hana.get(`/cases/${id}`);
    expect(refused.status).toBe(403);
    expect(refused.text).toMatch(/管理者.*に声をかけてください。困ったことの相談は、「相談」の画面へ/);
  });

  it('stops with “nothing” what goes to the other side, where it would be done; danger goes on', async () => {
    const id = await approvedCase();
    const at = await put(id);
    await seeTo(id);
    expect((await hana.post(`${at}/wishes`, {})).status).toBe(400);
    const both = await hana.post(`${at}/wishes`, [
      ['wishes', 'nothing'],
      ['wishes', 'letter'],
    ]);
    expect(both.status).toBe(400);
    expect(both.text).toContain('どちらか一方です');
    const { status, location } = await hana.post(`${at}/wishes`, { wishes: 'nothing', words: 'そっとしておいて' });
    expect({ status, location }).toEqual({ status: 303, location: `${at}?said=1#wishes` });
    const why = '本人が「相手には何もしないでほしい」と希望しています';
    expect((await lead.get(`/cases/${id}?tab=response`)).text).toMatch(new RegExp(`まだ提案できません[\\s\\S]*${why}`));
    expect((await lead.get(`/cases/${id}?tab=response`)).text).toContain('そっとしておいて');
    const papers = (await lead.get(`/cases/${id}?tab=papers`)).text;
    expect(papers.split(why)).toHaveLength(3); // letters and evidence
    expect(papers).not.toContain('kind=notice');
    expect((await lead.post(`/cases/${id}/letters`, { ...NOTICE, redact: '確認者1' })).location).toBe(
      `/cases/${id}?tab=papers`,
    );
    const pack = await lead.post(`/cases/${id}/evidence`, {
      recipient: 'police',
      purpose: 'report',
      danger: '1',
      redactions: '',
    });
    expect(pack.headers.get('content-type')).toContain('text/html');
    const [entry] = await newestAudit(desk.db, { action: 'report.wishes' }, { below: null, limit: 1 });
    expect(entry).toMatchObject({ name: '確認者1', details: { wishes: 'nothing' } });
    await hana.post(`${at}/wishes`, { wishes: 'rest' });
    expect((await lead.post(`/cases/${id}/letters`, { ...NOTICE, redact: '確認者1' })).location).toMatch(
      /letters\/\d+/,
    );

    const grave = await approvedCase('3');
    const own = await put(grave);
    await seeTo(grave);
    await hana.post(`${own}/wishes`, { wishes: 'nothing' });
    expect((await loadCare(desk.db, grave))!.stopped).toBe(false);
    expect((await lead.post(`/cases/${grave}/letters`, { ...NOTICE, redact: '確認者1' })).location).toMatch(/letters/);
  });

  it('confirms the care they received and declines with a word; only that is counted', async () => {
    const id = await approvedCase();
    const at = await put(id);
    expect((await hana.post(`${at}/care`, { point: 'health', answer: 'received' })).status).toBe(400); // nobody did it yet
    await lead.post(`/cases/${id}/care`, { do: 'point', point: 'health', state: 'done', note: 'ひみつのメモ' });
    const before = (await lead.get('/proof')).text;
    expect((await hana.get(at)).text).toMatch(/医師・保健師などへの相談の案内[\s\S]*済んだと書かれています/);
    expect((await hana.get(at)).text).not.toContain('ひみつ');
    expect((await hana.post(`${at}/care`, { point: 'health', answer: 'received' })).status).toBe(303);
    expect((await hana.post(`${at}/care`, { point: 'desk', answer: 'declined' })).status).toBe(400);
    expect((await hana.post(`${at}/care`, { point: 'desk', answer: 'declined', words: '今はいい' })).status).toBe(303);
    expect((await loadCare(desk.db, id))!.records).toMatchObject({
      health: { state: 'done' },
      desk: { state: 'declined', note: '今はいい', by: '確認者1' },
    });
    const [confirmed, was] = [(await lead.get('/proof')).text, before].map((text) =>
      Number(/確かめたもの：(\d+)項目/.exec(text)?.[1] ?? 0),
    );
    expect(confirmed! - was!).toBe(2);
    expect((await lead.get(`/cases/${id}?tab=response`)).text).toContain('7項目のうち 2項目');
    await lead.post(`/cases/${id}/care`, { do: 'point', point: 'health', state: 'declined' }); // no longer what they said
    expect((await lead.get(`/cases/${id}?tab=response`)).text).toContain('7項目のうち 1項目');
  });

  it('adds facts at any time, which stand in the case file as theirs', async () => {
    const id = await approvedCase();
    const at = await put(id);
    expect((await hana.post(`${at}/notes`, { note: 'また電話が来ました' })).status).toBe(303);
    const [entry] = await caseEntries(desk.db, [id]);
    expect(entry).toMatchObject({ note: { kind: 'fact', words: 'また電話が来ました', told: true }, by: '確認者1' });
    await hana.post('/hand-in', { channel: 'phone', when: '2026-07-02', words: '怒鳴られました', wish: '' });
    const own = /href="(\/reports\/[0-9a-f-]{36})"/.exec((await hana.get('/reports')).text)![1]!;
    expect((await hana.post(`${own}/wishes`, { wishes: 'contact' })).status).toBe(303);
    expect((await hana.get(own)).text).toMatch(/いまの希望[\s\S]*担当を替わりたい/);
    const [report] = await newestAudit(desk.db, { action: 'report.hand-in' }, { below: null, limit: 1 });
    expect(report).toBeDefined();
  });

  it('is named in a letter only while they agree', async () => {
    const id = await approvedCase();
    const at = await put(id);
    await seeTo(id);
    const named = { ...NOTICE, facts: '確認者1さんが対応しました。', redact: '' };
    const refused = await lead.post(`/cases/${id}/letters`, named);
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('名前を書くことに同意していない本人');
    expect((await lead.get(`/cases/${id}?tab=papers&kind=notice&language=ja`)).text).toContain(
      '確認者1 — 書面の名前：まだ答えていません',
    );
    expect((await hana.post(`${at}/naming`, { naming: 'agreed' })).status).toBe(303);
    const { location } = await lead.post(`/cases/${id}/letters`, named);
    const letter = location!.split('?')[0]!;
    await hana.post(`${at}/naming`, { naming: 'refused' });
    const approving = await second.post(`${letter}/approve`);
    expect(approving.status).toBe(409);
    expect(approving.text).toContain('名前を書くことに同意していない本人');
    await hana.post(`${at}/naming`, { naming: 'agreed' });
    expect((await second.post(`${letter}/approve`)).status).toBe(303);
    expect((await lead.post(`${letter}/files/pdf`)).headers.get('content-disposition')).toContain('attachment');
    await hana.post(`${at}/naming`, { naming: 'refused' });
    expect((await lead.post(`${letter}/files/pdf`)).headers.get('content-disposition')).toBeNull();
  });
});

const FORMS: Readonly<Record<string, Record<string, string>>> = {
  '/wishes': { wishes: 'rest' },
  '/care': { point: 'health', answer: 'declined', words: 'x' },
  '/naming': { naming: 'agreed' },
  '/notes': { note: 'x' },
};
