import type { ImapFlow } from 'imapflow';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { ImapSourceConfig } from '../../../src/config/index.ts';
import { imapSource, type MailLocation, markMail } from '../../../src/intake/index.ts';
import { eventually } from '../../support/eventually.ts';
import { imapConfig, inMailbox, subjectsOf, type Watching, watchSource } from '../../support/imap-source.ts';
import { type MemoryState, memoryState } from '../../support/memory-state.ts';
import { describeWithServer, startCyrus, type TestCyrus } from '../../support/servers.ts';
import { byPassword } from '../../support/sign-in.ts';

const RARELY = 3_600_000; // a poll that never comes: what is seen was announced by IDLE
const log = pino({ level: 'silent' });

const mail = (subject: string): Buffer =>
  Buffer.from(
    `From: taro@example.jp\r\nSubject: ${subject}\r\nMessage-ID: <${subject}@example.jp>\r\n\r\nこんにちは\r\n`,
  );

describeWithServer('cyrus', 'an IMAP source at Cyrus', () => {
  let server: TestCyrus;
  let running: Watching[] = [];

  beforeAll(async () => {
    server = await startCyrus();
  });
  afterEach(async () => {
    await Promise.all(running.map((watch) => watch.stop()));
    running = [];
  });
  afterAll(() => server.stop());

  const configFor = (folder: string, changes: Partial<ImapSourceConfig> = {}): ImapSourceConfig =>
    imapConfig(server, { folder, ...changes });
  const signIn = () => byPassword(server.password);

  const watch = (state: MemoryState, config: ImapSourceConfig, pollMs = RARELY): void =>
    void running.push(watchSource(state, config, { password: server.password, pollMs }));

  const make = (folder: string) => inMailbox(server, (client) => client.mailboxCreate(folder));
  const deliver = (folder: string, ...subjects: readonly string[]) =>
    inMailbox(server, async (client) => {
      for (const subject of subjects) await client.append(folder, mail(subject));
    });
  const inFolder = <T>(folder: string, act: (client: ImapFlow) => Promise<T>) =>
    inMailbox(server, async (client) => {
      await client.mailboxOpen(folder);
      return act(client);
    });
  const started = (state: MemoryState): Promise<void> => eventually(() => state.trouble() === null);

  it.each([
    ['TLS', {}],
    ['STARTTLS', { security: 'starttls' }],
  ] as const)('is woken by IDLE over %s, and leaves \\Seen alone', async (how, changes) => {
    const folder = `INBOX/${how}`;
    await make(folder);
    await deliver(folder, 'before');
    const state = memoryState();
    const port = how === 'TLS' ? server.port : server.starttlsPort;
    watch(state, configFor(folder, { ...changes, port }));
    await started(state);
    await deliver(folder, 'one');
    await eventually(() => state.mails.length === 1);
    await deliver(folder, 'two', 'three');
    await eventually(() => state.mails.length === 3);
    expect(subjectsOf(state)).toEqual(['one', 'two', 'three']);
    expect(state.mails[0]?.raw).toEqual(mail('one'));
    expect(await inFolder(folder, (client) => client.search({ seen: false }))).toHaveLength(4);
    expect(state.reports).toEqual([null]);
  });

  it('takes no password in the clear', async () => {
    const config = configFor('INBOX', { security: 'none', port: server.starttlsPort });
    const source = imapSource(config, { signIn: signIn(), pollMs: RARELY, log });
    await expect(source.check()).rejects.toThrow(/TLSで通信できません|パスワード/);
  });

  it('goes on behind its cursor, past mails that were expunged', async () => {
    const folder = 'INBOX/Expunged';
    await make(folder);
    await deliver(folder, 'one', 'two', 'three', 'four');
    const uidValidity = await inFolder(folder, async ({ mailbox }) => (mailbox ? mailbox.uidValidity : 0n));
    await inFolder(folder, (client) => client.messageDelete('2:3', { uid: true }));
    const state = memoryState({ cursor: { uidValidity, lastUid: 0 } });
    watch(state, configFor(folder));
    await eventually(() => state.mails.length === 2);
    expect(subjectsOf(state)).toEqual(['one', 'four']);
  });

  it('misses no mail while others are expunged under its hands', async () => {
    const folder = 'INBOX/Under';
    await make(folder);
    const state = memoryState();
    watch(state, configFor(folder), 200);
    await started(state);
    for (let n = 0; n < 20; n++) {
      await deliver(folder, `keep${n}`, `drop${n}`);
      await inFolder(folder, (client) => client.messageDelete({ subject: `drop${n}` }));
    }
    await eventually(() => subjectsOf(state).filter((one) => one.startsWith('keep')).length === 20);
    expect(new Set(state.mails.map(({ uid }) => uid)).size).toBe(state.mails.length);
    expect(state.mails.every(({ raw }) => raw.length > 0)).toBe(true);
    // On a busy machine Cyrus hangs up now and then, in the midst of a search, on whoever reads while another expunges: it is
    // told, and tried again. Nothing else may be told, and it passes.
    await started(state);
    const told = state.reports.filter((trouble) => trouble !== null);
    expect(told.filter((trouble) => !trouble.includes('との通信に失敗しました。再試行します。'))).toEqual([]);
  });

  it('notices that a folder was made anew while it watches', async () => {
    const folder = 'INBOX/Anew';
    await make(folder);
    const state = memoryState();
    watch(state, configFor(folder), 100);
    await started(state);
    await deliver(folder, 'one');
    await eventually(() => state.mails.length === 1);
    await inMailbox(server, (client) => client.mailboxDelete(folder));
    await make(folder);
    await deliver(folder, 'two');
    await eventually(() => subjectsOf(state).includes('two'));
    expect(state.mails[1]?.uidValidity).not.toBe(state.mails[0]?.uidValidity);
  });

  it('watches the folders that a pattern means, Japanese names too, below its namespace', async () => {
    await make('INBOX/Support');
    await make('INBOX/Support/見積');
    const state = memoryState();
    watch(state, configFor('', { folders: ['INBOX/Support/*'] }));
    await eventually(() => state.parts.get('INBOX/Support/見積')?.trouble() === null);
    await deliver('INBOX/Support/見積', 'one');
    const part = state.parts.get('INBOX/Support/見積')!;
    await eventually(() => part.mails.length === 1);
    expect([...state.parts.keys()]).toEqual(['INBOX/Support/見積']);
  });

  it('finds a folder by its name without the namespace', async () => {
    await make('INBOX/Short');
    const source = imapSource(configFor('Short'), { signIn: signIn(), pollMs: RARELY, log });
    expect(await source.check()).toMatch(/^Short を開けました\(0通\)。/);
  });

  it('marks a mail with a keyword, moves it aside and back', async () => {
    const home = 'INBOX/Marked';
    await make(home);
    await deliver(home, 'one', 'two');
    const config = configFor(home, { mark: { keyword: '$Harassment', moveTo: 'Komainu' } });
    const uidValidity = await inFolder(home, async ({ mailbox }) => (mailbox ? mailbox.uidValidity : 0n));
    const known: MailLocation = { folder: home, uidValidity, uid: 1 };
    const request = { home, messageId: 'one@example.jp' };
    const done = await markMail(config, signIn(), { ...request, known, wanted: true });
    expect(done).toMatchObject({ kind: 'done', location: { folder: 'INBOX/Komainu' } });
    expect(await subjectsIn('INBOX/Komainu')).toEqual([['one', ['$Harassment']]]);
    expect(await subjectsIn(home)).toEqual([['two', []]]);
    // A lost attempt asks for the same again, from where the mail was.
    const again = await markMail(config, signIn(), { ...request, known, wanted: true });
    const moved = again.kind === 'done' ? again.location : known;
    expect(done).toMatchObject({ location: { uid: moved.uid, uidValidity: moved.uidValidity } });
    const back = await markMail(config, signIn(), { ...request, known: moved, wanted: false });
    expect(back).toMatchObject({ kind: 'done', location: { folder: home } });
    expect(await subjectsIn(home)).toEqual([
      ['two', []],
      ['one', []],
    ]);
  });

  const subjectsIn = (folder: string) =>
    inFolder(folder, async (client) =>
      (await client.fetchAll('1:*', { envelope: true, flags: true })).map(({ envelope, flags }) => [
        envelope?.subject,
        [...(flags ?? [])].filter((flag) => flag !== '\\Recent'),
      ]),
    );

  it('connects again by itself when the server was killed, and misses no mail', async () => {
    const folder = 'INBOX/Killed';
    await make(folder);
    const state = memoryState();
    watch(state, configFor(folder));
    await started(state);
    await server.kill();
    await eventually(() => typeof state.trouble() === 'string');
    await server.restart();
    await deliver(folder, 'one');
    await eventually(() => state.mails.length === 1 && state.trouble() === null);
    expect(subjectsOf(state)).toEqual(['one']);
  });
});
