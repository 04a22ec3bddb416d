import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES } from '../../src/cases/rights.ts';
import { isRoute } from '../../src/fronts/shared/access.ts';
import { toMessage } from '../../src/notify/message.ts';
import { claimCase, findAccount } from '../../src/store/index.ts';
import { type Program, startApi, type TestApi } from './api/v1/support.ts';
import type { Browser } from './web/support/browser.ts';
import { startDesk, type TestDesk } from './web/support/desk.ts';

// What is hidden in one place is hidden in all: every page, answer, file and message about cases with painful words is looked
// through as a whole.

const SENTENCE = '家族も無事でいられると思わないことです';
/** Found by an entry, marked by the classifier, marked by a person, or found by nobody beside those that were. */
const HIDDEN = ['ぶん殴', '抱かせろ', '八つ裂き', SENTENCE, 'めった打ち', '血祭', '刺し殺', 'ﾌﾞﾝ殴', '轢き殺', '下着'];
/** Written by whoever asks, or asked for on purpose. */
const OWN = new Set([
  'GET /reports',
  'GET /reports/:report',
  'GET /sign-in/with/:provider',
  'GET /sign-in/with/:provider/back',
]);

let desk: TestDesk;
let api: TestApi;
let browser: Browser;
let program: Program;
const ids: Record<'both' | 'cancelled' | 'corrected' | 'next', string> = {
  both: '',
  cancelled: '',
  corrected: '',
  next: '',
};

beforeAll(async () => {
  desk = await startDesk();
  browser = await desk.signedInAs(...ROLES);
  api = startApi(desk);
  program = await api.programAs('lead', 'desk', 'admin', 'auditor');
  ids.both = await desk.addCase(
    {
      from: 'ぶん殴る男 <a@example.com>',
      subject: 'ﾌﾞﾝ殴る、刺し殺す',
      headers: 'X-Words: ぶん殴る\r\nContent-Type: multipart/mixed; boundary=b\r\n',
      ...multipart(
        `お前をぶん殴る。一度抱かせろ。八つ裂きだ。${SENTENCE}。下着の色は。\r\n> ぶん\r\n> 殴るとは何ですか\r\n\r\n-- \r\nぶん殴る男\r\n`,
      ),
      band: 'urgent',
      found: [
        { text: 'ぶん殴る', act: 'physical-violence', points: 8 },
        { text: '殴る。一度', act: 'intimidation-person', points: 2 },
        { text: '抱かせろ', act: 'sexual', points: 8 },
      ],
      sentence: SENTENCE,
    },
    'both',
  );
  ids.next = await desk.addCase(
    {
      from: 'a@example.com',
      subject: 'Re: 轢き殺す件',
      body: `> ${SENTENCE}\r\n\r\n轢き殺すとのご連絡でした。`,
      band: 'grey',
    },
    'both',
  );
  // found, but not counted: nothing of it stands in the acts of the case
  ids.cancelled = await desk.addCase(
    {
      from: '血祭り <b@example.com>',
      subject: '血祭りの件',
      body: '血祭りと言われました。御社は無能です。',
      found: [
        { text: '血祭り', act: 'physical-violence', points: 0 },
        { text: '無能', act: 'insult-company', points: 4 },
      ],
    },
    'cancelled',
  );
  // corrected by a person: no entry found anything violent
  ids.corrected = await desk.addCase(
    {
      from: 'c@example.com',
      subject: 'めった打ちの件',
      body: 'めった打ちにする。無能め。',
      found: [{ text: '無能', act: 'insult-person', points: 4 }],
    },
    'corrected',
  );
  const approval = {
    acts: 'physical-violence',
    severity: '3',
    declaration: '1',
    missed: 'めった打ち',
    note: '「めった打ち」とある',
  };
  const approved = await browser.post(`/cases/${ids.corrected}/approve`, approval);
  expect(approved.status, approved.text).toBe(303);
}, 120_000);
afterAll(() => desk.stop());

const minutes = (n: number) => new Date(desk.clock.now.getTime() + n * 60_000);

function multipart(body: string) {
  const file =
    '--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename="ぶん殴る.txt"\r\n\r\nhello\r\n--b--\r\n';
  return { body: `--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${body}\r\n${file}` };
}

