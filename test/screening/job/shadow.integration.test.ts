import { beforeAll, expect, it } from 'vitest';
import { DictionaryError } from '../../../src/detect/index.ts';
import { createBatchJob, createInHand, createShadow, createSpool } from '../../../src/screening/job/index.ts';
import { type AssessMail, type Rules, screen } from '../../../src/screening/pipeline.ts';
import type { Screening } from '../../../src/screening/pool/index.ts';
import { compileRules } from '../../../src/screening/rules.ts';
import {
  beginShadow,
  currentShadow,
  type Db,
  shadowCounts,
  shadowDifferences,
  sourceState,
  verdictCounts,
} from '../../../src/store/index.ts';
import { loadTokenizer } from '../../../src/text/index.ts';
import { at } from '../../store/samples.ts';
import { describeStores } from '../../store/stores.ts';
import { eventually } from '../../support/eventually.ts';
import { entryId } from '../../support/ids.ts';
import { FLAGGED, fewRules, rawMail, silent } from '../pool/support.ts';

const ORDINARY = '見積書をお送りください。';

let rules: Rules;
let draft: Rules; // finds what the rules do not, and not what they do
beforeAll(async () => {
  const tokenize = await loadTokenizer();
  const files = fewRules();
  rules = compileRules(files, tokenize);
  const dictionary = files.dictionary.map((file) => ({ ...file, text: file.text.replace('土下座しろ', '見積書') }));
  draft = compileRules({ ...files, dictionary }, tokenize);
});

const by =
  (which: () => Rules): AssessMail =>
  (mail, historyOf) =>
    screen(mail, which(), historyOf);
const screening = (assess: AssessMail): Screening => ({ screen: assess, [Symbol.asyncDispose]: async () => {} });

