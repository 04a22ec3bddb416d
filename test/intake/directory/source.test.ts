import { chownSync } from 'node:fs';
import { appendFile, chmod, mkdir, mkdtemp, open, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DirectorySourceConfig } from '../../../src/config/index.ts';
import { directorySource, MAX_MAIL_BYTES } from '../../../src/intake/index.ts';
import { eventually } from '../../support/eventually.ts';
import { type MemoryState, memoryState } from '../../support/memory-state.ts';
import { serverUser } from '../../support/system.ts';

const RARELY = 3_600_000; // a poll that never comes: what is seen was announced by the system
const log = pino({ level: 'silent' });

const mail = (subject: string): string => `From: taro@example.jp\nSubject: ${subject}\n\nこんにちは ${subject}\n`;

const subjects = (state: MemoryState): string[] =>
  state.mails.map(({ raw }) => /^Subject: (.*)$/m.exec(Buffer.from(raw).toString())?.[1] ?? '');

let folder: string;
let watches: { stop(): Promise<void> }[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'komainu-directory-'));
});
afterEach(async () => {
  await Promise.all(watches.map((watch) => watch.stop()));
  watches = [];
  await rm(folder, { recursive: true });
});

const configFor = (path: string, format: DirectorySourceConfig['format'] = 'auto'): DirectorySourceConfig => ({
  name: 'inbox',
  kind: 'directory',
  path,
  format,
  direction: 'in',
  unopened: 'fold',
});

function watch(state: MemoryState, path = folder, pollMs = RARELY) {
  const abort = new AbortController();
  const done = directorySource(configFor(path), { pollMs, log }).watch(state, abort.signal);
  const watching = {
    async stop() {
      abort.abort();
      await done;
    },
  };
  watches.push(watching);
  return watching;
}

const looked = (state: MemoryState): Promise<void> => eventually(() => state.trouble() === null);

/** root may read everything: until disposed, this process acts as the user that test servers run as. */
function unprivileged(owned: string): Disposable {
  const { ids } = serverUser();
  if (ids === null) return { [Symbol.dispose]: () => {} };
  chownSync(owned, ids.uid, ids.gid);
  process.seteuid?.(ids.uid);
  return { [Symbol.dispose]: () => process.seteuid?.(0) };
}

