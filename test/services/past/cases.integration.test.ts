import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseId, PastRunId } from '../../../src/cases/index.ts';
import { type LoadedConfig, loadConfig } from '../../../src/config/index.ts';
import { createPastJob } from '../../../src/services/past/job.ts';
import { forgetCases } from '../../../src/store/cases/forget.ts';
import {
  addPastRun,
  type Db,
  handIn,
  loadPastRun,
  mailsWithoutVerdict,
  pastCasePage,
  pastCases,
  steerPastRun,
} from '../../../src/store/index.ts';
import { caseMail, mail } from '../../../src/store/schema/core.ts';
import { type CasesFigures, packVersions } from '../../../src/tuning/index.ts';
import { newConsultation } from '../../store/consultations.ts';
import { reviewers } from '../../store/reviewers.ts';
import { assessment, verdictOf } from '../../store/samples.ts';
import { describeStores } from '../../store/stores.ts';
import { writeVerdict } from '../../store/write.ts';
import { smallDictionary, writeSmallDictionary } from '../../support/dictionary.ts';
import { approve, dismiss, judged, keys } from './decided.ts';
import { DAY_MS, otherDictionary } from './mailbox.ts';

const log = pino({ level: 'silent' });
const [DOGEZA, USELESS, BOTH, THEN] = [
  '今すぐ土下座しろ。',
  'お前は無能だ。',
  '今すぐ土下座しろ。お前は無能だ。',
  'この馬鹿者。',
];

