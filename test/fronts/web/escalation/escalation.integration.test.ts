import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askedOfPlan, changeEscalation, refreshClocks } from '../../../../src/actions/index.ts';
import { valuesFor } from '../../../../src/fronts/web/shell/acts/written.ts';
import { type EscalationPlan, SHIPPED_PLAN } from '../../../../src/response/index.ts';
import { handIn, rulesOf } from '../../../../src/store/index.ts';
import { newConsultation } from '../../../store/consultations.ts';
import { reviewers } from '../../../store/reviewers.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
let lead: Browser;

beforeAll(async () => {
  desk = await startDesk();
  lead = await desk.signedInAs('lead');
});
afterAll(() => desk.stop());

const fieldsOf = (plan: EscalationPlan, after: number): [string, string][] => [
  ['after', String(after)],
  ...Object.entries(valuesFor(changeEscalation, askedOfPlan(plan))).flatMap(([name, values]) =>
    values.map((one): [string, string] => [name, one]),
  ),
];
const save = (plan: EscalationPlan, after: number, who = lead) => who.post('/escalation', fieldsOf(plan, after));
const versions = () => rulesOf<EscalationPlan>(desk.db, 'escalation');
const refresh = () => refreshClocks({ ...desk.deps, timeZone: 'Asia/Tokyo' });
const URGENT = { from: 'a@example.com', subject: '件名', body: 'ひみつの本文', band: 'urgent' } as const;

describe('the escalation matrix', () => {
  it('is a proposal until somebody saves it, and then a version with its day', async () => {
    expect((await lead.get('/escalation')).text).toContain('まだ決めていません');
    expect(await save(SHIPPED_PLAN, 0)).toMatchObject({ status: 303, location: '/escalation?saved=escalation' });
    expect((await versions())[0]).toMatchObject({ version: 1, rules: SHIPPED_PLAN, by: '確認者1' });
    const page = (await lead.get('/escalation?saved=escalation')).text;
    expect(page).toContain('版 1：2026年7月3日');
    expect(page).toContain('至急 — 誰かが見るまで 30分、判断するまで 1営業日 — ');
  });

  it('is not overwritten by whoever did not see the newest version', async () => {
    const answer = await save({ ...SHIPPED_PLAN, remindPercent: 80 }, 0);
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('ほかの方が先に');
    expect(await versions()).toHaveLength(1);
  });

  it.each([
    ['no amount', { 'rows.0.look': 'x' }, 'rows-0-look', '1〜999'],
    ['an amount too large', { 'rows.0.look': '1000' }, 'rows-0-look', '1〜999'],
    ['nobody who acts', { 'rows.0.who': null }, 'rows-0-who', '期限があるのに'],
    ['an end before the beginning', { opens: '18:00', closes: '09:00' }, 'closes', '始業は終業より前'],
    ['no time of the day', { opens: '9' }, 'opens', '時刻を'],
    ['no day of the week', { weekdays: null }, 'weekdays', '働く曜日を'],
    ['a day that is none', { daysOff: '2026-12-29\n2026-02-30' }, 'daysOff', '読めない行'],
    ['no share', { remindPercent: '0' }, 'remindPercent', '1〜99'],
    [
      'a line that is none before one that is wrong',
      { 'rows.0.remove': '1', 'rows.1.look': '0' },
      'rows-0-look',
      '999',
    ],
  ])('takes nothing with %s, and says it beside the field with what was written', async (_, wrong, field, message) => {
    const kept = fieldsOf(SHIPPED_PLAN, 1).filter(([name]) => !(name in wrong));
    const more = Object.entries(wrong).filter((one): one is [string, string] => one[1] !== null);
    const answer = await lead.post('/escalation', [...kept, ...more]);
    expect(answer.status).toBe(400);
    expect(answer.text).toMatch(new RegExp(`id="${field}-error">[^<]*${message}`));
    if ('daysOff' in wrong) expect(answer.text).toContain(wrong.daysOff);
    expect(await versions()).toHaveLength(1);
  });

  it('has one line for the same cases', async () => {
    const twice = [...SHIPPED_PLAN.rows, SHIPPED_PLAN.rows[0]!];
    const answer = await save({ ...SHIPPED_PLAN, rows: twice }, 1);
    expect(answer.status).toBe(409);
    expect(answer.text).toMatch(/id="rows-8-acts-error">同じ条件/);
  });

  it('is read by whoever works with it, and changed by administrators and leads alone', async () => {
    const reviewer = await desk.signedInAs('reviewer');
    const page = (await reviewer.get('/escalation')).text;
    expect(page).toContain('変えられるのは管理者と責任者です');
    expect(page).not.toContain('name="rows.0.look"');
    expect((await save(SHIPPED_PLAN, 1, reviewer)).status).toBe(403);
  });

  it('gets a line for some acts, and loses it again, each with its entry in the log', async () => {
    const extra = {
      'rows.8.level': 'urgent',
      'rows.8.acts': 'sexual',
      'rows.8.look': '10',
      'rows.8.lookUnit': 'minutes',
      'rows.8.who': 'desk',
    };
    await lead.post('/escalation', [...fieldsOf(SHIPPED_PLAN, 1), ...Object.entries(extra)]);
    const [newest] = await versions();
    expect(newest!.rules.rows.at(-1)).toMatchObject({ level: 'urgent', acts: ['sexual'], who: { roles: ['desk'] } });
    await lead.post('/escalation', [...fieldsOf(newest!.rules, 2), ['rows.8.remove', '1']]);
    expect((await versions())[0]!.rules).toEqual(SHIPPED_PLAN);
    const log = (await (await desk.signedInAs('auditor')).get('/audit?action=rules.change')).text;
    expect(log).toContain('会社の決まりの変更');
    expect(log).toContain('rules/escalation');
  });
});

