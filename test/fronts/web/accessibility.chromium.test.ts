import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROLES } from '../../../src/cases/index.ts';
import { compileDictionary } from '../../../src/detect/index.ts';
import { isRoute } from '../../../src/fronts/shared/access.ts';
import { CARE_POINTS, type Day } from '../../../src/response/index.ts';
import {
  answerConsultation,
  decide,
  findAccount,
  listCases,
  loadCase,
  noteForwarded,
  planFollowUp,
} from '../../../src/store/index.ts';
import { loadTokenizer } from '../../../src/text/index.ts';
import { actFile, dictionaryFiles } from '../../support/dictionary.ts';
import { entryId } from '../../support/ids.ts';
import { describeWithServer } from '../../support/servers.ts';
import { keepMail } from './spot-checks/kept-mail.ts';
import { type RealDesk, startRealDesk } from './support/real-browser.ts';

/** Ids of what the seeded store holds. */
interface Seeded {
  readonly open: string;
  readonly decided: string;
  readonly written: string; // approved, with a letter
  readonly letter: string; // its path
  readonly unreadable: string;
  readonly mail: string; // of the open case
  readonly person: string;
  readonly report: string; // its path
  readonly reported: string; // its case
  readonly counterparty: string; // its path
  readonly spot: string; // path of a mail that is read to find what was missed
  readonly token: string; // of an invitation
}

const EVERYTHING = 'person-2@example.jp'; // the account with every role

