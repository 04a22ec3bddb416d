import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CounterpartyId } from '../../../../src/cases/index.ts';
import { auditRows, handIn, listCounterparties, listPeople, talksOf } from '../../../../src/store/index.ts';
import { newConsultation } from '../../../store/consultations.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
let lead: Browser; // 確認者1
let sales: Browser; // 確認者2
let office: Browser; // 確認者3, of the consultation desk
let id: CounterpartyId;
let at: string;
const DOMAIN = 'aite.example.jp';
const ASKED = { asked: '2026-06-09', who: '営業 太郎', way: 'phone', words: 'ひみつの単価の協議', due: '2026-06-23' };

beforeAll(async () => {
  desk = await startDesk(); // 2026-07-03 in Tokyo
  [lead, sales, office] = [
    await desk.signedInAs('lead'),
    await desk.signedInAs('sales'),
    await desk.signedInAs('desk'),
  ];
  await lead.post('/counterparties', {
    kind: 'company',
    name: '株式会社あいて',
    domains: DOMAIN,
    notes: 'ないしょのメモ',
  });
  await lead.post('/counterparties', { kind: 'person', name: '個人 花子', addresses: 'hanako@mail.example' });
  id = (await listCounterparties(desk.db, { words: 'あいて', limit: 1, offset: 0 })).counterparties[0]!.id;
  at = `/counterparties/${id}`;
});
afterAll(() => desk?.stop());

const found = async () => {
  const mail = {
    from: `購買部 <buyer@${DOMAIN}>`,
    counterparty: DOMAIN,
    subject: 'ないしょの件名',
    body: '半額にしろ',
  };
  const caseId = await desk.addCase({ ...mail, found: [{ text: '半額', act: 'discount-demand', points: 5 }] }, 'talks');
  await lead.post(`/cases/${caseId}/approve`, { acts: 'discount-demand', severity: '2', declaration: '1' });
  return caseId;
};

