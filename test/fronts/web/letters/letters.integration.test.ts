import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftLetter, perform } from '../../../../src/actions/index.ts';
import type { CaseId } from '../../../../src/cases/index.ts';
import { unzip } from '../../../../src/response/evidence/unzip.ts';
import {
  CARE_POINTS,
  GATES,
  type Gates,
  type MeasureId,
  type MeasureStep,
  sha256Of,
  shippedTemplate,
} from '../../../../src/response/index.ts';
import {
  addCounterparty,
  addMeasure,
  addRules,
  dumpStore,
  endProposal,
  lettersOf,
  liftMeasure,
  listCases,
  loadCase,
  newestAudit,
  ownTemplates,
  purge,
} from '../../../../src/store/index.ts';
import { altered, appended, DOCUMENT, paragraph } from '../../../response/letters/samples.ts';
import type { Browser, Page } from '../support/browser.ts';
import { OPERATOR, startDesk, type TestDesk } from '../support/desk.ts';
import type { FixtureMail } from '../support/mails.ts';

let desk: TestDesk;
let lead: Browser;
let other: Browser; // a second lead
let reviewer: Browser;
let made = 0;

beforeAll(async () => {
  desk = await startDesk();
  [lead, other] = [await desk.signedInAs('lead'), await desk.signedInAs('lead')];
  reviewer = await desk.signedInAs('reviewer');
});
afterAll(() => desk.stop());

const MAIL: FixtureMail = {
  from: '田中 <tanaka@example.com>',
  to: '山田 花子 <hanako@example.jp>',
  subject: '件名',
  body: '先日の件です。山田花子は無能だ、土下座しろ。ぶっ殺すぞ。\r\n',
  found: [
    { text: '土下座しろ', act: 'apology-demand', points: 4 },
    { text: 'ぶっ殺す', act: 'physical-violence', points: 9 },
  ],
};
const APPROVAL = { acts: 'apology-demand', severity: '2', declaration: '1', ownCause: 'no' };
const SENTENCES = { quotes: '0.body.7' };
const NOTICE = {
  kind: 'notice',
  language: 'ja',
  recipient: '株式会社サンプル 御中',
  sender: '株式会社みほん',
  request: '社内でご確認ください。',
  date: '2026-07-03',
  redact: '山田 花子',
  ...SENTENCES,
};
const REFUSAL = { ...NOTICE, kind: 'refusal', demand: '無償の作り直し', answer: '有償で承ります。' };

async function approvedCase(mail: FixtureMail = MAIL): Promise<CaseId> {
  const id = await desk.addCase(mail, `letters-${made++}`);
  expect((await lead.post(`/cases/${id}/approve`, APPROVAL)).status).toBe(303);
  return id;
}

async function caredFor(mail?: FixtureMail): Promise<CaseId> {
  const id = await approvedCase(mail);
  await seeTo(id, lead);
  return id;
}

async function seeTo(id: CaseId, who: Browser): Promise<void> {
  for (const point of CARE_POINTS)
    await who.post(`/cases/${id}/care`, { do: 'point', point, state: 'declined', note: '' });
}

async function drafted(id: CaseId, fields: Record<string, string> = NOTICE, who = reviewer): Promise<string> {
  const { location, text } = await who.post(`/cases/${id}/letters`, fields);
  expect(location ?? text).toMatch(new RegExp(`^/cases/${id}/letters/\\d+\\?done=drafted$`));
  return location!.replace(/\?.*/, '');
}

/** A step that is in force on a case, against a counterparty of its own. */
async function takeStep(id: CaseId, step: MeasureStep): Promise<MeasureId> {
  const hand = { by: '経営者', person: null, at: desk.clock.now };
  const facts = { kind: 'company', name: `相手 ${id} ${step}`, domains: [], addresses: [], postal: '', contacts: [] };
  const { id: counterpartyId } = await addCounterparty(
    desk.db,
    { ...facts, clause: null, capital: null, staff: null, notes: '' } as never,
    hand,
  );
  const gates = Object.fromEntries(GATES.map((gate) => [gate, { answer: 'clear', note: '' }])) as Gates;
  const decisions = (await loadCase(desk.db, id))!.decisions.length;
  const given = { caseId: id, counterpartyId, step, ruleVersion: 1, reason: 'x', gates, opinion: null, decisions };
  const measure = (await addMeasure(desk.db, { ...given, proposed: hand }))!;
  await endProposal(desk.db, id, measure, { ...hand, what: 'approved', note: '', shown: true });
  return measure;
}

