import { join } from 'node:path';
import { eq, isNotNull } from 'drizzle-orm';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { CaseId, PastRunId, PersonId } from '../../../src/cases/index.ts';
import { createSignIns } from '../../../src/intake/index.ts';
import { compileInThread, rulesOver, screen } from '../../../src/screening/index.ts';
import { createScreenJob } from '../../../src/screening/job/index.ts';
import { createPastJob } from '../../../src/services/past/job.ts';
import {
  addPastRun,
  askForCases,
  authSchema,
  caseListPage,
  decide,
  foundLaterCounts,
  loadCase,
  loadPastRun,
  mailsWithoutVerdict,
  openStore,
  type Store,
  sourceState,
} from '../../../src/store/index.ts';
import { caseFile, mail, verdict } from '../../../src/store/schema/core.ts';
import { loadTokenizer } from '../../../src/text/index.ts';
import { packVersions } from '../../../src/tuning/index.ts';
import { smallDictionary } from '../../support/dictionary.ts';
import { personId } from '../../support/ids.ts';
import { inMailbox } from '../../support/imap-source.ts';
import { describeWithServer, startDovecot, type TestDovecot } from '../../support/servers.ts';
import { openTestStore } from '../../support/store.ts';
import { dictionaryOfThen } from './decided.ts';
import { killAfter, startPastChild } from './killed.ts';
import { DAY_MS, fillMailbox, otherDictionary, pastFolder, pastMail, writeDictionary } from './mailbox.ts';

const log = pino({ level: 'silent' });
const MAILS = 120; // newly found are 5, 35, 65 and 95
const NEW = [5, 35, 65, 95];
const keys = { hash: (value: string) => value };