/** Where each page can be looked at; `[]` for what is no page. A page that is missing here fails the first test. */
const EXAMPLES: Readonly<Record<string, (seeded: Seeded) => readonly string[]>> = {
  '/assets/:name': () => [],
  '/healthz': () => [],
  '/sign-in': () => ['/sign-in'],
  '/sign-in/code': () => ['/sign-in/code'],
  '/sign-in/with/:provider': () => [], // leads away
  '/sign-in/with/:provider/back': () => ['/sign-in/with/company/back?error=access_denied'],
  '/welcome/:token': ({ token }) => [`/welcome/${token}`, '/welcome/used'],
  '/me': () => ['/me?saved=1'],
  '/settings': () => [], // as every other that `moved.ts` names
  '/first-steps': () => [],
  '/mailboxes': () => ['/mailboxes', '/mailboxes?tab=steps', '/mailboxes?tab=company'],
  '/people': ({ person }) => ['/people', `/people?person=${person}`],
  '/': () => [
    '/',
    '/?tab=dismissed',
    '/?tab=dismissed&q=無能',
    '/?tab=report&act=privacy',
    '/?q=none',
    '/?tab=mine',
    '/?tab=worry',
    '/?tab=tasks&saved=1',
    '/?rest=1',
    '/?done=confirmed',
  ],
  '/list/pane': () => [], // within the page of a case
  '/list/export': () => [],
  '/dictionaries': () => [
    '/dictionaries',
    '/dictionaries?q=none',
    '/dictionaries?tab=new',
    '/dictionaries?tab=costly',
    '/dictionaries?tab=work',
    '/dictionaries?tab=work&state=done',
    '/dictionaries?tab=propose&feedback=1',
    '/dictionaries?tab=try',
    '/dictionaries?tab=log',
  ],
  '/dictionaries/try': () => [],
  '/dictionaries/:id': () => ['/dictionaries/test.entry', '/dictionaries/apology.sincerity?edit=1'],
  '/numbers': () => ['/numbers', '/numbers?per=month'],
  '/numbers/export': () => [],
  '/past': () => [],
  '/past/:run': () => [],
  '/policy': () => [
    '/policy?version=1&published=1',
    '/policy?tab=lessons',
    '/policy?tab=lessons&act=privacy',
    '/policy?tab=lessons&act=privacy&mails=1',
    '/policy?tab=worry',
  ],
  '/policy/edit': () => ['/policy/edit'],
  '/lessons/:act': () => [],
  '/lessons/:act/mails': () => [],
  '/missed/read': ({ spot }) => ['/missed/read?said=none', spot],
  '/missed/read/:spot': () => [],
  '/my-timeline/export': () => [],
  '/timelines': () => ['/timelines'],
  '/timelines/:person': ({ person }) => [`/timelines/${person}`],
  '/timelines/:person/export': () => [],
  '/proof': () => ['/proof'],
  '/proof/export': () => [],
  '/experts': () => [],
  '/cases/:id/experts': () => [],
  '/draft': () => [],
  '/reports': () => ['/reports', '/reports?tab=timeline', '/reports?tab=draft'],
  '/reports/new': () => ['/reports/new', '/reports/new?about=mail'],
  '/reports/:report': ({ report }) => [report],
  '/tokens': () => [],
  '/status': () => ['/status'],
  '/channels': () => ['/channels'],
  '/audit': () => ['/audit'],
  '/audit/export': () => [],
  '/cases/:id': ({ open, decided, unreadable, reported, written }) => [
    `/cases/${open}`,
    `/cases/${open}?reveal=1`,
    `/cases/${decided}?after=${decided}`,
    `/cases/${decided}?tab=body`,
    `/cases/${decided}?tab=papers`,
    `/cases/${decided}?tab=history`,
    `/cases/${open}?tab=response`,
    `/cases/${open}?tab=papers`,
    `/cases/${open}?tab=history`,
    `/cases/${reported}?tab=response`,
    `/cases/${written}?tab=papers`,
    `/cases/${written}?tab=papers&for=lawyer&purpose=advice`,
    `/cases/${written}?tab=papers&kind=calm-reply&language=ja`,
    `/cases/${open}?tab=body&similar=1`,
    `/cases/${unreadable}`,
    '/cases/0',
  ],
  '/cases/:id/mails/:mail': ({ open, mail }) => [`/cases/${open}/mails/${mail}`],
  '/cases/:id/mails/:mail/files/:index': ({ open, mail }) => [`/cases/${open}/mails/${mail}/files/0`],
  '/cases/:id/answer': () => [],
  '/escalation': () => ['/escalation'],
  '/measures/rules': () => [],
  '/cases/:id/measures': () => [],
  '/objections': ({ written }) => [
    '/objections?add=1',
    `/cases/${written}?tab=response&against=case`,
    `/cases/${written}?tab=response&objection=1&saved=objection`,
  ],
  '/objections/:objection/mails/:mail': () => [], // a file
  '/cooperation': () => [],
  '/disclosures': () => ['/disclosures'],
  '/cases/:id/file': () => [],
  '/counterparties': ({ open }) => [
    '/counterparties',
    '/counterparties?q=none',
    `/counterparties?add=1&case=${open}`,
    '/counterparties?tab=watches',
    '/counterparties?tab=measures',
    '/counterparties?tab=cooperation',
  ],
  '/counterparties/:counterparty': ({ counterparty }) => [counterparty, `${counterparty}?edit=1`],
  '/cases/:id/care': () => [],
  '/cases/:id/evidence': () => [],
  '/cases/:id/evidence/stamp-request': () => [], // a file
  '/cases/:id/evidence/stamps/:stamp': () => [],
  '/cases/:id/letters': () => [],
  '/cases/:id/letters/:letter': ({ letter }) => [letter, `${letter}?reveal=1`],
  '/letter-templates': () => ['/letter-templates?done=taken'],
  '/letter-templates/:kind/:language': () => [],
  '/cases/:id/similar': () => [],
};

const dictionary = compileDictionary(
  dictionaryFiles({
    'insult-person.yaml': actFile(
      'insult-person',
      'expressions:\n  - { id: test.entry, say: [無能], weight: 4, note: メモ, match: [君は無能だ], not: [有能な方です] }',
    ),
  }),
  await loadTokenizer(),
);

