import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseId } from '../../../../src/cases/index.ts';
import { CARE_POINTS, sha256Of, verifyPack } from '../../../../src/response/index.ts';
import {
  handIn,
  type ListedCounterparty,
  listCounterparties,
  listPeople,
  nameVictim,
  newestAudit,
  writeWishes,
} from '../../../../src/store/index.ts';
import { newConsultation } from '../../../store/consultations.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
let lead: Browser;
let made = 0;
beforeAll(async () => {
  desk = await startDesk({ company: { name: '例示商事', timeZone: 'Asia/Tokyo' } });
  lead = await desk.signedInAs('lead');
});
afterAll(() => desk.stop());

const APPROVAL = { acts: 'discount-demand', severity: '2', declaration: '1', ownCause: 'no', note: '値引きの覚え書き' };

async function approvedCase(domain = 'example.com', seen = true): Promise<CaseId> {
  const mail = {
    from: `営業部 <buyer@${domain}>`,
    counterparty: domain,
    subject: '件名',
    body: '半額にしないなら取引を切る',
  };
  const id = await desk.addCase(mail, `dossier-${made++}`);
  expect((await lead.post(`/cases/${id}/approve`, APPROVAL)).status).toBe(303);
  if (seen) await seeTo(id, lead);
  return id;
}

async function seeTo(id: CaseId, who: Browser): Promise<void> {
  for (const point of CARE_POINTS)
    await who.post(`/cases/${id}/care`, { do: 'point', point, state: 'done', note: '体調のメモ' });
}

const handedOver = (id: CaseId) =>
  newestAudit(desk.db, { target: `case/${id}`, action: 'case.evidence' }, { below: null, limit: 9 });

describe('the record of rules and deeds of a case', () => {
  it('is saved from its papers, whole, and written down as what was handed over', async () => {
    const id = await approvedCase();
    const page = (await lead.get(`/cases/${id}?tab=papers`)).text;
    expect(page).toContain('<h3 id="dossier-title">決まりと対応の記録</h3>');
    const answer = await lead.post(`/cases/${id}/dossier`, { recipient: 'lawyer' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toMatch(/komainu-dossier-case-\d+-lawyer-[0-9a-f]{12}\.zip/);
    const bytes = new Uint8Array(answer.bytes);
    const sha256 = sha256Of(bytes);
    expect(await verifyPack(bytes, sha256)).toMatchObject({
      problems: [],
      manifest: { case: id, recipient: 'lawyer' },
    });
    expect(await handedOver(id)).toMatchObject([
      { details: { recipient: 'lawyer', purpose: 'advice', sha256, dossier: true } },
    ]);
    expect((await lead.get(`/cases/${id}?tab=papers`)).text).toContain(sha256);
  });

  it('waits for the care list, and for no one else’s right', async () => {
    const id = await approvedCase('example.com', false);
    expect((await lead.get(`/cases/${id}?tab=papers`)).text).not.toContain('id="dossier-title"');
    const refused = await lead.post(`/cases/${id}/dossier`, { recipient: 'lawyer' });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('ケアのリストが');
    const reviewer = await desk.signedInAs('reviewer');
    expect((await reviewer.post(`/cases/${id}/dossier`, { recipient: 'lawyer' })).status).toBe(403);
    expect(await handedOver(id)).toEqual([]);
  });

  it('asks for whom it is', async () => {
    const id = await approvedCase();
    const again = await lead.post(`/cases/${id}/dossier`, {});
    expect(again.status).toBe(400);
    expect(again.text).toContain('渡す相手を選んでください。');
  });
});

describe('the record of a counterparty', () => {
  const domain = 'counterparty.example.jp';
  let one: ListedCounterparty;
  let told: CaseId;
  let confidential: CaseId;
  let consultants: Browser;
  beforeAll(async () => {
    await lead.post('/counterparties', { kind: 'company', name: '株式会社あいて', domains: domain });
    one = (await listCounterparties(desk.db, { words: 'あいて', limit: 1, offset: 0 })).counterparties[0]!;
    told = await approvedCase(domain);
    confidential = await confidentialCase();
    consultants = await desk.signedInAs('desk');
    await consultants.post(`/cases/${confidential}/counterparty`, { counterparty: one.id });
    await consultants.post(`/cases/${confidential}/approve`, APPROVAL);
    await seeTo(confidential, consultants);
  });

  it('has its approved cases whose care list is done; confidential ones are not even counted', async () => {
    const waiting = await approvedCase(domain, false);
    expect((await lead.get(`/counterparties/${one.id}`)).text).toContain('認定した案件（2件）');
    const answer = await lead.post(`/counterparties/${one.id}/dossier`, { recipient: 'court' });
    expect(answer.status).toBe(200);
    const { manifest, problems } = await verifyPack(new Uint8Array(answer.bytes), null);
    expect(problems).toEqual([]);
    expect(manifest).toMatchObject({ counterparty: one.id, recipient: 'court', case: told });
    expect(await handedOver(told)).toMatchObject([{ details: { dossier: true } }]);
    for (const id of [waiting, confidential]) expect(await handedOver(id)).toEqual([]);
  });

  it('has none in which the person concerned wishes that nothing is done, and is made of the others', async () => {
    const office = await desk.signedInAs('lead'); // not whom it befell
    const quiet = await approvedCase(domain);
    const [person] = await listPeople(desk.db);
    const at = desk.clock.now;
    await nameVictim(desk.db, { caseId: quiet, person: person!.id }, { by: '花子', at }, { seesConfidential: false });
    await writeWishes(desk.db, { caseId: quiet, person: person!.id }, { wishes: ['nothing'], words: '', at });
    expect((await office.post(`/cases/${quiet}/dossier`, { recipient: 'court' })).text).toContain('何もしないでほしい');
    const answer = await office.post(`/counterparties/${one.id}/dossier`, { recipient: 'court' });
    expect(answer.status).toBe(200);
    expect((await verifyPack(new Uint8Array(answer.bytes), null)).manifest!.case.split(' ')).toContain(told);
    expect(await handedOver(quiet)).toEqual([]);
  });

  it('has what was handed in for whoever may see it, once it is said that they agree', async () => {
    const answer = await consultants.post(`/counterparties/${one.id}/dossier`, { recipient: 'lawyer', consent: '1' });
    const { manifest } = await verifyPack(new Uint8Array(answer.bytes), null);
    expect(manifest!.case.split(' ')).toEqual([told, confidential]);
    expect(await handedOver(confidential)).toMatchObject([{ details: { consent: true } }]);
  });

  it('cannot be made where no case may leave the house', async () => {
    await lead.post('/counterparties', { kind: 'person', name: '無関係', domains: 'nobody.example.jp' });
    const one = (await listCounterparties(desk.db, { words: '無関係', limit: 1, offset: 0 })).counterparties[0]!;
    const refused = await lead.post(`/counterparties/${one.id}/dossier`, { recipient: 'lawyer' });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('外に渡せる案件がありません');
  });
});

async function confidentialCase(): Promise<CaseId> {
  const [person] = await listPeople(desk.db);
  return (await handIn(desk.db, newConsultation(person!, { confidential: true }), desk.clock.now)).caseId;
}