describeWithServer('dovecot', 'cases of what a comparison found newly', () => {
  let server: TestDovecot;
  let uidValidity: bigint;
  const numbers = new Map<number, number>(); // of mails, by uid: not in the order in which they came
  const uidOf = (n: number) => [...numbers].find(([, of]) => of === n)![0];
  let place: ReturnType<typeof pastFolder>;
  let store: Store;
  beforeAll(async () => {
    server = await startDovecot();
    await fillMailbox(server, MAILS);
    await inMailbox(server, async (client) => {
      ({ uidValidity } = await client.mailboxOpen('INBOX', { readOnly: true }));
      for await (const { uid, envelope } of client.fetch('1:*', { uid: true, envelope: true }))
        numbers.set(uid, Number(envelope!.subject!.split(' ').at(-1)));
    });
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    place = pastFolder(server);
    store = await openTestStore(place.path);
  });
  afterEach(async () => {
    await store.close();
    place.remove();
  });

  /** As intake and screening did when it came. @returns its case; null: it was ordinary */
  async function came(n: number, files = smallDictionary()): Promise<CaseId | null> {
    const { db } = store;
    const packed = await compileInThread({ dictionary: files, classifier: null, timeZone: 'Asia/Tokyo' });
    const rules = { ...rulesOver(packed), tokenize: await loadTokenizer() };
    const uid = uidOf(n);
    const delivery = { uidValidity, uid, receivedAt: new Date(Date.now() - 3_600_000), raw: pastMail(n) };
    await sourceState(db, 'support').commit([delivery], { uidValidity, lastUid: uid });
    const job = createScreenJob({
      ...{ db, keys, log, counterpartyOf: (address: string) => address, now: () => new Date() },
      screen: (one, historyOf) => screen(one, rules, historyOf),
    });
    const [mailId] = await mailsWithoutVerdict(db, { limit: 1 });
    await job({ mailId: mailId! }, { number: 1, last: true });
    const [file] = await db.select({ id: caseFile.id }).from(caseFile).where(eq(caseFile.openedBy, mailId!));
    return file?.id ?? null;
  }

  /** @param onNow told whenever the job asks for the time */
  const jobFor = (stop = new AbortController().signal, onNow = () => {}) => {
    const job = createPastJob({
      ...{ config: place.config, db: store.db, keys, stop, log },
      signIns: createSignIns(place.config, place.secrets, log),
      now() {
        onNow();
        return new Date();
      },
    });
    return (run: PastRunId) => job({ run }, { number: 1, last: true });
  };

  /** A comparison with a draft, at its end. */
  async function compared(): Promise<PastRunId> {
    const at = new Date();
    const run = await addPastRun(store.db, {
      ...{ kind: 'backtest', startedAt: at, person: null, by: 'test', sources: ['support'] },
      subject: 'draft insult.useless',
      since: new Date(at.getTime() - 30 * DAY_MS),
      until: at,
      rules: packVersions([smallDictionary(), otherDictionary()]),
    });
    await jobFor()(run);
    return run;
  }
  const publish = () => writeDictionary(join(place.path, 'words'), otherDictionary());
  const ask = (run: PastRunId, person: PersonId | null = null) =>
    store.db.transaction((tx) => askForCases(tx, run, { by: '直子', person, at: new Date() }));
  const cases = async () => {
    const rows = await store.db
      .select({
        id: caseFile.id,
        status: caseFile.status,
        band: caseFile.band,
        uid: mail.uid,
        later: verdict.foundLater,
      })
      .from(caseFile)
      .innerJoin(mail, eq(mail.id, caseFile.openedBy))
      .innerJoin(verdict, eq(verdict.mailId, mail.id));
    return rows.map(({ uid, ...row }) => ({ ...row, mail: numbers.get(uid)! })).sort((a, b) => a.mail - b.mail);
  };
  const none = { opened: 0, known: 0, ordinary: 0, named: 0, gone: 0, old: 0 };

  it('are opened after it is published, by the ordinary way, and told apart', { timeout: 120_000 }, async () => {
    const { db } = store;
    expect(await came(5)).toBeNull(); // ordinary when it came; 35 and 95 came before there was a Komainu
    const decided = await came(65, dictionaryOfThen());
    await decide(db, decided!, { kind: 'dismiss', reason: 'mention', note: '' }, 'x', new Date());
    const run = await compared();

    expect(await ask(run)).toBe(true);
    expect(await ask(run)).toBe(false); // it is being worked at
    await jobFor()(run);
    expect(await foundLaterCounts(db, run)).toEqual({ ...none, ordinary: NEW.length }); // nothing is in force yet
    expect(await cases()).toHaveLength(1);

    await publish();
    expect(await ask(run)).toBe(true);
    await jobFor()(run);
    expect(await loadPastRun(db, run)).toMatchObject({ later: 'done', laterBy: '直子', trouble: null });
    expect(await foundLaterCounts(db, run)).toEqual({ ...none, opened: 3, known: 1 });
    const after = await cases();
    expect(after.map(({ mail, status, band }) => [mail, status, band])).toEqual([
      [5, 'open', 'review'],
      [35, 'open', 'review'],
      [65, 'dismissed', 'review'],
      [95, 'open', 'review'],
    ]);
    expect(after.map(({ later }) => later !== null)).toEqual([true, true, false, true]);
    const opened = (await loadCase(db, after[0]!.id))!;
    expect(opened.items[0]!.message!.parts.map(({ text }) => text).join()).toContain('無能');
    expect(opened.items[0]!.foundLater).toBeInstanceOf(Date);
    const looking = { person: personId('p'), now: new Date(), seesConfidential: false };
    const list = await caseListPage(db, { status: 'open', limit: 9, offset: 0 }, looking);
    expect(list.map(({ foundLater }) => foundLater)).toEqual([true, true, true]);

    expect(await ask(run)).toBe(true); // once more: nothing is doubled
    await jobFor()(run);
    expect(await cases()).toEqual(after);
    expect(await foundLaterCounts(db, run)).toEqual({ ...none, opened: 3, known: 1 });
  });

  it('are none for whoever a mail speaks of, until another asks', { timeout: 120_000 }, async () => {
    const { db } = store;
    const named = personId('named');
    const account = { id: named, name: '名なし', email: 'himitsu-kyaku-35@example.com', roles: ['tuner'] };
    await db.insert(authSchema.user).values(account);
    const run = await compared();
    await publish();
    await ask(run, named);
    await jobFor()(run);
    expect(await foundLaterCounts(db, run)).toEqual({ ...none, opened: 3, named: 1 });
    expect((await cases()).map((one) => one.mail)).toEqual([5, 65, 95]);
    await ask(run);
    await jobFor()(run);
    expect(await foundLaterCounts(db, run)).toEqual({ ...none, opened: 4 });
  });

  it('are none of mails that are gone, or older than verdicts are remembered', { timeout: 120_000 }, async () => {
    const run = await compared();
    await publish();
    await ask(run);
    const { config } = place;
    const old = createPastJob({
      ...{ config: { ...config, retention: { ...config.retention, verdictDays: 0 } }, db: store.db, keys, log },
      ...{ stop: new AbortController().signal, now: () => new Date() },
      signIns: createSignIns(place.config, place.secrets, log),
    });
    await old({ run }, { number: 1, last: true });
    expect(await foundLaterCounts(store.db, run)).toEqual({ ...none, old: NEW.length });
    expect(await cases()).toEqual([]);
  });

  it('wait for a person when the mailbox cannot be read', { timeout: 120_000 }, async () => {
    const run = await compared();
    await publish();
    await ask(run);
    const wrong = { ...place.secrets, passwords: new Map([['support', 'wrong']]) };
    const job = createPastJob({
      ...{ config: place.config, db: store.db, keys, log, stop: new AbortController().signal, now: () => new Date() },
      signIns: createSignIns(place.config, wrong, log),
    });
    await job({ run }, { number: 1, last: true });
    expect((await loadPastRun(store.db, run))!.trouble).toMatch(/パスワード/);
    expect(await cases()).toEqual([]);
    await ask(run);
    await jobFor()(run);
    expect(await foundLaterCounts(store.db, run)).toEqual({ ...none, opened: NEW.length });
    expect(await loadPastRun(store.db, run)).toMatchObject({ trouble: null });
  });

  it('are opened once, by two at a time and by processes that are killed', { timeout: 240_000 }, async () => {
    await came(5);
    const run = await compared();
    await publish();
    await ask(run);
    await store.close();
    for (const times of [2, 3]) await killAfter(startPastChild(place.path, run, server.password), times);
    store = await openStore({ kind: 'pglite', path: `${place.path}/store` }, place.path);
    await Promise.all([jobFor()(run), jobFor()(run)]);
    expect(await loadPastRun(store.db, run)).toMatchObject({ later: 'done' });
    expect((await cases()).map((one) => one.mail)).toEqual(NEW);
    const later = await store.db.select({ id: verdict.mailId }).from(verdict).where(isNotNull(verdict.foundLater));
    expect(later).toHaveLength(NEW.length);
  });
});
