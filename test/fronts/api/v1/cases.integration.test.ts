import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseId } from '../../../../src/cases/index.ts';
import { claimCase, findAccount, handIn, newestAudit } from '../../../../src/store/index.ts';
import { newConsultation } from '../../../store/consultations.ts';
import { standingFeedback } from '../../../store/standing-feedback.ts';
import { startDesk, type TestDesk } from '../../web/support/desk.ts';
import { type Program, startApi, type TestApi } from './support.ts';

describe('cases of the API', () => {
  let desk: TestDesk;
  let api: TestApi;
  let program: Program;
  const ids: CaseId[] = [];
  beforeAll(async () => {
    desk = await startDesk();
    await desk.signedInAs('reviewer');
    api = startApi(desk);
    program = await api.programAs('reviewer');
    const add = async (band: 'urgent' | 'review' | 'grey', subject: string, minute: number) =>
      ids.push(
        await desk.addCase(
          {
            from: '田中 <tanaka@example.com>',
            subject,
            body: '無能ですね。殺すぞ。\r\n> 引用です\r\n',
            band,
            found: [
              { text: '無能', act: 'insult-person', points: 5 },
              ...(band === 'urgent' ? [{ text: '殺すぞ', act: 'physical-violence' as const, points: 8 }] : []),
            ],
            receivedAt: new Date(Date.UTC(2026, 6, 3, 0, minute)),
          },
          subject,
        ),
      );
    await add('review', 'お見積り', 1);
    await add('urgent', '殺すぞ', 2);
    await add('grey', '納期', 3);
  });
  afterAll(() => desk.stop());
  const found = async (query: string) => (await program.get(`/cases?${query}`)).json;
  const idsOf = async (query: string) => (await found(query)).cases.map(({ id }: { id: string }) => id);

  it('are listed page by page in the order of the desk, with the subjects that it hides hidden', async () => {
    expect(await idsOf('')).toEqual([ids[1], ids[0], ids[2]]);
    expect(await found('limit=1&offset=1')).toMatchObject({ total: 3, cases: [{ id: ids[0], subject: 'お見積り' }] });
    expect((await found('band=urgent')).cases).toMatchObject([
      { subject: '〔暴力的な言葉〕', assignee: { kind: 'anyone' } },
    ]);
  });

  it.each([
    ['band=grey', [2]],
    ['act=physical-violence', [1]],
    ['since=2026-07-03T00:02:00Z&before=2026-07-03T09:03:00%2B09:00', [1]],
    ['q=納期', [2]],
    ['assignee=desk', []],
    ['source=elsewhere', []],
    ['status=dismissed', []],
    ['counterparty=example.com&kind=mail', [1, 0, 2]],
  ])('are narrowed by %s', async (query, places) => {
    expect(await idsOf(query)).toEqual(places.map((place) => ids[place]));
  });

  it('are not listed for someone nobody can be', async () => {
    expect(await program.get('/cases?assignee=a%00b')).toMatchObject({ status: 400, json: { code: 'wrong-request' } });
  });

  it('are shown with text and reasons, painful words hidden unless asked for, each view written down', async () => {
    const shown = (await program.get(`/cases/${ids[1]}`)).json;
    expect(JSON.stringify(shown)).not.toContain('殺すぞ');
    expect(shown).toMatchObject({
      hidden: true,
      subject: '〔暴力的な言葉〕',
      items: [
        {
          message: {
            from: { name: '田中', address: 'tanaka@example.com' },
            parts: [{ id: 'body', blocks: [{ kind: 'own' }, { kind: 'quoted' }] }],
          },
          reasons: [{ act: 'insult-person', words: '無能' }, { words: '〔暴力的な言葉〕' }],
        },
      ],
    });
    const open = (await program.get(`/cases/${ids[1]}?reveal=true`)).json;
    expect(open).toMatchObject({ hidden: false, subject: '殺すぞ' });
    expect(JSON.stringify(open)).not.toContain('raw');
    const log = await newestAudit(desk.db, { target: `case/${ids[1]}` }, { below: null, limit: 9 });
    expect(log).toMatchObject([
      { action: 'case.reveal', name: 'api:連携1', person: null, address: '198.51.100.1' },
      { action: 'case.view' },
    ]);
  });

  it('are decided under the name of the token', async () => {
    const path = `/cases/${ids[0]}/decisions`;
    expect((await program.post(path, { kind: 'approve', severity: 2 })).json).toMatchObject({ status: 'approved' });
    const { json } = await program.get(`/cases/${ids[0]}`);
    expect(json).toMatchObject({
      decidedBy: 'api:連携1',
      decisions: [{ decision: { kind: 'approve', acts: ['insult-person'], declaration: true }, by: 'api:連携1' }],
    });
    expect(await newestAudit(desk.db, { action: 'case.approve' }, { below: null, limit: 9 })).toMatchObject([
      { name: 'api:連携1', target: `case/${ids[0]}` },
    ]);
  });

  it.each([
    ['a list of those that are met', ['customer'], { customer: 'met', beyond: 'undecided', harmed: 'undecided' }],
    ['states', { beyond: 'unmet' }, { customer: 'undecided', beyond: 'unmet', harmed: 'undecided' }],
    ['nothing', undefined, { customer: 'undecided', beyond: 'undecided', harmed: 'undecided' }],
  ])('are approved with elements given by %s, and say the state of each', async (_, elements, elementStates) => {
    const id = await desk.addCase(
      { from: 'e@example.com', subject: 's', body: 'b' },
      JSON.stringify(elements) ?? 'none',
    );
    const body = { kind: 'approve', acts: ['summons'], severity: 1, elements };
    expect((await program.post(`/cases/${id}/decisions`, body)).status).toBe(201);
    const met = Object.entries(elementStates).flatMap(([name, state]) => (state === 'met' ? [name] : []));
    expect((await program.get(`/cases/${id}`)).json.decisions).toMatchObject([
      { decision: { elements: met, elementStates } },
    ]);
  });

  it('tell the dictionaries what a decision of the review app tells them', async () => {
    const found = [{ text: '無能', act: 'insult-person', points: 5 }] as const;
    const id = await desk.addCase(
      { from: 't@example.com', subject: 's', body: '無能。話になりません。', found },
      'teaches',
    );
    const decide = (body: object) => program.post(`/cases/${id}/decisions`, body);
    const approval = { kind: 'approve', severity: 1 };
    expect((await decide({ ...approval, missed: ['どこにもない'] })).json).toMatchObject({ refusal: 'words-nowhere' });
    const wrong = { refusal: 'wrong-fields', fields: { missed: 'too-long' } };
    expect((await decide({ ...approval, missed: ['あ'.repeat(201)] })).json).toMatchObject(wrong);
    expect((await decide({ ...approval, missed: ['話になりません'] })).status).toBe(201);
    const told = async () => (await standingFeedback(desk.db)).filter(({ caseId }) => caseId === id);
    expect(await told()).toMatchObject([{ kind: 'missed', words: '話になりません', by: 'api:連携1' }]);
    await decide({ kind: 'reopen' });
    await decide({ kind: 'dismiss', reason: 'jargon', misfires: ['test.entry', 'of-another.case'] });
    expect(await told()).toMatchObject([{ kind: 'misfire', entry: 'test.entry', by: 'api:連携1' }]);
  });

  it('are not there for a token that is not at the consultation desk, when they are confidential', async () => {
    const { id: person } = (await findAccount(desk.db, 'first@example.jp'))!;
    const given = newConsultation({ id: person, name: '社員' }, { confidential: true, words: 'ひみつの相談' });
    const { caseId } = await desk.db.transaction((tx) => handIn(tx, given, desk.clock.now));
    const [lead, atDesk] = [await api.programAs('lead', 'admin', 'reviewer'), await api.programAs('desk')];
    const [before, after] = [(await lead.get('/cases')).json.total, (await atDesk.get('/cases')).json.total];
    expect(after).toBe(before + 1);
    const asked = [
      await lead.get(`/cases/${caseId}`),
      await lead.get(`/cases/${caseId}?reveal=true`),
      await lead.post(`/cases/${caseId}/decisions`, { kind: 'approve', acts: ['sexual'], severity: 1 }),
      await lead.post(`/cases/${caseId}/decisions`, { kind: 'hand-over', to: { kind: 'desk' } }),
      await lead.post(`/cases/${caseId}/hold`, { hold: true }),
    ];
    for (const { status, text } of asked) {
      expect(status).toBe(404);
      expect(text).not.toContain('ひみつ');
    }
    expect((await lead.get('/status')).json.cases.report).toBe(0);
    expect((await atDesk.get('/status')).json.cases.report).toBe(1);
    expect((await atDesk.get(`/cases/${caseId}`)).json.report).toMatchObject({ words: 'ひみつの相談' });
    expect((await atDesk.post(`/cases/${caseId}/hold`, { hold: true })).status).toBe(200);
    expect((await atDesk.post(`/cases/${caseId}/decisions`, { kind: 'dismiss', reason: 'other' })).status).toBe(201);
  });

  it('are handed over, but to nobody they speak of', async () => {
    const mail = { from: 'a@example.com', subject: '担当の件', body: '担当の確認者1 さんは無能だ' };
    const path = `/cases/${await desk.addCase(mail, 'named')}/decisions`;
    const { people } = (await program.get('/people')).json;
    const idOf = (name: string) => people.find((one: { name: string }) => one.name === name).id;
    const handTo = (name: string) => program.post(path, { kind: 'hand-over', to: { kind: 'person', id: idOf(name) } });
    expect((await handTo('確認者1')).json).toMatchObject({ status: 400, code: 'wrong-request' });
    expect((await handTo('最初の人')).status).toBe(201);
  });

  it('are left to the person who looks at them', async () => {
    const { id, name } = (await findAccount(desk.db, 'person-1@example.jp'))!;
    await claimCase(desk.db, ids[2]!, { id, name, seesConfidential: false }, desk.clock.now);
    expect((await program.get(`/cases/${ids[2]}`)).json.claim).toMatchObject({ name });
    const refused = await program.post(`/cases/${ids[2]}/decisions`, { kind: 'dismiss', reason: 'joke' });
    expect(refused.json).toMatchObject({ status: 409, code: 'case-claimed' });
  });
});
