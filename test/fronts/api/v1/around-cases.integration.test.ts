import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  approveLetter,
  type DeclaredAct,
  decideMeasure,
  perform,
  withdrawMeasure,
} from '../../../../src/actions/index.ts';
import type { CaseId } from '../../../../src/cases/index.ts';
import { valuesOfRules } from '../../../../src/fronts/web/measure-rules/form.ts';
import { messagesOf } from '../../../../src/fronts/web/shell/messages.ts';
import { CARE_POINTS, GATES } from '../../../../src/response/index.ts';
import { findAccount, handIn, lettersOf, measuresOfCase, newestAudit } from '../../../../src/store/index.ts';
import { newConsultation } from '../../../store/consultations.ts';
import type { Browser } from '../../web/support/browser.ts';
import { startDesk, type TestDesk } from '../../web/support/desk.ts';
import { type Program, startApi, type TestApi } from './support.ts';

let desk: TestDesk;
let api: TestApi;
let lead: Browser;
let program: Program; // of a lead
let reviewers: Program;
let made = 0;

beforeAll(async () => {
  desk = await startDesk();
  lead = await desk.signedInAs('lead');
  await desk.signedInAs('reviewer');
  api = startApi(desk);
  [program, reviewers] = [await api.programAs('lead'), await api.programAs('reviewer')];
});
afterAll(() => desk.stop());

/** Four eyes are those of people, by whatever front a program may come. */
const PROGRAM = { kind: 'program', id: 'x', name: '連携', roles: ['lead'], owner: null, address: null } as const;

const MAIL = {
  from: '田中 <tanaka@example.com>',
  subject: '件名',
  body: '土下座しろ。ぶっ殺すぞ。\r\n',
  found: [
    { text: '土下座しろ', act: 'apology-demand' as const, points: 4 },
    { text: 'ぶっ殺す', act: 'physical-violence' as const, points: 9 },
  ],
};
const newCase = (): Promise<CaseId> => desk.addCase(MAIL, `around-${made++}`);

async function caredFor(): Promise<CaseId> {
  const id = await newCase();
  await lead.post(`/cases/${id}/approve`, { acts: 'apology-demand', severity: '2', declaration: '1' });
  for (const point of CARE_POINTS)
    await lead.post(`/cases/${id}/care`, { do: 'point', point, state: 'declined', note: '' });
  return id;
}
const audited = async (id: CaseId) =>
  (await newestAudit(desk.db, { target: `case/${id}` }, { below: null, limit: 9 })).map(({ action }) => action);
const confidential = async (): Promise<CaseId> => {
  const { id } = (await findAccount(desk.db, 'first@example.jp'))!;
  const given = newConsultation({ id, name: '社員' }, { confidential: true, words: 'ひみつの相談' });
  return (await desk.db.transaction((tx) => handIn(tx, given, desk.clock.now))).caseId;
};