describe('a folder of .eml files', () => {
  it('is read at the first start, and watched after it', async () => {
    await writeFile(join(folder, 'a.eml'), mail('a'));
    await writeFile(join(folder, 'notes.txt'), mail('no mail'));
    await writeFile(join(folder, '.hidden.eml'), mail('no mail'));
    const state = memoryState();
    watch(state);
    await eventually(() => state.mails.length === 1);
    await writeFile(join(folder, 'b.EML'), mail('b'));
    await eventually(() => state.mails.length === 2);
    expect(subjects(state)).toEqual(['a', 'b']);
    expect(state.mails[0]?.raw).toEqual(Buffer.from(mail('a')));
    expect(state.mails.map(({ uidValidity, uid }) => [uidValidity, uid])).toEqual([
      [1n, 1],
      [1n, 2],
    ]);
  });

  it('is read by the poll, too', async () => {
    const state = memoryState();
    watch(state, folder, 50);
    await looked(state);
    await writeFile(join(folder, 'a.eml'), mail('a'));
    await eventually(() => state.mails.length === 1);
  });

  it.each([
    ['in the middle of a line', ['Subject: slow\n\nfirst ha', 'lf and the second half\n']],
    ['in the middle of the header', ['From: taro@example.jp\n', 'Subject: slow\n\nbody\n']],
    [
      'between two parts',
      ['Subject: slow\nContent-Type: multipart/mixed;\n boundary="b"\n\n--b\n\none\n', '--b\n\ntwo\n--b--\n'],
    ],
  ])('gives a file that was half written %s once, and whole', async (_, [first, second]) => {
    const state = memoryState();
    watch(state);
    await looked(state);
    const file = await open(join(folder, 'slow.eml'), 'w');
    await file.write(first!);
    await pause(500); // longer than a finished file is given
    await file.write(second!);
    await file.close();
    await eventually(() => state.mails.length > 0);
    expect(Buffer.from(state.mails[0]!.raw).toString()).toBe(first! + second!);
    await writeFile(join(folder, 'next.eml'), mail('next'));
    await eventually(() => subjects(state).includes('next'));
    expect(state.mails).toHaveLength(2);
  });

  it('gives a file that is written anew as another mail', async () => {
    await writeFile(join(folder, 'a.eml'), mail('first'));
    const state = memoryState();
    watch(state);
    await eventually(() => state.mails.length === 1);
    await writeFile(join(folder, 'a.eml'), mail('second'));
    await eventually(() => state.mails.length === 2);
    expect(subjects(state)).toEqual(['first', 'second']);
  });

  it('takes in the end what never gets a line end', async () => {
    const state = memoryState();
    watch(state);
    await looked(state);
    await writeFile(join(folder, 'a.eml'), 'Subject: torn\n\nno line end');
    await eventually(() => state.mails.length === 1);
    expect(Buffer.from(state.mails[0]!.raw).toString()).toContain('no line end');
  });

  it('gives the same uids after a restart, and reads no mail twice', async () => {
    for (const name of ['a', 'b', 'c']) await writeFile(join(folder, `${name}.eml`), mail(name));
    const state = memoryState();
    const first = watch(state);
    await eventually(() => state.mails.length === 3);
    await first.stop();
    await writeFile(join(folder, 'd.eml'), mail('d'));
    watch(state);
    await eventually(() => state.mails.length === 4);
    expect(state.mails.map(({ uid }) => uid)).toEqual([1, 2, 3, 4]);
    expect(await state.cursor()).toEqual({ uidValidity: 1n, lastUid: 4 });
  });

  it('does not pass over a file that got its uid before a crash and is readable only later', async () => {
    const state = memoryState();
    await state.uidsOf(['early.eml\0of a file that is not there now']);
    await writeFile(join(folder, 'late.eml'), mail('late'));
    watch(state);
    await eventually(() => state.mails.length === 1);
    expect(state.mails[0]?.uid).toBe(2);
    expect(await state.cursor()).toEqual({ uidValidity: 1n, lastUid: 0 });
  });

  it('follows no link', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'komainu-outside-'));
    await writeFile(join(outside, 'secret.eml'), mail('secret'));
    await symlink(join(outside, 'secret.eml'), join(folder, 'link.eml'));
    await mkdir(join(folder, 'folder.eml'));
    await writeFile(join(folder, 'a.eml'), mail('a'));
    const state = memoryState();
    watch(state, folder, 50);
    await eventually(() => state.mails.length === 1);
    await writeFile(join(folder, 'b.eml'), mail('b'));
    await eventually(() => state.mails.length === 2);
    expect(subjects(state)).toEqual(['a', 'b']);
    await rm(outside, { recursive: true });
  });

  it('gives the head of a file that is too large', async () => {
    const file = await open(join(folder, 'large.eml'), 'w');
    await file.write('Subject: large\n\n');
    await file.truncate(MAX_MAIL_BYTES + 1000);
    await file.close();
    const state = memoryState();
    watch(state);
    await eventually(() => state.mails.length === 1);
    expect(state.mails[0]?.raw).toHaveLength(MAX_MAIL_BYTES);
  });

  it('reports files that it may not read, and reads the others', async () => {
    using _ = unprivileged(folder);
    await writeFile(join(folder, 'a.eml'), mail('a'));
    await writeFile(join(folder, 'locked.eml'), mail('locked'));
    await chmod(join(folder, 'locked.eml'), 0);
    const state = memoryState();
    watch(state, folder, 50);
    await eventually(() => typeof state.trouble() === 'string');
    expect(state.trouble()).toMatch(/読めないファイル/);
    expect(subjects(state)).toEqual(['a']);
    await chmod(join(folder, 'locked.eml'), 0o600);
    await eventually(() => state.trouble() === null);
    expect(subjects(state)).toEqual(['a', 'locked']);
  });
});

describe('a Maildir', () => {
  beforeEach(async () => {
    for (const name of ['tmp', 'new', 'cur']) await mkdir(join(folder, name));
  });

  async function deliver(name: string): Promise<void> {
    await writeFile(join(folder, 'tmp', name), mail(name));
    await rename(join(folder, 'tmp', name), join(folder, 'new', name));
  }

  it('gives the mails of new and cur, not those of tmp', async () => {
    await writeFile(join(folder, 'tmp', 'unfinished'), mail('unfinished'));
    await writeFile(join(folder, 'cur', 'read:2,S'), mail('read'));
    await deliver('fresh');
    const state = memoryState();
    watch(state);
    await eventually(() => state.mails.length === 2);
    await deliver('later');
    await eventually(() => state.mails.length === 3);
    expect(subjects(state).toSorted()).toEqual(['fresh', 'later', 'read']);
  });

  it('gives a mail once, whatever happens to its flags', async () => {
    await deliver('one');
    const state = memoryState();
    const first = watch(state);
    await eventually(() => state.mails.length === 1);
    await rename(join(folder, 'new', 'one'), join(folder, 'cur', 'one:2,S'));
    await deliver('two');
    await eventually(() => state.mails.length === 2);
    await first.stop();
    await rename(join(folder, 'cur', 'one:2,S'), join(folder, 'cur', 'one:2,RS'));
    await deliver('three');
    watch(state);
    await eventually(() => state.mails.length === 3);
    expect(subjects(state)).toEqual(['one', 'two', 'three']);
  });
});

