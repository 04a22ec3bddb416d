import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MailboxAttempt } from '../../../../src/actions/index.ts';
import { type PastRow, type PastRunId, type PastVerdict, parsePastRunId } from '../../../../src/cases/index.ts';
import { thresholdsFor } from '../../../../src/detect/index.ts';
import { auditRows, commitPastMails, endPastRun, loadPastRun, newestPastRun } from '../../../../src/store/index.ts';
import { trialFigures } from '../../../../src/tuning/index.ts';
import { entryId } from '../../../support/ids.ts';
import type { Browser, Page } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';
import { writableLab } from '../tuning/lab.ts';

const FORM = {
  ...{ purpose: 'in', address: 'support@example.co.jp', signIn: 'password', host: 'imap.example.co.jp' },
  ...{ port: '', security: 'tls', user: 'support@example.co.jp', folder: '', secret: 'himitsu' },
};
const WELL: MailboxAttempt = {
  reached: { tls: 'TLSv1.3', certificateUntil: new Date('2027-03-01T00:00:00Z') },
  ...{ signedInMs: 600, folders: [{ path: 'INBOX', mails: 12 }], sentFolder: 'Sent', trouble: null },
  folder: { name: 'INBOX', mails: 12, newest: new Date('2026-07-02T00:00:00Z') },
};
const MILD: PastVerdict = {
  ...{ band: 'grey', entries: [entryId('test.entry')], probability: 0.032, pressing: false, least: 'ordinary' },
};
const HELD: PastVerdict = { ...MILD, band: 'urgent', least: 'urgent' };

describe('a trial of a mailbox in the review app', () => {
  const words = writableLab();
  let desk: TestDesk;
  let admin: Browser;
  beforeAll(async () => {
    desk = await startDesk({
      lab: words.lab,
      dictionary: words.dictionary,
      past: { sources: ['support', 'billing'] },
      mailboxes: {
        find: async () => null,
        attempt: async () => ({ ...WELL, refreshToken: null }),
        redirect: 'http://desk.example.jp/mailboxes',
        beginSignIn: async () => ({ url: 'https://login.example.com/authorize', kept: 'sealed' }),
        endSignIn: async () => ({ kind: 'unknown' }),
      },
    });
    words.begin(desk.db);
    admin = await desk.signedInAs('admin');
    for (const name of ['support', 'billing'])
      await admin.post('/mailboxes/connect', { ...FORM, name: '', address: `${name}@example.co.jp` });
  });
  afterAll(() => desk.stop());
  beforeEach(async () => {
    for (const name of ['support', 'billing']) {
      const run = await newestPastRun(desk.db, name);
      if (run !== null) await steer(name, run.id, 'cancel');
    }
  });

  const steer = (name: string, run: PastRunId, step: string) =>
    admin.post('/mailboxes/trial/steer', { name, run, step });
  const base = ({ text }: Page) => /name="base"[^>]*value="([^"]*)"/.exec(text)?.[1] ?? '';
  async function begin(name: string): Promise<PastRunId> {
    expect((await admin.post('/mailboxes/trial', { name })).status).toBe(303);
    return (await newestPastRun(desk.db, name))!.id;
  }

  /** As the job would: mails are written down, and the trial ends. */
  async function end(run: PastRunId, verdicts: readonly PastVerdict[]): Promise<void> {
    const { since } = (await loadPastRun(desk.db, run))!;
    const at = desk.clock.now;
    const rows = verdicts.map(
      (verdict, n): PastRow => ({
        ...{ n, at, source: 'support', folder: 'INBOX', uidValidity: 1n, uid: 700 + n, kind: 'judged', verdict },
        ...{ sender: 's', messageId: `m${n}`, thread: `own-${n}`, content: 'c', characters: 10 },
      }),
    );
    await commitPastMails(desk.db, run, rows, at);
    const { scoring } = (await words.lab.rules()).dictionary;
    const figures = trialFigures(rows, { since, until: new Date(at.getTime() + 1) }, scoring.thresholds);
    await endPastRun(desk.db, run, { figures, at });
  }

  it('shows how far it is, goes on and ends, each with its entry in the log', async () => {
    const run = await begin('support');
    expect((await admin.get('/mailboxes?of=support')).text).toContain('数えています');
    const state = async () => (await loadPastRun(desk.db, run))!.state;
    for (const [step, status, expected] of [
      ['cancel', 303, 'cancelled'],
      ['resume', 303, 'cancelled'],
      ['nonsense', 400, 'cancelled'],
    ] as const) {
      expect((await steer('support', run, step)).status).toBe(status);
      expect(await state()).toBe(expected);
    }
    const actions: string[] = [];
    for await (const { action, target } of auditRows(desk.db, {})) if (target === `past/${run}`) actions.push(action);
    expect(actions.sort()).toEqual(['past.start', 'past.steer']);
  });

  it('is not there more than three times at once', async () => {
    for (const name of ['support', 'billing', 'support']) await begin(name);
    expect((await admin.post('/mailboxes/trial', { name: 'support' })).status).toBe(409);
  });

  it('has thresholds of its mailbox alone, which are chosen from it and taken back in the log', async () => {
    const run = await begin('billing');
    await end(run, [...Array.from({ length: 200 }, () => MILD), HELD]);
    const page = await admin.get('/mailboxes?of=billing&level=0');
    expect(page.text).toContain('201通を読みました');
    const form = { name: 'billing', run, budget: '5' };
    const before = await words.text();
    expect((await admin.post('/mailboxes/thresholds', { ...form, base: 'other' })).status).toBe(409);
    expect((await admin.post('/mailboxes/thresholds', { ...form, budget: 'x', base: base(page) })).status).toBe(400);
    expect(await words.text()).toBe(before);
    const set = await admin.post('/mailboxes/thresholds', { ...form, base: base(page) });
    expect(set).toMatchObject({ status: 303, location: '/mailboxes?of=billing&chosen=1#trial' });
    const scoring = async () => (await words.lab.rules()).dictionary.scoring;
    expect(thresholdsFor(await scoring(), 'billing').grey).toBeGreaterThan(0.032);
    expect(thresholdsFor(await scoring(), 'support')).toEqual({ grey: 0.03, review: 0.07 });
    const tuner = await desk.signedInAs('tuner');
    const log = (await tuner.get('/dictionaries?tab=log&entry=scoring.mailbox-billing')).text;
    expect(log).toContain('billing: {');
    const back = /action="(\/dictionaries\/log\/\d+\/revert)"/.exec(log)![1]!;
    expect((await tuner.post(back)).status).toBe(303);
    expect(await scoring()).not.toHaveProperty('mailboxes');
  });

  it('is nobody’s who does not set up', async () => {
    const lead = await desk.signedInAs('lead');
    expect((await lead.post('/mailboxes/trial', { name: 'support' })).status).toBe(403);
    expect(parsePastRunId('x')).toBeNull();
  });
});
