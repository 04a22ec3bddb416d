import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Decision, MailId, Toss } from '../../../src/cases/index.ts';
import {
  answerSpot,
  blindPairs,
  type Db,
  decide,
  foundMails,
  loadCase,
  loadMail,
  openedSpot,
  openSpot,
  purge,
  purgeable,
  spotFigures,
  spotsToRead,
  spotsUnread,
  wasFoundBySpotCheck,
} from '../../../src/store/index.ts';
import { mail, verdict } from '../../../src/store/schema/core.ts';
import { reading } from '../../../src/store/schema/reading.ts';
import { spotCheck, spotReading } from '../../../src/store/schema/spot-check.ts';
import { personId } from '../../support/ids.ts';
import { reviewers } from '../reviewers.ts';
import { assessment, at, judgedMail, storeMail, verdictOf } from '../samples.ts';
import { describeStores } from '../stores.ts';
import { writeVerdict } from '../write.ts';

const ORDINARY = assessment('ordinary', []);
const DAYS = {
  greyDays: 30,
  dismissedDays: 90,
  approvedDays: 300,
  unopenedDays: 14,
  reportDays: 90,
  registerDays: 300,
  verdictDays: 180,
};
const DAY = 24 * 60; // minutes
const UNTIL = at(20 * DAY);
const toss = (more: Partial<Toss> = {}): Toss => ({
  ...{ stratum: 'some', chance: 0.1, place: 0.5, kept: true, until: UNTIL },
  ...more,
});
const APPROVE: Decision = {
  kind: 'approve',
  acts: ['insult-person'],
  severity: 2,
  elements: { customer: 'met', beyond: 'met', harmed: 'met' },
  declaration: true,
  affected: ['self'],
  harms: [],
  ownCause: 'no',
  note: '',
};