const INCIDENT = {
  channel: 'phone',
  when: '2026-07-02',
  time: '16:30',
  otherSide: '佐藤',
  words: '怒鳴られました。',
  wish: '',
};

const HELD = {
  key: 'key',
  source: 'consult',
  state: 'held',
  because: 'unproven',
  confidential: true,
  sender: 'hanako@example.jp',
  senderName: '花子',
  subject: 'ご相談',
  receivedAt: new Date('2026-07-03T08:00:00+09:00'),
  arrivedAt: new Date('2026-07-03T08:00:00+09:00'),
  size: 1,
  raw: Buffer.from('x'),
} as const;

const COMPANY = {
  config: {
    provider: 'oidc',
    name: 'company',
    label: '社内アカウント',
    issuer: 'http://127.0.0.1:9', // never asked
    clientId: 'x',
    clientSecretFile: null,
  },
  clientSecret: 'x',
} as const;

/** Every two of language, colours and width meet. What a page holds depends on its language alone, so it is loaded once for both looks. */
const LOOKS = [
  [
    'ja-JP',
    { colorScheme: 'light', viewport: { width: 1280, height: 900 } },
    { colorScheme: 'dark', viewport: { width: 360, height: 740 } },
  ],
  [
    'en-GB',
    { colorScheme: 'light', viewport: { width: 360, height: 740 } },
    { colorScheme: 'dark', viewport: { width: 1280, height: 900 } },
  ],
] as const;

/** What is folded away is looked at, too. */
const UNFOLD = `for (const one of document.querySelectorAll('main details')) {
  one.removeAttribute('name');
  one.open = true;
}`;

describeWithServer('chromium', 'the pages of the desk, looked at by axe', () => {
  let real: RealDesk;
  let seeded: Seeded;
  beforeAll(async () => {
    real = await startRealDesk({ dictionary: () => dictionary }, [COMPANY]);
    seeded = await seed(real);
  });
  afterAll(() => real?.stop());

  it('are all listed here with an example', () => {
    const routes = real.desk.app.routes.filter(isRoute).filter(({ method }) => method === 'GET');
    expect(Object.keys(EXAMPLES).sort()).toEqual([...new Set(routes.map(({ path }) => path))].sort());
  });

  it.each(LOOKS)(
    'have nothing that keeps people out: %s, light and dark, wide and narrow',
    { timeout: 600_000 }, // a hundred pages, each seen twice
    async (locale, ...looks) => {
      const { page } = await real.openPage({ locale });
      await real.signIn(page, EVERYTHING);
      const stranger = (await real.openPage({ locale })).page;
      const found: Record<string, string[]> = {};
      for (const [route, paths] of Object.entries(EXAMPLES))
        for (const path of paths(seeded)) {
          const seer = /^\/(sign-in|welcome)/.test(route) ? stranger : page;
          await seer.goto(`${real.url}${path}`);
          await seer.evaluate(UNFOLD);
          await seer.evaluate(axe.source);
          for (const look of looks) {
            const barriers = await barriersOf(seer, look);
            if (barriers.length > 0) found[`${path} ${look.colorScheme} ${look.viewport.width}`] = barriers;
          }
        }
      expect(found).toEqual({});
    },
  );
});

