import type { ImapFlow, SearchObject } from 'imapflow';
import { type Delivery, MAX_MAIL_BYTES } from '../source.ts';
import { ALLOWANCES, BLOCK_BYTES, type BoundedClient, withinAllowance } from './allowance.ts';
import type { FetchBackoff } from './fetch-backoff.ts';
import { type Answer, type Answers, askFor } from './rows.ts';
import { ImapTroubleError } from './trouble.ts';

type SearchClient = BoundedClient & Pick<ImapFlow, 'search'>;

/** What is needed of an ImapFlow client to fetch. */
export type FetchClient = SearchClient & Pick<ImapFlow, 'fetch' | 'noop' | 'usable'>;

/** Uids in rising order; throws when the server refuses the search, for "nothing found" must not be guessed. */
export async function searchUids(client: SearchClient, query: SearchObject): Promise<number[]> {
  const uids = await withinAllowance(client, ALLOWANCES.search, () => client.search(query, { uid: true }));
  if (!Array.isArray(uids)) throw new Error('The server refused a SEARCH.');
  return uids.toSorted((a, b) => a - b);
}

/** `N:*` always holds the newest mail, also when its uid is below N (RFC 9051 §9, seq-range). */
export async function uidsAfter(client: SearchClient, lastUid: number): Promise<number[]> {
  return (await searchUids(client, { uid: `${lastUid + 1}:*` })).filter((uid) => uid > lastUid);
}

/** Mails, and the last uid that they settle. */
export interface Block {
  readonly deliveries: readonly Delivery[];
  readonly lastUid: number;
  readonly unasked: number; // rows that came with them and belong to no mail that was asked for
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
      if (!client.usable) backoff.stumbled(slice, isFlood(error) ? 'server' : 'mails');
      throw error;
    }
  }
}

/** A server that floods does so whatever it is asked for. A response that is too large belongs to its mail. */
const isFlood = (error: unknown): boolean =>
  error instanceof ImapTroubleError && error.code === 'flood' && error.cause === undefined;

async function* fetchSlice(
  client: FetchClient,
  uidValidity: bigint,
  slice: readonly number[],
  backoff: FetchBackoff,
): AsyncGenerator<Block> {
  if (slice.length === 1) {
    const [uid] = slice as [number];
    if (backoff.isHopeless(uid)) yield { deliveries: [withoutBytes(uidValidity, uid)], lastUid: uid, unasked: 0 };
    else yield { ...(await fetchMails(client, uidValidity, slice)), lastUid: uid };
    return;
  }
  const sizes = await sizesOf(client, slice);
  let { unasked } = sizes;
  for (const block of blocksBySize(slice, sizes.of)) {
    const mails = await fetchMails(client, uidValidity, block);
    yield { deliveries: mails.deliveries, lastUid: block.at(-1)!, unasked: unasked + mails.unasked };
    unasked = 0;
  }
}

/** A server may refuse to tell of several where one was expunged meanwhile: then each may be as large as any. */
async function sizesOf(client: FetchClient, uids: readonly number[]): Promise<Answers> {
  try {
    return await askFor(client, uids, { size: true }, ALLOWANCES.command);
  } catch (error) {
    if (!isRefusal(client, error)) throw error;
    const unknown = { size: null, internalDate: null, source: null };
    return { of: new Map(uids.map((uid) => [uid, unknown])), unasked: 0 };
  }
}

/** Uids in their order, cut so that no block of several mails exceeds BLOCK_BYTES. A mail without a size stands alone. */
function blocksBySize(uids: readonly number[], sizes: ReadonlyMap<number, Answer>): number[][] {
  const blocks: number[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const uid of uids) {
    const answer = sizes.get(uid);
    const size = answer === undefined ? 0 : Math.min(answer.size || BLOCK_BYTES, MAX_MAIL_BYTES);
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

/** The server said no to what was asked, and goes on answering. */
function isRefusal({ usable }: FetchClient, error: unknown): boolean {
  const { responseStatus, serverResponseCode } = error as { responseStatus?: unknown; serverResponseCode?: unknown };
  return usable && responseStatus === 'NO' && !LATER.has(String(serverResponseCode));
}

type Mails = Pick<Block, 'deliveries' | 'unasked'>;

/** One mail that the server refuses must not hold up all that follow: then the mails are asked for one by one. */
async function fetchMails(client: FetchClient, uidValidity: bigint, uids: readonly number[]): Promise<Mails> {
  try {
    return await fetchTogether(client, uidValidity, uids);
  } catch (error) {
    if (!isRefusal(client, error)) throw error;
    if (uids.length > 1) return fetchOneByOne(client, uidValidity, uids);
    const left = await stillListed(client, uids); // what was expunged meanwhile may be refused, too (RFC 2180 section 4.1.2)
    return { deliveries: left.map((uid) => withoutBytes(uidValidity, uid)), unasked: 0 };
  }
}

async function fetchOneByOne(client: FetchClient, uidValidity: bigint, uids: readonly number[]): Promise<Mails> {
  const mails: Mails[] = [];
  for (const uid of uids) mails.push(await fetchMails(client, uidValidity, [uid]));
  return {
    deliveries: mails.flatMap(({ deliveries }) => deliveries),
    unasked: mails.reduce((sum, { unasked }) => sum + unasked, 0),
  };
}

const MAIL = { internalDate: true, source: { start: 0, maxLength: MAX_MAIL_BYTES } } as const;

/**
 * A mail that comes with NIL for its bytes (RFC 3501 section 9, nstring; servers do that when it was expunged meanwhile) or
 * does not come at all is asked for again when the folder still lists it, and then comes without bytes.
 */
async function fetchTogether(client: FetchClient, uidValidity: bigint, uids: readonly number[]): Promise<Mails> {
  const { oneMail, mails } = ALLOWANCES;
  const answers = await askFor(client, uids, MAIL, uids.length === 1 ? oneMail : mails);
  let { unasked } = answers;
  const missing = uids.filter((uid) => !answers.of.get(uid)?.source);
  const again = new Map<number, Answer | null>();
  for (const uid of await stillListed(client, missing)) {
    const once = await askFor(client, [uid], MAIL, oneMail);
    unasked += once.unasked;
    again.set(uid, once.of.get(uid) ?? null);
  }
  const deliveries = uids.flatMap((uid): Delivery[] => {
    const answer = answers.of.get(uid)?.source ? answers.of.get(uid) : again.get(uid);
    if (answer === undefined) return [];
    if (!answer?.source) return [withoutBytes(uidValidity, uid)];
    return [{ uidValidity, uid, receivedAt: dateOf(answer.internalDate), raw: answer.source }];
  });
  return { deliveries, unasked };
}

/** What is left of `uids`. A server may tell of expunged mails only when nothing is asked of it (RFC 3501 section 7.4.1). */
async function stillListed(client: FetchClient, uids: readonly number[]): Promise<readonly number[]> {
  if (uids.length === 0) return [];
  await withinAllowance(client, ALLOWANCES.command, () => client.noop());
  const listed = new Set(await searchUids(client, { uid: uids.join(',') }));
  return uids.filter((uid) => listed.has(uid));
}

const withoutBytes = (uidValidity: bigint, uid: number): Delivery => ({
  uidValidity,
  uid,
  receivedAt: new Date(),
  raw: new Uint8Array(),
});

function dateOf(internalDate: Date | string | null): Date {
  const date = new Date(internalDate ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? new Date() : date;
}