describeStores('ordinary mails that the coin keeps', (store) => {
  const drawn = async (minute: number, more: Partial<Toss> = {}, values = {}): Promise<MailId> =>
    (await judgedMail(store().db, minute, { assessment: ORDINARY, toss: toss(more), sender: `s${minute}`, ...values }))
      .mailId;
  const spotOf = async (db: Db, mailId: MailId) =>
    (await db.select().from(spotCheck).where(eq(spotCheck.mailId, mailId)))[0]!;
  const people = async () => (await reviewers(store().db, '花子', '太郎', '次郎')).map(({ id }) => id);
  const list = async (person: Awaited<ReturnType<typeof people>>[number], readers = 1, minute = 700) =>
    (await spotsToRead(store().db, person, { readers, now: at(minute) })).map(({ mailId }) => mailId);
  async function read(
    mailId: MailId,
    person: Awaited<ReturnType<typeof people>>[number],
    answer: 'fine' | 'case',
    minute = 700,
  ) {
    const { id } = await spotOf(store().db, mailId);
    await openSpot(store().db, id, person, at(minute));
    return store().db.transaction((tx) => answerSpot(tx, id, person, answer, at(minute)));
  }
  const hasText = async (mailId: MailId): Promise<boolean[]> => {
    const { db } = store();
    const [row] = await db.select().from(verdict).where(eq(verdict.mailId, mailId));
    return [
      (await loadMail(db, mailId))?.raw != null,
      (await db.$count(reading, eq(reading.mailId, mailId))) > 0,
      row?.assessment != null,
    ];
  };

  it('keep their text, and are in no case; those that it leaves alone keep none', async () => {
    const { db } = store();
    const kept = await drawn(1);
    const left = await drawn(2, { kept: false });
    const without = (await judgedMail(db, 3, { assessment: ORDINARY, toss: null })).mailId;
    expect(await hasText(kept)).toEqual([true, true, true]);
    expect(await hasText(left)).toEqual([false, false, false]);
    expect(await hasText(without)).toEqual([false, false, false]);
    expect(await db.$count(spotCheck)).toBe(1);
    const tossed = await db
      .select({ id: verdict.mailId, tossed: verdict.tossed })
      .from(verdict)
      .orderBy(verdict.mailId);
    expect(tossed.map((row) => row.tossed)).toEqual([true, true, false]);
  });

  it('are not kept when they are surfaced, or come a second time, or are judged again', async () => {
    const { db } = store();
    const mailId = await storeMail(db, { minute: 1 });
    const judged = verdictOf(mailId, { assessment: ORDINARY, toss: toss(), messageId: 'same', contentHash: 'same' });
    const both = await Promise.all([writeVerdict(db, judged), writeVerdict(db, judged)]);
    expect(both.map(({ written }) => written).sort()).toEqual([false, true]);
    await judgedMail(db, 2, { assessment: ORDINARY, toss: toss(), messageId: 'same', contentHash: 'same' });
    await judgedMail(db, 3, { toss: toss() });
    expect(await db.select({ mailId: spotCheck.mailId }).from(spotCheck)).toEqual([{ mailId }]);
  });

  it('are read in their order, each by as many as are asked for', async () => {
    const [hanako, taro, jiro] = await people();
    const [second, first] = [await drawn(1, { place: 0.9 }), await drawn(2, { place: 0.1 })];
    expect(await list(hanako!)).toEqual([first, second]);
    await read(first, hanako!, 'fine');
    expect(await list(taro!)).toEqual([second]);
    expect(await list(taro!, 2)).toEqual([first, second]);
    await read(first, taro!, 'fine');
    expect(await list(jiro!, 2)).toEqual([second]);
    expect(await spotsUnread(store().db, at(700))).toBe(1);
  });

  it('wait an hour for whoever has opened one, and not longer', async () => {
    const [hanako, taro] = await people();
    const mailId = await drawn(1);
    await openSpot(store().db, (await spotOf(store().db, mailId)).id, hanako!, at(700));
    expect(await list(taro!, 1, 730)).toEqual([]);
    expect(await list(taro!, 1, 761)).toEqual([mailId]);
    expect(await list(hanako!, 1, 761)).toEqual([]);
  });

  it('of one sender are not read by the same person twice in a row', async () => {
    const [hanako, taro] = await people();
    const [one, two, three] = [
      await drawn(1, { place: 0.1 }, { sender: 'same' }),
      await drawn(2, { place: 0.2 }, { sender: 'same' }),
      await drawn(3, { place: 0.3 }, { sender: 'same' }),
    ];
    await read(one!, hanako!, 'fine', 700);
    expect(await list(hanako!)).toEqual([]);
    expect(await list(taro!)).toEqual([two, three]);
    await read(two!, taro!, 'fine', 710);
    expect(await list(hanako!, 1, 720)).toEqual([three]);
    expect(await list(taro!, 1, 720)).toEqual([]);
  });

  it('become one case when readers see one, and figures when people have decided it', async () => {
    const { db } = store();
    const [hanako, taro] = await people();
    const mailId = await drawn(1);
    await drawn(2);
    const figures = async () => (await spotFigures(db, at(0)))[0];
    expect(await figures()).toEqual({ stratum: 'some', chance: 0.1, kept: 2, read: 0, missed: 0, unsure: 0 });
    const { id } = await spotOf(db, mailId);
    for (const person of [hanako!, taro!]) await openSpot(db, id, person, at(700));
    const both = await Promise.all(
      [hanako!, taro!].map((person) => db.transaction((tx) => answerSpot(tx, id, person, 'case', at(701)))),
    );
    const opened = both.flatMap((one) => (one.kind === 'noted' && one.opened !== null ? [one.opened] : []));
    expect(opened).toHaveLength(1);
    const detail = (await loadCase(db, opened[0]!))!;
    expect(detail).toMatchObject({ band: 'review', status: 'open', mails: 1, subject: '至急' });
    expect(detail.items).toMatchObject([{ assessment: ORDINARY, kept: true }]);
    expect(await wasFoundBySpotCheck(db, opened[0]!)).toBe(true);
    expect(await figures()).toMatchObject({ read: 1, missed: 0, unsure: 1 });
    await decide(db, opened[0]!, APPROVE, '花子', at(710));
    expect(await figures()).toMatchObject({ read: 1, missed: 1, unsure: 0 });
    await decide(db, opened[0]!, { kind: 'reopen', note: '' }, '花子', at(711));
    await decide(db, opened[0]!, { kind: 'dismiss', reason: 'mention', note: '' }, '花子', at(712));
    expect(await figures()).toMatchObject({ read: 1, missed: 0, unsure: 0 });
    expect(await foundMails(db, at(0))).toBe(0); // it was not found by the screening
    expect(await blindPairs(db, at(0))).toEqual([{ first: true, second: true, at: at(701) }]);
  });

  it('are answered once, and not when their time is over', async () => {
    const { db } = store();
    const [hanako] = await people();
    const mailId = await drawn(1);
    expect(await read(mailId, hanako!, 'fine')).toEqual({ kind: 'noted', opened: null });
    expect(await read(mailId, hanako!, 'case')).toEqual({ kind: 'gone' });
    const { id } = await spotOf(db, await drawn(2));
    await openSpot(db, id, hanako!, at(700));
    const late = new Date(UNTIL.getTime() + 1);
    expect(await openedSpot(db, id, hanako!, late)).toBeNull();
    expect(await db.transaction((tx) => answerSpot(tx, id, hanako!, 'case', late))).toEqual({ kind: 'gone' });
    expect(await db.transaction((tx) => answerSpot(tx, id, personId('nobody'), 'fine', at(700)))).toEqual({
      kind: 'gone',
    });
  });

  it('lose their text when their time is over, read or not; a case keeps it', async () => {
    const { db } = store();
    const [hanako] = await people();
    const [fine, unread, found] = [await drawn(1), await drawn(2), await drawn(3)];
    await read(fine!, hanako!, 'fine');
    await read(found!, hanako!, 'case', 705);
    const before = await spotFigures(db, at(0));
    const after = new Date(UNTIL.getTime() + 1);
    expect((await purgeable(db, DAYS, UNTIL)).spotChecks).toBe(0);
    expect((await purgeable(db, DAYS, after)).spotChecks).toBe(2);
    expect((await purge(db, DAYS, after)).spotChecks).toBe(2);
    expect((await purge(db, DAYS, after)).spotChecks).toBe(0);
    expect(await hasText(fine!)).toEqual([false, false, false]);
    expect(await hasText(unread!)).toEqual([false, false, false]);
    expect(await hasText(found!)).toEqual([true, true, true]);
    expect(await spotOf(db, fine!)).toMatchObject({ kept: false, senderHash: null, display: null });
    expect(await spotFigures(db, at(0))).toEqual(before);
  });

  it('leave what was found as numbers when verdict and case are deleted, and those for a year', async () => {
    const { db } = store();
    const [hanako] = await people();
    const [found, fine] = [await drawn(1), await drawn(2)];
    const done = await read(found!, hanako!, 'case');
    await read(fine!, hanako!, 'fine', 701);
    if (done.kind !== 'noted' || done.opened === null) throw new Error('no case');
    await decide(db, done.opened, { kind: 'dismiss', reason: 'mention', note: '' }, '花子', at(702));
    await purge(db, DAYS, at(100 * DAY));
    expect(await loadCase(db, done.opened)).toBeNull();
    await purge(db, DAYS, at(190 * DAY));
    expect(await db.$count(mail)).toBe(0);
    expect(await spotFigures(db, at(0))).toMatchObject([{ kept: 2, read: 2, missed: 0, unsure: 0 }]);
    await purge(db, DAYS, at(402 * DAY));
    expect([await db.$count(spotCheck), await db.$count(spotReading)]).toEqual([0, 0]);
  });

  it('counts as found what was approved among the mails that it might have kept', async () => {
    const { db } = store();
    const [one, two, three] = [
      await judgedMail(db, 1, { toss: toss({ kept: false }) }),
      await judgedMail(db, 2, {}), // before the coin was there
      await judgedMail(db, 3, { toss: toss() }),
    ];
    for (const { caseId } of [one, two]) await decide(db, caseId!, APPROVE, '花子', at(700));
    await decide(db, three.caseId!, { kind: 'dismiss', reason: 'mention', note: '' }, '花子', at(700));
    expect(await foundMails(db, at(0))).toBe(1);
    expect(await foundMails(db, at(601))).toBe(0);
  });
});