describeStores('a comparison over decided cases', (store) => {
  let place: string;
  let loaded: LoadedConfig;
  beforeAll(() => {
    place = mkdtempSync(join(tmpdir(), 'komainu-past-cases-'));
    mkdirSync(join(place, 'words'));
    writeSmallDictionary(join(place, 'words'));
    writeFileSync(join(place, 'komainu.yaml'), 'settings: { dictionaries: words }\nstore: { path: data }\n');
    loaded = loadConfig(null, {}, place);
  });
  afterAll(() => rmSync(place, { recursive: true, force: true }));

  const begin = (db: Db, over: 'cases' | 'mailbox' = 'cases'): Promise<PastRunId> => {
    const at = new Date();
    return addPastRun(db, {
      ...{ kind: 'backtest', over, startedAt: at, person: null, by: 'test', sources: [], subject: '' },
      since: new Date(at.getTime() - 30 * DAY_MS),
      until: new Date(at.getTime() + DAY_MS),
      rules: packVersions([smallDictionary(), otherDictionary()]),
    });
  };

  function jobFor(db: Db, onCommit: () => void = () => {}, stop = new AbortController().signal) {
    const job = createPastJob({
      ...{ config: loaded.config, db, keys, stop, log },
      signIns: () => ({}) as never, // no mailbox is read
      now() {
        onCommit();
        return new Date();
      },
    });
    return (run: PastRunId) => job({ run }, { number: 1, last: true });
  }

  const figuresOf = async (db: Db, run: PastRunId) => (await loadPastRun(db, run))!.figures as CasesFigures;

  /** Approved: two lost, one new, one the same, one found by neither. Dismissed: one lost, two new. One is open. */
  async function bring(db: Db): Promise<CaseId[]> {
    const cases = await judged(db, [DOGEZA!, DOGEZA!, USELESS!, BOTH!, THEN!, DOGEZA!, USELESS!, USELESS!, DOGEZA!]);
    const all = cases.map((id) => id!);
    for (const id of all.slice(0, 5)) await approve(db, id);
    for (const id of all.slice(5, 8)) await dismiss(db, id);
    return all;
  }

  it('tells of approved and dismissed ones what each version finds', { timeout: 120_000 }, async () => {
    const { db } = store();
    const all = await bring(db);
    const run = await begin(db);
    await jobFor(db)(run);
    expect(await loadPastRun(db, run)).toMatchObject({ state: 'done', total: 8, done: 8, rows: 8 });
    const figures = await figuresOf(db, run);
    expect(figures).toMatchObject({ cases: 8, unjudged: 0 });
    expect(figures.surfaced.harassment).toEqual({ found: 1, lost: 2, same: 1, missed: 1 });
    expect(figures.surfaced.harmless).toEqual({ found: 2, lost: 1, same: 0, missed: 0 });
    expect(figures.surfaced.precision).toMatchObject({ before: { part: 3, of: 4 }, after: { part: 2, of: 4 } });
    const listed = await pastCasePage(db, run, { before: null, limit: 100 });
    expect(listed.map(({ caseId }) => caseId)).toEqual([7, 6, 5, 3, 2, 1, 0].map((i) => all[i])); // the one that both find has another band
    expect(listed[0]).toMatchObject({ outcome: 'dismissed', status: 'dismissed' });
    expect(listed[0]!.verdicts.map(({ band }) => band)).toEqual(['ordinary', 'review']);
  });

  it('counts and lists no confidential case', { timeout: 120_000 }, async () => {
    const { db } = store();
    await bring(db);
    const [employee] = await reviewers(db, 'employee');
    const { caseId } = await handIn(db, newConsultation(employee!, { confidential: true, mail: true }), new Date());
    const [mailId] = await mailsWithoutVerdict(db, { limit: 1 });
    await writeVerdict(db, verdictOf(mailId!, { assessment: assessment('urgent') }));
    // Decided as any case, and of a kind that would count: only that it is confidential keeps it out.
    await db.execute(
      sql`update komainu.case_file set status = 'approved', decided_at = now(), kind = 'mail' where id = ${caseId}`,
    );
    const run = await begin(db);
    await jobFor(db)(run);
    expect(await loadPastRun(db, run)).toMatchObject({ total: 8, done: 8 });
    expect(JSON.stringify(await pastCases(db, run))).not.toContain(`"${caseId}"`);
    // One that is listed and becomes confidential afterwards is not shown any more.
    const [first] = await pastCasePage(db, run, { before: null, limit: 1 });
    await db.execute(sql`update komainu.case_file set confidential = true where id = ${first!.caseId}`);
    expect(await pastCasePage(db, run, { before: null, limit: 100 })).toHaveLength(6);
    expect(await pastCasePage(db, run, { before: null, limit: 100 }, { seesConfidential: true })).toHaveLength(7);
  });

  it('says of how many nothing is kept, and lets a case be deleted while it is listed', {
    timeout: 120_000,
  }, async () => {
    const { db } = store();
    const all = await bring(db);
    const [kept] = await db.select({ id: caseMail.mailId }).from(caseMail).where(eq(caseMail.caseId, all[0]!));
    await db.update(mail).set({ raw: null }).where(eq(mail.id, kept!.id!));
    const run = await begin(db);
    await jobFor(db)(run);
    expect(await figuresOf(db, run)).toMatchObject({ cases: 7, unjudged: 1 });
    await db.transaction((tx) => forgetCases(tx, [all[1]!]));
    expect((await pastCasePage(db, run, { before: null, limit: 100 })).map(({ caseId }) => caseId)).not.toContain(
      all[1],
    );
  });

  it('goes on where it was stopped, and doubles nothing', { timeout: 300_000 }, async () => {
    const { db } = store();
    for (let i = 0; i < 3; i++) await bring(db); // more than are written down at once
    const whole = await begin(db);
    await jobFor(db)(whole);
    const run = await begin(db);
    const stop = new AbortController();
    let commits = 0;
    const afterTheFirst = () => {
      commits += 1;
      if (commits === 1) stop.abort(); // that one is still written
    };
    await jobFor(db, afterTheFirst, stop.signal)(run);
    const halted = (await loadPastRun(db, run))!;
    expect(halted).toMatchObject({ state: 'running', rows: 20, figures: null });
    expect(await pastCases(db, run)).toHaveLength(20);
    await Promise.all([jobFor(db)(run), jobFor(db)(run)]); // and two at once
    expect(await loadPastRun(db, run)).toMatchObject({ state: 'done', total: 24, done: 24, rows: 24 });
    expect(await figuresOf(db, run)).toEqual(await figuresOf(db, whole));
  });

  it('that is cancelled keeps nothing', { timeout: 120_000 }, async () => {
    const { db } = store();
    await bring(db);
    const run = await begin(db);
    let cancelling: Promise<unknown> = Promise.resolve();
    await jobFor(db, () => {
      cancelling = steerPastRun(db, run, 'cancelled', { at: new Date() });
    })(run);
    await cancelling;
    expect(await loadPastRun(db, run)).toMatchObject({ state: 'cancelled', figures: null });
    expect(await pastCases(db, run)).toEqual([]);
  });
});