describe('work around a case, by the API', { timeout: 30_000 }, () => {
  it('assigns for whoever may, by address or id, and for nobody else', async () => {
    const id = await newCase();
    const to = async (who: string | null, by = program) => by.post(`/cases/${id}/assignment`, { to: who });
    const { people } = (await program.get('/people')).json;
    expect((await to(people[0].id)).json).toEqual({
      id,
      assignee: { kind: 'person', id: people[0].id, name: people[0].name },
    });
    expect((await to('first@example.jp')).status).toBe(200);
    expect((await to('nobody@example.jp')).json).toMatchObject({ status: 400, refusal: 'wrong-recipient' });
    expect((await to(people[0].id, reviewers)).json).toMatchObject({ status: 403, refusal: 'not-allowed' });
    expect((await to(null, reviewers)).json).toMatchObject({ status: 409, refusal: 'case-assigned' });
    expect((await to(null)).json.assignee).toEqual({ kind: 'anyone' });
    expect(await audited(id)).toEqual(['case.assign', 'case.assign']); // to whom it was assigned already is nothing new
  });

  it('writes comments that call people, and hides words in them as the case does', async () => {
    const id = await newCase();
    const { name } = (await findAccount(desk.db, 'first@example.jp'))!;
    const words = `@${name} 「ぶっ殺すぞ」の件です`;
    expect((await program.post(`/cases/${id}/comments`, { words })).status).toBe(201);
    const { comments } = (await program.get(`/cases/${id}/comments`)).json;
    expect(comments).toMatchObject([{ by: 'api:連携1', mentioned: [name] }]);
    expect(comments[0].words).not.toContain('ぶっ殺す');
    expect((await program.get(`/cases/${id}/comments?reveal=true`)).json.comments[0].words).toBe(words);
    expect(await audited(id)).toEqual(['case.reveal', 'case.view', 'case.comment']);
    expect((await program.post(`/cases/${id}/comments`, { words: ' ' })).status).toBe(400);
    expect((await program.post(`/cases/${id}/comments`, { words: 'あ'.repeat(2001) })).status).toBe(400);
  });

  it('watches a sender to the end of a day, and ends that', async () => {
    const id = await newCase();
    const watch = (until: string) => program.post(`/cases/${id}/watch`, { until });
    expect((await watch('2026-07-03')).json).toMatchObject({ status: 400, refusal: 'wrong-day' });
    expect((await watch('2026-08-01')).json).toEqual({ id, until: '2026-08-01T15:00:00.000Z' });
    const { watches } = (await program.get('/watches')).json;
    expect(watches).toMatchObject([{ address: 'tanaka@example.com', by: 'api:連携1' }]);
    expect((await program.post(`/watches/${watches[0].id}/end`, {})).status).toBe(200);
    expect((await program.post(`/watches/${watches[0].id}/end`, {})).json.code).toBe('not-found');
  });

  it('does the same to several cases, each by its own rules', async () => {
    const [a, b, c] = [await newCase(), await newCase(), await confidential()];
    await program.post(`/cases/${b}/decisions`, { kind: 'dismiss', reason: 'joke' });
    const { json } = await program.post('/decisions', { kind: 'dismiss', reason: 'spam', cases: [a, b, c, 'x'] });
    expect(json.outcomes).toMatchObject([
      { id: a, refusal: null, detail: null },
      { id: b, refusal: 'case-status' },
      { id: c, refusal: 'no-such-case' },
      { id: 'x', refusal: 'no-such-case' },
    ]);
    expect((await program.get(`/cases/${a}`)).json.decisions).toMatchObject([{ decision: { reason: 'spam' } }]);
    expect((await program.post('/decisions', { kind: 'assign', to: 'first@example.jp', cases: [] })).status).toBe(400);
  });

  it('has no confidential case for a token that is not at the consultation desk', async () => {
    const id = await confidential();
    const atDesk = await api.programAs('desk');
    for (const [path, body] of [
      ['assignment', { to: null }],
      ['comments', { words: 'x' }],
      ['watch', { until: '2026-08-01' }],
      ['file/notes', { kind: 'judgement', words: 'x' }],
      ['counterparty', { counterparty: null }],
      ['measures', { step: 'caution', reason: 'x', gates: gates() }],
    ] as const)
      expect((await program.post(`/cases/${id}/${path}`, body)).json).toMatchObject({ refusal: 'no-such-case' });
    for (const path of ['comments', 'file', 'letters', 'measures']) {
      expect((await program.get(`/cases/${id}/${path}`)).json).toMatchObject({ code: 'no-such-case' });
      expect((await atDesk.get(`/cases/${id}/${path}`)).status).toBe(200);
    }
  });
});

const gates = () => Object.fromEntries(GATES.map((gate) => [gate, { answer: 'clear' }]));

