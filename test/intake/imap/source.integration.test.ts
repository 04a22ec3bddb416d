import type { ImapFlow } from 'imapflow';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ImapSourceConfig } from '../../../src/config/index.ts';
import { imapSource } from '../../../src/intake/index.ts';
import { eventually } from '../../support/eventually.ts';
import { imapConfig, inMailbox, subjectsOf, type Watching, watchSource } from '../../support/imap-source.ts';
import { type MemoryState, memoryState } from '../../support/memory-state.ts';
import { describeWithServer, startDovecot, type TestDovecot } from '../../support/servers.ts';
import { byPassword } from '../../support/sign-in.ts';
import { freePort } from '../../support/system.ts';

const RARELY = 3_600_000; // a poll that never comes: what is seen was announced by IDLE
const log = pino({ level: 'silent' });

const mail = (subject: string): Buffer =>
  Buffer.from(
    `From: taro@example.jp\r\nTo: desk@example.co.jp\r\nSubject: ${subject}\r\n\r\nこんにちは ${subject}\r\n`,
  );

describeWithServer('dovecot', 'an IMAP source', () => {
  let server: TestDovecot;
  let running: Watching[] = [];

  beforeAll(async () => {
    server = await startDovecot();
  });
  afterEach(async () => {
    await Promise.all(running.map((watch) => watch.stop()));
    running = [];
  });
  afterAll(() => server.stop());

  const configFor = (folder: string, changes: Partial<ImapSourceConfig> = {}): ImapSourceConfig =>
    imapConfig(server, { folder, ...changes });

  function watch(state: MemoryState, config: ImapSourceConfig, pollMs = RARELY, password = server.password) {
    const watching = watchSource(state, config, { password, pollMs });
    running.push(watching);
    return watching;
  }

  const inFolder = <T>(folder: string, act: (client: ImapFlow) => Promise<T>): Promise<T> =>
    inMailbox(server, async (client) => {
      await client.mailboxOpen(folder);
      return act(client);
    });

  const validityOf = async ({ mailbox }: ImapFlow): Promise<bigint> => (mailbox ? mailbox.uidValidity : 0n);

  const started = (state: MemoryState): Promise<void> => eventually(() => state.trouble() === null);

  it('starts at the mails that arrive from now on, woken by IDLE, and leaves \\Seen alone', async () => {
    await server.deliver(mail('before'), 'Idle');
    const state = memoryState();
    watch(state, configFor('Idle'));
    await started(state);
    await server.deliver(mail('one'), 'Idle');
    await eventually(() => state.mails.length === 1);
    await server.deliver(mail('two'), 'Idle');
    await eventually(() => state.mails.length === 2);
    expect(subjectsOf(state)).toEqual(['one', 'two']);
    expect(state.mails[0]?.raw).toEqual(mail('one'));
    const unseen = await inFolder('Idle', (client) => client.search({ seen: false }));
    expect(unseen).toHaveLength(3);
  });

  it('finds new mails by its poll', async () => {
    await server.deliver(mail('before'), 'Poll');
    const state = memoryState();
    watch(state, configFor('Poll'), 50);
    await started(state);
    await server.deliver(mail('one'), 'Poll');
    await eventually(() => state.mails.length === 1);
    expect(subjectsOf(state)).toEqual(['one']);
  });

  it('goes on behind its cursor after a restart, without reading a mail twice', async () => {
    await server.deliver(mail('before'), 'Restart');
    const state = memoryState();
    const first = watch(state, configFor('Restart'));
    await started(state);
    await server.deliver(mail('one'), 'Restart');
    await eventually(() => state.mails.length === 1);
    await first.stop();
    await server.deliver(mail('two'), 'Restart');
    watch(state, configFor('Restart'));
    await eventually(() => state.mails.length === 2);
    expect(subjectsOf(state)).toEqual(['one', 'two']);
    expect(await state.cursor()).toMatchObject({ lastUid: 3 });
  });

  it('reads a backlog in blocks, each committed by itself and in the order of the uids', async () => {
    await server.deliver(mail('before'), 'Backlog');
    const uidValidity = await inFolder('Backlog', validityOf);
    const state = memoryState({ cursor: { uidValidity, lastUid: 1 } });
    for (let n = 0; n < 450; n++) await server.deliver(mail(`n${n}`), 'Backlog');
    watch(state, configFor('Backlog'));
    await eventually(() => state.mails.length === 450);
    expect(state.mails.map(({ uid }) => uid)).toEqual(Array.from({ length: 450 }, (_, n) => n + 2));
    expect(state.commits).toBe(3);
  });

  it('reads nothing when the newest mail is at the cursor, although N:* names it', async () => {
    await server.deliver(mail('one'), 'Star');
    const uidValidity = await inFolder('Star', validityOf);
    const state = memoryState({ cursor: { uidValidity, lastUid: 1 } });
    watch(state, configFor('Star'));
    await started(state);
    expect(state.mails).toEqual([]);
  });

  it('reads the mails of the last days when a backfill is asked for', async () => {
    await server.deliver(mail('seed'), 'Backfill');
    await inFolder('Backfill', async (client) => {
      await client.append('Backfill', mail('old'), [], new Date(Date.now() - 90 * 86_400_000));
      await client.append('Backfill', mail('recent'), [], new Date(Date.now() - 3 * 86_400_000));
    });
    const state = memoryState();
    watch(state, configFor('Backfill', { backfill: 30 }));
    await eventually(() => state.mails.length === 2);
    await server.deliver(mail('new'), 'Backfill');
    await eventually(() => state.mails.length === 3);
    expect(subjectsOf(state)).toEqual(['seed', 'recent', 'new']);
    const days = (Date.now() - state.mails[1]!.receivedAt.getTime()) / 86_400_000;
    expect(Math.round(days)).toBe(3);
  });

  it('reads what arrived since the last contact when UIDVALIDITY has changed', async () => {
    await server.deliver(mail('lost'), 'Validity');
    await inFolder('Validity', async (client) => {
      await client.append('Validity', mail('old'), [], new Date(Date.now() - 20 * 86_400_000));
      await client.append('Validity', mail('missed'), [], new Date(Date.now() - 5 * 86_400_000));
    });
    const state = memoryState({
      cursor: { uidValidity: 1n, lastUid: 7_000 },
      lastContactAt: new Date(Date.now() - 6 * 86_400_000),
    });
    watch(state, configFor('Validity'));
    await eventually(() => state.mails.length === 2);
    expect(subjectsOf(state)).toEqual(['lost', 'missed']);
    expect(await state.cursor()).toMatchObject({ lastUid: 3 });
  });

  it('notices that a folder was made anew while it watches', async () => {
    await server.deliver(mail('before'), 'Anew');
    const state = memoryState();
    watch(state, configFor('Anew'), 50);
    await started(state);
    await server.deliver(mail('one'), 'Anew');
    await eventually(() => state.mails.length === 1);
    await inFolder('INBOX', async (client) => {
      await client.mailboxRename('Anew', 'Away');
      await client.mailboxCreate('Anew');
      await client.append('Anew', mail('two'));
    });
    await eventually(() => subjectsOf(state).includes('two'));
    expect(state.mails.find(({ uid }) => uid === 1)?.uidValidity).not.toBe(state.mails[0]?.uidValidity);
  });

  it.each([
    ['TLS with its own authority', () => configFor('INBOX')],
    ['STARTTLS', () => configFor('INBOX', { security: 'starttls', port: server.starttlsPort })],
  ] as const)('opens the folder by %s and says how many mails are there', async (_, config) => {
    await server.deliver(mail('one'));
    const source = imapSource(config(), { signIn: byPassword(server.password), pollMs: RARELY, log });
    expect(await source.check()).toMatch(/^INBOX を開けました\(\d+通\)。/);
  });

  it.each([
    ['the password is wrong', {}, 'wrong', /パスワードを受け付けません.*does not accept/],
    ['the authority is not known', { ca: undefined }, null, /証明書を検証できません.*certificate/],
    ['the authority cannot be read', { ca: '/nonexistent/ca.pem' }, null, /ca\.pem を読めません/],
    ['the folder is missing', { folder: 'Nowhere' }, null, /フォルダー Nowhere がありません/],
    [
      'the host is not found',
      { host: 'mail.nowhere.invalid' },
      null,
      /サーバー mail\.nowhere\.invalid が見つかりません/,
    ],
  ] as const)('says what to do when %s', async (_, changes, password, expected) => {
    await server.deliver(mail('one'));
    const config = configFor('INBOX', changes);
    const given = password ?? server.password;
    const source = imapSource(config, { signIn: byPassword(given), pollMs: RARELY, log });
    await expect(source.check()).rejects.toThrow(expected);
    const state = memoryState();
    watch(state, config, RARELY, given);
    await eventually(() => typeof state.trouble() === 'string');
    expect(state.trouble()).toMatch(expected);
    expect(state.trouble()).not.toContain(given);
  });

  it.each([
    ['plain IMAP is spoken to as TLS', () => ({ port: server.starttlsPort }), /security とポート/],
    ['nobody listens', async () => ({ port: await freePort() }), /接続を拒否/],
  ] as const)('says what to do when %s', async (_, changes, expected) => {
    const config = configFor('INBOX', await changes());
    const source = imapSource(config, { signIn: byPassword(server.password), pollMs: RARELY, log });
    await expect(source.check()).rejects.toThrow(expected);
  });

  it('says that no password is configured', async () => {
    const source = imapSource(configFor('INBOX'), { signIn: byPassword(null), pollMs: RARELY, log });
    await expect(source.check()).rejects.toThrow('KOMAINU_PASSWORD_SUPPORT');
  });
});

