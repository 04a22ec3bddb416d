import type { Delivery } from './source.ts';

/** From when to when mails came. */
export interface PastSpan {
  readonly since: Date; // included
  readonly until: Date; // not included
}

/** Where a mail lies. */
export interface PastPlace {
  readonly source: string;
  readonly folder: string;
  readonly uidValidity: bigint;
  readonly uid: number;
}

/** A mail as its mailbox lists it. */
export interface FoundMail extends PastPlace {
  readonly at: Date; // when it came
  readonly bytes: number; // 0 when the server does not say
}

/** A mailbox whose earlier mails are read. Nothing in it changes by that. */
export interface PastMailbox extends AsyncDisposable {
  readonly name: string;
  readonly direction: 'in' | 'sent';
  list(span: PastSpan): Promise<readonly FoundMail[]>;
  /** By uid, given in rising order; what is gone by now, or whose folder was made anew, is left out. */
  fetch(folder: string, uidValidity: bigint, uids: readonly number[]): Promise<ReadonlyMap<number, Delivery>>;
}

/** Where a reading stands: all mails up to this one are read. */
export type PastPosition = Omit<PastPlace, 'uidValidity'> & { readonly at: Date };

/** A mail with its bytes; null: it is gone. */
export interface ReadPastMail extends FoundMail {
  readonly direction: 'in' | 'sent';
  readonly raw: Uint8Array | null;
}

const BLOCK_MAILS = 200;
const BLOCK_BYTES = 32 * 1024 * 1024;

/** The mails of several mailboxes, in the order in which they came. */
export interface PastPlan {
  readonly total: number; // incoming mails in the span, those before the position too
  readonly left: number; // mails behind it, sent ones too
  /** In blocks that fit into memory; while one is judged, the next is fetched. */
  blocks(): AsyncGenerator<readonly ReadPastMail[]>;
}

/**
 * Lists what came in a span and reads it in one order, whatever the mailbox: what is judged knows all that came before it.
 *
 * @param after where an earlier reading was interrupted; null: from the beginning
 */
export async function planPast(
  mailboxes: readonly PastMailbox[],
  span: PastSpan,
  after: PastPosition | null,
): Promise<PastPlan> {
  const lists = await Promise.all(
    mailboxes.map(async (box) => (await box.list(span)).map((mail) => ({ ...mail, direction: box.direction }))),
  );
  const all = lists.flat().sort(inOrder);
  const left = after === null ? all : all.filter((mail) => inOrder(mail, after) > 0);
  const boxes = new Map(mailboxes.map((box) => [box.name, box]));
  return {
    total: all.filter(({ direction }) => direction === 'in').length,
    left: left.length,
    async *blocks() {
      const cut = cutBlocks(left);
      let next = fetchBlock(boxes, cut[0] ?? []);
      for (let i = 0; i < cut.length; i++) {
        const block = await next;
        next = fetchBlock(boxes, cut[i + 1] ?? []);
        next.catch(() => {}); // met when it is asked for, if ever
        yield block;
      }
    },
  };
}

/** Mails of the same moment have an order, too: a reading that is taken up again skips none and repeats none. */
export function inOrder(a: PastPosition, b: PastPosition): number {
  return a.at.getTime() - b.at.getTime() || compare(a.source, b.source) || compare(a.folder, b.folder) || a.uid - b.uid;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type Listed = Omit<ReadPastMail, 'raw'>;

function cutBlocks(mails: readonly Listed[]): Listed[][] {
  const blocks: Listed[][] = [];
  let bytes = 0;
  for (const mail of mails) {
    const current = blocks.at(-1);
    bytes += mail.bytes;
    if (current !== undefined && current.length < BLOCK_MAILS && bytes <= BLOCK_BYTES) current.push(mail);
    else {
      blocks.push([mail]);
      bytes = mail.bytes;
    }
  }
  return blocks;
}

async function fetchBlock(
  boxes: ReadonlyMap<string, PastMailbox>,
  block: readonly Listed[],
): Promise<readonly ReadPastMail[]> {
  const folders = new Map<string, Listed[]>();
  for (const mail of block) {
    const key = JSON.stringify([mail.source, mail.folder, `${mail.uidValidity}`]);
    const known = folders.get(key);
    if (known === undefined) folders.set(key, [mail]);
    else known.push(mail);
  }
  const raws = new Map<Listed, Uint8Array>();
  for (const mails of folders.values()) {
    const [{ source, folder, uidValidity }] = mails as [Listed, ...Listed[]];
    const uids = mails.map(({ uid }) => uid).sort((a, b) => a - b);
    const got = await boxes.get(source)!.fetch(folder, uidValidity, uids);
    for (const mail of mails) {
      const raw = got.get(mail.uid)?.raw;
      if (raw !== undefined) raws.set(mail, raw);
    }
  }
  return block.map((mail) => ({ ...mail, raw: raws.get(mail) ?? null }));
}
