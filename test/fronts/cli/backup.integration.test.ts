import { readdirSync, readFileSync, readlinkSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../../src/config/index.ts';
import { localSocketPath, serveLocalApi } from '../../../src/fronts/api/local/index.ts';
import { openOwnStore } from '../../../src/fronts/cli/local/own-store.ts';
import {
  addConsultationNote,
  authSchema,
  type Db,
  decide,
  handIn,
  openStore,
  sourceState,
  spoolDepth,
} from '../../../src/store/index.ts';
import { newConsultation } from '../../store/consultations.ts';
import { reviewers } from '../../store/reviewers.ts';
import { assessment, at, judgedMail, storeMail } from '../../store/samples.ts';
import { createDatabase, describeWithServer } from '../../support/servers.ts';
import { putEmptyStore } from '../../support/store.ts';
import { komainu, type Workspace, workspace } from './support.ts';

const HARD = 'a\u0001"\\\n\u{1F600}土下座'; // what text and JSON must survive

const opened = async (place: Workspace) => {
  const { config, secrets } = loadConfig(null, {}, place.path);
  return openStore(secrets.store, config.dataPath);
};

async function fill(db: Db): Promise<void> {
  const { caseId } = await judgedMail(db, 1, { assessment: assessment('urgent', ['sexual', 'privacy']) });
  await judgedMail(db, 2, { display: { from: HARD, subject: HARD, counterparty: 'example.co.jp' } });
  await judgedMail(db, 3, { assessment: assessment('ordinary') });
  await storeMail(db, { minute: 4 });
  await decide(db, caseId!, { kind: 'dismiss', reason: 'jargon', note: HARD }, '確認 太郎', at(700));
  await sourceState(db, 'support').note(HARD);
  const [person] = await reviewers(db, 'employee');
  const { id } = await handIn(db, newConsultation(person!, { confidential: true, mail: true, words: HARD }), at(5));
  await addConsultationNote(db, person!.id, id, HARD, at(6));
  await db.insert(authSchema.session).values({ id: 's', userId: person!.id, token: SECRETS[0]!, expiresAt: at(9) });
  await db.insert(authSchema.verification).values({ id: 'v', identifier: SECRETS[1]!, value: '', expiresAt: at(9) });
  await db.insert(authSchema.invitation).values({ tokenHash: SECRETS[2]!, email: '', name: '', expiresAt: at(9) });
}

/** Of what lets people in. */
const SECRETS = ['a-session-token', '2fa-a-challenge', 'hash-of-an-invitation'];
const LEFT_OUT = /^auth\.(session|verification|invitation) /;

/** Every row of every table, as text. */
async function contents(db: Db): Promise<string[]> {
  const names = (await db.execute(
    sql`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('komainu', 'auth') order by 1`,
  )) as unknown as { rows: { name: string }[] };
  const all: string[] = [];
  for (const { name } of names.rows) {
    const { rows } = (await db.execute(sql.raw(`select t::text as row from ${name} t order by 1`))) as unknown as {
      rows: { row: string }[];
    };
    all.push(...rows.map(({ row }) => `${name} ${row}`));
  }
  return all;
}

/** A workspace with an empty store. */
async function prepared(files: Readonly<Record<string, string>> = {}): Promise<Workspace> {
  const place = await workspace(files);
  await putEmptyStore(join(place.path, 'data/store'));
  return place;
}

describe('komainu backup and restore', { timeout: 180_000 }, () => {
  let from: Workspace;
  let before: string[];
  const running: AsyncDisposable[] = [];
  const run = (place: Workspace, ...argv: string[]) => komainu(argv, { cwd: place.path });
  const file = () => join(from.path, 'all.komainu');

  beforeAll(async () => {
    from = await prepared();
    const store = await opened(from);
    await fill(store.db);
    await store.close();
    const own = await openOwnStore(loadConfig(null, {}, from.path), {});
    const socket = await serveLocalApi(own.api, localSocketPath(loadConfig(null, {}, from.path).config.dataPath));
    running.push(socket, own);
    expect(await run(from, 'backup', 'all.komainu')).toMatchObject({ code: 0 }); // while it runs
    for (const one of running.splice(0)) await one[Symbol.asyncDispose]();
    const after = await opened(from);
    before = (await contents(after.db)).filter((row) => !LEFT_OUT.test(row)); // with the line of the audit log that says so
    await after.close();
  });
  afterAll(async () => {
    for (const one of running) await one[Symbol.asyncDispose]();
    await from[Symbol.asyncDispose]();
  });

  const isRestore = (row: string) => row.startsWith('komainu.audit (') && row.includes('store.restore');

  it('gives a file only its owner can read, and never writes over one', async () => {
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    const again = await run(from, 'backup', 'all.komainu');
    expect(again.code).toBe(1);
    expect(again.err).toContain('すでにあります');
  });

  it('says what the file holds, and warns that it is not encrypted and the key lies in it', async () => {
    const { out, err } = await run(from, 'backup', 'told.komainu');
    expect(out).toContain('案件 3件、メールの原文 4通、相談 1件（非公開のものも）、利用者 1人');
    expect(out).toContain('、秘密鍵');
    expect(err).toContain('暗号化していません');
    expect(err).toContain('秘密鍵も入っているため');
  });

  it('says of no key where it comes from the environment and is not in the file', async () => {
    await using place = await prepared();
    const { out, err } = await komainu(['backup', 'told.komainu'], {
      cwd: place.path,
      env: { KOMAINU_SECRET: 'a'.repeat(64) },
    });
    expect(out).not.toContain('秘密鍵');
    expect(err).toContain('暗号化していません');
    expect(err).not.toContain('秘密鍵');
  });

  it('holds nobody who is signed in, half-way through it, or invited', async () => {
    const text = gunzipSync(readFileSync(file())).toString();
    for (const secret of SECRETS) expect(text).not.toContain(secret);
    expect(text).toContain('employee');
  });

  it('signs nobody in by what a file was given besides', async () => {
    await using to = await prepared();
    const lines = gunzipSync(readFileSync(file())).toString().trimEnd().split('\n');
    const columns = ['id', 'user_id', 'token', 'expires_at', 'ip_address', 'user_agent', 'created_at', 'updated_at'];
    const now = new Date().toISOString();
    const session = ['s', 'id-employee', 'planted', '2099-01-01', null, null, now, now];
    const added = [JSON.stringify({ table: 'auth.session', columns }), JSON.stringify(session)];
    writeFileSync(join(to.path, 'planted'), gzipSync(`${lines.toSpliced(-1, 0, ...added).join('\n')}\n`));
    expect((await run(to, 'restore', 'planted')).err).toContain('no backup');
  });

  it('ends what there is where it is restored: nobody is signed in or invited there any more', async () => {
    await using to = await prepared();
    const store = await opened(to);
    await store.db.insert(authSchema.invitation).values({ tokenHash: 'x', email: '', name: '', expiresAt: at(9) });
    await store.close();
    expect(await run(to, 'restore', file())).toMatchObject({ code: 0, err: '' });
    const after = await opened(to);
    expect((await contents(after.db)).filter((row) => LEFT_OUT.test(row))).toEqual([]);
    await after.close();
  });

  it('follows no link and leaves what it points to alone', async () => {
    await using place = await prepared({ 'precious.txt': 'precious' });
    symlinkSync('precious.txt', join(place.path, 'link'));
    symlinkSync('nowhere', join(place.path, 'dangling'));
    symlinkSync('precious.txt', join(place.path, 'new.part'));
    for (const name of ['link', 'dangling']) expect((await run(place, 'backup', name)).err).toContain('すでにあります');
    expect((await run(place, 'backup', 'new')).code).toBe(0);
    expect(readFileSync(join(place.path, 'precious.txt'), 'utf8')).toBe('precious');
    expect(readlinkSync(join(place.path, 'dangling'))).toBe('nowhere');
    expect(readdirSync(place.path)).not.toContain('nowhere');
    expect(readdirSync(place.path).filter((name) => name.endsWith('.part'))).toEqual(['new.part']);
  });

  it('leaves nothing behind where it cannot write', async () => {
    const { code } = await run(from, 'backup', 'no-such-folder/all');
    expect(code).toBe(1);
    expect(readdirSync(from.path).filter((name) => name.includes('.part'))).toEqual([]);
  });

  it.each([0, 1])('leaves the service alone where whoever reads goes after %i pieces', async (pieces) => {
    const unheard: unknown[] = [];
    const hear = (error: unknown) => void unheard.push(error);
    process.on('unhandledRejection', hear);
    const own = await openOwnStore(loadConfig(null, {}, from.path), {});
    running.push(own);
    const reader = (await own.api.request('/backup', { headers: { 'x-komainu-actor': 'cli:test' } })).body!.getReader();
    for (let nth = 0; nth < pieces; nth++) await reader.read();
    await reader.cancel();
    await setTimeout(200); // until the store has been read, to nobody
    process.off('unhandledRejection', hear);
    await running.pop()![Symbol.asyncDispose]();
    expect(unheard).toEqual([]);
  });

  describe('encrypted', () => {
    const withPhrase = (place: Workspace, phrase: string, ...argv: string[]) =>
      komainu(argv, { cwd: place.path, env: { KOMAINU_BACKUP_PASSPHRASE: phrase } });
    const PHRASE = 'four words of nobody';

    it('for a recipient whose key stays elsewhere', async () => {
      const identity = await generateX25519Identity();
      await using to = await prepared({ 'key.txt': `# made for a test\n${identity}\n` });
      const recipient = await identityToRecipient(identity);
      const { code, err } = await run(from, 'backup', 'for-one.age', '--encrypt', recipient);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      const path = join(from.path, 'for-one.age');
      expect(readFileSync(path, 'latin1')).toMatch(/^age-encryption\.org\/v1\n-> X25519 /);
      expect(statSync(path).mode & 0o777).toBe(0o600);
      expect((await run(to, 'restore', path)).err).toContain('is encrypted');
      expect(await run(to, 'restore', path, '--identity', 'key.txt')).toMatchObject({ code: 0, err: '' });
      const store = await opened(to);
      expect((await contents(store.db)).filter((row) => row.startsWith('komainu.case_file'))).toHaveLength(3);
      await store.close();
    });

    it('with a passphrase, that nothing else opens', async () => {
      await using to = await prepared();
      expect(await withPhrase(from, PHRASE, 'backup', 'with-phrase.age', '--encrypt')).toMatchObject({ code: 0 });
      const path = join(from.path, 'with-phrase.age');
      expect((await withPhrase(to, 'another phrase', 'restore', path)).err).toContain('is encrypted');
      expect(await withPhrase(to, PHRASE, 'restore', path)).toMatchObject({ code: 0, err: '' });
    });

    it('is restored not at all when one byte of it was changed', async () => {
      await using to = await prepared();
      const bytes = readFileSync(join(from.path, 'with-phrase.age'));
      bytes[bytes.length - 20]! ^= 1;
      writeFileSync(join(to.path, 'changed.age'), bytes);
      expect((await withPhrase(to, PHRASE, 'restore', 'changed.age')).code).toBe(1);
      const store = await opened(to);
      expect(await contents(store.db)).toEqual([]);
      await store.close();
    });

    it.each([
      ['a short passphrase', ['backup', 'x', '--encrypt'], 'short'],
      ['the name of the file behind it', ['backup', 'x', '--encrypt', 'all.komainu'], ''],
      ['a recipient that is none', ['backup', 'x', '--encrypt', 'age1abc'], ''],
    ])('is refused for %s', async (_, argv, phrase) => {
      const { code } = await withPhrase(from, phrase, ...argv);
      expect(code).toBeGreaterThan(0);
      expect(readdirSync(from.path)).not.toContain('x');
    });
  });

  it('gives back every row and the key, and the service goes on with the next numbers', async () => {
    await using to = await prepared();
    expect(await run(to, 'restore', file())).toMatchObject({ code: 0, err: '' });
    const key = (place: Workspace) =>
      readFileSync(join(loadConfig(null, {}, place.path).config.dataPath, 'secret.key'));
    expect(key(to)).toEqual(key(from));
    const store = await opened(to);
    const restored = await contents(store.db);
    expect(restored.filter((row) => !isRestore(row))).toEqual(before);
    expect(restored.filter(isRestore)).toHaveLength(1);
    await storeMail(store.db, { minute: 9 });
    const added = (await contents(store.db)).filter((row) => !before.includes(row));
    expect(added).toContainEqual(expect.stringMatching(/^komainu.mail \(6,/));
    expect(await spoolDepth(store.db)).toBe(2);
    await store.close();
  });

  it.each([
    ['cut off', (lines: string[]) => lines.slice(0, -2), 'cut off'],
    [
      'of a later version',
      (lines: string[]) => lines.with(1, lines[1]!.replace(/"migration":"\d+"/, '"migration":"9000000000000"')),
      'この版より新しい版の狛犬のものです',
    ],
    [
      'of no version that there was',
      (lines: string[]) => lines.with(1, lines[1]!.replace(/"migration":"\d+"/, '"migration":"1"')),
      'no backup',
    ],
    [
      'about other tables',
      (lines: string[]) => lines.map((line) => line.replace('komainu.source', 'pg_catalog.pg_authid')),
      'no backup',
    ],
    [
      'with other columns',
      (lines: string[]) => lines.map((line) => line.replace('"trouble_since"', '"trouble); --"')),
      'no backup',
    ],
    ['no JSON', (lines: string[]) => lines.with(3, '{'), 'no backup'],
  ])('restores nothing from a file that is %s', async (_, change, sentence) => {
    await using to = await prepared();
    const lines = change(gunzipSync(readFileSync(file())).toString().trimEnd().split('\n'));
    writeFileSync(join(to.path, 'changed'), gzipSync(`${lines.join('\n')}\n`));
    const { code, err } = await run(to, 'restore', 'changed');
    expect(code).toBe(1);
    expect(err).toContain(sentence);
    const store = await opened(to);
    expect(await contents(store.db)).toEqual([]);
    await store.close();
  });

  it('restores nothing from what is no gzip, or not there, or into a store that is not empty', async () => {
    await using to = await prepared();
    writeFileSync(join(to.path, 'text'), 'hello');
    expect((await run(to, 'restore', 'text')).err).toContain('cannot be read as a backup');
    expect((await run(to, 'restore', 'nowhere')).err).toContain('cannot be read as a backup');
    expect((await run(from, 'restore', 'all.komainu')).err).toContain('not empty');
  });

  describeWithServer('postgres', 'across stores', () => {
    let database: Awaited<ReturnType<typeof createDatabase>>;
    beforeAll(async () => {
      database = await createDatabase();
    });
    afterAll(() => database.stop());

    it('moves a service from PGlite to PostgreSQL, and back', async () => {
      await using to = await prepared();
      const onPostgres = async (...argv: string[]) =>
        komainu(argv, { cwd: to.path, env: { DATABASE_URL: database.url } });
      writeFileSync(join(to.path, 'komainu.yaml'), 'store: { path: data/sample }\n');
      expect(await onPostgres('restore', file())).toMatchObject({ code: 0, err: '' });
      expect(await onPostgres('backup', 'back')).toMatchObject({ code: 0 });
      await using again = await prepared();
      expect(await run(again, 'restore', join(to.path, 'back'))).toMatchObject({ code: 0, err: '' });
      const store = await opened(again);
      const moved = (await contents(store.db)).filter((row) => !row.startsWith('komainu.audit ('));
      expect(moved).toEqual(before.filter((row) => !row.startsWith('komainu.audit (')));
      await store.close();
    });
  });
});
