import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditRow } from '../../../../src/audit/index.ts';
import type { CaseId } from '../../../../src/cases/index.ts';
import { isRoute } from '../../../../src/fronts/shared/access.ts';
import { loadPolicy } from '../../../../src/policy/index.ts';
import { createScreenJob } from '../../../../src/screening/job/screen-job.ts';
import { readMail } from '../../../../src/screening/pipeline.ts';
import {
  auditRows,
  findAccount,
  listCases,
  loadCase,
  mailsWithoutVerdict,
  ownConsultations,
  rawOfCaseMail,
} from '../../../../src/store/index.ts';
import { createLogger } from '../../../../src/util/log.ts';
import type { Browser, Page } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';
import { assessmentOf, type FixtureMail, rawMail } from '../support/mails.ts';

const DESK = { seesConfidential: true };
const CALL = {
  channel: 'phone',
  when: '2026-07-02',
  time: '16:30',
  otherSide: '佐藤と名乗る人',
  words: '「お前を辞めさせる」と怒鳴られました。',
  wish: '担当を替わりたい',
};
const MAIL: FixtureMail = {
  from: '佐藤 <sato@example.com>',
  subject: 'ひみつの件名',
  body: 'ひみつの本文。本当に無能ですね。',
  headers: 'Date: Wed, 1 Jul 2026 10:00:00 +0900\r\nMessage-ID: <one@example.com>\r\n',
  found: [{ text: '無能', act: 'insult-person', points: 5 }],
};

const upload = (bytes: Uint8Array, fields: Record<string, string> = {}): FormData => {
  const form = new FormData();
  form.set('mail', new File([Uint8Array.from(bytes)], 'mail.eml'));
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};

/** Judges what waits as the worker would; the words of `mail` are what a dictionary finds. */
async function judge(desk: TestDesk, mail: FixtureMail): Promise<void> {
  const job = createScreenJob({
    db: desk.db,
    keys: { hash: (text: string) => `hash of ${text}` } as never,
    screen: async (given) => {
      const message = await readMail(given);
      const found = (mail.found ?? []).filter(({ text }) => message.parts.some((part) => part.text.includes(text)));
      return { message, assessment: await assessmentOf(given, { ...mail, found }) };
    },
    counterpartyOf: () => 'example.com',
    now: () => desk.clock.now,
    log: createLogger('silent'),
  });
  for (const mailId of await mailsWithoutVerdict(desk.db, { limit: 9 }))
    await job({ mailId }, { number: 1, last: true });
}

const mainOf = ({ text }: Page): string => text.slice(text.indexOf('<main'), text.indexOf('</main>'));

const newestCase = async (desk: TestDesk): Promise<CaseId> => {
  const { cases } = await listCases(desk.db, { limit: 99, offset: 0 }, DESK);
  return cases.map(({ id }) => id).sort((a, b) => Number(b) - Number(a))[0]!;
};