describeStores('a shadow beside the screening', (store) => {
  const begin = (db: Db) =>
    db.transaction((tx) =>
      beginShadow(tx, () => ({
        at: at(0),
        person: null,
        by: 'x',
        rules: [{ entry: entryId('a.x'), act: 'other', section: 'expressions', before: null, after: '- id: a.x\n' }],
      })),
    );

  async function bring(db: Db, bodies: readonly string[]): Promise<void> {
    const deliveries = bodies.map((body, n) => ({
      uidValidity: 1n,
      uid: n + 1,
      receivedAt: at(n),
      raw: rawMail(body, { From: `kyaku${n}@example.com`, 'Message-ID': `<${n}@example.com>` }),
    }));
    await sourceState(db, 'support').commit(deliveries, { uidValidity: 1n, lastUid: deliveries.length });
  }

  function worker(db: Db, open: () => Promise<Screening>) {
    const shadow = createShadow({ db, now: () => at(9), open, inForce: () => rules });
    const keys: string[] = [];
    const queue = {
      addMany: async (_: string, jobs: readonly { key: string }[]) => void keys.push(...jobs.map(({ key }) => key)),
    };
    const spool = createSpool(db, queue as never);
    const job = createBatchJob({
      db,
      keys: { hash: (value) => value, session: '', audit: '' },
      spool,
      inHand: createInHand(),
      screen: shadow.beside(by(() => rules)),
      written: shadow.written,
      counterpartyOf: (address) => address,
      now: () => at(9),
      log: silent,
    });
    async function runAll(attempts = 1): Promise<void> {
      await spool.sweep();
      for (const key of new Set(keys))
        for (let attempt = 1; attempt <= attempts; attempt++)
          await job(key.startsWith('mail-') ? { mailId: key.slice(5) } : { batch: key }, {
            number: attempt,
            last: false,
          });
    }
    return { shadow, runAll };
  }

  const BODIES = [FLAGGED, ORDINARY, ...Array.from({ length: 10 }, () => 'お世話になっております。'), FLAGGED];

  it('counts each mail once, whatever is run twice, and refers to those that differ', async () => {
    const { db } = store();
    const id = await begin(db);
    const { shadow, runAll } = worker(db, async () => screening(by(() => draft)));
    await shadow.sweep();
    await bring(db, BODIES);
    await runAll(2);
    await eventually(async () => {
      await shadow.sweep();
      return (await shadowCounts(db, id)).reduce((sum, { mails }) => sum + mails, 0) === BODIES.length;
    });
    const counts = await shadowCounts(db, id);
    expect(counts).toContainEqual({ band: 'urgent', would: 'ordinary', mails: 2 });
    expect(counts).toContainEqual({ band: 'ordinary', would: 'urgent', mails: 1 });
    expect(counts).toContainEqual({ band: 'ordinary', would: 'ordinary', mails: 10 });
    const differing = await shadowDifferences(db, id, 99);
    expect(differing.filter(({ caseId }) => caseId !== null)).toHaveLength(2);
    expect(differing).toHaveLength(3);
    await shadow[Symbol.asyncDispose]();
  });

  it.each([
    ['fails at every mail', async () => screening(() => Promise.reject(new Error('boom')))],
    ['never answers', async () => screening(() => new Promise<never>(() => {}))],
    ['cannot be compiled', () => Promise.reject(new DictionaryError([], 'a.yaml:1:1: wrong'))],
    ['cannot be started', () => Promise.reject(new Error('no process'))],
  ])('that %s changes no verdict and holds up none', async (what, open) => {
    const { db } = store();
    const id = await begin(db);
    const { shadow, runAll } = worker(db, open);
    await shadow.sweep();
    await bring(db, BODIES);
    await runAll();
    expect(await verdictCounts(db)).toMatchObject({ urgent: 2, ordinary: 11 });
    expect(await shadowCounts(db, id)).toEqual([]);
    if (what.startsWith('cannot')) expect((await currentShadow(db))!.trouble).toMatch(/wrong|cannot be started/);
    if (what.startsWith('fails')) {
      await eventually(async () => {
        await shadow.sweep();
        return (await currentShadow(db))!.failed === BODIES.length;
      });
    }
  });

  it('leaves out what it has no time for, and says how many', async () => {
    const { db } = store();
    await begin(db);
    let answer = () => {};
    const gate = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const slow = screening(async (mail, historyOf) => {
      await gate;
      return screen(mail, draft, historyOf);
    });
    const { shadow, runAll } = worker(db, async () => slow);
    await shadow.sweep();
    const many = Array.from({ length: 70 }, () => 'お世話になっております。');
    await bring(db, many);
    await runAll();
    answer();
    const id = (await currentShadow(db))!.id;
    await eventually(async () => {
      await shadow.sweep();
      const counted = (await shadowCounts(db, id)).reduce((sum, { mails }) => sum + mails, 0);
      return counted + (await currentShadow(db))!.skipped === many.length;
    });
    expect((await currentShadow(db))!.skipped).toBeGreaterThan(0);
    await shadow[Symbol.asyncDispose]();
  });

  it('that is dropped is let go, and one that runs judges by the rules in force now', async () => {
    const { db } = store();
    await begin(db);
    let opened = 0;
    let closed = 0;
    const close = async () => {
      closed += 1;
    };
    const { shadow } = worker(db, async () => {
      opened += 1;
      return { screen: by(() => draft), [Symbol.asyncDispose]: close };
    });
    await shadow.sweep();
    await shadow.sweep();
    expect({ opened, closed }).toEqual({ opened: 1, closed: 0 });
    const before = rules;
    rules = { ...rules };
    await shadow.sweep();
    expect({ opened, closed }).toEqual({ opened: 2, closed: 1 });
    rules = before;
    await db.execute('delete from komainu.shadow');
    await shadow.sweep();
    expect({ opened, closed }).toEqual({ opened: 2, closed: 2 });
    await shadow[Symbol.asyncDispose]();
  });
});
