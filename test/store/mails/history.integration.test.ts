import { expect, it } from 'vitest';
import { decide, findHistory, recordAnswer, writeUnreadable, writeVerdict } from '../../../src/store/index.ts';
import { assessment, at, judgedMail, storeMail, storeMails, verdictOf } from '../samples.ts';
import { describeStores } from '../stores.ts';

describeStores('a history', (store) => {
  const ask = (values: object = {}) =>
    findHistory(store().db, {
      messageId: 'asked',
      references: ['root'],
      sender: 'taro',
      since: at(0),
      before: at(900),
      ...values,
    });
  const minutes = (history: readonly { at: Date }[]) => history.map((mail) => (+mail.at - +at(0)) / 60_000);

  it('holds earlier mails of the thread and of the sender, oldest first', async () => {
    await judgedMail(store().db, 3, { messageId: 'root', sender: 'hanako', assessment: assessment('ordinary') });
    await judgedMail(store().db, 1, { sender: 'taro' });
    await judgedMail(store().db, 2, { sender: 'jiro' });
    expect(await ask()).toEqual([
      {
        at: at(1),
        direction: 'in',
        sameThread: false,
        sameSender: true,
        band: 'review',
        entries: ['insult-person.test'],
        characters: 42,
      },
      {
        at: at(3),
        direction: 'in',
        sameThread: true,
        sameSender: false,
        band: 'ordinary',
        entries: ['insult-person.test'],
        characters: 42,
      },
    ]);
  });

  it('begins at `since` and ends before `before`', async () => {
    for (const minute of [1, 2, 3, 4]) await judgedMail(store().db, minute, { sender: 'taro' });
    expect(minutes(await ask({ since: at(2), before: at(4) }))).toEqual([2, 3]);
  });

  it('leaves out mails of dismissed cases until they are reopened', async () => {
    const { caseId } = await judgedMail(store().db, 1, { sender: 'taro' });
    await decide(store().db, caseId!, { kind: 'dismiss', reason: 'joke', note: '' }, 'tester', at(2));
    expect(await ask()).toEqual([]);
    await decide(store().db, caseId!, { kind: 'reopen', note: '' }, 'tester', at(3));
    expect(await ask()).toHaveLength(1);
  });

  it('leaves out mails that could not be read', async () => {
    await writeUnreadable(store().db, { mailId: await storeMail(store().db, { minute: 1 }), at: at(2), reason: 'x' });
    expect(await ask({ messageId: null, references: ['mail-1'] })).toEqual([]);
  });

  it('is empty for a mail without sender, id and references', async () => {
    await judgedMail(store().db, 1, { sender: null, messageId: null });
    expect(await ask({ sender: null, messageId: null, references: [] })).toEqual([]);
  });

  it('holds the newest 200 at most', async () => {
    const ordinary = { sender: 'taro', assessment: assessment('ordinary') };
    const mails = await storeMails(
      store().db,
      Array.from({ length: 205 }, (_, minute) => ({ minute })),
    );
    await Promise.all(mails.map((mailId) => writeVerdict(store().db, verdictOf(mailId, ordinary))));
    expect(minutes(await ask())).toEqual(Array.from({ length: 200 }, (_, n) => n + 5));
  });

  it('shows when we answered in the thread, once per delivery', async () => {
    await judgedMail(store().db, 1, { messageId: 'root' });
    const answer = { source: 'sent', uidValidity: 1n, uid: 5, messageId: 'answer', references: ['root'], at: at(2) };
    await recordAnswer(store().db, answer);
    await recordAnswer(store().db, answer);
    await recordAnswer(store().db, { ...answer, uid: 6, references: ['elsewhere'], messageId: 'other' });
    const history = await ask();
    expect(minutes(history)).toEqual([1, 2]);
    expect(history[1]).toMatchObject({ direction: 'sent', sameThread: true, band: 'ordinary' });
  });
});

describeStores('a thread', (store) => {
  const thread = async (references: string[], messageId: string | null = null) =>
    (await findHistory(store().db, { messageId, references, sender: null, since: at(0), before: at(900) })).length;

  it('is followed over answers that name only the mail before', async () => {
    await judgedMail(store().db, 1, { messageId: 'a' });
    await judgedMail(store().db, 2, { messageId: 'b', references: ['a'] });
    await judgedMail(store().db, 3, { messageId: 'c', references: ['b'] });
    expect(await thread(['c'])).toBe(3);
  });

  it('that we began is found by the first mail that answers', async () => {
    const ours = { source: 'sent', uidValidity: 1n, uid: 1, messageId: 'ours', references: [], at: at(1) };
    await recordAnswer(store().db, ours);
    await judgedMail(store().db, 2, { messageId: 'reply', references: ['ours'] });
    expect(await thread(['reply'])).toBe(2);
  });

  it('holds together when the answer is judged before the mail it answers', async () => {
    await judgedMail(store().db, 2, { messageId: 'b', references: ['a'] });
    await judgedMail(store().db, 1, { messageId: 'a' });
    expect(await thread(['a'])).toBe(2);
  });

  it('does not grow with thousands of references', async () => {
    const many = Array.from({ length: 70_000 }, (_, n) => `reference-${n}`);
    await judgedMail(store().db, 1, { messageId: 'a', references: many });
    expect(await thread(['reference-0'])).toBe(1);
    expect(await thread(many)).toBe(1);
  });
});
