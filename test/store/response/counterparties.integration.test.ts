import { expect, it } from 'vitest';
import type { CaseId } from '../../../src/cases/index.ts';
import type { CounterpartyFacts, Day } from '../../../src/response/index.ts';
import {
  addCounterparty,
  casesOfCounterparty,
  changeCounterparty,
  counterpartyOfCase,
  type Db,
  decide,
  handIn,
  listCounterparties,
  loadCounterparty,
  nameCounterparty,
  purge,
  sendersTaken,
} from '../../../src/store/index.ts';
import { newConsultation } from '../consultations.ts';
import { reviewers } from '../reviewers.ts';
import { at, judgedMail } from '../samples.ts';
import { describeStores } from '../stores.ts';

const who = { by: '花子\0', at: at(5) };
const SEES = { seesConfidential: true };
const PAGE = { limit: 10, offset: 0 };

const facts = (values: Partial<CounterpartyFacts>): CounterpartyFacts => ({
  kind: 'company',
  name: '例の会社',
  domains: [],
  addresses: [],
  postal: '',
  contacts: [],
  clause: null,
  capital: null,
  staff: null,
  notes: '',
  ...values,
});
const add = (db: Db, values: Partial<CounterpartyFacts>) => addCounterparty(db, facts(values), who);
const idsOf = async (db: Db, one: Awaited<ReturnType<typeof add>>, visibility = { seesConfidential: false }) =>
  (await casesOfCounterparty(db, one, PAGE, visibility)).cases.map(({ id }) => id);
/** From taro@example.co.jp, as the fixture reads every mail. */
const mail = async (db: Db, minute: number, counterparty = 'example.co.jp'): Promise<CaseId> =>
  (await judgedMail(db, minute, { display: { from: '太郎', subject: '件', counterparty } })).caseId!;

describeStores('the register of counterparties', (store) => {
  it('keeps what is written down, and when the clause was', async () => {
    const { db } = store();
    const clause = { agreedOn: '2026-04-01' as Day, document: '基本契約 第12条' };
    const contacts = [{ name: '鈴木', post: '総務部', email: 's@example.co.jp', phone: '' }];
    const made = await add(db, {
      domains: ['example.co.jp'],
      addresses: ['a@example.jp'],
      clause,
      contacts,
      staff: 301,
    });
    expect(await loadCounterparty(db, made.id)).toEqual(made);
    expect(made).toMatchObject({ clause, contacts, clauseNoted: { by: '花子\uFFFD', at: at(5) }, version: 1 });
    const later = { by: '次郎', at: at(9) };
    const renamed = (await changeCounterparty(db, made, facts({ ...made, name: '新しい名' }), later))!;
    expect(renamed).toMatchObject({ name: '新しい名', clauseNoted: { at: at(5) }, by: '次郎', version: 2 });
    const without = (await changeCounterparty(db, renamed, facts({ ...renamed, clause: null }), later))!;
    expect(without).toMatchObject({ clause: null, clauseNoted: null });
    expect(await changeCounterparty(db, renamed, facts(renamed), later)).toBeNull(); // it was changed meanwhile
  });

  it('finds by name, domain and address, and takes signs as they are', async () => {
    const { db } = store();
    const one = await add(db, { name: '100%の会社', domains: ['example.co.jp'] });
    await add(db, { name: '別の会社', addresses: ['x@example.org'] });
    const found = async (words: string) =>
      (await listCounterparties(db, { words, ...PAGE })).counterparties.map(({ name }) => name);
    expect(await found('')).toEqual(['100%の会社', '別の会社']);
    expect(await found('EXAMPLE.co')).toEqual(['100%の会社']);
    expect(await found('example.org')).toEqual(['別の会社']);
    expect(await found('%')).toEqual(['100%の会社']);
    expect(await found('_')).toEqual([]);
    expect(await sendersTaken(db, ['example.co.jp', 'y@example.org'], null)).toEqual([
      { sender: 'example.co.jp', id: one.id },
    ]);
    expect(await sendersTaken(db, ['example.co.jp'], one.id)).toEqual([]);
  });

  it('knows whose a case is by domain, by address before that, and by a person before all', async () => {
    const { db } = store();
    const id = await mail(db, 1);
    expect(await counterpartyOfCase(db, id)).toBeNull();
    const company = await add(db, { domains: ['example.co.jp'] });
    expect(await counterpartyOfCase(db, id)).toEqual({ counterparty: company, named: false });
    expect(await idsOf(db, company)).toEqual([id]);
    const person = await add(db, { kind: 'person', name: '太郎', addresses: ['taro@example.co.jp'] });
    expect((await counterpartyOfCase(db, id))!.counterparty.id).toBe(person.id);
    expect(await idsOf(db, company)).toEqual([]);
    expect(await idsOf(db, person)).toEqual([id]);
    const other = await add(db, { name: '別の会社' });
    await nameCounterparty(db, id, other.id, who);
    expect(await counterpartyOfCase(db, id)).toMatchObject({ counterparty: { id: other.id }, named: true });
    expect(await idsOf(db, person)).toEqual([]);
    expect(await idsOf(db, other)).toEqual([id]);
    await nameCounterparty(db, id, null, who);
    expect(await idsOf(db, person)).toEqual([id]);
  });

  it('takes nobody else of a shared domain along', async () => {
    const { db } = store();
    const shared = await add(db, { kind: 'person', addresses: ['jiro@gmail.com'] });
    const his = await mail(db, 1, 'jiro@gmail.com');
    const another = await mail(db, 2, 'saburo@gmail.com');
    expect(await idsOf(db, shared)).toEqual([his]);
    expect(await counterpartyOfCase(db, another)).toBeNull();
  });

  it('counts and lists confidential cases for the consultation desk alone', async () => {
    const { db } = store();
    const [employee] = await reviewers(db, '社員');
    const company = await add(db, { domains: ['example.co.jp'] });
    const open = await mail(db, 1);
    const { caseId: secret } = await handIn(db, newConsultation(employee!, { confidential: true }), at(3));
    expect(await nameCounterparty(db, secret, company.id, who)).toBe(false);
    expect(await nameCounterparty(db, secret, company.id, who, SEES)).toBe(true);
    expect(await counterpartyOfCase(db, secret)).toBeNull();
    expect(await casesOfCounterparty(db, company, PAGE)).toMatchObject({
      cases: [{ id: open }],
      statuses: { open: 1, approved: 0, dismissed: 0 },
    });
    expect((await idsOf(db, company, SEES)).sort()).toEqual([open, secret].sort());
    expect((await casesOfCounterparty(db, company, PAGE, SEES)).statuses.open).toBe(2);
  });

  it('outlives its cases', async () => {
    const { db } = store();
    const company = await add(db, {});
    const id = await mail(db, 1);
    await nameCounterparty(db, id, company.id, who);
    await decide(db, id, { kind: 'dismiss', reason: 'other', note: '' }, '花子', at(2));
    const days = {
      verdictDays: 1,
      greyDays: 1,
      dismissedDays: 1,
      approvedDays: 1,
      unopenedDays: 14,
      reportDays: 1,
      registerDays: 1,
    };
    expect((await purge(db, days, at(60 * 24 * 30))).dismissed).toBe(1);
    expect(await loadCounterparty(db, company.id)).toEqual(company);
  });
});
