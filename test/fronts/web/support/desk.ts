import './quick-hash.ts';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAuditLog } from '../../../../src/actions/audit-log.ts';
import { lateReading } from '../../../../src/actions/index.ts';
import { type AccountsOptions, openAccounts } from '../../../../src/actions/sign-in/index.ts';
import { type CaseId, keptReading, type MailId, type Role, readForwarded } from '../../../../src/cases/index.ts';
import { loadConfig } from '../../../../src/config/index.ts';
import type { Assessment, Dictionary } from '../../../../src/detect/index.ts';
import { ACT_LABELS, type FrontDeps, type ServiceStatus } from '../../../../src/fronts/shared/index.ts';
import { webApp } from '../../../../src/fronts/web/index.ts';
import type { Unopened } from '../../../../src/mail/index.ts';
import { attachmentBytes } from '../../../../src/mail/index.ts';
import { loadPolicy } from '../../../../src/policy/index.ts';
import { readMail } from '../../../../src/screening/pipeline.ts';
import {
  databaseVersion,
  mailsWithoutVerdict,
  openStore,
  sourceHealth,
  sourceState,
  spoolDepth,
  storageUse,
} from '../../../../src/store/index.ts';
import { loadTokenizer } from '../../../../src/text/index.ts';
import { openLab } from '../../../../src/tuning/index.ts';
import { createLogger } from '../../../../src/util/log.ts';
import { writeUnreadable, writeVerdict } from '../../../store/write.ts';
import { SERVERS } from '../../../support/available.ts';
import { openTestSettings } from '../../../support/settings.ts';
import { createDatabase } from '../../../support/shared.ts';
import { openTestStore } from '../../../support/store.ts';
import { createBrowser } from './browser.ts';
import { ownAddress } from './client-address.ts';
import { assessmentOf, type FixtureMail, rawMail } from './mails.ts';

export const PASSWORD = '狛犬は門の前に二匹すわっている';
/** What a page needs of a dictionary to say that it has no entries. */
const noDictionary = {
  version: 'test-version',
  rules: new Map(),
  groups: new Map(),
  words: new Map(),
} as unknown as Dictionary;
/** A world outside in which nothing is found. */
const nothingOutside: FrontDeps['mailboxes'] = {
  find: async () => null,
  attempt: async () => ({
    ...{ reached: null, signedInMs: null, folder: null, folders: [], sentFolder: null, refreshToken: null },
    trouble: '応答がありません。/ No answer.',
  }),
  redirect: 'http://desk.example.jp/mailboxes',
  beginSignIn: async () => ({ url: 'https://login.example.com/authorize', kept: 'sealed' }),
  endSignIn: async () => ({ kind: 'unknown' }),
};
/** Whoever gives commands in tests. */
export const OPERATOR = { kind: 'operator', name: 'test' } as const;
const START = new Date('2026-07-03T09:00:00+09:00');

/**
 * A desk on a store of its own. Only the sentences of the explanation are made up.
 *
 * @param database a PostgreSQL to lie in; null: the embedded store, as every test with a browser has it. Where nothing is said it is a database of
 * the shared PostgreSQL, if that is installed: half the work, and the same pages.
 */
