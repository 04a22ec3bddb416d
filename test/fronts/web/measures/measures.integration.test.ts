import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseId } from '../../../../src/cases/index.ts';
import { valuesOfRules } from '../../../../src/fronts/web/measure-rules/form.ts';
import { messagesOf } from '../../../../src/fronts/web/shell/messages.ts';
import { CARE_POINTS, GATES, type MeasureId } from '../../../../src/response/index.ts';
import { handIn, listCounterparties, listPeople, measuresOfCase, setRoles } from '../../../../src/store/index.ts';
import { newConsultation } from '../../../store/consultations.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
let lead: Browser;
let second: Browser;
let reviewer: Browser;
let made = 0;

beforeAll(async () => {
  desk = await startDesk();
  lead = await desk.signedInAs('lead');
  second = await desk.signedInAs('lead');
  reviewer = await desk.signedInAs('reviewer');
});
afterAll(() => desk.stop());

const MAIL = { from: 'a@example.com', subject: '件名', body: 'ひみつの本文。土下座しろ' } as const;
const RULES = Object.entries(valuesOfRules(null, messagesOf('ja'))).flatMap(([name, values]) =>
  values.map((one): [string, string] => [name, one]),
);
const saveRules = (after: number) => lead.post('/measures/rules', [['after', String(after)], ...RULES]);
const PARTY = { kind: 'company', name: '株式会社あいて', domains: 'example.com' };

async function readyCase(): Promise<CaseId> {
  const id = await desk.addCase(MAIL, `measures-${made++}`);
  await lead.post(`/cases/${id}/approve`, { acts: 'apology-demand', severity: '2', declaration: '1' });
  for (const point of CARE_POINTS)
    await lead.post(`/cases/${id}/care`, { do: 'point', point, state: 'declined', note: '' });
  return id;
}

const proposal = (step: string, more: Record<string, string> = {}) => ({
  step,
  reason: '警告のあとも続いた',
  ...Object.fromEntries(GATES.map((gate) => [gate, 'clear'])),
  ...more,
});
const WITHOUT_CLAUSE = { clause: 'against', 'clause-note': '契約書を確かめた' };
const newest = async (id: CaseId) => (await measuresOfCase(desk.db, id))[0];
const outcome = (who: Browser, id: CaseId, measure: MeasureId, what: string) =>
  who.post(`/cases/${id}/measures/${measure}/outcome`, { what, note: '' });