/** Which of the hidden words an answer repeats, in its text or in a header. */
function leaksIn({ text, headers }: { readonly text: string; readonly headers: Headers }): string[] {
  const said = [text, ...[...headers.values()].map(decoded)].join('\n').replace(/<[^>]*>/g, (tag) => decoded(tag));
  return HIDDEN.filter((words) => said.includes(words));
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** The newest mail of a case. Asked once: there are more routes than a program may ask questions in a minute. */
const mailOf = async (id: string): Promise<string> => {
  const known = mails.get(id) ?? (await program.get(`/cases/${id}`)).json.items[0].id;
  mails.set(id, known);
  return known;
};
const mails = new Map<string, string>();

/** Every address that a GET route has for the cases; what else stands in it is not there. */
async function addressesOf(path: string): Promise<string[]> {
  const filled: string[] = [];
  for (const id of Object.values(ids)) {
    const mail = await mailOf(id);
    filled.push(path.replace('{id}', id).replace(':id', id).replace(':mail', mail).replace(':index', '0'));
  }
  return [...new Set(filled)].map((one) => one.replace(/:(\w+)/g, 'x'));
}

const pagesOf = (app: { readonly routes: TestDesk['app']['routes'] }): string[] => [
  ...new Set(app.routes.filter((route) => isRoute(route) && route.method === 'GET').map(({ path }) => path)),
];

it('sees the words where somebody asks for them', async () => {
  const shown = leaksIn(await browser.get(`/cases/${ids.both}?reveal=1`));
  expect(shown).toEqual(expect.arrayContaining(['ぶん殴', '抱かせろ', '八つ裂き', SENTENCE, '轢き殺', '下着']));
  expect(leaksIn(await browser.get('/dictionaries?tab=work&reveal=1'))).toEqual(['めった打ち']);
});

/** Forms that come back when nothing was filled in. */
const FORMS = ['approve', 'dismiss', 'hand-over', 'similar', 'assign', 'comments', 'watch'];

describe.each(['ja', 'en'] as const)('painful words in %s', { timeout: 60_000 }, (language) => {
  it('are on no page, whatever is asked of it', async () => {
    await browser.post('/language', { language, next: '/' });
    for (const path of pagesOf(desk.app)) {
      if (OWN.has(`GET ${path}`)) continue;
      for (const address of await addressesOf(path))
        expect([address, leaksIn(await browser.get(address))]).toEqual([address, []]);
    }
    const lists = [
      '/?tab=approved',
      '/?tab=urgent&live=0',
      '/?counterparty=example.com',
      '/?q=一度',
      '/?q=御社&tab=approved',
      '/?q=無能',
      '/list/export?tab=approved',
      '/list/export?q=無能',
      '/?none=1',
      `/?after=${ids.corrected}`,
    ];
    for (const address of lists) expect([address, leaksIn(await browser.get(address))]).toEqual([address, []]);
  });

  it('are in no answer to a form', async () => {
    for (const form of [...FORMS, 'leave', 'claim', 'mails/1/files/9'])
      for (const id of [ids.both, ids.corrected]) {
        const page = await browser.post(`/cases/${id}/${form}`);
        expect([form, id, leaksIn(page)]).toEqual([form, id, []]);
      }
  });

  it('are in no file name', async () => {
    const [{ id: mail }] = (await program.get(`/cases/${ids.both}`)).json.items;
    const file = await browser.post(`/cases/${ids.both}/mails/${mail}/files/0`);
    expect(file.status).toBe(200);
    expect(leaksIn(file)).toEqual([]);
  });
});

describe('painful words', () => {
  it('are in no answer of the API', async () => {
    const asked = [
      ...pagesOf(api.app).map((path) => path.replace('/api/v1', '')),
      '/cases?status=approved',
      '/cases?language=en',
    ];
    for (const path of asked)
      for (const address of await addressesOf(path))
        expect([address, leaksIn(await program.get(address))]).toEqual([address, []]);
  });

  it('are in no page that says that somebody else was first', async () => {
    const first = (await findAccount(desk.db, 'first@example.jp'))!;
    const holder = { id: first.id, name: first.name, seesConfidential: false };
    const free = await desk.addCase(
      {
        from: 'd@example.com',
        subject: '血祭り',
        body: '血祭りだ',
        found: [{ text: '血祭り', act: 'physical-violence', points: 8 }],
      },
      'free',
    );
    await claimCase(desk.db, free as never, holder, desk.clock.now);
    const page = await browser.post(`/cases/${free}/dismiss`, { reason: 'joke' });
    expect(page.status).toBe(409);
    expect(leaksIn(page)).toEqual([]);
  });

  it('are in no message to a channel', () => {
    for (const kind of ['urgent', 'digest'] as const) {
      const message = toMessage({ kind, key: 'k', cases: Object.values(ids) }, 'http://desk.example.jp');
      expect(leaksIn({ text: JSON.stringify(message), headers: new Headers() })).toEqual([]);
    }
  });

  it('are hidden in mails beside which the one that brought them is on another page', async () => {
    const from = 'long@example.com';
    const words = '首根っこを引っこ抜いてやる';
    const found = [{ text: words, act: 'physical-violence' as const, points: 8 }];
    let id = await desk.addCase({ from, subject: 's', body: `${words}。`, found }, 'long');
    for (let n = 0; n < 20; n++)
      id = await desk.addCase(
        { from, subject: words, body: `${n}通目。\r\n> ${words}\r\n`, receivedAt: minutes(n + 1) },
        'long',
      );
    const page = await browser.get(`/cases/${id}`);
    expect(page.text).toContain('19通目');
    expect(page.text).not.toContain('首根っこ');
    expect((await program.get(`/cases/${id}`)).text).not.toContain('首根っこ');
  });

  it('are told apart by their kind', async () => {
    await browser.post('/language', { language: 'ja', next: '/' });
    const page = await browser.get(`/cases/${ids.both}`);
    const seen = page.text.replace(/<[^>]+>/g, '');
    expect(seen).toContain('お前を〔暴力的な言葉〕1');
    expect(seen).toContain('〔性的な言葉〕3');
    expect((await program.get(`/cases/${ids.both}?language=en`)).text).toMatch(
      /\[violent words\][\s\S]*\[sexual words\]/,
    );
  });

  it('are hidden on all pages for whoever wants all of them hidden', async () => {
    const own = await desk.signedInAs('lead');
    await own.post('/settings', { mask: 'all', keys: 'off' });
    for (const address of [`/cases/${ids.cancelled}`, '/', '/?tab=approved', '/dictionaries?tab=work'])
      expect((await own.get(address)).text).not.toMatch(/無能|血祭|めった打ち/);
  });
});