describe('an mbox file', () => {
  const entry = (subject: string): string => `From taro@example.jp Mon Nov 23 10:00:00 2026\n${mail(subject)}\n`;
  let file: string;

  beforeEach(async () => {
    file = join(folder, 'mbox');
    await writeFile(file, entry('one') + entry('two') + entry('one'));
  });

  it('gives its mails, equal ones too, and what is appended', async () => {
    const state = memoryState();
    watch(state, file);
    await eventually(() => state.mails.length === 3);
    expect(state.mails[0]?.raw).toEqual(Buffer.from(mail('one')));
    expect(state.mails[0]?.receivedAt).toEqual(new Date('2026-11-23T10:00:00Z'));
    await appendFile(file, entry('three') + entry('two'));
    await eventually(() => state.mails.length === 5);
    expect(subjects(state)).toEqual(['one', 'two', 'one', 'three', 'two']);
  });

  it('gives no mail twice after a restart, nor after mails were removed from it', async () => {
    const state = memoryState();
    const first = watch(state, file);
    await eventually(() => state.mails.length === 3);
    await first.stop();
    watch(state, file);
    await looked(state);
    await writeFile(file, entry('two') + entry('three') + entry('four') + entry('five'));
    await eventually(() => state.mails.length === 6);
    expect(subjects(state)).toEqual(['one', 'two', 'one', 'three', 'four', 'five']);
  });

  it('gives a mail that is appended in two steps once, and whole', async () => {
    const state = memoryState();
    watch(state, file);
    await eventually(() => state.mails.length === 3);
    const half = entry('slow').slice(0, -8);
    await appendFile(file, half);
    await pause(500);
    await appendFile(file, entry('slow').slice(-8));
    await eventually(() => state.mails.length === 4);
    expect(state.mails[3]?.raw).toEqual(Buffer.from(mail('slow')));
  });
});

describe('a directory source with trouble', () => {
  it.each([
    ['nothing is there', 'nothing', 'auto', /がありません.*does not exist/],
    ['a file is no mbox', 'a.txt', 'auto', /形式として読めません/],
    ['a folder is no Maildir', '.', 'maildir', /maildir 形式として読めません/],
    ['a file is no folder', 'a.txt', 'eml', /eml 形式として読めません/],
    ['a folder is no mbox', '.', 'mbox', /mbox 形式として読めません/],
  ] as const)('says so when %s', async (_, name, format, expected) => {
    await writeFile(join(folder, 'a.txt'), 'no mail');
    const source = directorySource(configFor(join(folder, name), format), { pollMs: RARELY, log });
    await expect(source.check()).rejects.toThrow(expected);
  });

  it('goes on when the folder comes into being', async () => {
    const state = memoryState();
    const late = join(folder, 'late');
    watch(state, late);
    await eventually(() => typeof state.trouble() === 'string');
    await mkdir(late);
    await writeFile(join(late, 'a.eml'), mail('a'));
    await eventually(() => state.mails.length === 1);
    await looked(state);
  });

  it('goes on when the store fails for a while', async () => {
    const inner = memoryState();
    let broken = true;
    const state: MemoryState = {
      ...inner,
      commit: (deliveries, cursor) => (broken ? Promise.reject(new Error('down')) : inner.commit(deliveries, cursor)),
    };
    await writeFile(join(folder, 'a.eml'), mail('a'));
    watch(state);
    await eventually(() => inner.trouble()?.includes('保存できません') === true);
    broken = false;
    await eventually(() => inner.mails.length === 1);
  });

  it('says how many mails a folder holds when all is well', async () => {
    await writeFile(join(folder, 'a.eml'), mail('a'));
    const source = directorySource(configFor(folder), { pollMs: RARELY, log });
    expect(await source.check()).toContain('1通あります');
    await unlink(join(folder, 'a.eml'));
  });
});
