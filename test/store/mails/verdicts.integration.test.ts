import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { plainApproval } from '../../../src/cases/index.ts';
import {
  decide,
  findHistory,
  listCases,
  loadCase,
  loadMail,
  recordFailure,
  spoolDepth,
  verdictCounts,
} from '../../../src/store/index.ts';
import { mailId } from '../../support/ids.ts';
import { assessment, at, judgedMail, storeMail, verdictOf } from '../samples.ts';
import { describeStores } from '../stores.ts';
import { writeUnreadable, writeVerdict } from '../write.ts';

describeStores('a verdict', (store) => {
  const everything = async (table: string) =>
    JSON.stringify((await store().db.execute(sql.raw(`select t::text from komainu.${table} t`))) as unknown);

  it('on an ordinary mail deletes its bytes and keeps no text', async () => {
    const { mailId, ...written } = await judgedMail(store().db, 1, { assessment: assessment('ordinary') });
    expect(written).toEqual({ written: true, caseId: null, newCase: false, flagged: false });
    expect(await loadMail(store().db, mailId)).toMatchObject({ raw: null, hasVerdict: true });
    const rows = (await everything('mail')) + (await everything('verdict')) + (await everything('case_file'));
    for (const text of ['土下座', '取引先', '至急', 'example.co.jp', 'guard.']) expect(rows).not.toContain(text);
    expect(rows).toContain('insult-person.test');
    expect(await spoolDepth(store().db)).toBe(0);
  });

  it('on a surfaced mail keeps its bytes, the assessment and opens a case', async () => {
    const { mailId, caseId } = await judgedMail(store().db, 1, { warnings: ['hidden-text'] });
    const found = await loadCase(store().db, caseId!);
    expect(found).toMatchObject({ kind: 'mail', status: 'open', band: 'review', from: '取引先 太郎', subject: '至急' });
    expect(found!.items).toHaveLength(1);
    expect(found!.items[0]).toMatchObject({
      mailId,
      kept: true,
      assessment: assessment('review'),
      warnings: ['hidden-text'],
      deliveries: 1,
    });
  });

  it.each([
    ['grey', false],
    ['review', true],
    ['urgent', true],
  ] as const)('%s: flagged is %j', async (band, flagged) => {
    expect(await judgedMail(store().db, 1, { assessment: assessment(band) })).toMatchObject({ flagged, newCase: true });
  });

  it('is written once; asking again gives the same facts', async () => {
    const { mailId, ...first } = await judgedMail(store().db, 1);
    const again = await writeVerdict(store().db, verdictOf(mailId, { assessment: assessment('urgent') }));
    expect(again).toEqual({ ...first, written: false });
    expect((await listCases(store().db, { limit: 9, offset: 0 })).cases).toMatchObject([{ band: 'review', mails: 1 }]);
  });

  it('is written once by eight workers at the same time', async () => {
    const mailId = await storeMail(store().db, { minute: 1 });
    const all = await Promise.all(Array.from({ length: 8 }, () => writeVerdict(store().db, verdictOf(mailId))));
    expect(all.filter((one) => one.written)).toHaveLength(1);
    expect((await listCases(store().db, { limit: 9, offset: 0 })).total).toBe(1);
  });

  it('survives NUL and lone surrogates in every text', async () => {
    const odd = 'a\0b\uD800c\uDC00d';
    const judged = assessment('review');
    const { caseId } = await judgedMail(store().db, 1, {
      assessment: { ...judged, matches: judged.matches.map((match) => ({ ...match, text: odd })) },
      display: { from: odd, subject: odd, counterparty: odd },
    });
    const found = await loadCase(store().db, caseId!);
    expect(found!.subject).toBe('a\uFFFDb\uFFFDc\uFFFDd');
    expect(found!.items[0]!.assessment!.matches[0]!.text).toBe('a\uFFFDb\uFFFDc\uFFFDd');
  });

  it('for a mail that is not there is an error', async () => {
    await expect(writeVerdict(store().db, verdictOf(mailId('4711')))).rejects.toThrow('not in the store');
  });

  it('is counted by band', async () => {
    await judgedMail(store().db, 1, { assessment: assessment('ordinary') });
    await judgedMail(store().db, 2, { assessment: assessment('urgent') });
    await writeUnreadable(store().db, { mailId: await storeMail(store().db, { minute: 3 }), at: at(4), reason: 'x' });
    expect(await verdictCounts(store().db)).toEqual({ ordinary: 1, grey: 0, review: 0, urgent: 1, unreadable: 1 });
  });
});

describeStores('a mail that cannot be read', (store) => {
  it('becomes a case with its bytes and the reason', async () => {
    const mailId = await storeMail(store().db, { minute: 1 });
    await recordFailure(store().db, { mailId, attempt: 1, at: at(2), code: 'unreadable', message: 'no header\0' });
    const written = await writeUnreadable(store().db, { mailId, at: at(2), reason: 'no header\0' });
    expect(written).toMatchObject({ written: true, newCase: true, flagged: false });
    const found = await loadCase(store().db, written.caseId!);
    expect(found).toMatchObject({ kind: 'unreadable', band: null, acts: [], receivedAt: at(1) });
    expect(found!.items[0]).toMatchObject({
      failure: 'no header\uFFFD',
      assessment: null,
      kept: true,
      head: expect.any(Uint8Array),
    });
  });

  it('keeps the verdict it has', async () => {
    const { mailId } = await judgedMail(store().db, 1);
    expect(await writeUnreadable(store().db, { mailId, at: at(2), reason: 'x' })).toMatchObject({ written: false });
  });
});