describe('an earlier version', () => {
  const again = (version: number, after: number, who = lead) =>
    who.post(`/rules/escalation/${version}/again`, { after: String(after) });

  it('is used again as the next one, by whoever may change the rules', async () => {
    const [now] = await versions();
    await save({ ...SHIPPED_PLAN, remindPercent: 80 }, now!.version);
    const page = (await lead.get('/escalation')).text;
    expect(page).toContain('action="/rules/escalation/1/again"');
    expect(page).not.toContain(`action="/rules/escalation/${now!.version + 1}/again"`); // it holds
    const reviewer = await desk.signedInAs('reviewer');
    expect((await reviewer.get('/escalation')).text).not.toContain('/again"');
    expect((await again(1, now!.version + 1, reviewer)).status).toBe(403);
    expect(await again(1, now!.version + 1)).toMatchObject({
      status: 303,
      location: '/escalation?saved=escalation#escalation',
    });
    expect((await versions())[0]).toMatchObject({ version: now!.version + 2, rules: SHIPPED_PLAN, by: '確認者1' });
  });

  it('can be read as it stood, by whoever reads the rules', async () => {
    const reviewer = await desk.signedInAs('reviewer');
    const { text } = await reviewer.get('/escalation?part=escalation&version=1');
    expect(text).toMatch(/id="version">版 1：[\s\S]*至急 — 誰かが見るまで 30分/);
    for (const none of ['escalation&version=99', 'measures&version=1', 'x'])
      expect((await reviewer.get(`/escalation?part=${none}`)).status).toBe(404);
  });

  it('is not, where somebody else was first, nor one that there is not or that holds', async () => {
    const [now] = await versions();
    const late = await again(1, now!.version - 1);
    expect(late.status).toBe(409);
    expect(late.text).toContain('ほかの方が先に');
    for (const none of [now!.version, 99, 0]) expect((await again(none, now!.version)).status).toBe(404);
    expect(await versions()).toHaveLength(now!.version);
  });
});

describe('the deadlines of cases', () => {
  it('stand on the case, in the list and over the list, and end when somebody looks', async () => {
    const id = await desk.addCase(URGENT, 'deadline');
    await refresh();
    const start = desk.clock.now;
    expect((await lead.get('/')).text).toContain('期限 7/3 9:30');
    expect((await lead.get('/?tab=tasks')).text).not.toContain(`href="/cases/${id}"`);
    desk.clock.now = new Date(start.getTime() + 31 * 60_000);
    expect((await lead.get('/')).text).toContain('期限を過ぎたもの 1件');
    expect((await lead.get('/?tab=tasks')).text).toMatch(
      new RegExp(`過ぎた <span class="count">1</span>[\\s\\S]*7/3 9:30[\\s\\S]*href="/cases/${id}"`),
    );
    const page = (await lead.get(`/cases/${id}`)).text; // a lead looks
    expect(page).toContain('判断する：');
    expect(page).toContain(`期限の決まり 版${(await versions())[0]!.version}`);
    expect((await lead.get('/')).text).not.toContain('期限を過ぎたもの ');
    desk.clock.now = start;
  });

  it('of a confidential consultation are shown to the consultation desk alone', async () => {
    const [person] = await reviewers(desk.db, 'employee-of-deadlines');
    const { caseId } = await handIn(desk.db, newConsultation(person!, { confidential: true }), desk.clock.now);
    await refresh();
    const shown = `href="/cases/${caseId}"`;
    const start = desk.clock.now;
    desk.clock.now = new Date(start.getTime() + 5 * 86_400_000);
    expect((await lead.get('/?tab=tasks')).text).not.toContain(shown);
    expect((await (await desk.signedInAs('desk')).get('/?tab=tasks')).text).toContain(shown);
    desk.clock.now = start;
  });
});
