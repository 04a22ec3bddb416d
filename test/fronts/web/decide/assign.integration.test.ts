import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseId, PersonId } from '../../../../src/cases/index.ts';
import {
  claimNext,
  findAccount,
  handIn,
  listCases,
  listPeople,
  liveClaim,
  loadCase,
  newestAudit,
} from '../../../../src/store/index.ts';
import { newConsultation } from '../../../store/consultations.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

describe('a case assigned to a person', { timeout: 180_000 }, () => {
  let desk: TestDesk;
  let lead: Browser; // 確認者1
  let one: Browser; // 確認者2
  let two: Browser; // 確認者3
  let made = 0;
  const ids = new Map<number, PersonId>();
  beforeAll(async () => {
    desk = await startDesk();
    lead = await desk.signedInAs('lead');
    one = await desk.signedInAs('reviewer');
    two = await desk.signedInAs('reviewer');
    await desk.signedInAs('auditor');
    await desk.signedInAs('desk');
    for (const n of [1, 2, 3, 4, 5]) ids.set(n, (await findAccount(desk.db, `person-${n}@example.jp`))!.id);
  });
  afterAll(() => desk.stop());

  const newCase = (mail: { subject?: string; band?: 'urgent' | 'review'; body?: string } = {}): Promise<CaseId> => {
    made += 1;
    const found = [{ text: '無能', act: 'insult-person', points: 5 }] as const;
    const fixture = { from: `a${made}@example.com`, subject: `件名 ${made}`, body: '無能。', found, ...mail };
    return desk.addCase(fixture, `assign-${made}`);
  };
  const assign = (browser: Browser, id: CaseId, to: number | 'nobody') =>
    browser.post(`/cases/${id}/assign`, { to: to === 'nobody' ? to : ids.get(to)! });
  const assigneeOf = async (id: CaseId) => (await loadCase(desk.db, id, { seesConfidential: true }))!.assignee;
  const lastEntry = async () => (await newestAudit(desk.db, {}, { below: null, limit: 1 }))[0];

  it('by a lead waits for them, stands in the list and on the case, and in the log', async () => {
    const id = await newCase();
    expect((await assign(lead, id, 2)).location).toBe(`/cases/${id}#assign`);
    expect(await lastEntry()).toMatchObject({
      action: 'case.assign',
      target: `case/${id}`,
      details: { to: `account/${ids.get(2)}` },
    });
    expect(await assigneeOf(id)).toMatchObject({ kind: 'person', name: '確認者2' });
    expect((await two.get('/')).text).toContain('担当: 確認者2 さん');
    expect((await lead.get(`/cases/${id}`)).text).toContain('担当: 確認者2 さん');
    expect((await one.get('/?tab=mine')).text).toContain(`id="row-${id}"`);
    expect((await two.get('/?tab=mine')).text).not.toContain(`id="row-${id}"`);
    expect((await loadCase(desk.db, id))!.decisions).toEqual([]);
    await assign(lead, id, 'nobody');
    expect(await assigneeOf(id)).toEqual({ kind: 'anyone' });
    expect(await lastEntry()).toMatchObject({ action: 'case.assign', details: { to: 'nobody' } });
  });

  it('stands first among its like in their list, behind what presses more, and in nobody else’s', async () => {
    const older = await newCase();
    const id = await newCase();
    const urgent = await newCase({ band: 'urgent' });
    await assign(lead, id, 2);
    const rows = async (browser: Browser) =>
      [...(await browser.get('/')).text.matchAll(/id="row-(\d+)"/g)].map(([, row]) => row);
    const [own, others] = [await rows(one), await rows(two)];
    expect(own.indexOf(urgent)).toBeLessThan(own.indexOf(id));
    expect(own.indexOf(id)).toBeLessThan(own.indexOf(older));
    expect(others.indexOf(older)).toBeLessThan(others.indexOf(id));
    expect([...own].sort()).toEqual([...others].sort()); // none twice, none left out
    await assign(lead, id, 'nobody');
  });

  it('is served to nobody else', async () => {
    const id = await newCase({ band: 'urgent' });
    const rest = { id: ids.get(3)!, name: '確認者3', seesConfidential: false };
    await assign(lead, id, 2);
    const passed: CaseId[] = [];
    await claimNext(desk.db, rest, desk.clock.now, async (next) => {
      passed.push(next);
      return false;
    });
    expect(passed).not.toContain(id);
    await assign(lead, id, 'nobody');
  });

  it('by oneself is taken when it waits for nobody, and given back', async () => {
    const id = await newCase();
    await assign(one, id, 2);
    expect((await one.get('/')).text).toContain('自分の担当');
    expect((await assign(two, id, 3)).status).toBe(409);
    expect((await assign(two, id, 'nobody')).status).toBe(409);
    expect(await assigneeOf(id)).toMatchObject({ name: '確認者2' });
    await assign(one, id, 'nobody');
    expect(await assigneeOf(id)).toEqual({ kind: 'anyone' });
  });

  it('goes to others by leads alone', async () => {
    const id = await newCase();
    expect((await assign(one, id, 3)).status).toBe(403);
    expect(await assigneeOf(id)).toEqual({ kind: 'anyone' });
  });

  it('is no claim: whoever is at the case stays there', async () => {
    const id = await newCase();
    await two.get(`/cases/${id}`);
    await assign(lead, id, 2);
    expect(await liveClaim(desk.db, id, desk.clock.now)).toMatchObject({ name: '確認者3' });
    await two.post(`/cases/${id}/leave`);
  });

  it.each([
    ['someone who is recused', '確認者2さんの対応がひどい。無能。', 2],
    ['someone without sight', '無能。', 4],
  ])('goes not to %s', async (_, body, to) => {
    const id = await newCase({ body });
    const page = await assign(lead, id, to);
    expect(page.status).toBe(400);
    expect(page.text).toContain('担当にできません');
    expect(await assigneeOf(id)).toEqual({ kind: 'anyone' });
    const offered = /<select id="assign-to"[\s\S]*?<\/select>/.exec((await lead.get(`/cases/${id}`)).text)![0];
    expect(offered).not.toContain(`確認者${to}`);
    expect(offered).toContain('確認者3');
  });

  it('goes to nobody once it is decided', async () => {
    const id = await newCase();
    await lead.post(`/cases/${id}/dismiss`, { reason: 'joke' });
    expect((await assign(lead, id, 2)).status).toBe(409);
    expect((await lead.get(`/cases/${id}`)).text).not.toContain('id="assign"');
  });

  it('of a confidential consultation goes to the desk alone', async () => {
    const reporter = { id: ids.get(4)!, name: '確認者4' };
    const { caseId } = await handIn(desk.db, newConsultation(reporter, { confidential: true }), desk.clock.now);
    const own = await desk.signedInAs('desk');
    ids.set(6, (await findAccount(desk.db, 'person-6@example.jp'))!.id);
    expect((await assign(lead, caseId, 2)).status).toBe(404);
    expect((await assign(own, caseId, 1)).status).toBe(403);
    expect(await assigneeOf(caseId)).toEqual({ kind: 'desk' });
    await assign(own, caseId, 6);
    expect(await assigneeOf(caseId)).toMatchObject({ name: '確認者6' });
    expect((await own.get('/?tab=mine')).text).toContain(`id="row-${caseId}"`);
    await assign(own, caseId, 'nobody');
    expect(await assigneeOf(caseId)).toEqual({ kind: 'desk' });
  });

  it.each([
    ['given back', (browser: Browser, id: CaseId) => assign(browser, id, 'nobody')],
    ['skipped', (browser: Browser, id: CaseId) => browser.post(`/cases/${id}/skip`)],
  ])('of the consultation desk is the desk’s again when it is %s', async (_, letGo) => {
    const own = await desk.signedInAs('desk');
    const me = (await listPeople(desk.db)).filter(({ roles }) => roles.includes('desk')).at(-1)!.id;
    const id = await newCase();
    await two.post(`/cases/${id}/hand-over`, { to: 'desk' });
    const withDesk = async () =>
      (await listCases(desk.db, { limit: 99, offset: 0, assignee: { kind: 'desk' } })).cases.map((row) => row.id);
    expect(await withDesk()).toContain(id);
    await own.post(`/cases/${id}/assign`, { to: me });
    expect(await assigneeOf(id)).toMatchObject({ kind: 'person', id: me });
    expect(await withDesk()).not.toContain(id);
    await letGo(own, id);
    expect(await assigneeOf(id)).toEqual({ kind: 'desk' });
  });

  it('of the consultation desk is anyone’s when the hand-over to it was undone meanwhile', async () => {
    const id = await newCase();
    await two.post(`/cases/${id}/hand-over`, { to: 'desk' });
    await assign(lead, id, 2);
    await two.post(`/cases/${id}/reopen`);
    expect(await assigneeOf(id)).toMatchObject({ name: '確認者2' });
    await assign(lead, id, 'nobody');
    expect(await assigneeOf(id)).toEqual({ kind: 'anyone' });
  });

  it('is not lost when a hand-over before it is undone', async () => {
    const id = await newCase();
    await two.get(`/cases/${id}`);
    await two.post(`/cases/${id}/hand-over`, { to: ids.get(1)! });
    await assign(lead, id, 2);
    await lead.post(`/cases/${id}/reopen`);
    expect(await assigneeOf(id)).toMatchObject({ name: '確認者2' });
  });
});