describe('what follows a decision, by the API', { timeout: 60_000 }, () => {
  it('notes facts in the case file, and strikes them', async () => {
    const WHY = { why: '聞き違い' };
    const id = await newCase();
    const note = (body: object) => program.post(`/cases/${id}/file/notes`, body);
    expect((await note({ kind: 'fact', on: '2026-07-02', words: '電話で「ぶっ殺すぞ」と言われた' })).status).toBe(201);
    expect((await note({ kind: 'fact', on: '2026-07-04', words: '明日のこと' })).json.refusal).toBe('wrong-day');
    expect((await note({ kind: 'effect', harm: 'time', words: '2時間' })).status).toBe(201);
    const { notes, events } = (await program.get(`/cases/${id}/file`)).json;
    expect(events).toMatchObject([{ kind: 'mail', source: 'support', band: 'review' }]);
    expect(notes).toMatchObject([
      { note: { kind: 'fact', on: '2026-07-02' }, by: 'api:連携1', struck: null },
      { note: { kind: 'effect', harm: 'time' } },
    ]);
    expect(notes[0].note.words).not.toContain('ぶっ殺す');
    expect((await program.get(`/cases/${id}/file?reveal=true`)).text).toContain('ぶっ殺す');
    expect((await program.post(`/cases/${id}/file/notes/${notes[0].id}/strike`, {})).status).toBe(400);
    expect((await program.post(`/cases/${id}/file/notes/${notes[0].id}/strike`, WHY)).status).toBe(200);
    const [{ struck }] = (await program.get(`/cases/${id}/file`)).json.notes;
    expect(struck).toMatchObject({ by: 'api:連携1', why: '聞き違い' });
    const other = await newCase();
    expect((await program.post(`/cases/${other}/file/notes/${notes[1].id}/strike`, WHY)).status).toBe(404);
  });

  it('keeps the register of counterparties, and changes only what was read and is named', async () => {
    const facts = { kind: 'company', name: '株式会社あいて', domains: ['Aite.example'] };
    const { json } = await program.post('/counterparties', facts);
    expect(json).toMatchObject({ name: '株式会社あいて', domains: ['aite.example'], clause: null, version: 1 });
    const path = `/counterparties/${json.id}`;
    const clause = { agreedOn: '2026-04-01', document: '基本契約書 第12条' };
    expect((await program.post(path, { version: 1, clause })).json).toMatchObject({
      clause,
      name: facts.name,
      version: 2,
    });
    expect((await program.post(path, { version: 1, notes: 'x' })).json.code).toBe('changed-meanwhile');
    expect((await program.post(path, { version: 2, clause: { ...clause, agreedOn: '2026-07-04' } })).status).toBe(400);
    expect((await program.get(path)).json).toMatchObject({
      clause,
      cases: { open: 0 },
      clauseNoted: { by: 'api:連携1' },
    });
    expect((await program.get('/counterparties?q=aite')).json).toMatchObject({
      total: 1,
      counterparties: [{ id: json.id }],
    });
    const wrong = async (domain: string) =>
      (await program.post('/counterparties', { ...facts, domains: [domain] })).json.code;
    expect(await wrong('gmail.example')).toBe('sender-shared');
    expect(await wrong('aite.example')).toBe('sender-taken');
    expect(await wrong('..')).toBe('sender-shape');
    expect((await program.get('/counterparties/999')).json.code).toBe('no-such-counterparty');
    expect((await reviewers.post(path, { version: 2, notes: 'x' })).status).toBe(403);
    const id = await newCase();
    expect((await program.post(`/cases/${id}/counterparty`, { counterparty: json.id })).status).toBe(200);
    expect((await program.get(path)).json.cases.open).toBe(1);
    expect((await program.post(`/cases/${id}/counterparty`, { counterparty: '999' })).status).toBe(404);
  });

  it('lists, saves and records letters, which people drafted and approved', async () => {
    const id = await caredFor();
    const reviewer = await desk.signedInAs('reviewer');
    const written = {
      recipient: '株式会社サンプル 御中',
      sender: '株式会社みほん',
      demand: '作り直し',
      answer: '有償です。',
    };
    await reviewer.post(`/cases/${id}/letters`, {
      ...written,
      kind: 'refusal',
      language: 'ja',
      date: '2026-07-03',
      redact: '',
    });
    const letter = (await lettersOf(desk.db, id, { seesConfidential: false }))[0]!.id;
    const one = `/cases/${id}/letters/${letter}`;
    await expect(perform(approveLetter, desk.deps, PROGRAM, { id, letter })).rejects.toMatchObject({
      code: 'people-only',
    });
    expect((await program.get(`${one}/files/pdf`)).json.refusal).toBe('letter-status');
    expect((await program.post(`${one}/sent`, { day: '2026-07-03', way: 'post' })).json.refusal).toBe('letter-status');
    await lead.post(`/cases/${id}/letters/${letter}/approve`);
    const file = await program.get(`${one}/files/pdf`);
    expect(file.headers.get('content-disposition')).toBe(`attachment; filename="letter-${id}-1.pdf"`);
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    expect(file.text.startsWith('%PDF-')).toBe(true);
    expect((await program.get(`${one}/files/exe`)).status).toBe(400);
    expect((await program.post(`${one}/sent`, { day: '2026-07-03', way: 'post', note: '' })).status).toBe(200);
    expect((await program.post(`${one}/reply`, { day: '2026-07-03', note: '受け取った' })).status).toBe(200);
    expect((await program.get(`/cases/${id}/letters`)).json).toMatchObject({
      openPoints: [],
      letters: [{ id: letter, kind: 'refusal', stage: 'answered', sent: { way: 'post', by: 'api:連携1' } }],
    });
    expect((await program.post(`${one}/withdraw`, {})).json.refusal).toBe('letter-status');
    expect((await program.get(`/cases/${id}/letters`)).text).not.toContain('有償です');
  });

  it('proposes measures and ends them; the second pair of eyes is a person’s', async () => {
    const rules = Object.entries(valuesOfRules(null, messagesOf('ja'))).flatMap(([name, values]) =>
      values.map((value): [string, string] => [name, value]),
    );
    await lead.post('/measures/rules', [['after', '0'], ...rules]);
    await program.post('/counterparties', { kind: 'company', name: 'あいて', domains: ['example.com'] });
    const id = await caredFor();
    const proposal = { step: 'caution', reason: '続いた', gates: gates() };
    expect((await reviewers.post(`/cases/${id}/measures`, proposal)).status).toBe(201);
    const measure = (await measuresOfCase(desk.db, id))[0]!.id;
    const one = `/cases/${id}/measures/${measure}`;
    for (const [act, asked] of [
      [decideMeasure, { what: 'approved' }],
      [decideMeasure, { what: 'declined' }],
      [withdrawMeasure, {}],
    ] as const)
      await expect(perform(act as DeclaredAct, desk.deps, PROGRAM, { id, measure, ...asked })).rejects.toMatchObject({
        code: 'people-only',
      });
    expect((await measuresOfCase(desk.db, id))[0]!.outcome).toBeNull();
    await lead.post(`${one}/outcome`, { what: 'approved', note: '' });
    expect((await program.get('/measures')).json.measures).toMatchObject([
      { step: 'caution', caseId: id, counterparty: 'あいて' },
    ]);
    expect((await program.post(`${one}/lift`, { note: '収まった' })).status).toBe(200);
    expect((await program.get(`/cases/${id}/measures`)).json.measures).toMatchObject([
      { id: measure, state: 'lifted', proposed: { by: 'api:連携2' }, lifted: { by: 'api:連携1', note: '収まった' } },
    ]);
    expect((await program.get('/measures')).json.measures).toEqual([]);
  });
});