describe('handing in', { timeout: 180_000 }, () => {
  let desk: TestDesk;
  let employee: Browser;
  let lead: Browser;
  let woken = 0;
  const wake = () => {
    woken += 1;
  };
  beforeAll(async () => {
    desk = await startDesk({ wake });
    employee = await desk.signedInAs('employee'); // person-1
    lead = await desk.signedInAs('lead');
    await desk.signedInAs('desk');
  });
  afterAll(() => desk.stop());

  it('takes a call; its words stand at the top of the case, escaped', async () => {
    const page = await employee.post('/hand-in', {
      ...CALL,
      words: `${CALL.words}\n<script>alert(1)</script>`,
    });
    expect(page).toMatchObject({ status: 303 });
    const own = await employee.get(page.location!);
    expect(own.text).toContain('相談を受け付けました');
    expect(own.text).toContain('2026年7月2日(木) 16:30');
    expect(own.text).toContain('担当の人が見るのを待っています');
    const { text } = await lead.get(`/cases/${await newestCase(desk)}`);
    const card = text.indexOf('<section class="card report"');
    expect(card).toBeGreaterThan(text.indexOf('<h1>'));
    expect(text.indexOf('お前を辞めさせる', card)).toBeGreaterThan(card);
    expect(text.indexOf('お前を辞めさせる', card)).toBeLessThan(text.indexOf('class="card past"'));
    expect(text).toContain('確認者1 さんから');
    expect(text).toContain('&lt;script&gt;alert(1)');
    expect((await lead.get('/?tab=report')).text).toContain('お前を辞めさせる');
    expect((await employee.get(page.location!)).text).toContain('担当の人が内容を確かめています');
  });

  it('keeps a mail as it was, dated by itself, and shows its evidence once it is judged', async () => {
    const raw = rawMail(MAIL);
    const before = woken;
    expect((await employee.post('/hand-in', upload(raw, { words: 'こわいです' }))).status).toBe(303);
    expect(woken).toBe(before + 1);
    const id = await newestCase(desk);
    expect((await lead.get(`/cases/${id}`)).text).toContain('自動の判定を待っています');
    await judge(desk, MAIL);
    const detail = (await loadCase(desk.db, id))!;
    expect(Buffer.from((await rawOfCaseMail(desk.db, id, detail.items[0]!.mailId))!)).toEqual(raw);
    expect(detail.items[0]!.receivedAt).toEqual(new Date('2026-07-01T10:00:00+09:00'));
    const { text } = await lead.get(`/cases/${id}`);
    expect(text).toMatch(/<mark[^>]*>.*無能/);
    expect(text).toContain('こわいです');
    expect(text).toContain('相談で受け取ったメール');
    expect((await lead.post(`/cases/${id}/mails/${detail.items[0]!.mailId}`)).text).toContain('Subject: ');
  });

  it('takes a mail for a mail, even one that calls itself the words of an incident', async () => {
    const mail = { ...MAIL, headers: 'X-Komainu-Incident: yes\r\nMessage-ID: <posing@example.com>\r\n' };
    await employee.post('/hand-in', upload(rawMail(mail), { words: '相談の言葉' }));
    await judge(desk, mail);
    const { text } = await lead.get(`/cases/${await newestCase(desk)}`);
    expect(text).toContain('メール 1 / 1');
    expect(text).toContain('相談の言葉');
    expect(text).not.toContain('出来事の言葉');
  });

  it('takes pasted text, whatever is in it', async () => {
    const pasted = `From: x\nSubject: y\n\nこの無能が。\n.\n${'あ'.repeat(30_000)}`;
    const form = new FormData();
    form.set('mail', new File([], '')); // as browsers send it
    form.set('pasted', pasted);
    expect((await employee.post('/hand-in', form)).status).toBe(303);
    await judge(desk, { ...MAIL });
    const id = await newestCase(desk);
    const [item] = (await loadCase(desk.db, id))!.items;
    const bytes = (await rawOfCaseMail(desk.db, id, item!.mailId))!;
    expect((await readMail({ bytes, receivedAt: item!.receivedAt })).parts).toMatchObject([
      { id: 'body', text: expect.stringContaining('この無能が。\n.\nああ') },
    ]);
  });

  it.each([
    ['nothing', new Uint8Array(), {}, 400, '選ぶか、本文を貼り付けて'],
    ['both', rawMail(MAIL), { pasted: '本文' }, 409, 'どちらか一方'],
    ['an Outlook file', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 1]), {}, 400, '.msg 形式は読み取れません'],
    ['no mail', Uint8Array.from([0, 1, 2, 3]), {}, 400, 'メールとして読み取れないファイル'],
    ['a file that is too large', new Uint8Array(25 * 1024 * 1024 + 1).fill(65), {}, 400, '25MBまで'],
    ['far too much', new Uint8Array(60 * 1024 * 1024).fill(65), {}, 413, '「戻る」で書いた内容に戻り'],
    ['too much pasted', new Uint8Array(), { pasted: 'あ'.repeat(100_001) }, 400, '100,000文字まで'],
  ] as const)(
    'says what to do about %s, and gives back what was written',
    async (_, bytes, fields, status, message) => {
      const before = (await listCases(desk.db, { limit: 1, offset: 0 })).total;
      const page = await employee.post('/hand-in', upload(bytes, { channel: 'mail', ...fields, wish: '書いた希望' }));
      expect(page.status).toBe(status);
      expect(page.text).toContain(message);
      if (status !== 413) expect(page.text).toContain('書いた希望');
      expect((await listCases(desk.db, { limit: 1, offset: 0 })).total).toBe(before);
    },
  );

  it.each([
    ['no channel', { channel: '' }, '「どのように」を一つ選んで'],
    ['no time', { when: '2026-02-31' }, '「いつ」を入力して'],
    ['a time to come', { when: '2099-01-01', time: '00:00' }, 'まだ来ていない日時'],
    ['no words', { words: ' ' }, '「何があったか」を書いて'],
    ['too many words', { words: 'あ'.repeat(5001) }, '5,000文字以内'],
  ])('says what is missing: %s', async (_, fields, message) => {
    const page = await employee.post('/hand-in', { ...CALL, ...fields });
    expect(page.status).toBe(400);
    expect(page.text).toContain(message);
    expect(page.text).toContain('佐藤と名乗る人');
  });

  it('is open to a lead, too, and shows each only their own', async () => {
    const { location } = await lead.post('/hand-in', { ...CALL, words: '責任者の相談' });
    expect((await lead.get('/reports')).text).toContain('責任者の相談');
    expect((await employee.get('/reports')).text).not.toContain('責任者の相談');
    for (const path of [location!, '/reports/none', '/reports/1', '/reports/%00'])
      expect((await employee.get(path)).status).toBe(404);
    expect((await employee.post(`${location}/notes`, { note: '他人の追記' })).status).toBe(404);
    expect((await lead.get(location!)).text).not.toContain('他人の追記');
  });

  it('can be added to at any time; what was decided is not told', async () => {
    const { location } = await employee.post('/hand-in', CALL);
    const id = await newestCase(desk);
    expect((await employee.post(`${location!.split('?')[0]}/notes`, { note: '' })).status).toBe(400);
    expect((await employee.post(`${location!.split('?')[0]}/notes`, { note: 'また電話がありました' })).status).toBe(
      303,
    );
    expect((await lead.get(`/cases/${id}`)).text).toContain('また電話がありました');
    await lead.post(`/cases/${id}/dismiss`, { reason: 'joke', note: '判断のメモ' });
    const text = mainOf(await employee.get(location!));
    expect(text).toContain('確認を終えました');
    expect(text).not.toMatch(/却下|冗談|判断のメモ|確認者2/);
    const late = await employee.post(`${location!.split('?')[0]}/notes`, { note: 'そのあとも来ました' });
    expect(late.status).toBe(303);
    expect((await lead.get(`/cases/${id}`)).text).toContain('そのあとも来ました');
  });

  it('ends at fifty a day for one person', async () => {
    const other = await desk.signedInAs('employee');
    for (let i = 0; i < 50; i++) expect((await other.post('/hand-in', CALL)).status).toBe(303);
    const page = await other.post('/hand-in', CALL);
    expect(page.status).toBe(429);
    expect(page.text).toContain('一日に送れる数');
  });
});

