import type { FetchMessageObject } from 'imapflow';
import { describe, expect, it, vi } from 'vitest';
import { type FetchClient, fetchBlocks } from '../../../src/intake/imap/fetch.ts';
import { createFetchBackoff, type FetchBackoff } from '../../../src/intake/imap/fetch-backoff.ts';

type Row = Omit<FetchMessageObject, 'seq'>;

/** Answers like imapflow does; `answer` throws or gives the rows for the uids asked for, `listed` are those still there. */
const clientWith = (
  sizes: number,
  answer: (uids: readonly number[]) => Row[],
  listed: readonly number[] = [],
): FetchClient => ({
  usable: true,
  stats: () => ({ sent: 0, received: 0 }),
  close: () => {},
  on: vi.fn().mockReturnThis(),
  off: vi.fn().mockReturnThis(),
  noop: async () => {},
  search: async () => [...listed],
  async *fetch(range, query) {
    const uids = range as number[];
    const rows = 'source' in query ? answer(uids) : uids.map((uid) => ({ uid, size: sizes }));
    yield* rows.map((row) => ({ seq: 1, ...row }));
  },
});

const refusal = (code?: string): Error =>
  Object.assign(new Error('Command failed'), { responseStatus: 'NO', serverResponseCode: code });

async function fetched(client: FetchClient, uids: readonly number[], caution: FetchBackoff = createFetchBackoff()) {
  const blocks: { lastUid: number; unasked: number; mails: [number, string][] }[] = [];
  for await (const { deliveries, lastUid, unasked } of fetchBlocks(client, 1n, uids, caution))
    blocks.push({ lastUid, unasked, mails: deliveries.map(({ uid, raw }) => [uid, Buffer.from(raw).toString()]) });
  return blocks;
}

const whole = (uid: number): Row => ({ uid, source: Buffer.from(`mail ${uid}`), internalDate: new Date(0) });