describeStores('the same message delivered twice', (store) => {
  const same = { messageId: 'one', contentHash: 'equal' };

  it('is one mail with two deliveries', async () => {
    const first = await judgedMail(store().db, 1, same);
    const second = await judgedMail(store().db, 2, same);
    expect(second).toMatchObject({ written: true, caseId: first.caseId, newCase: false });
    expect(await loadMail(store().db, second.mailId)).toMatchObject({ raw: null });
    const found = await loadCase(store().db, first.caseId!);
    expect(found!.items).toMatchObject([{ mailId: first.mailId, deliveries: 2 }]);
  });

  it('is one mail for parallel workers too', async () => {
    const mails = [];
    for (let n = 0; n < 6; n++) mails.push(await storeMail(store().db, { minute: n }));
    await Promise.all(mails.map((mailId) => writeVerdict(store().db, verdictOf(mailId, same))));
    const { cases } = await listCases(store().db, { limit: 9, offset: 0 });
    expect(cases).toMatchObject([{ mails: 1 }]);
    expect((await loadCase(store().db, cases[0]!.id))!.items[0]!.deliveries).toBe(6);
  });

  it.each([
    ['the content differs', same, { ...same, contentHash: 'other' }],
    ['there is no Message-ID', { ...same, messageId: null }, { ...same, messageId: null }],
  ])('is two mails when %s', async (_, first, second) => {
    await judgedMail(store().db, 1, { ...first, references: ['root'] });
    const { caseId } = await judgedMail(store().db, 2, { ...second, references: ['root'] });
    expect((await loadCase(store().db, caseId!))!.items).toHaveLength(2);
  });

  it('counts once in a history', async () => {
    await judgedMail(store().db, 1, same);
    await judgedMail(store().db, 2, same);
    const asked = { messageId: 'next', references: ['one'], sender: null, since: at(0), before: at(9) };
    expect(await findHistory(store().db, asked)).toHaveLength(1);
  });
});

describeStores('a surfaced mail of a known thread', (store) => {
  it('joins the open case, which takes the highest band, all acts and the newest mail', async () => {
    const first = await judgedMail(store().db, 1, {
      messageId: 'root',
      assessment: assessment('grey', ['summons']),
    });
    const second = await judgedMail(store().db, 5, {
      references: ['root'],
      assessment: assessment('urgent', ['insult-person']),
      display: { from: '別の人', subject: 'Re: 至急', counterparty: 'example.co.jp' },
    });
    const late = await judgedMail(store().db, 3, {
      references: ['root'],
      assessment: assessment('review', ['privacy']),
    });
    expect([second, late]).toMatchObject([
      { caseId: first.caseId, newCase: false },
      { caseId: first.caseId, newCase: false },
    ]);
    const found = await loadCase(store().db, first.caseId!);
    expect(found).toMatchObject({ band: 'urgent', subject: 'Re: 至急', from: '別の人', receivedAt: at(5), mails: 3 });
    expect(found!.acts).toEqual(['insult-person', 'privacy', 'summons']);
    expect(found!.items.map((item) => item.mailId)).toEqual([first.mailId, late.mailId, second.mailId]);
  });

  it('starts a case of its own for another counterparty', async () => {
    const first = await judgedMail(store().db, 1, { messageId: 'root' });
    const display = { from: '', subject: '', counterparty: 'example.com' };
    const second = await judgedMail(store().db, 2, { references: ['root'], display });
    expect(second.caseId).not.toBe(first.caseId);
    expect((await loadCase(store().db, second.caseId!))!.previousCase).toBeNull();
  });

  it('starts a new case, linked to the old one, once that is closed', async () => {
    const first = await judgedMail(store().db, 1, { messageId: 'root' });
    await decide(store().db, first.caseId!, plainApproval([]), 'tester', at(2));
    const second = await judgedMail(store().db, 3, { references: ['root'] });
    expect(second.newCase).toBe(true);
    expect(await loadCase(store().db, second.caseId!)).toMatchObject({ status: 'open', previousCase: first.caseId });
  });

  it('opens one case for twelve mails judged at the same time', async () => {
    const mails = [];
    for (let n = 0; n < 12; n++) mails.push(await storeMail(store().db, { minute: n }));
    const all = await Promise.all(
      mails.map((mailId) => writeVerdict(store().db, verdictOf(mailId, { references: ['root'] }))),
    );
    expect(all.filter((one) => one.newCase)).toHaveLength(1);
    expect((await listCases(store().db, { limit: 9, offset: 0 })).cases).toMatchObject([{ mails: 12 }]);
  });
});