describeWithServer('dovecot', 'an IMAP source whose server is killed', () => {
  it('reports it, connects again by itself, and misses no mail', async () => {
    const server = await startDovecot();
    const { host, port, caFile: ca, user, password } = server;
    const state = memoryState();
    const abort = new AbortController();
    const config = {
      name: 'support',
      kind: 'imap',
      security: 'tls',
      direction: 'in',
      folder: 'INBOX',
      unopened: 'fold',
    } as const;
    await server.deliver(mail('before'));
    const done = imapSource(
      { ...config, host, port, ca, user, folders: null, backfill: null, mark: null },
      { signIn: byPassword(password), pollMs: RARELY, log },
    ).watch(state, abort.signal);
    await eventually(() => state.trouble() === null);
    await server.kill();
    await eventually(() => /接続を拒否/.test(state.trouble() ?? ''));
    await server.deliver(mail('while down'));
    await server.restart();
    await eventually(() => state.trouble() === null);
    await server.deliver(mail('afterwards'));
    await eventually(() => state.mails.length === 2);
    expect(subjectsOf(state)).toEqual(['while down', 'afterwards']);
    abort.abort();
    await done;
    await server.stop();
  });
});

describe('an IMAP source that is told to stop', () => {
  it('stops while it waits for its next attempt', async () => {
    const abort = new AbortController();
    const state = memoryState();
    const config = {
      name: 'support',
      kind: 'imap',
      security: 'tls',
      direction: 'in',
      folder: 'INBOX',
      unopened: 'fold',
    } as const;
    const done = imapSource(
      { ...config, host: '127.0.0.1', port: await freePort(), user: 'taro', folders: null, backfill: null, mark: null },
      { signIn: byPassword('himitsu'), pollMs: RARELY, log },
    ).watch(state, abort.signal);
    await eventually(() => typeof state.trouble() === 'string');
    abort.abort();
    await done;
  });
});
