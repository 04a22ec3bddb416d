import { asc, eq, inArray } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { MailId } from '../../../src/cases/index.ts';
import {
  type Db,
  type NewVerdict,
  recordAnswer,
  watchSender,
  writeVerdict,
  writeVerdicts,
} from '../../../src/store/index.ts';
import { caseFile, caseMail, mail, verdict } from '../../../src/store/schema/core.ts';
import { reading } from '../../../src/store/schema/reading.ts';
import { mailId } from '../../support/ids.ts';
import { assessment, at, judgedMail, storeMails, verdictOf } from '../samples.ts';
import { describeStores } from '../stores.ts';

const COUNT = 40;

/** Mails of few threads and senders, in every order: answers before what they answer, the same message twice. */
function verdictsOf(ids: readonly MailId[], run: string): NewVerdict[] {
  return ids.map((id, n) => {
    const which = (n * 7) % COUNT;
    const band = (['ordinary', 'grey', 'review', 'urgent'] as const)[n % 4]!;
    return verdictOf(id, {
      assessment: assessment(band, n % 3 === 0 ? ['summons', 'privacy'] : ['insult-person']),
      messageId: n % 9 === 8 ? null : `${run}-${which < 30 ? which : which - 30}`, // some come twice
      contentHash: `${run}-content-${which % 30}`,
      references: n % 5 === 0 ? [] : [`${run}-root-${n % 3}`, `${run}-${(which + 13) % COUNT}`],
      sender: `${run}-sender-${n % 6}`,
      display: { from: `差出人 ${n}`, subject: `件名 ${n}`, counterparty: `${n % 2}.example.co.jp` },
    });
  });
}

/** All that was written, ids and hashes told by place. */
async function written(db: Db, ids: readonly MailId[], run: string) {
  const place = new Map(ids.map((id, n) => [id, n]));
  const placeOf = (id: MailId | null) => (id === null ? null : place.get(id));
  const plain = (text: string) =>
    text.replaceAll(`${run}-`, '').replace(/^mail-(\d+)$/, (_, id) => `own-${place.get(mailId(id))}`);
  const mails = await db
    .select({ verdict, raw: mail.raw, caseId: caseMail.caseId, reading: reading.mailId })
    .from(verdict)
    .innerJoin(mail, eq(mail.id, verdict.mailId))
    .leftJoin(caseMail, eq(caseMail.mailId, verdict.mailId))
    .leftJoin(reading, eq(reading.mailId, verdict.mailId))
    .where(inArray(verdict.mailId, [...ids]))
    .orderBy(asc(verdict.mailId));
  const cases = await db
    .select()
    .from(caseFile)
    .where(inArray(caseFile.openedBy, [...ids]))
    .orderBy(asc(caseFile.id));
  return {
    mails: mails.map(
      ({ verdict: { band, thread, duplicateOf, watchedSince, assessment: found }, raw, caseId, reading: read }) => ({
        ...{ band, thread: plain(thread), duplicateOf: placeOf(duplicateOf), watchedSince, found },
        ...{
          kept: raw !== null,
          read: read !== null,
          openedBy: placeOf(cases.find(({ id }) => id === caseId)?.openedBy ?? null),
        },
      }),
    ),
    cases: cases
      .map(
        ({
          openedBy,
          thread,
          band,
          acts,
          foundActs,
          from,
          subject,
          counterparty,
          receivedAt,
          entries,
          sources,
          search,
          status,
        }) => ({
          ...{
            openedBy: placeOf(openedBy),
            thread: plain(thread),
            band,
            acts: acts.toSorted(),
            foundActs,
            from,
            subject,
            counterparty,
          },
          ...{ receivedAt, entries, sources, search, status },
        }),
      )
      .sort((a, b) => a.openedBy! - b.openedBy!),
  };
}

describeStores('verdicts that are written together', (store) => {
  it('are what they are when written one after the other', async () => {
    const { db } = store();
    const minutes = Array.from({ length: COUNT }, (_, n) => ({ minute: (n * 11) % COUNT }));
    const results = [];
    for (const run of ['one', 'all']) {
      const ids = await storeMails(db, minutes);
      await watchSender(
        db,
        { hash: `${run}-sender-4`, address: 'taro@example.com' },
        { by: '花子', since: at(10), until: at(30) },
      );
      const sent = { source: 'sent', uidValidity: 1n, uid: run.length + ids.length, references: [], at: at(0) };
      await recordAnswer(db, { ...sent, source: `sent-${run}`, messageId: `${run}-root-1` });
      const verdicts = verdictsOf(ids, run);
      if (run === 'one') for (const judged of verdicts) expect(await writeVerdict(db, judged)).toBe(true);
      else expect(await writeVerdicts(db, verdicts)).toEqual(new Set(ids));
      results.push(await written(db, ids, run));
    }
    expect(results[1]).toEqual(results[0]);
    expect(results[0]!.mails.filter(({ duplicateOf }) => duplicateOf !== null).length).toBeGreaterThan(3);
    expect(results[0]!.cases.length).toBeGreaterThan(3);
    expect(results[0]!.cases.length).toBeLessThan(results[0]!.mails.filter(({ read }) => read).length);
  });

  it('leave out those that have one, and change nothing of them', async () => {
    const { mailId: first } = await judgedMail(store().db, 1, { assessment: assessment('review') });
    const [second] = await storeMails(store().db, [{ minute: 2 }]);
    const both = [first, second!].map((id) => verdictOf(id, { assessment: assessment('urgent') }));
    expect(await writeVerdicts(store().db, both)).toEqual(new Set([second]));
    expect((await store().db.select().from(verdict).orderBy(asc(verdict.mailId))).map(({ band }) => band)).toEqual([
      'review',
      'urgent',
    ]);
  });

  it('are all written or none', async () => {
    const ids = await storeMails(store().db, [{ minute: 1 }, { minute: 2 }]);
    const broken = [verdictOf(ids[0]!), verdictOf(ids[1]!, { characters: 1e12 })];
    await expect(writeVerdicts(store().db, broken)).rejects.toThrow();
    expect(await store().db.$count(verdict)).toBe(0);
    expect(await store().db.$count(caseFile)).toBe(0);
  });

  it('by ten workers at a time, over the same mails and threads, end without waiting in a circle', async () => {
    const ids = await storeMails(
      store().db,
      Array.from({ length: COUNT }, (_, minute) => ({ minute })),
    );
    const verdicts = verdictsOf(ids, 'many');
    const turned = (by: number) => [...verdicts.slice(by), ...verdicts.slice(0, by)];
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, n) => writeVerdicts(store().db, turned(n * 4).slice(0, 25))),
    );
    expect(all.flatMap((some) => [...some]).toSorted()).toEqual([...ids].toSorted());
  });
});
