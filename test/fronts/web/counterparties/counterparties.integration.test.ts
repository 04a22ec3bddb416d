import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditRows, listCases, loadCounterparty } from '../../../../src/store/index.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

const FORM = {
  kind: 'company',
  name: '株式会社れい',
  domains: 'rei.example\n',
  addresses: '',
  clauseOn: '2026-04-01',
  clauseDocument: '取引基本契約書 第12条',
  postal: '東京都',
  contacts: '鈴木 一郎, 総務部, suzuki@rei.example\n受付,,,03-0000-0000',
  capital: '300,000,000',
  staff: '1200',
  notes: '事実だけ',
};

describe('the register of counterparties', { timeout: 120_000 }, () => {
  let desk: TestDesk;
  let lead: Browser;
  let reviewer: Browser;
  beforeAll(async () => {
    desk = await startDesk(); // 2026-07-03
    lead = await desk.signedInAs('lead');
    reviewer = await desk.signedInAs('reviewer');
  });
  afterAll(() => desk.stop());

  const last = async () => {
    let entry = null;
    for await (const row of auditRows(desk.db, {})) entry = row;
    return entry;
  };
  const make = async (fields: Partial<typeof FORM>) =>
    (await lead.post('/counterparties', { ...FORM, ...fields })).location!.replace(/\?.*/, '');

  it('shows what a lead wrote down to everybody who may see cases, and tells the log no name', async () => {
    const path = await make({});
    expect(await last()).toMatchObject({
      action: 'counterparty.create',
      target: path.slice(1).replace('counterparties', 'counterparty'),
      details: { kind: 'company', clause: true },
    });
    const { text } = await reviewer.get(path);
    for (const said of [
      '株式会社れい',
      'rei.example',
      '2026-04-01 合意、取引基本契約書 第12条',
      '鈴木 一郎 · 総務部',
      '03-0000-0000',
    ])
      expect(text).toContain(said);
    expect(text).toContain('資本金 300,000,000円');
    expect(text).toContain('取適法が関わるかもしれない規模です');
    expect(text).not.toContain(`${path}/edit`);
    expect((await reviewer.get('/counterparties?q=REI')).text).toContain('株式会社れい');
  });

  it('says which facts were changed, and takes no change of what was changed meanwhile', async () => {
    const path = await make({ name: '変わる会社', domains: 'kawaru.example' });
    const form = await lead.get(`${path}?edit=1`);
    expect(form.text).toContain('取引基本契約書 第12条');
    const changed = { ...FORM, name: '変わった会社', domains: 'kawaru.example', clauseOn: '', clauseDocument: '' };
    expect((await lead.post(path, { ...changed, version: '1' })).location).toBe(`${path}?saved=1`);
    expect(await last()).toMatchObject({
      action: 'counterparty.change',
      details: { changed: ['name', 'clause'], clause: false },
    });
    const late = await lead.post(path, { ...changed, name: '遅い会社', version: '1' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('ほかの人が先に書き直しました');
    const one = await loadCounterparty(desk.db, path.split('/').at(-1) as never);
    expect(one).toMatchObject({ name: '変わった会社', clause: null });
    expect((await lead.get(path)).text).toContain('条項の記録がありません');
  });

  it.each([
    ['no name', { name: ' ' }, '名前を書いてください'],
    ['half a clause', { clauseDocument: '' }, '条項は、合意した日'],
    ['a clause of tomorrow', { clauseOn: '2026-07-04' }, '条項は、合意した日'],
    ['a domain of free mail', { domains: 'gmail.example' }, '取引先の手がかりになりません'],
    ['no domain', { domains: 'rei' }, 'ドメインかメールアドレスの形ではありません'],
    ['one that is taken', { domains: 'rei.example' }, 'ほかの取引先に登録されています'],
    ['a capital in words', { capital: '三億' }, '0以上の整数'],
    ['a contact without a name', { contacts: ', 総務部' }, '名前から始めて'],
  ])('keeps what was typed when there is %s', async (_, wrong, said) => {
    const page = await lead.post('/counterparties', { ...FORM, domains: 'new.example', notes: '打った言葉', ...wrong });
    expect(page.status).toBe(400);
    expect(page.text).toContain(said);
    expect(page.text).toContain('打った言葉');
    expect((await lead.get('/counterparties?q=new.example')).text).toContain('当てはまる取引先はありません');
  });

  it('is offered at a case with the sender filled in, and then shown there', async () => {
    const mail = { from: 'a@case.example', subject: '件名', body: '本文', counterparty: 'case.example' };
    const id = await desk.addCase(mail, 'case-1');
    expect((await lead.get(`/cases/${id}`)).text).toContain(`/counterparties?add=1&amp;case=${id}#add`);
    expect((await lead.get(`/counterparties?add=1&case=${id}`)).text).toContain('case.example');
    const path = await make({ name: '案件の会社', domains: 'case.example' });
    const { text } = await reviewer.get(`/cases/${id}`);
    expect(text).toContain(path);
    expect(text).toContain('案件の会社');
    expect((await reviewer.get(path)).text).toContain(`/cases/${id}`);
  });

  it('makes nobody of a shared domain', async () => {
    const mail = { from: 'b@gmail.example', subject: '件名', body: '本文', counterparty: 'b@gmail.example' };
    const id = await desk.addCase(mail, 'shared-1');
    expect((await lead.get(`/counterparties?add=1&case=${id}`)).text).toContain('b@gmail.example');
    const path = await make({ name: '個人', kind: 'person', domains: '', addresses: 'b@gmail.example' });
    expect((await lead.get(path)).text).toContain(`/cases/${id}`);
    const another = { ...mail, from: 'c@gmail.example', counterparty: 'c@gmail.example' };
    const other = await desk.addCase(another, 'shared-2');
    expect((await lead.get(path)).text).not.toContain(`/cases/${other}"`);
  });

  it('lists a case that a person named, and a confidential one to the consultation desk alone', async () => {
    const path = await make({ name: '名指しの会社', domains: '' });
    const chosen = path.split('/').at(-1)!;
    const call = {
      channel: 'phone',
      when: '2026-07-02',
      time: '10:00',
      otherSide: '佐藤',
      words: 'ひみつの言葉',
      wish: '',
    };
    const deskPerson = await desk.signedInAs('desk');
    await reviewer.post('/hand-in', { ...call, confidential: '1' });
    const sees = { seesConfidential: true };
    const [secret] = (await listCases(desk.db, { limit: 1, offset: 0, kind: 'report' }, sees)).cases;
    expect((await reviewer.post(`/cases/${secret!.id}/counterparty`, { counterparty: chosen })).status).toBe(404);
    const named = await deskPerson.post(`/cases/${secret!.id}/counterparty`, { counterparty: chosen });
    expect(named.location).toBe(`/cases/${secret!.id}#counterparty`);
    expect(await last()).toMatchObject({ action: 'case.counterparty', details: {} });
    expect((await deskPerson.get(path)).text).toContain(`/cases/${secret!.id}`);
    for (const browser of [lead, reviewer]) {
      const { text } = await browser.get(path);
      expect(text).not.toContain(secret!.id);
      expect(text).toContain('未判断 0');
    }
  });

  it('does not show a subject to whom it speaks of', async () => {
    const mail = { from: 'd@hito.example', subject: '確認者2さんの対応', body: '本文', counterparty: 'hito.example' };
    await desk.addCase(mail, 'named-1');
    const path = await make({ name: '人の会社', domains: 'hito.example' });
    expect((await lead.get(path)).text).toContain('確認者2さんの対応');
    const { text } = await reviewer.get(path);
    expect(text.slice(text.indexOf('<main'))).not.toContain('確認者2さんの対応');
  });
});
