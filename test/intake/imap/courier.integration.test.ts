import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { ImapSourceConfig } from '../../../src/config/index.ts';
import { markMail } from '../../../src/intake/index.ts';
import { eventually } from '../../support/eventually.ts';
import { imapConfig, inMailbox, subjectsOf, type Watching, watchSource } from '../../support/imap-source.ts';
import { type MemoryState, memoryState } from '../../support/memory-state.ts';
import { describeWithServer, startCourier, type TestCourier } from '../../support/servers.ts';
import { byPassword } from '../../support/sign-in.ts';

const RARELY = 3_600_000;
const PASSWORD = 'himitsu';
const mail = (subject: string): Buffer =>
  Buffer.from(`From: taro@example.jp\nSubject: ${subject}\nMessage-ID: <${subject}@example.jp>\n\nこんにちは\n`);

// It says no UIDNEXT, has no MOVE, and flags nothing as permanent in a folder opened read-only.
describeWithServer('courier', 'an IMAP source at Courier', () => {
  let server: TestCourier;
  let running: Watching[] = [];
  beforeAll(async () => {
    server = await startCourier();
    await server.deliver(mail('before'));
  });
  const openForWriting = () =>
    inMailbox({ ...server, password: PASSWORD }, async (client) => void (await client.mailboxOpen('INBOX')));
  afterEach(async () => {
    await Promise.all(running.map((watch) => watch.stop()));
    running = [];
  });
  afterAll(() => server.stop());

  const configFor = (changes: Partial<ImapSourceConfig> = {}): ImapSourceConfig => imapConfig(server, changes);
  const signIn = byPassword(PASSWORD);

  function watch(state: MemoryState, pollMs: number) {
    const watching = watchSource(state, configFor(), { password: PASSWORD, pollMs });
    running.push(watching);
    return watching;
  }

  it('says what to do while nobody has ever opened the folder for writing, for its uids change then', async () => {
    const state = memoryState();
    const watching = watch(state, 1_100);
    await eventually(() => typeof state.trouble() === 'string');
    expect(state.trouble()).toMatch(/書き込めるメールソフトで一度開いてください/);
    await watching.stop();
    await openForWriting();
  });

  it('is woken by IDLE, and goes on behind its cursor after a restart', async () => {
    const state = memoryState();
    const first = watch(state, RARELY);
    await eventually(() => state.trouble() === null);
    await server.deliver(mail('one'));
    await eventually(() => state.mails.length === 1);
    await first.stop();
    await server.deliver(mail('two'));
    watch(state, RARELY);
    await eventually(() => state.mails.length === 2);
    expect(subjectsOf(state)).toEqual(['one', 'two']);
    expect(state.reports.every((trouble) => trouble === null)).toBe(true);
  });

  it('finds new mails by its poll, each once', async () => {
    const state = memoryState();
    watch(state, 100);
    await eventually(() => state.trouble() === null);
    // Courier may give a mail of before another uid when two sessions look at the folder at once.
    const own = () => subjectsOf(state).filter((subject) => subject?.startsWith('poll'));
    for (let n = 0; n < 5; n++) {
      await server.deliver(mail(`poll${n}`));
      await eventually(() => own().length > n);
    }
    expect(own()).toEqual(['poll0', 'poll1', 'poll2', 'poll3', 'poll4']);
  });

  it('sets and takes off a keyword, and says that it cannot move', async () => {
    const state = memoryState();
    watch(state, RARELY);
    await eventually(() => state.trouble() === null);
    await server.deliver(mail('marked'));
    await eventually(() => state.mails.length === 1);
    const { uid, uidValidity } = state.mails[0]!;
    const known = { folder: 'INBOX', uid, uidValidity };
    const request = { known, home: 'INBOX', messageId: 'marked@example.jp' };
    const byKeyword = configFor({ mark: { keyword: '$Harassment', moveTo: null } });
    for (const wanted of [true, false])
      expect(await markMail(byKeyword, signIn, { ...request, wanted })).toEqual({ kind: 'done', location: known });
    const aside = configFor({ mark: { keyword: null, moveTo: 'Komainu' } });
    expect(await markMail(aside, signIn, { ...request, wanted: true })).toEqual({ kind: 'refused', what: 'move' });
  });
});