describe('a step against the other side', () => {
  it('cannot be proposed before case, care list, rules and counterparty are there', async () => {
    const id = await desk.addCase(MAIL, 'measures-locked');
    const shut = (await lead.get(`/cases/${id}?tab=response`)).text;
    for (const why of ['認定されていません', 'まだありません。案件が起きる前', '台帳にありません'])
      expect(shut).toContain(why);
    expect(shut).not.toContain('name="step"');
    expect((await lead.post(`/cases/${id}/measures`, proposal('caution'))).status).toBe(400);
    await lead.post(`/cases/${id}/approve`, { acts: 'apology-demand', severity: '2', declaration: '1' });
    expect((await lead.get(`/cases/${id}?tab=response`)).text).toContain('ケアの項目があと7残っています');
    expect(await saveRules(0)).toMatchObject({ status: 303 });
    expect(await lead.post('/counterparties', PARTY)).toMatchObject({ status: 303 });
    expect((await lead.post(`/cases/${id}/measures`, proposal('caution'))).status).toBe(400);
    expect(await newest(id)).toBeUndefined();
  });

  it('is proposed by one and approved by another one of the right role', async () => {
    desk.clock.now = new Date(desk.clock.now.getTime() + 60_000);
    const id = await readyCase();
    expect((await reviewer.get(`/cases/${id}?tab=response`)).text).not.toContain('案件が始まったあとに作られました');
    expect(await reviewer.post(`/cases/${id}/measures`, proposal('warning'))).toMatchObject({ status: 303 });
    const { id: measure } = (await newest(id))!;
    expect((await reviewer.get(`/cases/${id}?tab=response`)).text).toContain('自分の提案は承認できません');
    expect((await outcome(reviewer, id, measure, 'approved')).status).toBe(403);
    expect((await lead.post(`/cases/${id}/measures`, proposal('caution'))).text).toContain('承認待ちの提案があります');
    expect((await outcome(lead, id, measure, 'approved')).status).toBe(303);
    expect(await newest(id)).toMatchObject({ step: 'warning', outcome: { what: 'approved' }, lifted: null });
    const again = await outcome(second, id, measure, 'declined');
    expect(again.text).toContain('ほかの方が先に');
  });

  it('is never approved by whoever proposed it, whatever their role', async () => {
    const id = await readyCase();
    await lead.post(`/cases/${id}/measures`, proposal('caution'));
    const { id: measure } = (await newest(id))!;
    const own = await outcome(lead, id, measure, 'approved');
    expect(own.status).toBe(400);
    expect(own.text).toContain('自分の提案は承認できません');
    expect((await newest(id))!.outcome).toBeNull();
    expect((await second.post(`/cases/${id}/measures/${measure}/withdraw`)).status).toBe(403);
    expect((await lead.post(`/cases/${id}/measures/${measure}/withdraw`)).status).toBe(303);
  });

  it('that ends the contract is locked without a clause, until a lawyer was asked', async () => {
    const id = await readyCase();
    const claimed = await lead.post(`/cases/${id}/measures`, proposal('termination'));
    expect(claimed.status).toBe(400);
    expect(claimed.text).toContain('取引先の台帳に条項がありません');
    expect(claimed.text).toContain('警告のあとも続いた'); // what was written is given back
    const without = await lead.post(`/cases/${id}/measures`, proposal('termination', WITHOUT_CLAUSE));
    expect(without.text).toContain('弁護士など専門家の意見が要ります');
    expect(await newest(id)).toBeUndefined();
    const asked = { ...WITHOUT_CLAUSE, 'opinion-from': '山本弁護士', 'opinion-day': '2026-07-01' };
    expect((await lead.post(`/cases/${id}/measures`, proposal('termination', asked))).status).toBe(303);
    expect(await newest(id)).toMatchObject({ step: 'termination', opinion: { from: '山本弁護士' } });
  });

  it('is not approved once its case was opened again or a point of care is open', async () => {
    const id = await readyCase();
    await lead.post(`/cases/${id}/measures`, proposal('caution'));
    const { id: measure } = (await newest(id))!;
    await lead.post(`/cases/${id}/care`, { do: 'point', point: 'health', state: 'open', note: '' });
    expect((await outcome(second, id, measure, 'approved')).status).toBe(400);
    await lead.post(`/cases/${id}/care`, { do: 'point', point: 'health', state: 'done', note: '' });
    await lead.post(`/cases/${id}/reopen`, { note: '' });
    expect((await outcome(second, id, measure, 'approved')).status).toBe(400);
    expect((await newest(id))!.outcome).toBeNull();
    expect((await outcome(second, id, measure, 'declined')).status).toBe(303);
  });

  it('is never revived by approving its case again, and neither is its proposal', async () => {
    const id = await readyCase();
    const again = async () => {
      await lead.post(`/cases/${id}/reopen`, { note: '' });
      await lead.post(`/cases/${id}/approve`, { acts: 'apology-demand', severity: '2', declaration: '1' });
    };
    await lead.post(`/cases/${id}/measures`, proposal('suspension'));
    const { id: first } = (await newest(id))!;
    expect((await outcome(second, id, first, 'approved')).status).toBe(303);
    await again();
    const page = (await lead.get(`/cases/${id}?tab=response`)).text;
    expect(page).toContain('失効（案件を判断し直した）');
    expect(/実施中の措置<\/h2>.*?<\/section>/s.exec(page)?.[0]).not.toContain('一時停止');
    expect((await reviewer.get('/counterparties?tab=measures')).text).not.toContain('新しい依頼は受けない');
    await lead.post(`/cases/${id}/measures`, proposal('caution'));
    const { id: waiting } = (await newest(id))!;
    await again();
    const refused = await outcome(second, id, waiting, 'approved');
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('この提案のあとに、案件が再開されました');
    expect((await outcome(second, id, waiting, 'declined')).status).toBe(303);
  });

  it('is for management alone where the company parts from somebody, and opens its letter filled in', async () => {
    const management = await desk.signedInAs('management');
    const id = await readyCase();
    await lead.post(`/cases/${id}/measures`, proposal('refusal'));
    const { id: measure } = (await newest(id))!;
    expect((await second.get(`/cases/${id}?tab=response`)).text).toContain('承認できる役割：経営');
    expect((await outcome(second, id, measure, 'approved')).text).toContain('承認できる役割');
    expect((await newest(id))!.outcome).toBeNull();
    expect((await outcome(management, id, measure, 'approved')).status).toBe(303);
    const way = `/cases/${id}?tab=papers&amp;kind=termination#letters`;
    expect((await management.get(`/cases/${id}?tab=response`)).text).toContain(way);
    const form = (await lead.get(way.replaceAll('&amp;', '&').replace('#letters', ''))).text;
    for (const filled of [
      /name="recipient"[^>]*>[^<]+御中/,
      /name="sender"[^>]*>株式会社みほん/,
      /name="reply-by"[^>]*value="20/,
    ])
      expect(form).toMatch(filled);
    expect((await lead.post(`/cases/${id}/measures/${measure}/lift`, { note: '済' })).status).toBe(303);
  });

  it('is not approved by the consultation desk alone, though the rules of before name it', async () => {
    const office = await desk.signedInAs('desk');
    const both = await desk.signedInAs('desk', 'management');
    const id = await readyCase();
    await lead.post(`/cases/${id}/measures`, proposal('warning'));
    const { id: measure } = (await newest(id))!;
    expect((await outcome(office, id, measure, 'approved')).status).toBe(403);
    expect((await newest(id))!.outcome).toBeNull();
    expect((await outcome(both, id, measure, 'approved')).status).toBe(303);
  });

  it('waits for an expert, whatever the step, where its rules are younger than the case or ask for one', async () => {
    const id = await readyCase();
    desk.clock.now = new Date(desk.clock.now.getTime() + 60_000);
    expect(await saveRules(1)).toMatchObject({ status: 303 });
    expect((await lead.get(`/cases/${id}?tab=response`)).text).toContain(
      'この決まりは案件が始まったあとに作られました',
    );
    const alone = await lead.post(`/cases/${id}/measures`, proposal('caution'));
    expect(alone.status).toBe(400);
    expect(alone.text).toContain('決まりが案件より新しくできました — 弁護士など専門家の意見が要ります');
    const opinion = { 'opinion-from': '山本弁護士', 'opinion-day': '2026-07-01' };
    expect((await lead.post(`/cases/${id}/measures`, proposal('caution', opinion))).status).toBe(303);
    const strict: [string, string][] = [...RULES, ['steps.1.opinion', '1']];
    expect(await lead.post('/measures/rules', [['after', '2'], ...strict])).toMatchObject({ status: 303 });
    const later = await readyCase();
    const asked = await lead.post(`/cases/${later}/measures`, proposal('warning'));
    expect(asked.text).toContain('この段階の決まりが、専門家の意見を求めています');
    expect((await lead.post(`/cases/${later}/measures`, proposal('warning', opinion))).status).toBe(303);
  });

  it('is shown to whoever opens a later case of the same counterparty, without the reason, until it is lifted', async () => {
    const id = await readyCase();
    await lead.post(`/cases/${id}/measures`, proposal('suspension'));
    const { id: measure } = (await newest(id))!;
    await outcome(second, id, measure, 'approved');
    const later = await desk.addCase({ ...MAIL, body: 'また来ました' }, 'measures-later');
    const page = (await reviewer.get(`/cases/${later}`)).text;
    expect(page).toContain('この取引先に実施中の措置');
    expect(page).toContain('新しい依頼は受けない');
    expect(page).not.toContain('警告のあとも続いた');
    const list = (await reviewer.get('/counterparties?tab=measures')).text;
    expect(list).toContain('株式会社あいて');
    expect(list).not.toMatch(/警告のあとも続いた|ひみつ/);
    expect((await lead.post(`/cases/${id}/measures/${measure}/lift`, { note: ' ' })).status).toBe(400);
    expect((await lead.post(`/cases/${id}/measures/${measure}/lift`, { note: '改まった' })).status).toBe(303);
    expect(await newest(id)).toMatchObject({ lifted: { note: '改まった' } });
    expect((await reviewer.get(`/cases/${later}`)).text).not.toContain('新しい依頼は受けない');
  });

  it('leaves its step in the audit log, and neither reason nor answers', async () => {
    const log = (await (await desk.signedInAs('auditor')).get('/audit?action=measure.approve')).text;
    expect(log).toContain('措置の承認');
    expect(log).toContain('suspension');
    expect(log).not.toMatch(/警告のあとも続いた|契約書を確かめた|山本/);
  });
});