describe('requests for talks with a company', { timeout: 120_000 }, () => {
  it('are noted with their answer by sales or legal, once, and the log learns neither who nor what', async () => {
    expect(await sales.post(`${at}/talks`, ASKED)).toMatchObject({ status: 303, location: `${at}?saved=1#talks` });
    const [talk] = await talksOf(desk.db, id);
    const waiting = (await sales.get(at)).text;
    expect(waiting).toMatch(/2026-06-09 電話で申入れ（営業 太郎）[\s\S]*ひみつの単価の協議[\s\S]*期限を過ぎています/);
    const answer = { what: 'refused', day: '2026-06-10', words: '話すことはない' };
    expect((await sales.post(`${at}/talks/${talk!.id}/answer`, answer)).status).toBe(303);
    expect((await sales.post(`${at}/talks/${talk!.id}/answer`, answer)).status).toBe(404);
    expect((await sales.get(at)).text).toMatch(/応じない[\s\S]*2026-06-10[\s\S]*話すことはない/);
    const rows = [];
    for await (const row of auditRows(desk.db, {})) if (row.action.startsWith('talk.')) rows.push(row);
    expect(rows).toMatchObject([
      { action: 'talk.note', target: `counterparty/${id}`, details: { asked: '2026-06-09', way: 'phone' } },
      { action: 'talk.answer', target: `counterparty/${id}`, details: { what: 'refused', day: '2026-06-10' } },
    ]);
    expect(JSON.stringify(rows.map(({ details }) => details))).not.toMatch(/ひみつ|営業|話す/);
  });

  it.each([
    ['a day to come', { asked: '2026-07-04' }, '今日までの日にしてください'],
    ['an answer asked for before it was', { due: '2026-06-08' }, 'それより後の日にしてください'],
    ['nothing', { words: ' ' }, '協議を求めたことを書いてください'],
  ])('are not noted of %s', async (_, more, said) => {
    const page = await sales.post(`${at}/talks`, { ...ASKED, ...more });
    expect(page.status).toBe(400);
    expect(page.text).toContain(said);
    expect(await talksOf(desk.db, id)).toHaveLength(1);
  });

  it('are not answered before they were asked, or by the number of another counterparty', async () => {
    await sales.post(`${at}/talks`, ASKED);
    const waiting = (await talksOf(desk.db, id)).find(({ answer }) => answer === null)!;
    const answer = { what: 'none', day: '2026-06-08', words: '' };
    expect((await sales.post(`${at}/talks/${waiting.id}/answer`, answer)).status).toBe(400);
    const other = await sales.post(`/counterparties/2/talks/${waiting.id}/answer`, { ...answer, day: '2026-06-30' });
    expect(other.status).toBe(404);
    expect((await sales.post('/counterparties/2/talks', ASKED)).status).toBe(404); // a person
  });

  it('and what lies beside conduct that was found are all that sales or legal see: no case, no note, nobody', async () => {
    const caseId = await found();
    expect((await lead.get(at)).text).toMatch(/ないしょのメモ[\s\S]*ないしょの件名/);
    const { text, status } = await sales.get(at);
    expect(status).toBe(200);
    expect(text).toContain('協議に応じない一方的な代金決定');
    expect(text).not.toMatch(/ないしょ|\/cases\/|決まりと対応の記録|action="\/counterparties\/\d+"/);
    expect((await sales.get('/')).location).toBe('/counterparties');
    const list = (await sales.get('/counterparties')).text;
    expect(list).toContain('株式会社あいて');
    expect(list).not.toContain('個人 花子');
    for (const path of [
      ...['/counterparties/2', '/counterparties?tab=watches', '/counterparties?tab=measures'],
      ...[
        '/counterparties?tab=cooperation',
        `/cases/${caseId}`,
        `/cases/${caseId}?tab=papers`,
        '/objections',
        '/proof',
      ],
    ])
      expect({ path, status: (await sales.get(path)).status }).toEqual({
        path,
        status: path.endsWith('/2') ? 404 : 403,
      });
    expect((await sales.post(at, { name: 'x', version: '1' })).status).toBe(403);
    expect((await (await desk.signedInAs('employee')).get(at)).status).toBe(403);
  });

  it('say nothing that only a confidential case found', async () => {
    await lead.post('/counterparties', { kind: 'company', name: '株式会社ひこうかい', domains: 'closed.example.jp' });
    const [other] = (await listCounterparties(desk.db, { words: 'ひこうかい', limit: 1, offset: 0 })).counterparties;
    const person = (await listPeople(desk.db)).find(({ name }) => name === '最初の人')!;
    const { caseId } = await handIn(desk.db, newConsultation(person, { confidential: true }), desk.clock.now);
    await office.post(`/cases/${caseId}/counterparty`, { counterparty: other!.id });
    await office.post(`/cases/${caseId}/approve`, { acts: 'free-work-or-rush', severity: '2', declaration: '1' });
    for (const who of [sales, office])
      expect((await who.get(`/counterparties/${other!.id}`)).text).not.toContain('経済上の利益');
  });

  it('stand filled in where a letter asks for talks, without the words of those who get it', async () => {
    const mail = { from: `<buyer@${DOMAIN}>`, counterparty: DOMAIN, subject: '単価', body: '単価の件です' };
    const open = await desk.addCase({ ...mail, band: 'grey' }, 'open'); // it finds nothing, and waits for no approval
    const form = (await lead.get(`/cases/${open}?tab=papers&kind=talks&language=ja`)).text;
    const facts = /<textarea[^>]*name="facts"[^>]*>([^<]*)</.exec(form)![1];
    expect(facts).toContain(
      '2026年6月9日　電話で協議をお願いいたしました（ひみつの単価の協議）。2026年6月10日　応じないとのお返事。',
    );
    expect(facts).not.toContain('話すことはない');
    expect(form).toMatch(/<textarea[^>]*name="recipient"[^>]*>株式会社あいて 御中</);
  });
});
