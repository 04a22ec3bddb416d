import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseId } from '../../../../src/cases/index.ts';
import { valuesOfRules } from '../../../../src/fronts/web/measure-rules/form.ts';
import { messagesOf } from '../../../../src/fronts/web/shell/messages.ts';
import { CARE_POINTS, GATES } from '../../../../src/response/index.ts';
import { handIn, listPeople, measuresOfCase } from '../../../../src/store/index.ts';
import { newConsultation } from '../../../store/consultations.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

describe('the timeline of a case file', () => {
  let desk: TestDesk;
  let reviewer: Browser; // 確認者1
  let lead: Browser; // 確認者2
  let office: Browser; // 確認者3, of the consultation desk
  let id: CaseId;

  const hourLater = () => {
    desk.clock.now = new Date(desk.clock.now.getTime() + 3_600_000);
  };
  const timeline = async (of: CaseId, browser: Browser): Promise<string> => {
    const { text } = await browser.get(`/cases/${of}?tab=history`);
    return /<section class="card" id="timeline"[\s\S]*?<\/section>/.exec(text)?.[0] ?? '';
  };

  beforeAll(async () => {
    desk = await startDesk();
    reviewer = await desk.signedInAs('reviewer');
    lead = await desk.signedInAs('lead');
    office = await desk.signedInAs('desk');
    const rules = Object.entries(valuesOfRules(null, messagesOf('ja'))).flatMap(([name, values]) =>
      values.map((one): [string, string] => [name, one]),
    );
    await lead.post('/measures/rules', [['after', '0'], ...rules]);
    await lead.post('/counterparties', { kind: 'company', name: '株式会社あいて', domains: 'example.com' });
    await lead.post('/experts', { kind: 'lawyer', name: 'ひみつ法律事務所', contact: '03-0000-0000' });
    hourLater();
    id = await desk.addCase({ from: 'a@example.com', subject: '件名', body: '土下座しろ' }, 'deeds');
    await reviewer.post(`/cases/${id}/approve`, { acts: 'apology-demand', severity: '2', declaration: '1' });
    hourLater();
    for (const point of CARE_POINTS)
      await reviewer.post(`/cases/${id}/care`, { do: 'point', point, state: 'done', note: 'ひみつのメモ' });
    await reviewer.post(`/cases/${id}/care`, { do: 'plan', due: '2026-08-01', note: 'ひみつ' });
    hourLater();
    const fields = { kind: 'calm-reply', language: 'ja', recipient: '田中 様', sender: '会社', date: '2026-07-03' };
    const drafted = await reviewer.post(`/cases/${id}/letters`, { ...fields, demand: 'ひみつ', answer: 'ひみつ' });
    const letter = drafted.location!.replace(/\?.*/, '');
    hourLater();
    await lead.post(`${letter}/approve`);
    await lead.post(`${letter}/sent`, { do: 'sent', way: 'post', day: '2026-07-03', note: 'ひみつ' });
    hourLater();
    const gates = Object.fromEntries(GATES.map((gate) => [gate, 'clear']));
    await reviewer.post(`/cases/${id}/measures`, { step: 'caution', reason: 'ひみつの理由', ...gates });
    const [measure] = await measuresOfCase(desk.db, id);
    await lead.post(`/cases/${id}/measures/${measure!.id}/outcome`, { what: 'approved', note: '' });
    hourLater();
    const question = { expert: '1', question: 'ひみつの問い', handed: 'words' };
    await lead.post(`/cases/${id}/experts`, question);
    hourLater();
    await lead.post(`/cases/${id}/evidence`, { recipient: 'lawyer', purpose: 'advice', redactions: '', consent: '1' });
  });
  afterAll(() => desk.stop());

  it('has letters, measures, packs, experts and care among mails and decisions, with who, when and the way there', async () => {
    const text = await timeline(id, lead);
    const order = [
      'メール 1',
      '認定（確認者1）',
      '医師・保健師などへの相談を案内する：済んだ（確認者1）',
      '様子をうかがう日（2026-08-01）：決めた（確認者1）',
      '文書1「落ち着いた回答」：起案（確認者1）',
      '文書1「落ち着いた回答」：承認（確認者2）',
      '文書1「落ち着いた回答」：送付（2026-07-03、記録 確認者2）',
      '措置「注意」：提案（確認者1）',
      '措置「注意」：承認（確認者2）',
      '弁護士：相談した（確認者2）',
      '証拠の一式：弁護士に渡すために作成（確認者2）',
    ].map((words) => ({ words, at: text.indexOf(words) }));
    expect(order.filter(({ at }) => at < 0)).toEqual([]);
    expect(order.map(({ at }) => at)).toEqual(order.map(({ at }) => at).toSorted((a, b) => a - b));
    expect(text).toMatch(new RegExp(`href="/cases/${id}/letters/\\d+"`));
    for (const way of [`/cases/${id}/measures#measure-`, `/cases/${id}/care`, `/cases/${id}/experts#request-`])
      expect(text).toContain(`href="${way}`);
    expect(text).not.toContain('ひみつ');
  });

  it('tells of packs and experts only those who may make or ask them', async () => {
    const text = await timeline(id, reviewer);
    expect(text).toContain('措置「注意」：承認（確認者2）');
    expect(text).not.toMatch(/弁護士|証拠の一式/);
  });

  it('has what was written to and by whoever handed it in, and is there for the desk alone where that is confidential', async () => {
    const person = (await listPeople(desk.db)).find(({ name }) => name === '最初の人')!;
    const { caseId } = await handIn(desk.db, newConsultation(person, { confidential: true }), desk.clock.now);
    hourLater();
    await office.post(`/cases/${caseId}/answer`, { words: 'ひみつの返事' });
    const text = await timeline(caseId, office);
    expect(text).toContain('確認者3が相談に返事');
    expect(text).not.toContain('ひみつの返事');
    expect((await lead.get(`/cases/${caseId}?tab=history`)).status).toBe(404);
    expect(await timeline(id, lead)).not.toContain('相談に返事');
  });
});
