import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPoints } from '../../src/response/index.ts';
import { AFTERMATH, DECISIONS, STORY_PASSWORD, STORY_PEOPLE } from '../../src/sample/index.ts';
import { playStory } from '../../src/services/sample/story.ts';
import {
  counterpartyOfCase,
  findAccount,
  lettersOf,
  listCases,
  loadCare,
  loadCase,
  measuresOfCase,
  ownConsultations,
  standingOf,
} from '../../src/store/index.ts';
import { createLogger } from '../../src/util/log.ts';
import { startDesk, type TestDesk } from '../fronts/web/support/desk.ts';
import { eventually } from '../support/eventually.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk();
  for (const [n, { subject }] of DECISIONS.entries())
    await desk.addCase(
      { from: `a${n}@example.com`, subject, body: '無能', found: [{ text: '無能', act: 'insult-person', points: 4 }] },
      `s${n}`,
    );
  desk.clock.now = new Date(desk.clock.now.getTime() + 2 * 86_400_000);
}, 60_000);
afterAll(() => desk.stop());

const play = (local = true) => playStory({ ...desk.deps, accounts: desk.accounts, local, log: createLogger('silent') });
const decided = async () =>
  (await listCases(desk.db, { status: 'approved', limit: 50, offset: 0 })).total +
  (await listCases(desk.db, { status: 'dismissed', limit: 50, offset: 0 })).total;

it('makes people, consultations and decisions, dated as if the service had run all the while', async () => {
  {
    await using _story = play();
    await eventually(async () => (await decided()) === DECISIONS.length, 200);
  }
  for (const { email, name, roles } of STORY_PEOPLE)
    expect(await findAccount(desk.db, email)).toMatchObject({ name, roles });
  const employee = (await findAccount(desk.db, STORY_PEOPLE.at(-1)!.email))!;
  const consultations = await ownConsultations(desk.db, employee.id);
  expect(consultations.map(({ confidential }) => confidential)).toEqual([true, false, false]);
  const { cases } = await listCases(desk.db, { status: 'approved', limit: 50, offset: 0 });
  const standing = await standingOf(
    desk.db,
    cases.map(({ id }) => id),
  );
  for (const { decided: by, times } of standing.values()) {
    expect(by!.decision).toMatchObject({ kind: 'approve', declaration: true });
    expect(by!.at.getTime()).toBeGreaterThan(times.receivedAt.getTime());
  }
}, 90_000);

it('lets an aftermath follow: clause, care, file, a letter and a measure that wait for the lead', async () => {
  const other = await startDesk();
  const lead = other.browser();
  try {
    for (const [n, { subject }] of DECISIONS.entries())
      await other.addCase(
        {
          from: subject === AFTERMATH.subject ? `kuroda@${AFTERMATH.counterparty.domain}` : `a${n}@example.com`,
          counterparty: subject === AFTERMATH.subject ? AFTERMATH.counterparty.domain : 'example.com',
          subject,
          body: '無能',
          found: [{ text: '無能', act: 'insult-person', points: 4 }],
        },
        `s${n}`,
      );
    other.clock.now = new Date(other.clock.now.getTime() + 2 * 86_400_000);
    const deps = { ...other.deps, accounts: other.accounts, local: true, log: createLogger('silent') };
    const found = async () => {
      const { cases } = await listCases(other.db, {
        status: 'approved',
        words: AFTERMATH.subject,
        limit: 9,
        offset: 0,
      });
      return cases.find(({ subject }) => subject === AFTERMATH.subject)?.id;
    };
    for (const _ of ['played', 'played again']) {
      await using _story = playStory(deps);
      await eventually(async () => {
        const id = await found();
        return id !== undefined && (await measuresOfCase(other.db, id)).length > 0;
      }, 200);
    }
    const id = (await found())!;
    expect(openPoints((await loadCare(other.db, id))!)).toEqual([]);
    expect((await counterpartyOfCase(other.db, id))!.counterparty.clause).not.toBeNull();
    expect(await lettersOf(other.db, id)).toMatchObject([{ kind: 'calm-reply', approved: null }]);
    expect(await measuresOfCase(other.db, id)).toMatchObject([{ step: 'warning', outcome: null }]);
    await lead.post('/sign-in', { email: STORY_PEOPLE[0]!.email, password: STORY_PASSWORD });
    const page = (await lead.get(`/cases/${id}?tab=response`)).text;
    expect(page).toContain('承認待ち');
    expect(page).toContain('value="approved"');
    expect(page).not.toContain('案件が始まったあとに作られました');
  } finally {
    await other.stop();
  }
}, 120_000);

it('leaves everything as it is when it is played again', async () => {
  const [one] = (await listCases(desk.db, { status: 'approved', limit: 50, offset: 0 })).cases;
  const browser = desk.browser();
  const lead = STORY_PEOPLE.find(({ roles }) => roles.includes('lead'))!;
  const signedIn = await browser.post('/sign-in', { email: lead.email, password: STORY_PASSWORD });
  expect(signedIn.status).toBe(303);
  expect((await browser.post(`/cases/${one!.id}/reopen`)).status).toBe(303);
  {
    await using _story = play();
    await new Promise((resolve) => setTimeout(resolve, 2_000));
  }
  expect(await decided()).toBe(DECISIONS.length - 1);
  expect((await loadCase(desk.db, one!.id))!.decisions).toHaveLength(2);
  const employee = (await findAccount(desk.db, STORY_PEOPLE.at(-1)!.email))!;
  expect(await ownConsultations(desk.db, employee.id)).toHaveLength(3);
}, 60_000);

it('gives nobody a password that everybody knows where others reach the review app', async () => {
  const other = await startDesk();
  try {
    const story = playStory({ ...other.deps, accounts: other.accounts, local: false, log: createLogger('silent') });
    const last = STORY_PEOPLE.at(-1)!.email;
    await eventually(async () => (await findAccount(other.db, last)) !== null, 200);
    await story[Symbol.asyncDispose]();
    const signedIn = await other.browser().post('/sign-in', { email: last, password: STORY_PASSWORD });
    expect(signedIn.status).toBe(401);
  } finally {
    await other.stop();
  }
}, 60_000);

it('takes that password back where others come to reach a review app that only this machine reached', async () => {
  const last = STORY_PEOPLE.at(-1)!.email;
  const signIn = () => desk.browser().post('/sign-in', { email: last, password: STORY_PASSWORD });
  expect((await signIn()).status).toBe(303);
  await using _story = play(false);
  await eventually(async () => (await signIn()).status === 401, 200);
}, 60_000);