export async function startDesk(
  overrides: Partial<Omit<FrontDeps, 'db' | 'accounts' | 'audit'>> = {},
  database?: string | null,
  providers: AccountsOptions['providers'] = [],
) {
  const folder = await mkdtemp(join(tmpdir(), 'komainu-desk-'));
  const own = database === undefined && SERVERS.postgres.isThere() ? await createDatabase() : null;
  const place = database ?? own?.url ?? null;
  const store = await (place === null ? openTestStore(folder) : openStore({ kind: 'postgres', url: place }, folder));
  const { db } = store;
  const clock = { now: START };
  const by = () => ({ at: clock.now, person: null, name: 'cli:test', address: null });
  const url = overrides.url ?? 'http://desk.example.jp';
  const audit = openAuditLog({ db, key: 'a key of the audit log', dataPath: folder, log: createLogger('silent') });
  const accounts = openAccounts({ store, audit, secret: 'a secret of thirty-two characters', baseUrl: url, providers });
  const state: { dictionaryProblem: string | null } = { dictionaryProblem: null };
  const settings = await openTestSettings(db, folder);
  const deps: FrontDeps = {
    db,
    accounts,
    audit,
    read: lateReading(db),
    attachment: attachmentBytes,
    forwarded: (mail, receivedAt) => readForwarded(mail, receivedAt, () => false),
    wake: () => {},
    acts: ACT_LABELS,
    policy: (language) => loadPolicy(null, language),
    explain: explainPlainly,
    dictionary: () => noDictionary,
    tryOut: async () => ({ kind: 'ended' }),
    prepareTry: () => {},
    testChannel: async () => false,
    operations: async () => ({
      queues: [
        { name: 'screen', jobs: { waiting: 3, active: 2, failed: 1 } },
        { name: 'mark', jobs: null },
      ],
      foreign: 3,
      lags: new Map([['support', START]]),
      storage: { ...(await storageUse(db)), disk: { free: 5 * 1024 ** 3, size: 20 * 1024 ** 3 } },
      versions: {
        komainu: '0.0.0',
        node: '20.0.0',
        dictionary: 'test-version',
        classifier: null,
        store: { kind: 'pglite', version: await databaseVersion(db) },
        queue: null,
      },
    }),
    refill: async () => {},
    lab: labOf(overrides.dictionary ?? (() => noDictionary), db, folder),
    settings,
    mailboxes: nothingOutside,
    past: { sources: ['support'] },
    status: async (): Promise<ServiceStatus> => ({
      sources: await sourceHealth(db),
      dictionary: { version: 'test-version', problem: state.dictionaryProblem, hosts: [] },
      queue: null,
      backlog: await spoolDepth(db),
      channels: [],
      untold: [],
      clockAheadOf: null,
    }),
    configFile: '/etc/komainu/komainu.yaml',
    company: { name: '株式会社みほん', timeZone: 'Asia/Tokyo' },
    consultation: { answerDays: 3, callNow: null, addresses: [], confidentialAddresses: [] },
    anchoredElsewhere: false,
    spotChecks: { oneIn: null, days: 30, readers: 1, perDay: 10, exceptSources: [] },
    dailyCap: 40,
    sharedDomains: ['gmail.example'],
    hash: (value) => value, // as `addCase` writes who sent it
    retention: {
      verdictDays: 180,
      greyDays: 30,
      dismissedDays: 90,
      approvedDays: 1095,
      unopenedDays: 14,
      reportDays: 90,
      registerDays: 1095,
    },
    sample: false,
    samplePeople: null,
    baseUrl: url,
    hosts: ['desk.example.jp'],
    url: null,
    trustedProxies: null,
    secureCookies: false,
    now: () => clock.now,
    log: createLogger('silent'),
    ...overrides,
  };
  const app = webApp(deps);
  let uid = 0;
  let people = 0;

  async function receive(raw: Uint8Array, receivedAt: Date): Promise<MailId> {
    const source = sourceState(db, 'support');
    uid += 1;
    await source.commit([{ uidValidity: 1n, uid, receivedAt, raw }], { uidValidity: 1n, lastUid: uid });
    const waiting = await mailsWithoutVerdict(db, { limit: 1_000 }); // what was handed in before may wait, too
    return waiting.toSorted((a, b) => Number(a) - Number(b)).at(-1)!;
  }

  return {
    db,
    store,
    deps,
    app,
    accounts,
    audit,
    folder,
    clock,
    by,
    state,
    browser: (address?: string) => createBrowser(app, { origin: url, ...(address === undefined ? {} : { address }) }),

    /** Writes a case as the worker would. @returns its id */
    async addCase(mail: FixtureMail, reference = `thread-${uid}`): Promise<CaseId> {
      const receivedAt = mail.receivedAt ?? clock.now;
      const raw = rawMail(mail);
      const assessment = await assessmentOf({ bytes: raw, receivedAt }, mail);
      const message = await readMail({ bytes: raw, receivedAt });
      const mailId = await receive(raw, receivedAt);
      const written = await writeVerdict(db, {
        mailId,
        screenedAt: clock.now,
        assessment,
        sender: mail.from,
        messageId: `id-${uid}`,
        references: [reference],
        contentHash: createHash('sha256').update(raw).digest('hex'),
        characters: mail.body.length,
        warnings: [],
        display: { from: mail.from, subject: mail.subject, counterparty: mail.counterparty ?? 'example.com' },
        reading: () => keptReading(message),
      });
      return written.caseId!;
    },

    /** Puts a mail into the row of its sender for 2026-07-03. @returns the row's id */
    async addToRow(raw: Uint8Array, reason: string): Promise<CaseId> {
      const mailId = await receive(raw, clock.now);
      const message = await readMail({ bytes: raw, receivedAt: clock.now });
      const from = message.from!;
      const read = {
        ...{ sender: from.address, messageId: null, references: [], contentHash: '', characters: 0, warnings: [] },
        display: { from: `${from.name} <${from.address}>`, subject: message.subject, counterparty: from.address },
        reading: () => keptReading(message),
      };
      return (await writeUnreadable(db, { mailId, at: clock.now, reason, read, rowDay: '2026-07-03' })).caseId!;
    },

    async addUnreadable(raw: Uint8Array): Promise<CaseId> {
      const mailId = await receive(raw, clock.now);
      return (await writeUnreadable(db, { mailId, at: clock.now, reason: 'unreadable' })).caseId!;
    },

    /** A case of a mail of which nothing could be opened. */
    async addUnopened(raw: Uint8Array, reason: Unopened): Promise<CaseId> {
      const message = await readMail({ bytes: raw, receivedAt: clock.now });
      const from = message.from?.address ?? '';
      const read = {
        ...{ sender: from, messageId: null, references: [], contentHash: message.contentHash, characters: 0 },
        ...{ warnings: message.warnings, display: { from, subject: message.subject, counterparty: from } },
        reading: () => keptReading(message),
      };
      const mailId = await receive(raw, clock.now);
      return (await writeUnreadable(db, { mailId, at: clock.now, reason, read })).caseId!;
    },

    /** A browser in which someone with exactly these roles is signed in. */
    async signedInAs(...roles: Role[]) {
      people += 1;
      const email = `person-${people}@example.jp`;
      if ((await accounts.count()) === 0)
        await accounts.accept(
          await accounts.invite({ email: 'first@example.jp', name: '', roles: [] }, by()),
          { name: '最初の人', password: PASSWORD },
          by(),
        );
      const token = await accounts.invite({ email, name: '', roles }, by());
      const browser = createBrowser(app, { origin: url, address: ownAddress() });
      const page = await browser.post(`/welcome/${token}`, {
        name: `確認者${people}`,
        password: PASSWORD,
        again: PASSWORD,
      });
      if (page.status !== 303) throw new Error(`the invitation was answered with ${page.status}`);
      if (browser.cookies.size === 0) throw new Error('the account was made, but nobody is signed in');
      return browser;
    },

    async stop(): Promise<void> {
      await settings[Symbol.asyncDispose]();
      await store.close();
      await own?.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
export type TestDesk = Awaited<ReturnType<typeof startDesk>>;

/** Dictionaries that nobody changes: a test that does brings its own. */
const labOf = (dictionary: () => Dictionary, db: FrontDeps['db'], folder: string): FrontDeps['lab'] =>
  openLab({
    config: loadConfig(null, {}, folder).config,
    db,
    rules: async () => ({ dictionary: dictionary(), tokenize: await loadTokenizer() }),
  });

function explainPlainly({ matches, odds: { sentences } }: Assessment) {
  return {
    summary: 'summary',
    reasons: matches.flatMap((match, index) =>
      match.act === null ? [] : [{ match: index, sentence: `「${match.text}」は ${match.entry} に当たります。` }],
    ),
    steps: [],
    remarks: sentences.map(({ text }) => `決め手の文：「${text}」`),
  };
}