const letters = (id: CaseId) => lettersOf(desk.db, id, { seesConfidential: true });
const wordsOf = async (docx: Page) => {
  const parts = await unzip(docx.bytes);
  const text = Buffer.from(parts.find(({ path }) => path === DOCUMENT)!.bytes!).toString('utf8');
  return text.replace(/<[^>]+>/g, '');
};
const audited = (id: CaseId, action: Parameters<typeof newestAudit>[1]['action']) =>
  newestAudit(
    desk.db,
    { target: `case/${id}`, ...(action === undefined ? {} : { action }) },
    { below: null, limit: 50 },
  );

const FORM = 'name="recipient"'; // of a letter that is being written

describe('a letter of a case', { timeout: 90_000 }, () => {
  it('begins in the language in which the other side wrote, and can be written in another', async () => {
    const body = '担当の山田花子は無能だ。Drop dead, all of you!';
    const id = await caredFor({
      ...MAIL,
      body,
      found: [{ text: 'Drop dead', act: 'insult-person', points: 5 }],
      language: 'en',
    });
    const papers = `/cases/${id}?tab=papers`;
    const offered = [...(await reviewer.get(papers)).text.matchAll(/kind=notice&amp;language=(\w+)/g)].map(
      ([, one]) => one,
    );
    expect(offered).toEqual(['en', 'ja']);
    const form = (await reviewer.get(`${papers}&kind=notice`)).text;
    for (const said of [
      'Please look into this within',
      'この文書の言語は英語です',
      'kind=notice&amp;language=ja#letters',
    ])
      expect(form).toContain(said);
    expect((await reviewer.get(`${papers}&kind=notice&language=ja`)).text).toContain('社内での確認と周知');

    const { quotes: _, ...notice } = NOTICE;
    const asked = {
      ...notice,
      language: 'en',
      lines: body,
      recipient: 'Example Trading Ltd.',
      request: 'Please look into this.',
    };
    const letter = await drafted(id, asked);
    expect((await letters(id))[0]).toMatchObject({ language: 'en', unset: [] });
    const shown = (await reviewer.get(letter)).text;
    for (const said of ['lang="en"', 'Please look into this.', '[redacted 1]']) expect(shown).toContain(said);
  });

  it('is reached from its case, and written in an approved one alone', async () => {
    const id = await desk.addCase(MAIL, 'letters-way');
    const papers = `/cases/${id}?tab=papers`;
    expect((await lead.get(papers)).text).not.toContain('kind=notice&'); // and claims it
    expect((await reviewer.get(papers)).text).toContain('何も認定していないので');
    await lead.post(`/cases/${id}/approve`, APPROVAL);
    await seeTo(id, lead);
    expect((await reviewer.get(papers)).text).toContain('kind=notice&');
  });

  it('is locked until every point of care is done or declined, at every step', async () => {
    const id = await approvedCase();
    expect((await reviewer.get(`/cases/${id}?tab=papers`)).text).toContain('あと7項目残っています');
    const draft = `/cases/${id}?tab=papers&kind=notice&language=ja`;
    expect((await reviewer.get(draft)).text).not.toContain(FORM);
    expect(await reviewer.post(`/cases/${id}/letters`, NOTICE)).toMatchObject({ location: `/cases/${id}?tab=papers` });
    expect(await letters(id)).toEqual([]);
    await seeTo(id, lead);
    const letter = await drafted(id);
    const reopen = () => lead.post(`/cases/${id}/care`, { do: 'point', point: 'health', state: 'open', note: '' });
    await reopen();
    expect((await lead.get(letter)).text).not.toContain(`${letter}/approve`);
    expect((await lead.post(`${letter}/approve`)).status).toBe(409);
    await seeTo(id, lead);
    expect((await lead.post(`${letter}/approve`)).status).toBe(303);
    await reopen();
    const shut = await lead.post(`${letter}/files/pdf`);
    expect(shut.status).toBe(409);
    expect(shut.text).toContain('あと1項目残っています');
  });

  it('offers the sentences in which something was found, and quotes those that were chosen, with names covered', async () => {
    const id = await caredFor();
    for (const words of ['書面が届いた。', 'お前を殺すと言われた。'])
      await reviewer.post(`/cases/${id}/file`, { kind: 'fact', on: '2026-07-01', words });
    const form = (await reviewer.get(`/cases/${id}?tab=papers&kind=notice&language=ja`)).text;
    expect(form).toContain('2026年7月1日　書面が届いた。');
    expect(form).toContain('同じ言動が繰り返されないよう');
    expect(form).toMatch(/name="reply-by" type="date" value="2026-07-17"/);
    const ids = [...form.matchAll(/name="quotes" value="([^"]+)"/g)].map(([, one]) => one!);
    expect(ids).toEqual(['0.body.7', expect.stringMatching(/^0\.body\.\d+$/)]);
    expect(form).toContain('山田 花子\nhanako@example.jp');
    const letter = await drafted(id);
    await lead.post(`${letter}/approve`);
    const said = await wordsOf(await lead.post(`${letter}/files/docx`));
    expect(said).toContain('2026年7月3日 09:00');
    expect(said).toContain('「【伏せ字1】は無能だ、土下座しろ。」');
    expect(form).toMatch(/name="acts" value="apology-demand"(?![^>]*checked)/);
    expect(said).not.toContain('該当すると判断した行為'); // nobody chose to name it
    const naming = await drafted(id, { ...NOTICE, acts: 'apology-demand' });
    await lead.post(`${naming}/approve`);
    expect(await wordsOf(await lead.post(`${naming}/files/docx`))).toContain(
      '該当すると判断した行為：合理的理由のない謝罪の要求',
    );
    expect(said).not.toContain('殺');
  });

  it('is approved by a second person, of the right role, and only then saved', async () => {
    const id = await caredFor();
    const letter = await drafted(id, NOTICE, lead);
    expect((await lead.post(`${letter}/files/pdf`)).status).toBe(409);
    expect((await lead.get(letter)).text).toContain('あなたが起案した文書です');
    const own = await lead.post(`${letter}/approve`);
    expect(own.status).toBe(403);
    expect(own.text).toContain('あなたが起案した文書です');
    expect((await reviewer.post(`${letter}/approve`)).status).toBe(403);
    expect((await letters(id))[0]).toMatchObject({ approved: null });
    expect((await other.post(`${letter}/approve`)).location).toBe(`${letter}?done=approved`);
    const pdf = await reviewer.post(`${letter}/files/pdf`);
    const [one] = await letters(id);
    expect(pdf.headers.get('content-type')).toBe('application/octet-stream');
    expect(Buffer.from(pdf.bytes.slice(0, 5)).toString()).toBe('%PDF-');
    expect(sha256Of(pdf.bytes)).toBe(one!.pdfSha256);
    expect(sha256Of((await reviewer.post(`${letter}/files/docx`)).bytes)).toBe(one!.docxSha256);
    expect((await other.post(`${letter}/approve`)).status).toBe(409); // once
    const template = sha256Of(await shippedTemplate('notice', 'ja'));
    expect(one).toMatchObject({ number: 1, kind: 'notice', template: { name: null, sha256: template }, decisions: 1 });
    const log = await audited(id, 'letter.draft');
    expect(log[0]!.details).toEqual({
      ...{ letter: 1, kind: 'notice', language: 'ja', template },
      ...{ docx: one!.docxSha256, pdf: one!.pdfSha256 },
    });
  });

  it('is locked again, and says so, when its case was reopened; decided anew or not', async () => {
    const id = await caredFor();
    const [waiting, approved, sent] = [await drafted(id), await drafted(id), await drafted(id)];
    for (const one of [approved, sent]) await lead.post(`${one}/approve`);
    await reviewer.post(`${sent}/sent`, { day: '2026-07-03', way: 'post', note: '' });
    await lead.post(`/cases/${id}/reopen`, { note: '' });
    for (const step of [async () => {}, () => lead.post(`/cases/${id}/approve`, APPROVAL)]) {
      await step();
      for (const one of [waiting, approved]) {
        const page = (await lead.get(one)).text;
        expect(page).toContain('案件が再開されました。文書は使えません');
        expect(page).not.toContain(`${one}/approve`);
        expect(page).not.toContain(`${one}/files`);
      }
      expect((await lead.post(`${waiting}/approve`)).status).toBe(409);
      const refused = await lead.post(`${approved}/files/pdf`);
      expect(refused.status).toBe(409);
      expect(refused.text).toContain('案件が再開されました');
      expect((await lead.get(sent)).text).toContain('送ったあとに、案件が再開されました');
      expect((await lead.post(`${sent}/files/pdf`)).status).toBe(200); // it is what the other side has
    }
    expect((await letters(id))[0]).toMatchObject({ approved: null });
  });

  it('is not drafted of a case that is decided anew meanwhile', async () => {
    const id = await caredFor();
    const { audit } = desk.deps;
    const during: typeof audit.during = async (work, entry) => {
      await lead.post(`/cases/${id}/reopen`, { note: '' });
      await lead.post(`/cases/${id}/approve`, APPROVAL);
      return audit.during(work, entry);
    };
    const deps = { ...desk.deps, audit: { ...audit, during } };
    const actor = {
      kind: 'person',
      id: 'p',
      name: '人',
      email: 'p@example.jp',
      roles: ['lead'],
      address: null,
    } as never;
    const input = {
      ...{ id, kind: 'refusal', language: 'ja', date: '2026-07-03' },
      ...{ recipient: 'x', sender: 'x', demand: 'x', answer: 'x' },
    };
    await expect(perform(draftLetter, deps, actor, input)).rejects.toMatchObject({ code: 'case-changed' });
    await expect(perform(draftLetter, desk.deps, OPERATOR, input)).rejects.toMatchObject({
      code: 'people-only', // four eyes are those of people
    });
    expect(await letters(id)).toEqual([]);
  });

  it('has its sending and the reply written down by people', async () => {
    const id = await caredFor();
    const letter = await drafted(id);
    const sending = { do: 'sent', day: '2026-07-03', way: 'certified', note: '追跡 123' };
    expect((await reviewer.post(`${letter}/sent`, sending)).status).toBe(409); // not approved
    await lead.post(`${letter}/approve`);
    for (const wrong of [{ day: '2026-07-04' }, { day: '2026-07-02' }, { day: 'x' }, { way: 'pigeon' }]) {
      const refused = await reviewer.post(`${letter}/sent`, { ...sending, ...wrong });
      expect(refused.status).toBe(400);
      expect(refused.text).toContain('記録していません');
      expect(refused.text).toContain('追跡 123'); // what was written comes back
    }
    expect((await reviewer.post(`${letter}/reply`, { do: 'reply', day: '2026-07-03', note: 'x' })).status).toBe(409);
    expect((await reviewer.post(`${letter}/sent`, sending)).location).toBe(`${letter}?done=sent`);
    expect((await reviewer.post(`${letter}/sent`, sending)).status).toBe(409); // the first who says so is kept
    expect((await reviewer.post(`${letter}/withdraw`)).status).toBe(409);
    const reply = { do: 'reply', day: '2026-07-03', note: '異議があるとのこと' };
    expect((await lead.post(`${letter}/reply`, reply)).location).toBe(`${letter}?done=replied`);
    const page = (await lead.get(letter)).text;
    for (const words of ['返事あり', '内容証明郵便', '追跡 123', '異議があるとのこと']) expect(page).toContain(words);
    expect((await audited(id, 'letter.sent'))[0]!.details).toMatchObject({ way: 'certified', day: '2026-07-03' });
    const auditor = await desk.signedInAs('auditor');
    const log = (await auditor.get(`/audit?target=case/${id}`)).text;
    expect(log).toContain('文書の送付の記録');
    for (const own of ['追跡', '異議がある', '土下座', '花子', 'サンプル']) expect(log).not.toContain(own);
  });

  it('can be withdrawn before it went out, and written anew from its words', async () => {
    const id = await caredFor();
    const letter = await drafted(id, REFUSAL);
    const anew = /href="([^"#]*tab=papers&amp;kind=[^"#]*)#letters"/
      .exec((await lead.get(letter)).text)![1]!
      .replaceAll('&amp;', '&');
    expect((await lead.get(anew)).text).toContain('無償の作り直し');
    expect((await reviewer.post(`${letter}/withdraw`)).location).toBe(`${letter}?done=withdrawn`);
    expect((await lead.post(`${letter}/approve`)).status).toBe(409);
    expect((await letters(id))[0]).toMatchObject({ withdrawn: expect.anything(), approved: null });
  });

  it.each([
    ['nothing written', { ...NOTICE, request: ' ', recipient: '' }, '必要です。書くか、選んでください'],
    ['no quote', { ...NOTICE, quotes: '' }, '必要です。書くか、選んでください'],
    [
      'no quote at all',
      Object.fromEntries(Object.entries(NOTICE).filter(([name]) => name !== 'quotes')),
      '必要です。書くか、選んでください',
    ],
    ['a quote of another mail', { ...NOTICE, quotes: '1.body.7' }, '案件が変わりました'],
    ['words that no mail holds', { ...NOTICE, lines: '訴えてやる' }, '案件のメールに見つかりません: 訴えてやる'],
    ['too many words', { ...NOTICE, request: 'あ'.repeat(1501) }, '1,500文字以内'],
    ['a day that is none', { ...NOTICE, date: '2026-02-30' }, '暦にある日付'],
    ['a line too long to cover', { ...NOTICE, redact: 'あ'.repeat(101) }, '次の行は伏せられません'],
    ['too many quotes', { ...NOTICE, lines: '土下座\n'.repeat(20) }, '引用は20文まで'],
  ])('is not drafted with %s, and what was written comes back', async (_, fields, said) => {
    const id = await caredFor();
    const answer = await reviewer.post(`/cases/${id}/letters`, fields);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(said);
    expect(answer.text).toContain('株式会社みほん');
    expect(await letters(id)).toEqual([]);
  });

  it('shows no painful word before it is asked for, and notes that it was', async () => {
    const id = await caredFor();
    const hurting = { ...REFUSAL, quotes: '', lines: 'ぶっ殺すぞ', facts: '「ぶっ殺すぞ」と書かれた', answer: '答え' };
    const fields = Object.fromEntries(Object.entries(hurting).filter(([, text]) => text !== ''));
    const letter = await drafted(id, fields);
    await lead.post(`${letter}/approve`);
    await lead.post(`${letter}/sent`, { day: '2026-07-03', way: 'post', note: 'ぶっ殺すと言われた' });
    const pages = [letter, `/cases/${id}/letters`, `/cases/${id}?tab=papers&kind=refusal&language=ja`];
    const from = `/cases/${id}?tab=papers&kind=refusal&language=ja&from=${letter.replace(/.*\//, '')}`;
    for (const page of [...pages, from]) expect((await reviewer.get(page)).text).not.toContain('殺');
    expect((await reviewer.get(from)).text).toContain('伏せた言葉を含む欄は空にしました');
    expect((await reviewer.get(from)).text).toContain('答え');
    expect(await audited(id, 'case.reveal')).toEqual([]);
    expect((await reviewer.get(`${letter}?reveal=1`)).text).toContain('ぶっ殺すぞ');
    expect((await reviewer.get(`${from}&reveal=1`)).text).toContain('ぶっ殺すぞ');
    expect(await audited(id, 'case.reveal')).toHaveLength(2);
  });

  it.each([
    ['end-of-dialogue', 'caution', 'warning'],
    ['warning', 'caution', 'warning'],
    ['termination', 'suspension', 'refusal'],
  ] as const)(
    'of %s is written, approved and saved with its step in force alone, which %s is not',
    async (kind, less, step) => {
      await addRules(desk.db, 'measures', 0, {
        rules: {},
        by: 'x',
        person: null,
        at: new Date('2026-06-01T03:00:00Z'),
      });
      const id = await caredFor();
      const given = { ...REFUSAL, kind, effective: '2026-08-31' };
      const way = `kind=${kind}`;
      for (const taken of [null, less] as const) {
        if (taken !== null) await takeStep(id, taken);
        const list = (await reviewer.get(`/cases/${id}?tab=papers`)).text;
        expect(list).toContain('承認された措置');
        expect(list).not.toContain(`${way}&`);
        expect((await reviewer.get(`/cases/${id}?tab=papers&${way}&language=ja`)).text).not.toContain(FORM);
        expect(await reviewer.post(`/cases/${id}/letters`, given)).toMatchObject({
          location: `/cases/${id}?tab=papers`,
        });
        expect(await letters(id)).toEqual([]);
      }
      const measure = await takeStep(id, step);
      const letter = await drafted(id, given);
      const hand = { by: 'x', person: null, at: desk.clock.now };
      await liftMeasure(desk.db, id, measure, { ...hand, note: 'x' });
      const early = await lead.post(`${letter}/approve`);
      expect(early.status).toBe(409);
      expect(early.text).toContain('承認された措置');
      const again = await takeStep(id, step);
      expect((await lead.post(`${letter}/approve`)).status).toBe(303);
      expect((await lead.post(`${letter}/files/pdf`)).status).toBe(200);
      const said = await wordsOf(await lead.post(`${letter}/files/docx`));
      if (kind !== 'end-of-dialogue')
        expect(said).toContain('あらかじめ定めた手順（措置の決まり 第1版、2026年6月1日）により');
      await liftMeasure(desk.db, id, again, { ...hand, note: 'x' });
      expect((await lead.post(`${letter}/files/pdf`)).status).toBe(409);
    },
  );

  it('asks, answers and apologises before anything is decided, and asks companies alone', async () => {
    const id = await desk.addCase({ ...MAIL, from: 'tanaka@kyoryoku.example.com' }, 'letters-open');
    const draft = (kind: string) => reviewer.get(`/cases/${id}?tab=papers&kind=${kind}&language=ja`);
    expect((await draft('calm-reply')).text).toContain(FORM);
    for (const kind of ['notice', 'refusal', 'warning', 'cooperation'])
      expect((await draft(kind)).text).not.toContain(FORM);
    const calm = await drafted(id, { ...REFUSAL, kind: 'calm-reply' });
    expect((await lead.post(`${calm}/approve`)).status).toBe(303);
    expect((await lead.post(`${calm}/files/pdf`)).status).toBe(200);

    const asking = { ...NOTICE, kind: 'cooperation', 'reply-by': '2026-07-20' };
    expect((await reviewer.post(`/cases/${id}/letters`, asking)).status).toBe(303);
    expect(await letters(id)).toHaveLength(1); // nobody knows yet that it is a company
    const facts = { name: '協力社', domains: [], addresses: ['tanaka@kyoryoku.example.com'], postal: '', contacts: [] };
    const more = { kind: 'company', clause: null, capital: null, staff: null, notes: '' };
    await addCounterparty(desk.db, { ...facts, ...more } as never, { by: 'x', at: desk.clock.now });
    const letter = await drafted(id, asking);
    await lead.post(`${letter}/approve`);
    const said = await wordsOf(await lead.post(`${letter}/files/docx`));
    expect(said).toContain('何かを決めたものではありません');
    expect(said).not.toContain('該当する');
    await lead.post(`/cases/${id}/approve`, APPROVAL);
    const page = (await lead.get(letter)).text;
    expect(page).not.toContain('案件が再開されました'); // it stood on no decision
  });

  it('ends a contract at once only with a clause on file, which it names', async () => {
    const id = await caredFor({ ...MAIL, from: 'tanaka@clause.example.com' });
    const ending = { ...NOTICE, kind: 'immediate-termination', effective: '2026-07-31' };
    const list = (await reviewer.get(`/cases/${id}?tab=papers`)).text;
    expect(list).toContain('即時解除の条項が登録されていません');
    expect(list).not.toContain('kind=immediate-termination');
    const way = `/cases/${id}?tab=papers&kind=immediate-termination&language=ja`;
    expect((await reviewer.get(way)).text).not.toContain(FORM);
    expect(await reviewer.post(`/cases/${id}/letters`, ending)).toMatchObject({ location: `/cases/${id}?tab=papers` });
    expect(await letters(id)).toEqual([]);
    const facts = {
      ...{
        kind: 'company',
        name: '株式会社サンプル',
        domains: [],
        addresses: ['tanaka@clause.example.com'],
        postal: '東京都千代田区',
      },
      ...{
        contacts: [{ name: '佐藤', post: '総務部長', email: '', phone: '' }],
        capital: null,
        staff: null,
        notes: '',
      },
      clause: { agreedOn: '2026-04-01', document: '基本契約書 第12条' },
    } as never;
    await addCounterparty(desk.db, facts, { by: 'x', at: desk.clock.now });
    expect((await reviewer.get(way)).text).not.toContain(FORM); // a clause alone is no step
    await takeStep(id, 'termination');
    const form = (await reviewer.get(way)).text;
    expect(form).toContain('東京都千代田区\n株式会社サンプル\n総務部長 佐藤 様');
    const letter = await drafted(id, ending);
    await lead.post(`${letter}/approve`);
    expect(await wordsOf(await lead.post(`${letter}/files/docx`))).toContain('基本契約書 第12条（2026年4月1日合意）');
  });

  it('is nobody’s who is named in the mails, and of no case that is not there', async () => {
    const named = await desk.signedInAs('lead');
    const who = (await named.get('/me')).text.match(/確認者\d+/)![0];
    const id = await caredFor({ ...MAIL, body: `${who} さんを出せ。土下座しろ。`, found: [] });
    const letter = await drafted(id, without(REFUSAL, 'quotes'));
    for (const path of [`/cases/${id}?tab=papers`, letter]) expect((await named.get(path)).status).toBe(403);
    expect((await named.post(`${letter}/approve`)).status).toBe(403);
    expect((await lead.get('/cases/999999?tab=papers')).status).toBe(404);
    for (const path of [`/cases/${id}/letters/999999`, `/cases/${id}/letters/x`])
      expect((await lead.get(path)).status).toBe(404);
    const elsewhere = letter.replace(`/cases/${id}/`, `/cases/${await caredFor()}/`);
    expect((await lead.get(elsewhere)).status).toBe(404); // not through another case
    expect((await lead.post(`${elsewhere}/files/pdf`)).status).toBe(404);
  });

  it('of a confidential consultation is for the consultation desk alone, with the consent of whoever handed it in', async () => {
    const employee = await desk.signedInAs('employee');
    const [office, second] = [await desk.signedInAs('desk'), await desk.signedInAs('desk')];
    const incident = {
      channel: 'phone',
      when: '2026-07-02',
      time: '16:30',
      otherSide: '佐藤',
      words: '怒鳴られました。',
      wish: '',
    };
    await employee.post('/hand-in', { ...incident, confidential: '1' });
    const { cases } = await listCases(desk.db, { limit: 200, offset: 0 }, { seesConfidential: true });
    const { id } = cases.find(({ kind }) => kind === 'report')!;
    await office.post(`/cases/${id}/approve`, APPROVAL);
    await seeTo(id, office);
    const fields = without(REFUSAL, 'quotes');
    const asked = await office.post(`/cases/${id}/letters`, fields);
    expect(asked.status).toBe(400);
    expect(asked.text).toContain('申し出た本人の同意');
    const told = await drafted(id, { ...fields, consent: '1', lines: '怒鳴られました。' }, office);
    expect((await office.get(told)).text).toContain('2026年7月2日 16:30 JST（電話、従業員の申告による）');
    const letter = await drafted(id, { ...fields, consent: '1' }, office);
    for (const path of [letter, `/cases/${id}?tab=papers`]) expect((await lead.get(path)).status).toBe(404);
    for (const path of ['approve', 'files/pdf', 'sent', 'withdraw'])
      expect((await lead.post(`${letter}/${path}`, { day: '2026-07-03', way: 'post' })).status).toBe(404);
    expect((await second.post(`${letter}/approve`)).status).toBe(303);
    expect((await second.post(`${letter}/files/pdf`)).status).toBe(200);
    expect(await lettersOf(desk.db, id)).toEqual([]);
  });

  it('is in a backup, and goes with its case', async () => {
    const id = await caredFor();
    const letter = await drafted(id);
    const [one] = await letters(id);
    const lines: string[] = [];
    await dumpStore(desk.db, desk.clock.now, async (line) => void lines.push(line));
    expect(lines.join('\n')).toContain(one!.pdfSha256);
    const late = new Date(desk.clock.now.getTime() + 5000 * 86_400_000);
    await purge(desk.db, desk.deps.retention, late);
    expect(await letters(id)).toEqual([]);
    expect((await lead.get(letter)).status).toBe(404);
  });
});

