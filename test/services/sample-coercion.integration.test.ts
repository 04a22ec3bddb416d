import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseId } from '../../src/cases/index.ts';
import {
  COERCED,
  COERCION,
  DECISIONS,
  NOTHING_DONE,
  STORY_PASSWORD,
  type StoryPerson,
} from '../../src/sample/index.ts';
import { playStory } from '../../src/services/sample/story.ts';
import { counterpartyOfCase, findAccount, lettersOf, ownCases } from '../../src/store/index.ts';
import { createLogger } from '../../src/util/log.ts';
import type { Browser } from '../fronts/web/support/browser.ts';
import { startDesk, type TestDesk } from '../fronts/web/support/desk.ts';
import { eventually } from '../support/eventually.ts';

// What somebody finds on the pages of the sample: a client coerces a discount three times, and what the company did.
let desk: TestDesk;
let coerced: CaseId;
let wanted: CaseId; // of whoever wants nothing done
const DAY_MS = 86_400_000;
const domain = COERCION.party.domain;

const as = async ({ email }: StoryPerson): Promise<Browser> => {
  const browser = desk.browser();
  await browser.post('/sign-in', { email, password: STORY_PASSWORD });
  return browser;
};

beforeAll(async () => {
  desk = await startDesk({ company: { name: '株式会社みほんクラウド', timeZone: 'Asia/Tokyo' } });
  const now = desk.clock.now.getTime();
  for (const { day, subject, body } of COERCED) {
    desk.clock.now = new Date(now - day * DAY_MS);
    const found = [{ text: /３割[^。、ば]*/.exec(body)![0], act: 'discount-demand' as const, points: 5 }];
    coerced = await desk.addCase(
      { from: `購買部 <kobai@${domain}>`, counterparty: domain, subject, body, found },
      'price',
    );
  }
  const found = [{ text: '土下座', act: 'apology-demand' as const, points: 5 }];
  wanted = await desk.addCase(
    { from: 'a@example.com', subject: NOTHING_DONE.subject, body: '土下座しろ', found },
    'one',
  );
  desk.clock.now = new Date(now);
  const deps = { ...desk.deps, accounts: desk.accounts, local: true, log: createLogger('silent') };
  for (const _ of ['played', 'played again']) {
    await using _story = playStory(deps);
    await eventually(async () => {
      const person = await findAccount(desk.db, NOTHING_DONE.who.email);
      return person !== null && (await ownCases(desk.db, person.id)).some(({ wishes }) => wishes?.includes('nothing'));
    }, 400);
  }
}, 180_000);
afterAll(() => desk?.stop());

describe('the sample', { timeout: 60_000 }, () => {
  it('has a decision of the story for it', () => {
    expect(DECISIONS.map(({ subject }) => subject)).toEqual(
      expect.arrayContaining([COERCION.subject, NOTHING_DONE.subject]),
    );
  });

  it('counts the third demand after two answers, and has the warning in force', async () => {
    const page = (await (await as(COERCION.warning.by)).get(`/cases/${coerced}?tab=response`)).text;
    expect(page).toContain('「過度な値引きの要求」は3回目です。');
    expect(page).toContain('警告書');
    expect(page).toContain('取適法5条2項4号');
    expect(page).not.toContain('案件が始まったあとに作られました');
  });

  it('shows sales that talks were refused, and no case', async () => {
    const sales = await as(COERCION.talk.by);
    const { id } = (await counterpartyOfCase(desk.db, coerced))!.counterparty;
    const page = (await sales.get(`/counterparties/${id}`)).text;
    expect(page).toContain('「話すことはない」とのこと。');
    expect((await sales.get(`/cases/${coerced}`)).status).toBe(403);
  });

  it('has a warning and the answer to the objection as letters that went out, neither with a name of whom it befell', async () => {
    const letters = await lettersOf(desk.db, coerced);
    expect(letters).toMatchObject([
      { kind: 'warning', sent: { way: 'certified' } },
      { kind: 'calm-reply', sent: { way: 'post' } },
    ]);
    expect(letters[0]!.quotes.map(({ words }) => words)).toEqual(COERCION.quoted);
    expect(JSON.stringify(letters)).not.toContain('石井');
  });

  it('has the objection answered by two others, and the record for the lawyer in the log of the case', async () => {
    const office = await as(COERCION.answer.by);
    const queue = (await office.get('/objections')).text;
    expect(queue).toContain(COERCION.objection.from);
    const file = (await office.get(`/cases/${coerced}?tab=history`)).text;
    for (const words of ['異議', COERCION.fact.words, '弁護士']) expect(file).toContain(words);
  });

  it('stops every step outward where somebody wants nothing done, as they see on their own page', async () => {
    const person = await as(NOTHING_DONE.who);
    expect((await person.get('/reports')).text).toContain('あなたに関わる件');
    const lead = await as(NOTHING_DONE.by);
    await lead.post(`/cases/${wanted}/letters`, { ...LETTER, id: wanted });
    expect(await lettersOf(desk.db, wanted)).toEqual([]);
    expect((await lead.get(`/cases/${wanted}?tab=response`)).text).toContain(
      '本人が「相手には何もしないでほしい」と希望しています',
    );
  });
});

const LETTER = {
  ...{ kind: 'calm-reply', language: 'ja', recipient: '沢渡 圭 様', sender: '株式会社みほんクラウド' },
  ...{ demand: '予約の経緯のご説明', answer: '書面でお答えします。', date: '2026-01-05' },
};
