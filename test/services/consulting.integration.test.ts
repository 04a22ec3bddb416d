import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openAuditLog, receiveForwarded } from '../../src/actions/index.ts';
import { readForwarded } from '../../src/cases/index.ts';
import { loadConfig } from '../../src/config/index.ts';
import { loadKeys } from '../../src/config/keys.ts';
import { createSignIns } from '../../src/intake/index.ts';
import type { JobQueue } from '../../src/jobs/index.ts';
import { rulesOf } from '../../src/services/consulting/index.ts';
import { startIntake } from '../../src/services/intake.ts';
import { startReceipts } from '../../src/services/receipts.ts';
import {
  authSchema,
  beginReceipt,
  heldMails,
  openLeases,
  ownConsultations,
  receiptsDue,
  refusedSince,
  type Store,
  sourceState,
} from '../../src/store/index.ts';
import { startSmtp } from '../notify/smtp.ts';
import { eventually } from '../support/eventually.ts';
import { personId } from '../support/ids.ts';
import { attachedMail, file, type Headers, mail, multipart, type Part, text } from '../support/mime.ts';
import { describeWithServer, startDovecot, type TestDovecot } from '../support/servers.ts';
import { fixedSettings } from '../support/settings.ts';
import { openTestStore } from '../support/store.ts';

const log = pino({ level: 'silent' });
const HANAKO = personId('id-hanako');
const SERVER = 'mx.example.co.jp';
const PASS = `${SERVER}; dmarc=pass header.from=example.co.jp`;
const customer = mail(text('責任者を出せ。土下座しろ。'), {
  From: 'sato@example.com',
  Subject: 'claim',
  'Message-ID': '<claim@example.com>',
});

let sent = 0;
/** A mail of an employee to the consultation address, proven unless `headers` say otherwise. */
const byHanako = (part: Part, headers: Headers = {}): Buffer =>
  mail(part, {
    'Message-ID': `<${++sent}@example.co.jp>`,
    From: 'Hanako <hanako@example.co.jp>',
    To: 'soudan@example.co.jp',
    Subject: 'FW: claim',
    'Authentication-Results': PASS,
    ...headers,
  });
const forward = (headers: Headers = {}): Buffer =>
  byHanako(multipart('mixed', [text('ひみつの相談です。'), attachedMail(customer)]), headers);