function without(fields: Record<string, string>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([one]) => one !== name));
}

describe('a template of the company’s own', { timeout: 90_000 }, () => {
  const upload = (bytes: Uint8Array, fields: Record<string, string> = {}, who = lead): Promise<Page> => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ kind: 'notice', language: 'ja', ...fields })) form.append(name, value);
    form.append('file', new File([Uint8Array.from(bytes)], '当社の通知.docx'));
    return who.post('/letter-templates', form);
  };

  it('is used from then on, named with its hash, and set aside again', async () => {
    const own = await altered(appended(paragraph('当社独自の結び')));
    expect((await upload(own)).location).toBe('/letter-templates?done=taken');
    expect((await lead.get('/letter-templates')).text).toContain('当社の通知.docx');
    expect((await lead.get('/letter-templates/notice/ja')).bytes).toEqual(new Uint8Array(own));
    const id = await caredFor();
    const letter = await drafted(id);
    expect((await letters(id))[0]).toMatchObject({ template: { name: '当社の通知.docx', sha256: sha256Of(own) } });
    expect((await lead.get(letter)).text).toContain('当社独自の結び');
    expect((await lead.post('/letter-templates/notice/ja/aside')).status).toBe(303);
    expect(await ownTemplates(desk.db)).toEqual([]);
    const [, second] = [letter, await drafted(id)];
    expect((await lead.get(second)).text).not.toContain('当社独自の結び');
    expect((await lead.get(letter)).text).toContain('当社独自の結び'); // what is written stays
    const [entry] = await newestAudit(desk.db, { action: 'letter.template' }, { below: null, limit: 1 });
    expect(entry!.details).toEqual({ kind: 'notice', language: 'ja', sha256: sha256Of(own) });
  });

  it.each([
    ['too large', async () => new Uint8Array(2 * 1024 * 1024 + 1), '大きすぎます'],
    ['no Word file', async () => Buffer.from('x'), 'Word ファイル（.docx）として読めません'],
    ['with macros', () => altered({ 'word/vbaProject.bin': 'x' }), 'マクロが入っています'],
    [
      'with a name that stands for nothing',
      () => altered(appended(paragraph('{給与}'))),
      '使えない名前があります: {給与}',
    ],
    [
      'without one that is needed',
      () => altered({ [DOCUMENT]: (text) => text.replace('{お願い}', '') }),
      '必要な名前がありません: {お願い}',
    ],
  ] as const)('is not stored when it is %s', async (_, make, said) => {
    const answer = await upload(await make());
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(said);
    expect(answer.text).toContain('登録していません');
    expect(await ownTemplates(desk.db)).toEqual([]);
  });

  it('is asked for with a kind, a language and a file', async () => {
    expect((await upload(Buffer.from('x'), { kind: 'threat' })).text).toContain('種類と言語を選んでください');
    expect((await upload(new Uint8Array(0))).text).toContain('ファイルを選んでください');
    expect((await lead.get('/letter-templates/threat/ja')).status).toBe(404);
    expect((await upload(new Uint8Array(5 * 1024 * 1024))).status).toBe(413);
  });
});