describe('fetchBlocks', () => {
  it('cuts large mails into blocks that fit into memory', async () => {
    const blocks = await fetched(
      clientWith(20 * 1024 * 1024, (uids) => uids.map(whole)),
      [1, 2, 3],
    );
    expect(blocks.map(({ lastUid, mails }) => [lastUid, mails.length])).toEqual([
      [1, 1],
      [2, 1],
      [3, 1],
    ]);
  });

  it('asks for mails of unknown size one by one', async () => {
    const asked: number[][] = [];
    const client = clientWith(0, (uids) => {
      asked.push([...uids]);
      return uids.map(whole);
    });
    await fetched(client, [1, 2, 3]);
    expect(asked).toEqual([[1], [2], [3]]);
  });

  it('asks one by one where the server refuses to tell the sizes, and ends where it says later', async () => {
    const refusing = (code?: string): FetchClient => ({
      ...clientWith(0, (uids) => uids.map(whole)),
      async *fetch(range, query) {
        if (!('source' in query)) throw refusal(code);
        yield* (range as number[]).map((uid) => ({ seq: 1, ...whole(uid) }));
      },
    });
    const alone = (uid: number) => ({ lastUid: uid, unasked: 0, mails: [[uid, `mail ${uid}`]] });
    expect(await fetched(refusing('EXPUNGEISSUED'), [1, 2])).toEqual([alone(1), alone(2)]);
    await expect(fetched(refusing('INUSE'), [1, 2])).rejects.toThrow('Command failed');
  });

  it('joins the rows of one mail, and takes nothing from rows of other mails but their number', async () => {
    const flags = new Set(['\\Seen']);
    const client = clientWith(10, () => [
      { uid: 2, flags },
      whole(2),
      whole(9),
      { uid: 9, flags },
      whole(8),
      { uid: 2, flags },
    ]);
    expect(await fetched(client, [2])).toEqual([{ lastUid: 2, unasked: 2, mails: [[2, 'mail 2']] }]);
  });

  it('takes the first of several bodies for one mail', async () => {
    const client = clientWith(10, () => [whole(2), { ...whole(2), source: Buffer.from('another') }]);
    expect(await fetched(client, [2])).toEqual([{ lastUid: 2, unasked: 1, mails: [[2, 'mail 2']] }]);
  });

  const nil = (uid: number): Row => ({ uid, source: false as unknown as Buffer }); // as imapflow has it

  it.each([
    ['has no row any more', (uids: readonly number[]) => uids.filter((uid) => uid !== 2).map(whole)],
    ['has NIL for a body', (uids: readonly number[]) => uids.map((uid) => (uid === 2 ? nil(uid) : whole(uid)))],
  ])('leaves out a mail that %s and is gone, and goes past it', async (_, answer) => {
    expect(await fetched(clientWith(10, answer), [1, 2])).toEqual([{ lastUid: 2, unasked: 0, mails: [[1, 'mail 1']] }]);
  });

  it('asks once more for a mail that came without a body and is still listed', async () => {
    let times = 0;
    const client = clientWith(
      10,
      (uids) => uids.map((uid) => (uid === 2 && ++times === 1 ? nil(uid) : whole(uid))),
      [2],
    );
    const mails = [
      [1, 'mail 1'],
      [2, 'mail 2'],
    ];
    expect(await fetched(client, [1, 2])).toEqual([{ lastUid: 2, unasked: 0, mails }]);
  });

  it('gives a mail without its bytes when it is listed and its body is NIL twice', async () => {
    const client = clientWith(10, (uids) => uids.map((uid) => (uid === 2 ? nil(uid) : whole(uid))), [2]);
    const mails = [
      [1, 'mail 1'],
      [2, ''],
    ];
    expect(await fetched(client, [1, 2])).toEqual([{ lastUid: 2, unasked: 0, mails }]);
  });

  it.each([
    ['without its bytes while the folder lists it', [1, 2, 3], [[2, '']]],
    ['not at all when it was expunged meanwhile', [1, 3], []],
  ] as const)('gives a mail that the server refuses %s, and the others whole', async (_, listed, refused) => {
    const answer = (uids: readonly number[]) => {
      if (uids.includes(2)) throw refusal('EXPUNGEISSUED');
      return uids.map(whole);
    };
    const mails = [[1, 'mail 1'], ...refused, [3, 'mail 3']];
    expect(await fetched(clientWith(10, answer, listed), [1, 2, 3])).toEqual([{ lastUid: 3, unasked: 0, mails }]);
  });

  it.each([
    ['says that it cannot now', refusal('UNAVAILABLE')],
    ['is gone', Object.assign(new Error('Connection not available'), { code: 'NoConnection' })],
  ])('throws when the server %s', async (_, error) => {
    const client = clientWith(10, () => {
      throw error;
    });
    await expect(fetched(client, [1, 2])).rejects.toBe(error);
  });

  it('goes past a mail on which the server hangs up, and past no other', async () => {
    const caution = createFetchBackoff();
    const done: [number, string][] = [];
    let connections = 0;
    while (done.length < 4) {
      connections++;
      const client = {
        ...clientWith(10, (uids) => {
          if (!uids.includes(3)) return uids.map(whole);
          client.usable = false;
          throw new Error('Connection not available');
        }),
        usable: true,
      };
      const left = [1, 2, 3, 4].slice(done.length);
      try {
        for await (const { deliveries } of fetchBlocks(client, 1n, left, caution))
          done.push(...deliveries.map(({ uid, raw }): [number, string] => [uid, Buffer.from(raw).toString()]));
      } catch {
        expect(client.usable).toBe(false);
      }
    }
    expect(done).toEqual([
      [1, 'mail 1'],
      [2, 'mail 2'],
      [3, ''],
      [4, 'mail 4'],
    ]);
    expect(connections).toBeGreaterThan(3);
  });
});