describeWithServer('dovecot', 'the consultation address', () => {
  let server: TestDovecot;
  let smtp: Awaited<ReturnType<typeof startSmtp>>;
  let folder: string;
  let store: Store;
  let stop: (() => PromiseLike<void>)[];
  beforeEach(async () => {
    server = await startDovecot({ users: ['soudan'] });
    smtp = await startSmtp();
    folder = mkdtempSync(join(tmpdir(), 'komainu-consult-'));
    store = await openTestStore(folder);
    stop = [() => server.stop(), () => store.close(), () => smtp[Symbol.asyncDispose]()];
    const [lead, desk] = [personId('id-lead'), personId('id-desk')];
    await store.db.insert(authSchema.user).values([
      { id: HANAKO, name: '花子', email: 'hanako@example.co.jp', roles: ['employee'] },
      { id: lead, name: '責任者', email: 'lead@example.co.jp', roles: ['lead'] },
      { id: desk, name: '窓口', email: 'desk@example.co.jp', roles: ['desk'] },
    ]);
    await server.deliver(mail(text('before')));
  });
  afterEach(async () => {
    for (const one of stop.reverse()) await one();
    rmSync(folder, { recursive: true });
  });

  function configured() {
    const { host, port, user, caFile, password } = server;
    const source = `name: consult, kind: consult, host: ${host}, port: ${port}, user: ${user}, ca: ${caFile}`;
    const who = `addresses: [soudan@example.co.jp, sodan2@example.co.jp], confidentialAddresses: [naisho@example.co.jp], trustedServer: ${SERVER}`;
    writeFileSync(
      join(folder, 'komainu.yaml'),
      `company: { addresses: ["*.example.co.jp"] }
sources: [{ ${source}, ${who} }]
settings: { pollSeconds: 1 }
notify: { smtp: { host: 127.0.0.1, port: ${smtp.port}, security: none, from: Komainu <komainu@example.co.jp> } }
`,
    );
    return loadConfig(null, { KOMAINU_PASSWORD_CONSULT: password }, folder);
  }

  async function start(): Promise<() => Promise<void>> {
    const { config, secrets } = configured();
    const keys = await loadKeys(folder, {});
    const spool = { fill: async () => {}, sweep: async () => {} };
    const leases = openLeases(store.engine);
    const common = {
      config,
      secrets,
      settings: fixedSettings(config, secrets),
      signIns: createSignIns(config, secrets, log),
      store,
      leases,
      queue: {} as JobQueue,
      keys,
      spool,
      log,
    };
    const intake = await startIntake(common);
    const receipts = startReceipts({ ...common, url: 'https://desk.example.jp' })!;
    let running = true;
    const end = async () => {
      if (!running) return;
      running = false;
      await receipts[Symbol.asyncDispose]();
      await intake[Symbol.asyncDispose]();
      await leases[Symbol.asyncDispose]();
    };
    stop.push(end);
    await eventually(isWatching);
    return end;
  }

  /** Before its first contact a source reads nothing: what is delivered earlier than that is old. */
  const isWatching = async () => (await sourceState(store.db, 'consult').cursor()) !== null;
  const count = async (table: string): Promise<number> => {
    const { rows } = (await store.db.execute(sql.raw(`select count(*)::int as n from komainu.${table}`))) as {
      rows: { n: number }[];
    };
    return rows[0]!.n;
  };
  const dealtWith = (mails: number) => eventually(async () => (await count('forwarded')) === mails);
  const own = () => ownConsultations(store.db, HANAKO);
  const heldBecause = async () => (await heldMails(store.db)).map(({ because }) => because);
  const refused = async () => Object.fromEntries(await refusedSince(store.db, new Date(0)));

  it('makes a consultation of a mail that an employee forwards, and answers once, without its content', async () => {
    await start();
    await server.deliver(forward());
    await eventually(async () => (await own()).length === 1);
    const [consultation] = await own();
    expect(consultation).toMatchObject({
      channel: 'mail',
      confidential: false,
      words: 'ひみつの相談です。',
      subject: 'claim',
    });
    await eventually(() => smtp.mails.length === 1);
    const receipt = smtp.mails[0]!.toString();
    expect(receipt).toMatch(/^To: hanako@example\.co\.jp\r$/m);
    expect(receipt).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    const body = Buffer.from(receipt.split('\r\n\r\n').slice(1).join('\r\n\r\n'), 'base64').toString();
    expect(`${receipt}${body}`).not.toMatch(/ひみつ|土下座|claim/);
    expect(`${receipt}${body}`).toContain(`/reports/${consultation!.id}`);
    const { rows } = (await store.db.execute(sql`select raw, sha256 from komainu.mail where source = '@hand-in'`)) as {
      rows: { raw: Uint8Array }[];
    };
    expect(Buffer.from(rows[0]!.raw).toString()).toBe(customer.toString().trimEnd());
  });

  it('keeps a forwarded mail from everybody but the consultation desk where its address or subject says so', async () => {
    await start();
    await server.deliver(forward({ To: 'naisho@example.co.jp' }));
    await server.deliver(forward({ Subject: '[confidential] FW: claim' }));
    await dealtWith(2);
    expect((await own()).map(({ confidential }) => confidential)).toEqual([true, true]);
    const { rows } = (await store.db.execute(
      sql`select person, name, details from komainu.audit where action = 'report.hand-in'`,
    )) as { rows: { person: unknown; name: string; details: object }[] };
    for (const row of rows) expect(row).toMatchObject({ person: null, name: '', details: {} });
  });

  it.each<[string, () => Buffer]>([
    ['a forged From without findings', () => forward({ 'Authentication-Results': null })],
    [
      'the findings of a foreign server',
      () => forward({ 'Authentication-Results': PASS.replace(SERVER, 'mx.example.com') }),
    ],
    [
      'findings that failed',
      () => forward({ 'Authentication-Results': `${SERVER}; dmarc=fail header.from=example.co.jp` }),
    ],
    [
      'findings of the sender beside ours',
      () => forward({ 'Authentication-Results': `${PASS}\r\nAuthentication-Results: ${SERVER}; spf=none` }),
    ],
  ])('holds for the desk, and does not answer: %s', async (_, raw) => {
    await start();
    await server.deliver(raw());
    await eventually(async () => (await heldMails(store.db)).length === 1);
    expect(await own()).toEqual([]);
    expect(await count('case_file')).toBe(0);
    expect(await receiptsDue(store.db, new Date())).toEqual([]);
  });

  it('neither takes nor answers what comes from outside, from itself, or from machines', async () => {
    await start();
    await server.deliver(forward({ From: 'taro@example.com' }));
    await server.deliver(forward({ From: 'komainu@example.co.jp' }));
    await server.deliver(forward({ From: 'sodan2@example.co.jp' })); // another consultation address: a loop
    await server.deliver(forward({ 'Return-Path': '<>' }));
    await server.deliver(forward({ 'Auto-Submitted': 'auto-replied' }));
    await server.deliver(forward({ 'List-Id': '<all.example.co.jp>' }));
    await dealtWith(6);
    expect(await refused()).toEqual({ outsider: 1, own: 2, bounce: 1 });
    expect(await heldBecause()).toEqual(['automatic', 'automatic']);
    expect(await own()).toEqual([]);
    expect(await receiptsDue(store.db, new Date())).toEqual([]);
    expect(smtp.mails).toEqual([]);
  });

  it('does not answer the answer to a receipt, and a day’s receipts have an end', async () => {
    await start();
    await server.deliver(forward({ 'In-Reply-To': '<msg_x@komainu.invalid>' }));
    await dealtWith(1);
    for (let n = 0; n < 12; n++) await server.deliver(forward());
    await dealtWith(13);
    await eventually(() => smtp.mails.length === 10);
    expect(await own()).toHaveLength(13);
    expect(await receiptsDue(store.db, new Date())).toEqual([]);
  });

  it('takes the same message once, though it comes again by another way, and after a restart', async () => {
    const end = await start();
    const raw = forward();
    await server.deliver(raw);
    await dealtWith(1);
    await eventually(() => smtp.mails.length === 1);
    await end();
    await server.deliver(Buffer.concat([Buffer.from('Received: from elsewhere\r\n'), raw]));
    await start();
    await server.deliver(forward());
    await dealtWith(2);
    await eventually(() => smtp.mails.length === 2);
    expect(await own()).toHaveLength(2);
  });

  it('sends no second receipt where it was killed while sending the first', async () => {
    const { config } = configured();
    const keys = await loadKeys(folder, {});
    const audit = openAuditLog({ db: store.db, key: keys.audit, dataPath: folder, log });
    const source = config.sources[0]!;
    if (source.kind !== 'consult') throw new Error('no such source');
    const deps = {
      db: store.db,
      audit,
      now: () => new Date(),
      wake: () => {},
      forwarded: (raw: Uint8Array, at: Date) => readForwarded(raw, at, () => false),
      hash: keys.hash,
    };
    const arrived = { source: 'consult', receivedAt: new Date(), raw: forward() };
    await receiveForwarded(deps, rulesOf(source, config), arrived);
    await receiveForwarded(deps, rulesOf(source, config), arrived); // killed before the cursor moved
    expect(await own()).toHaveLength(1);
    const [due] = await receiptsDue(store.db, new Date());
    expect(await beginReceipt(store.db, due!.id)).toBe(true); // and killed here
    await start();
    await server.deliver(forward());
    await eventually(() => smtp.mails.length === 1);
    expect(await receiptsDue(store.db, new Date())).toEqual([]);
  });

  it('survives hostile mails: 40 MB, nested 50 deep, empty, without words', async () => {
    await start();
    const large = byHanako(multipart('mixed', [text('大きい'), file('big.bin', Buffer.alloc(30 * 1024 * 1024, 7))]));
    expect(large.byteLength).toBeGreaterThan(40 * 1024 * 1024);
    let nested = customer;
    for (let depth = 0; depth < 50; depth++) nested = mail(multipart('mixed', [attachedMail(nested)]));
    await server.deliver(large);
    await server.deliver(byHanako(attachedMail(nested)));
    await server.deliver(byHanako(text(''), { Subject: '' }));
    await server.deliver(Buffer.from(''));
    await server.deliver(Buffer.from('\0\0\0'));
    await dealtWith(5);
    expect(await own()).toHaveLength(3);
    expect((await own()).map(({ channel }) => channel).sort()).toEqual(['mail', 'mail', 'other']);
    expect(await refused()).toEqual({ outsider: 2 });
  });

  it('takes somebody without an account at the company, who is told where to ask', async () => {
    await start();
    await server.deliver(
      forward({
        From: 'Jiro <jiro@sales.example.co.jp>',
        'Authentication-Results': `${SERVER}; spf=pass smtp.mailfrom=jiro@sales.example.co.jp`,
      }),
    );
    await eventually(() => smtp.mails.length === 1);
    expect(smtp.mails[0]!.toString()).toMatch(/^To: jiro@sales\.example\.co\.jp\r$/m);
    const { rows } = (await store.db.execute(sql`select reporter, reporter_name from komainu.consultation`)) as {
      rows: object[];
    };
    expect(rows).toEqual([{ reporter: null, reporter_name: 'Jiro <jiro@sales.example.co.jp>' }]);
  });
});
