import type { FetchMessageObject, FetchQueryObject, ImapFlow } from 'imapflow';
import { type Allowance, type BoundedClient, withinAllowance } from './allowance.ts';
import { ImapTroubleError } from './trouble.ts';

/** What a server has answered for one mail, over all its rows. */
export interface Answer {
  readonly size: number | null; // bytes; null when the server did not say
  readonly internalDate: Date | string | null;
  readonly source: Uint8Array | null; // null for NIL, and where no row had it
}

export interface Answers {
  readonly of: ReadonlyMap<number, Answer>; // by uid
  /** Rows with a size or a body that was not asked for. Changed flags come unasked too, and are nobody's fault. */
  readonly unasked: number;
}

/**
 * Asks for mails by uid. Rows are taken one by one: of what nobody asked for nothing is kept, and of several bodies for one
 * mail the first. All rows are in before anything else is asked, for a command inside a fetch loop would wait for itself.
 */
export async function askFor(
  client: BoundedClient & Pick<ImapFlow, 'fetch'>,
  uids: readonly number[],
  query: FetchQueryObject,
  allowance: Allowance,
): Promise<Answers> {
  const asked = new Set(uids);
  const answers = new Map<number, Answer>();
  let unasked = 0;
  await withinAllowance(client, allowance, async () => {
    for await (const row of client.fetch([...uids], { uid: true, ...query }, { uid: true })) {
      const known = answers.get(row.uid) ?? NOTHING;
      const isRepeated = known.source !== null && row.source instanceof Uint8Array;
      if (asked.has(row.uid) && !isRepeated) answers.set(row.uid, joined(known, row));
      else if (row.source !== undefined || row.size !== undefined) unasked++;
      if (unasked > MOST_UNASKED) throw new ImapTroubleError('flood');
    }
  });
  return { of: answers, unasked };
}

const MOST_UNASKED = 1_000; // for one command

const NOTHING: Answer = { size: null, internalDate: null, source: null };

/** A server may answer for one mail in several rows. imapflow gives `false` for a body that is NIL. */
const joined = (known: Answer, { size, internalDate, source }: FetchMessageObject): Answer => ({
  size: size ?? known.size,
  internalDate: internalDate ?? known.internalDate,
  source: source instanceof Uint8Array ? source : known.source,
});
