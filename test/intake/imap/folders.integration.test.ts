import type { ImapFlow } from 'imapflow';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ImapSourceConfig } from '../../../src/config/index.ts';
import { imapSource } from '../../../src/intake/index.ts';
import { eventually } from '../../support/eventually.ts';
import { imapConfig, inMailbox, subjectsOf, watchSource } from '../../support/imap-source.ts';
import { type MemoryState, memoryState } from '../../support/memory-state.ts';
import { describeWithServer, startDovecot, type TestDovecot } from '../../support/servers.ts';
import { byPassword } from '../../support/sign-in.ts';

const RARELY = 3_600_000; // a poll that never comes
const log = pino({ level: 'silent' });
const mail = (subject: string): Buffer =>
  Buffer.from(`From: taro@example.jp\r\nSubject: ${subject}\r\n\r\nこんにちは\r\n`);
/** As on Courier and older Dovecots: everything lies below INBOX, and folders that all share lie beside it. */
const namespaces = (folder: string): string => `
namespace inbox {
  prefix = INBOX.
  separator = .
}
namespace public {
  type = public
  prefix = Public.
  separator = .
  mail_driver = maildir
  mail_path = ${folder}/public
  subscriptions = no
  list = children
}
`;

describeWithServer('dovecot', 'an IMAP source of several folders', () => {
  let server: TestDovecot;
  beforeAll(async () => {
    server = await startDovecot({ users: ['taro', 'hanako', 'jiro'], more: namespaces });
  });
  afterAll(() => server.stop());

  const configFor = (changes: Partial<ImapSourceConfig>): ImapSourceConfig => imapConfig(server, changes);

  const watch = (state: MemoryState, config: ImapSourceConfig, listMs = 300) =>
    watchSource(state, config, { password: server.password, pollMs: RARELY, listMs });

  const asUser = <T>(user: string, act: (client: ImapFlow) => Promise<T>): Promise<T> =>
    inMailbox({ ...server, user }, act);

  it('wakes for each folder, which has a cursor of its own; folders that come, go or are renamed lose nothing', async () => {
    const user = 'taro';
    await server.deliver(mail('before'), 'INBOX', user);
    await server.deliver(mail('before'), 'Support.A', user);
    const state = memoryState();
    await using _ = watch(state, configFor({ user, folders: ['inbox', 'INBOX/Support/*'] }));
    const part = (folder: string) => state.parts.get(folder);
    const isWatched = (folder: string) => eventually(() => part(folder)?.trouble() === null);
    await isWatched('INBOX');
    await isWatched('INBOX.Support.A');
    await eventually(() => state.trouble() === null);
    await server.deliver(mail('to inbox'), 'INBOX', user);
    await server.deliver(mail('to a'), 'Support.A', user);
    await eventually(() => part('INBOX')?.mails.length === 1 && part('INBOX.Support.A')?.mails.length === 1);
    expect(subjectsOf(part('INBOX'))).toEqual(['to inbox']);
    expect(subjectsOf(part('INBOX.Support.A'))).toEqual(['to a']);
    expect(state.mails).toEqual([]);

    await asUser(user, async (client) => {
      await client.mailboxCreate('Support.B');
      await client.append('Support.B', mail('there before it was seen'));
      await client.append('Support.B', mail('of long ago'), [], new Date(Date.now() - 90 * 86_400_000));
    });
    await eventually(() => part('INBOX.Support.B')?.mails.length === 1);
    expect(subjectsOf(part('INBOX.Support.B'))).toEqual(['there before it was seen']);

    await asUser(user, (client) => client.mailboxRename('Support.A', 'Support.C'));
    await server.deliver(mail('after the renaming'), 'Support.C', user);
    await eventually(() => subjectsOf(part('INBOX.Support.C')).includes('after the renaming'));
    await eventually(() => /見張りを終えました/.test(part('INBOX.Support.A')?.notes.at(-1) ?? ''));
    expect(part('INBOX.Support.A')?.trouble()).toBeNull();

    await asUser(user, (client) => client.mailboxDelete('Support.B'));
    await eventually(() => /is gone/.test(part('INBOX.Support.B')?.notes.at(-1) ?? ''));
    await server.deliver(mail('still awake'), 'INBOX', user);
    await eventually(() => part('INBOX')?.mails.length === 2);
  });

  it.each([
    ['with its namespace', 'Public.窓口'],
    ['with slashes', 'Public/窓口'],
  ])('reads a public folder %s', async (_, folder) => {
    await server.deliverAt(mail('seed'), 'public/.&epNT4w-');
    const state = memoryState();
    await using _watching = watch(state, configFor({ user: 'hanako', folder }));
    await eventually(() => state.trouble() === null);
    await server.deliverAt(mail('public'), 'public/.&epNT4w-');
    await eventually(() => state.mails.length === 1);
    expect(subjectsOf(state)).toEqual(['public']);
  });

  it('finds a folder below the personal namespace without its prefix', async () => {
    await server.deliver(mail('one'), 'Kujo', 'hanako');
    const source = imapSource(configFor({ user: 'hanako', folder: 'Kujo' }), {
      signIn: byPassword(server.password),
      pollMs: RARELY,
      log,
    });
    expect(await source.check()).toMatch(/^Kujo を開けました\(1通\)/);
  });

  it('says when no folder matches', async () => {
    const state = memoryState();
    await using _ = watch(state, configFor({ user: 'hanako', folders: ['Nothing/*'] }));
    await eventually(() => typeof state.trouble() === 'string');
    expect(state.trouble()).toMatch(/Nothing\/\* に当たるフォルダーがありません/);
  });

  it('tells how far a long backlog is read', async () => {
    for (let n = 0; n < 600; n++) await server.deliver(mail(`n${n}`), 'INBOX', 'jiro');
    const state = memoryState();
    await using _ = watch(state, configFor({ user: 'jiro', backfill: 30 }));
    await eventually(() => state.mails.length === 600 && state.notes.at(-1) === null);
    expect(state.notes[0]).toMatch(/\(200\/600通\)/);
  });
});

describeWithServer('dovecot', 'an IMAP source of more folders than the server allows connections', () => {
  it('says so, and the other folders are watched', async () => {
    const server = await startDovecot({ more: () => 'mail_max_userip_connections = 2\n' });
    for (const folder of ['A', 'B', 'C']) await server.deliver(mail('before'), folder);
    const { host, port, caFile: ca, user, password } = server;
    const config: ImapSourceConfig = {
      ...{ name: 'support', kind: 'imap', security: 'tls', direction: 'in', unopened: 'fold', folder: 'INBOX' },
      ...{ host, port, ca, user, folders: ['A', 'B', 'C'], backfill: null, mark: null },
    };
    const state = memoryState();
    const abort = new AbortController();
    const done = imapSource(config, { signIn: byPassword(password), pollMs: RARELY, log }).watch(state, abort.signal);
    const troubles = () => [...state.parts.values()].map((part) => part.trouble());
    await eventually(() => troubles().some((trouble) => /同時接続が多すぎる/.test(trouble ?? '')));
    await eventually(() => troubles().filter((trouble) => trouble === null).length === 2);
    abort.abort();
    await done;
    await server.stop();
  });
});
