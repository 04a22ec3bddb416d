import type { ImapFlow, SearchObject } from 'imapflow';
import { type Delivery, MAX_MAIL_BYTES } from '../source.ts';
import type { FetchBackoff } from './fetch-backoff.ts';

const BLOCK_BYTES = 32 * 1024 * 1024;

/** What is needed of an ImapFlow client to fetch. */
export type FetchClient = Pick<ImapFlow, 'fetchAll' | 'usable'>;

/** Uids in rising order; throws when the server refuses the search, for "nothing found" must not be guessed. */
export async function searchUids(client: ImapFlow, query: SearchObject): Promise<number[]> {
  const uids = await client.search(query, { uid: true });
  if (!Array.isArray(uids)) throw new Error('The server refused a SEARCH.');
  return uids.toSorted((a, b) => a - b);
}

/** `N:*` always holds the newest mail, also when its uid is below N (RFC 9051 §9, seq-range). */
export async function uidsAfter(client: ImapFlow, lastUid: number): Promise<number[]> {
  return (await searchUids(client, { uid: `${lastUid + 1}:*` })).filter((uid) => uid > lastUid);
}

/** Mails, and the last uid that they settle. */
export interface Block {
  readonly deliveries: readonly Delivery[];
  readonly lastUid: number;
}

/**
 * The mails of `uids` in blocks that fit into memory. A mail that is gone by now is left out; one that the server
 * lists but does not hand out comes without bytes, so that a person sees it.
 */
export async function* fetchBlocks(
  client: FetchClient,
  uidValidity: bigint,
  uids: readonly number[],
  backoff: FetchBackoff,
): AsyncGenerator<Block> {
  for (let at = 0; at < uids.length; ) {
    const slice = uids.slice(at, at + backoff.blockSize(uids[at]!));
    at += slice.length;
    try {
      yield* fetchSlice(client, uidValidity, slice, backoff);
    } catch (error) {
      if (!client.usable) backoff.stumbled(slice);
      throw error;
    }
  }
}

async function* fetchSlice(
  client: FetchClient,
  uidValidity: bigint,
  slice: readonly number[],
  backoff: FetchBackoff,
): AsyncGenerator<Block> {
  if (slice.length === 1) {
    const [uid] = slice as [number];
    const isHopeless = backoff.isHopeless(uid);
    yield {
      deliveries: isHopeless ? [withoutBytes(uidValidity, uid)] : await fetchMails(client, uidValidity, slice),
      lastUid: uid,
    };
    return;
  }
  const sizes = await client.fetchAll([...slice], { uid: true, size: true }, { uid: true });
  const sizeOf = new Map(sizes.flatMap(({ uid, size }) => (size === undefined ? [] : [[uid, size] as const])));
  for (const block of blocksBySize(slice, sizeOf))
    yield { deliveries: await fetchMails(client, uidValidity, block), lastUid: block.at(-1)! };
}

const withoutBytes = (uidValidity: bigint, uid: number): Delivery => ({
  uidValidity,
  uid,
  receivedAt: new Date(),
  raw: new Uint8Array(),
});

/** Uids in their order, cut so that no block of several mails exceeds BLOCK_BYTES. */
function blocksBySize(uids: readonly number[], sizeOf: ReadonlyMap<number, number>): number[][] {
  const blocks: number[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const uid of uids) {
    const size = Math.min(sizeOf.get(uid) ?? 0, MAX_MAIL_BYTES);
    bytes += size;
    if (bytes <= BLOCK_BYTES) blocks.at(-1)!.push(uid);
    else {
      blocks.push([uid]);
      bytes = size;
    }
  }
  return blocks;
}

/** Response codes of RFC 5530 with which a server says "later", not "never". */
const LATER = new Set(['UNAVAILABLE', 'INUSE', 'LIMIT']);

/** One mail that the server refuses must not hold up all that follow: then the mails are asked for one by one. */
async function fetchMails(client: FetchClient, uidValidity: bigint, uids: readonly number[]): Promise<Delivery[]> {
  try {
    return await fetchTogether(client, uidValidity, uids);
  } catch (error) {
    const { responseStatus, serverResponseCode } = error as { responseStatus?: unknown; serverResponseCode?: unknown };
    if (!client.usable || responseStatus !== 'NO' || LATER.has(String(serverResponseCode))) throw error;
    const [uid] = uids;
    if (uids.length === 1) return [withoutBytes(uidValidity, uid!)];
    const deliveries: Delivery[] = [];
    for (const one of uids) deliveries.push(...(await fetchMails(client, uidValidity, [one])));
    return deliveries;
  }
}

/**
 * Collects before anything else is asked: a command inside a fetch loop would wait for itself. A server may answer for
 * one mail in several rows, and add rows of its own for changed flags.
 */
async function fetchTogether(client: FetchClient, uidValidity: bigint, uids: readonly number[]): Promise<Delivery[]> {
  const rows = await client.fetchAll(
    [...uids],
    { uid: true, internalDate: true, source: { start: 0, maxLength: MAX_MAIL_BYTES } },
    { uid: true },
  );
  const answers = new Map<number, { internalDate?: Date | string; source?: Uint8Array }>();
  for (const { uid, internalDate, source } of rows) {
    const known = answers.get(uid);
    answers.set(uid, { internalDate: internalDate ?? known?.internalDate, source: source ?? known?.source });
  }
  return uids.flatMap((uid) => {
    const answer = answers.get(uid);
    if (answer === undefined) return [];
    const { internalDate, source = new Uint8Array() } = answer;
    return [{ uidValidity, uid, receivedAt: dateOf(internalDate), raw: source }];
  });
}

function dateOf(internalDate: Date | string | undefined): Date {
  const date = new Date(internalDate ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? new Date() : date;
}
