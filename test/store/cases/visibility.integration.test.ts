import { readdirSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { type CaseId, type MailId, plainApproval } from '../../../src/cases/index.ts';
import {
  activity,
  caseSummary,
  casesToTell,
  claimCase,
  claimNext,
  countCases,
  decide,
  failedMails,
  handIn,
  holdCase,
  lastDecision,
  listCases,
  loadCase,
  loadPast,
  mailsWithoutVerdict,
  type Reviewer,
  recordFailure,
  similarCases,
  skipCase,
  sourceHealth,
  spoolDepth,
  storageUse,
  totalOf,
  USUAL_VISIBILITY,
  type Visibility,
  verdictCounts,
  waitAgain,
  waitingBySource,
} from '../../../src/store/index.ts';
import { entryId } from '../../support/ids.ts';
import { newConsultation } from '../consultations.ts';
import { reviewers } from '../reviewers.ts';
import { assessment, at, judgedMail, verdictOf } from '../samples.ts';
import { standingFeedback } from '../standing-feedback.ts';
import { describeStores } from '../stores.ts';
import { writeUnreadable, writeVerdict } from '../write.ts';

const DESK: Visibility = { seesConfidential: true };

describeStores('a confidential case', (store) => {
  let id: CaseId;
  let mailId: MailId;
  let lead: Reviewer;
  let desk: Reviewer;
  beforeEach(async () => {
    const { db } = store();
    const [employee, reviewer] = await reviewers(db, 'employee', 'lead');
    lead = reviewer!;
    desk = { ...reviewer!, seesConfidential: true };
    id = (await handIn(db, newConsultation(employee!, { confidential: true, mail: true }), at(1))).caseId;
    mailId = (await mailsWithoutVerdict(db, { limit: 1 }))[0]!;
  });
  const judge = () =>
    writeVerdict(store().db, {
      ...verdictOf(mailId, { assessment: assessment('urgent') }),
      messageId: 'the-same',
      contentHash: 'the-same',
      display: { from: '佐藤', subject: 'ひみつ', counterparty: 'example.co.jp' },
    });

  it('is there for the consultation desk', async () => {
    const { db } = store();
    await judge();
    expect((await listCases(db, { limit: 9, offset: 0 }, DESK)).cases).toMatchObject([{ id, band: 'urgent' }]);
    expect(await countCases(db, DESK)).toMatchObject({ report: 1 });
    expect(await loadCase(db, id, DESK)).toMatchObject({ assignee: { kind: 'desk' }, report: { confidential: true } });
    expect(await claimNext(db, desk, at(2))).toBe(id);
    await decide(db, id, plainApproval(['sexual']), 'x', at(3), { person: desk.id, visibility: DESK });
    expect(await lastDecision(db, id, DESK)).toMatchObject({ status: 'approved' });
  });

  it('is nowhere for anyone else, before and after it is judged', async () => {
    const { db } = store();
    for (const step of [async () => {}, judge]) {
      await step();
      expect(await listCases(db, { limit: 9, offset: 0 })).toEqual({ cases: [], total: 0 });
      expect(await totalOf(db, { words: 'ひみつ' })).toBe(0);
      expect(Object.values(await countCases(db)).every((one) => one === 0)).toBe(true);
      expect(await caseSummary(db, id)).toBeNull();
      expect(await loadCase(db, id)).toBeNull();
      expect(await loadPast(db, id)).toBeNull();
      expect(await similarCases(db, id, { person: lead.id, now: at(2), ...USUAL_VISIBILITY })).toEqual([]);
      expect(await claimCase(db, id, lead, at(2))).toBeNull();
      expect(await claimNext(db, lead, at(2))).toBeNull();
      expect(await skipCase(db, id, lead, at(2))).toBe(false);
      expect(await holdCase(db, id, 'lead')).toBe(false);
      for (const kind of ['approve', 'dismiss'] as const) {
        const decision = kind === 'approve' ? plainApproval(['sexual']) : { kind, reason: 'other' as const, note: '' };
        await expect(decide(db, id, decision, 'x', at(2))).rejects.toMatchObject({ code: 'not-found' });
      }
      expect(await casesToTell(db, 'a', { kind: 'urgent' })).toEqual([]);
      expect(await casesToTell(db, 'a', { kind: 'digest', before: at(9999) })).toEqual([]);
    }
  });

  it('changes no figure', async () => {
    const { db } = store();
    expect(await spoolDepth(db)).toBe(0);
    expect(await waitingBySource(db)).toEqual([]);
    expect(await sourceHealth(db)).toEqual([]);
    await judge();
    expect((await verdictCounts(db)).urgent).toBe(0);
    expect(await activity(db, { after: at(0), until: at(9999) })).toEqual({ verdicts: [], failures: [] });
    await decide(db, id, { kind: 'dismiss', reason: 'entry-wrong', note: '' }, 'x', at(3), {
      visibility: DESK,
      feedback: [{ kind: 'misfire', entry: entryId('a.b') }],
    });
    expect(await standingFeedback(db)).toEqual([]);
  });

  it('is no failed mail when its mail cannot be judged', async () => {
    const { db } = store();
    await recordFailure(db, { mailId, attempt: 1, at: at(2), code: 'memory', message: 'x' });
    expect(await failedMails(db, at(3), 9)).toEqual([]);
    await writeUnreadable(db, { mailId, at: at(3), reason: 'memory' });
    expect(await failedMails(db, at(3), 9)).toEqual([]);
    expect(await waitAgain(db, null, at(3))).toEqual([]);
    expect(await storageUse(db)).toMatchObject({ waiting: { mails: 0, bytes: 0 }, kept: { mails: 0, bytes: 0 } });
    expect(await holdCase(db, id, 'desk', DESK)).toBe(true);
  });

  it('is not met by what came in through a source, not even by the same mail', async () => {
    const { db } = store();
    await judge();
    const { caseId, flagged } = await judgedMail(db, 5, { messageId: 'the-same', contentHash: 'the-same' });
    expect(flagged).toBe(true);
    expect(caseId).not.toBe(id);
    expect((await loadCase(db, caseId!))!.items).toMatchObject([{ deliveries: 1 }]);
    const past = await loadPast(db, caseId!);
    expect(past).toMatchObject({ cases: [], statuses: { open: 0 }, sender: { review: 1, urgent: 0 } });
    expect(past!.thread).toHaveLength(1);
    expect((await loadPast(db, caseId!, DESK))!.cases).toMatchObject([{ id }]);
  });
});

/** Files of the store that ask for cases and show them to nobody, or to the one who handed them in. */
const SHOWN_TO_NOBODY: Readonly<Record<string, string>> = {
  'cases/forget.ts': 'all of them end',
  'cases/folded.ts': 'what the worker writes, and how many mails are in rows that are on the page already',
  'cases/found.ts': 'what the worker writes',
  'cases/joining.ts': 'what the worker writes',
  'cases/judged-after-all.ts': 'what the worker writes',
  'cases/whereabouts.ts': 'what the worker writes, and conditions',
  'cases/visibility.ts': 'the condition itself',
  'search/naming.ts': 'a condition, of cases at hand',
  'search/words.ts': 'a condition that `conditionOf` puts beside that of visibility',
  'consultations/consultations.ts': 'the reporter’s own, and loadCase, which asked before',
  'consultations/verdicts.ts': 'what the worker writes',
  'cases/quiet-past.ts': 'a part of what notices and clocks ask',
  'dictionaries/feedback-work.ts': 'through `stands`, which asks',
  'mails/history.ts': 'keyed hashes, which a mail that was handed in does not have',
  'mails/marks.ts': 'mails that lie in a mailbox',
  'people/people.ts': 'work that is released',
  'response/clocks.ts': 'what the clocks are made of; of one case, `clockFactsOf` asks',
  'outside/erase-kept.ts': 'deletes the cases that `theirCases` has listed, which asks, and counts them',
  'upkeep/unopened.ts': 'originals whose time is over',
  'upkeep/waits.ts': 'conditions, of cases that are to be deleted',
  'schema/care.ts': 'tables',
  'schema/case-notes.ts': 'tables',
  'schema/consultation.ts': 'tables',
  'schema/core.ts': 'tables',
  'schema/measure.ts': 'tables',
  'schema/response.ts': 'tables',
  'schema/counterparty.ts': 'tables',
  'schema/evidence.ts': 'tables',
  'schema/letters.ts': 'tables',
  'schema/experts.ts': 'tables',
  'schema/outside.ts': 'tables',
  'schema/person-timeline.ts': 'tables',
  'schema/review.ts': 'tables',
  'spot-checks/forget.ts': 'the status of a case that a kept mail was made',
};

describe('every other question about cases', () => {
  const folder = new URL('../../../src/store/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }))
    .filter(({ text }) => /\bcaseFile\b/.test(text));

  it('asks who may see them', () => {
    const asks = files.filter(({ name }) => !Object.hasOwn(SHOWN_TO_NOBODY, name));
    expect(asks.length).toBeGreaterThan(5);
    for (const { name, text } of asks)
      expect({ name, asks: /\bisVisible\(|\bconditionOf\(filter, visibility\)/.test(text) }).toEqual({
        name,
        asks: true,
      });
  });

  it('is excused by name, and only where there is something to excuse', () => {
    const names = files.map(({ name }) => name);
    expect(Object.keys(SHOWN_TO_NOBODY).filter((name) => !names.includes(name))).toEqual([]);
  });
});