describe('a step in a confidential case', () => {
  it('is shown to those who serve the counterparty only where its second person says so', async () => {
    const office = await desk.signedInAs('desk');
    const another = await desk.signedInAs('desk', 'management');
    const auditor = await desk.signedInAs('auditor');
    const [person] = await listPeople(desk.db);
    const [party] = (await listCounterparties(desk.db, { words: '', limit: 1, offset: 0 })).counterparties;
    const taken = async (shown: Record<string, string>) => {
      const given = newConsultation(person!, { confidential: true });
      const { caseId } = await handIn(desk.db, given, desk.clock.now);
      await office.post(`/cases/${caseId}/counterparty`, { counterparty: party!.id });
      await office.post(`/cases/${caseId}/approve`, { acts: 'sexual', severity: '2', declaration: '1' });
      for (const point of CARE_POINTS)
        await office.post(`/cases/${caseId}/care`, { do: 'point', point, state: 'declined', note: '' });
      await office.post(`/cases/${caseId}/measures`, proposal('refusal'));
      const [proposed] = await measuresOfCase(desk.db, caseId, { seesConfidential: true });
      const form = (await another.get(`/cases/${caseId}?tab=response`)).text;
      expect(form).toContain('応対する人に、この措置を見せますか');
      expect(form).toMatch(/name="shown" value="no" checked/);
      const at = `/cases/${caseId}/measures/${proposed!.id}/outcome`;
      expect((await another.post(at, { what: 'approved', note: '', ...shown })).status).toBe(303);
      return caseId;
    };
    const later = await desk.addCase({ ...MAIL, body: 'さらに来ました' }, 'measures-confidential');
    const hidden = await taken({});
    for (const path of [`/cases/${later}`, '/counterparties?tab=measures', `/cases/${later}?tab=response`]) {
      expect((await reviewer.get(path)).text).not.toContain('取引の話は受けず');
      expect((await office.get(path)).text).toContain('取引の話は受けず');
    }
    expect((await office.get(`/cases/${hidden}?tab=response`)).text).toContain('応対する人には見せていません');
    const shown = await taken({ shown: 'yes' });
    for (const path of [`/cases/${later}`, '/counterparties?tab=measures']) {
      const { text } = await reviewer.get(path);
      expect(text).toContain('取引の話は受けず');
      expect(text).not.toMatch(new RegExp(`${shown}|${hidden}`));
    }
    const log = (await auditor.get('/audit/export')).text;
    expect(log).toMatch(/shown/);
  });
});