describe('a confidential report', { timeout: 180_000 }, () => {
  let desk: TestDesk;
  let employee: Browser;
  let atDesk: Browser;
  let admin: Browser;
  let id: CaseId;
  let usual: CaseId; // a case of the same sender
  const others: Browser[] = [];
  const rows = async (): Promise<AuditRow[]> => {
    const all: AuditRow[] = [];
    for await (const row of auditRows(desk.db, {})) all.push(row);
    return all;
  };
  /** Everything that can be asked without naming the case, but for the size of the whole database. */
  const seen = async () => {
    const plain = desk.app.routes
      .filter((route) => isRoute(route) && route.method === 'GET' && !route.path.includes(':'))
      .map(({ path }) => path)
      .filter((path) => !path.startsWith('/audit')); // grows by being read
    const asked = ['/?tab=report', '/?tab=dismissed', '/?assignee=desk', '/?q=ひみつ', '/?counterparty=example.com'];
    const pages = [...plain, ...asked, `/cases/${usual}`, `/cases/${usual}?tab=body&similar=1`];
    const answers: unknown[] = [];
    for (const browser of others)
      for (const path of pages) {
        const { status, text } = await browser.get(path);
        answers.push({ path, status, text: text.replace(/(<dt>データベース<\/dt><dd>)[^<]*/, '$1') });
      }
    return answers;
  };
  beforeAll(async () => {
    desk = await startDesk();
    employee = await desk.signedInAs('employee'); // person-1
    atDesk = await desk.signedInAs('desk'); // person-2
    admin = await desk.signedInAs('admin');
    others.push(
      await desk.signedInAs('lead'),
      await desk.signedInAs('reviewer', 'tuner'),
      await desk.signedInAs('employee'),
      admin,
    );
    usual = await desk.addCase({ ...MAIL, subject: 'ふつうの件名', body: '本当に無能ですね。' });
  });
  afterAll(() => desk.stop());

  it('changes nothing that anyone else can see', async () => {
    await seen();
    const before = await seen();
    const page = await employee.post('/hand-in', upload(rawMail(MAIL), { confidential: '1', words: 'ひみつの言葉' }));
    expect(page.status).toBe(303);
    expect(await seen()).toEqual(before);
    await judge(desk, MAIL);
    id = await newestCase(desk);
    expect(id).not.toBe(usual);
    expect(await seen()).toEqual(before);
  });

  it('is to everyone else, on every address, as if it did not exist', async () => {
    const fields = {
      acts: 'sexual',
      severity: '3',
      declaration: '1',
      reason: 'other',
      to: 'desk',
      case: id,
      note: 'x',
    };
    const routes = desk.app.routes.filter((route) => isRoute(route) && route.path.startsWith('/cases/:id'));
    const mailId = (await loadCase(desk.db, id, DESK))!.items[0]!.mailId;
    for (const browser of others)
      for (const { method, path } of routes) {
        const ask = async (one: string) => {
          const address = path.replace(':id', one).replace(':mail', mailId).replace(':index', '0');
          const { status, location, text } = await (method === 'GET'
            ? browser.get(address)
            : browser.post(address, fields));
          const unnumbered = (said: string | null) => said?.replaceAll(`/cases/${one}`, '');
          return { status, location: unnumbered(location), text: unnumbered(text) };
        };
        expect({ path, ...(await ask(id)) }).toEqual({ path, ...(await ask('999999')) });
      }
    expect(await loadCase(desk.db, id, DESK)).toMatchObject({ status: 'open', assignee: { kind: 'desk' } });
  });

  it('is seen and handed on within the consultation desk', async () => {
    expect((await atDesk.get('/?tab=report')).text).toContain('上司に非公開');
    const { text } = await atDesk.get(`/cases/${id}`);
    expect(text).toContain('ひみつの言葉');
    expect(text).toContain('この相談があることも話さないでください');
    const handOver = /id="hand-over"[\s\S]*?<\/form>/.exec(text)?.[0] ?? text;
    expect(handOver).not.toMatch(/確認者4|確認者5/);
    const lead = (await findAccount(desk.db, 'person-4@example.jp'))!.id;
    expect((await atDesk.post(`/cases/${id}/hand-over`, { to: lead })).status).toBe(400);
  });

  it('is let go by whoever leaves the consultation desk', async () => {
    const second = await desk.signedInAs('desk');
    const account = (await findAccount(desk.db, 'person-7@example.jp'))!;
    expect((await atDesk.post(`/cases/${id}/hand-over`, { to: account.id })).status).toBe(303);
    expect((await second.get(`/cases/${id}`)).status).toBe(200);
    expect((await admin.post(`/people/${account.id}/roles`, { roles: 'reviewer' })).status).toBe(303);
    expect((await second.get(`/cases/${id}`)).status).toBe(404);
    expect((await atDesk.post('/next')).location).toContain(`/cases/${id}`);
  });

  it('stands in the audit log without a name', async () => {
    const person = (await findAccount(desk.db, 'person-1@example.jp'))!.id;
    const [report] = await ownConsultations(desk.db, person);
    await employee.get(`/reports/${report!.id}`);
    await employee.post(`/reports/${report!.id}/notes`, { note: 'ひみつの追記' });
    const found = (await rows()).filter(({ action }) => action.startsWith('report.'));
    expect(found.map(({ action }) => action)).toEqual(['report.hand-in', 'report.view', 'report.note']);
    for (const { person: who, name, address, details } of found)
      expect({ who, name, address, details }).toEqual({ who: null, name: '', address: null, details: {} });
    expect(JSON.stringify(await rows())).not.toContain('ひみつ');
    expect((await desk.audit.verify()).kind).toBe('whole');
  });

  it('changes nothing for anyone else when it is decided and what was missed is said', async () => {
    const before = await seen();
    const approval = { acts: 'insult-person', severity: '2', declaration: '1', missed: '本当に', note: 'ひみつのメモ' };
    expect((await atDesk.post(`/cases/${id}/approve`, approval)).status).toBe(303);
    expect(await loadCase(desk.db, id, DESK)).toMatchObject({ status: 'approved' });
    expect(await seen()).toEqual(before);
  });

  it('can only be asked for while someone is at the consultation desk', async () => {
    const account = (await findAccount(desk.db, 'person-2@example.jp'))!;
    await admin.post(`/people/${account.id}/roles`, { roles: 'reviewer' });
    expect((await employee.get('/reports/new?about=incident')).text).not.toContain('name="confidential"');
    const page = await employee.post('/hand-in', { ...CALL, confidential: '1' });
    expect(page.status).toBe(400);
    expect(page.text).toContain('担当がまだ登録されていない');
  });
});

describe('the page on policy and help', { timeout: 180_000 }, () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'komainu-policy-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each([
    [
      'the company’s own file',
      '# わが社の方針\n\n一行目\n二行目 <b>\n- 点',
      ['<h2>わが社の方針</h2>', '一行目\n二行目 &lt;b&gt;', '<li>点</li>'],
      'ひな形',
    ],
    ['a template while the file is missing', null, ['（会社名）', '読み取れないため、ひな形'], 'わが社'],
  ])('shows %s', async (_, text, shown, hidden) => {
    const file = join(folder, 'policy.md');
    if (text === null) await rm(file);
    else await writeFile(file, text);
    const desk = await startDesk({ policy: (language) => loadPolicy(file, language) });
    try {
      const browser = await desk.signedInAs('employee');
      expect(await browser.get('/')).toMatchObject({ status: 303, location: '/reports' });
      const page = await browser.get('/policy');
      for (const one of shown) expect(page.text).toContain(one);
      expect(page.text).not.toContain(hidden);
    } finally {
      await desk.stop();
    }
  });

  it('says while there is no file that it shows a template', async () => {
    expect(await loadPolicy(null, 'en')).toMatchObject({
      kind: 'template',
      text: expect.stringContaining('(Company)'),
    });
  });
});