async function seed({ desk }: RealDesk): Promise<Seeded> {
  const { db, clock } = desk;
  const someone = await desk.signedInAs(...ROLES);
  const { location } = await someone.post('/hand-in', INCIDENT);
  const [reported] = (await listCases(db, { limit: 1, offset: 0 })).cases;
  await answerConsultation(db, reported!.id, 'ありがとうございます。', { by: '確認者2', at: clock.now });
  const mail = {
    from: '田中 <tanaka@example.com>',
    subject: 'ぶん殴る件',
    headers: 'Content-Type: multipart/mixed; boundary=b\r\n',
    body: '--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n本当に無能ですね。ぶん殴る。\r\n\r\n> 引用\r\n\r\n-- \r\n田中\r\n--b\r\nContent-Disposition: attachment; filename=a.pdf\r\n\r\nx\r\n--b--',
    found: [
      { text: '無能', act: 'insult-person', points: 5 },
      { text: 'ぶん殴る', act: 'physical-violence', points: 8 },
      { text: '本当に', act: null, points: 0 },
    ],
  } as const;
  const open = await desk.addCase({ ...mail, band: 'urgent' }, 'one');
  await desk.addCase({ ...mail, band: 'urgent' }, 'one');
  await desk.addCase(mail, 'alike');
  const decided = await desk.addCase(mail, 'decided');
  const made = await someone.post('/counterparties', { kind: 'company', name: '例の会社', domains: 'example.com' });
  await someone.post('/policy/edit', {
    text: '# 方針\n\n- 怒鳴る電話は切ります',
    note: '最初の版',
    from: '2026-07-03',
  });
  await someone.post('/experts', { kind: 'lawyer', name: '狛江法律事務所', contact: '03-0000-0000' });
  const question = { expert: '1', question: '契約のことを尋ねました。', handed: 'words', due: '2026-07-10' };
  await someone.post(`/cases/${open}/experts`, question);
  await noteForwarded(db, HELD);
  const { id: person } = (await findAccount(db, EVERYTHING))!;
  await decide(db, decided, { kind: 'dismiss', reason: 'joke', note: 'メモ' }, '確認者2', clock.now, {
    person,
    feedback: [{ kind: 'misfire', entry: entryId('test.entry') }],
  });
  await planFollowUp(db, decided, { due: '2026-07-02' as Day, note: '電話で' }, { by: '確認者2', at: clock.now });
  const written = await desk.addCase(mail, 'written');
  await someone.post(`/cases/${written}/approve`, { acts: 'insult-person', severity: '2', declaration: '1' });
  for (const point of CARE_POINTS)
    await someone.post(`/cases/${written}/care`, { do: 'point', point, state: 'declined', note: '' });
  const fields = { kind: 'calm-reply', language: 'ja', recipient: '田中 様', sender: '会社', date: '2026-07-03' };
  const objection = { case: written, against: 'case', from: '例の会社', words: '事実と違います。' };
  await someone.post('/objections', { ...objection, received: '2026-07-03', due: '2026-07-10' });
  const request = { direction: 'received', company: '例の会社', contact: '', words: '確認のお願い', case: '' };
  await someone.post('/cooperation', { ...request, asked: '2026-07-03', due: '2026-07-10' });
  const draft = await someone.post(`/cases/${written}/letters`, { ...fields, demand: '返金', answer: '対応します。' });
  await keepMail(desk, { subject: '納品の件', body: '助かりました。\r\n\r\n> 引用' });
  return {
    written,
    letter: draft.location!.replace(/\?.*/, ''),
    open,
    decided,
    unreadable: await desk.addUnreadable(Buffer.from('\u0001 ???')),
    mail: (await loadCase(db, open))!.items[0]!.mailId,
    person,
    report: location!.replace(/\?.*/, ''),
    reported: reported!.id,
    spot: (await someone.post('/missed/read')).location!,
    counterparty: made.location!.replace(/\?.*/, ''),
    token: await desk.accounts.invite({ email: 'invited@example.jp', name: '', roles: ['reviewer'] }, desk.by()),
  };
}

async function barriersOf(page: Page, { colorScheme, viewport }: (typeof LOOKS)[number][1 | 2]): Promise<string[]> {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize(viewport);
  const { violations } = (await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'], preload: false })`,
  )) as Pick<axe.AxeResults, 'violations'>;
  const sounds = await page.locator('audio, video').count(); // the one rule that needs what axe loads first, a quarter of its time, is about these
  return [
    ...violations.map(
      ({ id, impact, nodes }) => `${id} (${impact}): ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    ),
    ...(sounds > 0 ? ['audio or video: let axe load ahead again'] : []),
  ];
}