describe('a proposal that nobody else can decide', () => {
  it('says what to do, and names those who can once there is somebody', async () => {
    const small = await startDesk();
    try {
      const alone = await small.signedInAs('lead');
      const first = (await listPeople(small.db)).find(({ name }) => name === '最初の人')!;
      await setRoles(small.db, first.id, ['admin'], small.clock.now);
      await alone.post('/measures/rules', [['after', '0'], ...RULES]);
      await alone.post('/counterparties', PARTY);
      small.clock.now = new Date(small.clock.now.getTime() + 60_000);
      const id = await small.addCase(MAIL, 'alone');
      await alone.post(`/cases/${id}/approve`, { acts: 'apology-demand', severity: '2', declaration: '1' });
      for (const point of CARE_POINTS)
        await alone.post(`/cases/${id}/care`, { do: 'point', point, state: 'declined', note: '' });
      await alone.post(`/cases/${id}/measures`, proposal('caution'));
      const fields = { kind: 'calm-reply', language: 'ja', recipient: '田中 様', sender: '会社', date: '2026-07-03' };
      const draft = await alone.post(`/cases/${id}/letters`, { ...fields, demand: '返金', answer: '対応します。' });
      const letter = draft.location!.replace(/\?.*/, '');
      for (const path of [`/cases/${id}?tab=response`, letter]) {
        const { text } = await alone.get(path);
        expect(text).toContain('2人目になれる人がほかにいません');
        expect(text).toContain('管理者に、「人」の画面での招待か役割の追加を頼んでください');
      }
      const admin = await small.signedInAs('admin', 'lead');
      for (const path of [`/cases/${id}?tab=response`, letter]) {
        expect((await alone.get(path)).text).toContain('判断できる人：確認者2');
        expect((await admin.get(path)).text).not.toContain('2人目になれる人');
      }
    } finally {
      await small.stop();
    }
  });
});

describe('a demand that comes again', () => {
  it('is counted across cases once it was answered, with the reply that is due', async () => {
    const found = { found: [{ text: '土下座しろ', act: 'apology-demand', points: 6 }] } as const;
    const mail = { from: 'b@example.net', subject: '件名', body: '土下座しろ', ...found } as const;
    const add = async (n: number) => {
      const id = await desk.addCase({ ...mail, receivedAt: desk.clock.now }, 'again');
      await lead.post(`/cases/${id}/approve`, { acts: 'apology-demand', severity: '2', declaration: '1' });
      desk.clock.now = new Date(desk.clock.now.getTime() + n * 86_400_000);
      return id;
    };
    const first = await add(1);
    const day = desk.clock.now.toISOString().slice(0, 10);
    expect((await reviewer.post(`/cases/${first}/demand-answers`, { day: '2099-01-01', note: '' })).status).toBe(400);
    expect((await reviewer.post(`/cases/${first}/demand-answers`, { day, note: 'お断りした' })).status).toBe(303);
    desk.clock.now = new Date(desk.clock.now.getTime() + 86_400_000);
    const next = await add(1);
    const page = (await reviewer.get(`/cases/${next}`)).text;
    expect(page).toContain('は2回目です');
    expect(page).toContain('次の返信：注意を添える');
    expect(page).toContain('当社の考えは、これまでと変わりません');
  });
});
