import { type ForwardingRules, type HeldBecause, type Received, receive } from '../../cases/index.ts';
import { keyOf, type Origin, readOrigin } from '../../mail/index.ts';
import {
  countForwarded,
  countHeld,
  type Db,
  type FoundAccount,
  findAccount,
  hasForwarded,
  type NewForwarded,
  noteConsultation,
  noteForwarded,
} from '../../store/index.ts';
import type { ActionDeps } from '../deps.ts';
import { reportEntry } from '../report-entry.ts';
import { consultationDesk } from './hand-in.ts';
import { handInAll } from './hand-in-forwarded.ts';

export interface ForwardingDeps extends Pick<ActionDeps, 'db' | 'audit' | 'now' | 'wake' | 'forwarded'> {
  readonly hash: (value: string) => string; // keyed
}

/** A mail as it came to the consultation address. */
export interface ArrivedMail {
  readonly source: string;
  readonly receivedAt: Date;
  readonly raw: Uint8Array;
}

const DAY_MS = 86_400_000;
/** Of one sender in a day: neither a stolen account nor two machines that answer each other fill the desk. */
const MOST_A_DAY = { mails: 50, receipts: 10 } as const;
/** What is held waits in the store with every byte, and anybody may write a sender. */
const MOST_HELD = { mails: 200, bytes: 10 * 1024 * 1024 } as const;

/**
 * Takes a mail that came to the consultation address: a consultation where it is proven who sent it, else it waits for the consultation desk,
 * or is left in the mailbox. Once for each message, however often it is called.
 */
export async function receiveForwarded(deps: ForwardingDeps, rules: ForwardingRules, mail: ArrivedMail): Promise<void> {
  const { db, now } = deps;
  const origin = readOrigin(mail.raw);
  const key = keyOf(origin, mail.raw);
  if (await hasForwarded(db, key)) return;
  const at = now();
  const account = await accountOf(db, origin);
  const sender = origin.from[0]?.address;
  const company = (address: string) => rules.company(address) || (account !== null && address === sender);
  const received = await checked(deps, receive(origin, { ...rules, company }), at);
  const common = { key, source: mail.source, receivedAt: mail.receivedAt, arrivedAt: at, size: mail.raw.byteLength };
  switch (received.kind) {
    case 'refused':
      await noteForwarded(db, { ...common, state: 'refused', because: received.because });
      break;
    case 'held':
      await noteForwarded(db, { ...common, ...(await heldRow(deps, received, origin, mail.raw)) });
      break;
    case 'taken':
      await take(deps, { received, account, mail, row: { ...common, ...rowOf(deps, received) } });
  }
}

type Believed = Exclude<Received, { kind: 'refused' }>;

const accountOf = async (db: Db, { from }: Origin): Promise<FoundAccount | null> => {
  const found = from.length === 1 ? await findAccount(db, from[0]!.address) : null;
  return found?.active ? found : null;
};

/** What only the store knows: how many of this sender there were, and whether anybody could see what is confidential. */
async function checked(deps: ForwardingDeps, received: Received, at: Date): Promise<Received> {
  if (received.kind === 'refused') return received;
  const since = new Date(at.getTime() - DAY_MS);
  const { mails, receipts } = await countForwarded(deps.db, deps.hash(received.sender.address), since);
  const answerable = received.answerable && receipts < MOST_A_DAY.receipts;
  if (received.kind === 'held') return { ...received, answerable };
  const because = await obstacle(deps, received, mails);
  return { ...received, answerable, kind: because === null ? 'taken' : 'held', because };
}

async function obstacle(deps: ForwardingDeps, { confidential }: Believed, mails: number): Promise<HeldBecause | null> {
  if (mails >= MOST_A_DAY.mails) return 'many';
  return confidential && (await consultationDesk(deps)).length === 0 ? 'no-desk' : null;
}

const MOST_NAME = 200;

const rowOf = ({ hash }: ForwardingDeps, { because, confidential, sender, answerable }: Believed) => ({
  because,
  confidential,
  sender: sender.address,
  senderName: sender.name.slice(0, MOST_NAME),
  senderHash: hash(sender.address),
  receipt: answerable ? ('due' as const) : ('none' as const),
});

async function heldRow(deps: ForwardingDeps, received: Believed, { subject }: Origin, raw: Uint8Array) {
  const full = raw.byteLength > MOST_HELD.bytes || (await countHeld(deps.db)) >= MOST_HELD.mails;
  if (full) return { state: 'refused', because: 'full' } as const;
  return { ...rowOf(deps, received), state: 'held', subject: subject.slice(0, 300), raw } as const;
}

interface Taking {
  readonly received: Believed;
  readonly account: FoundAccount | null;
  readonly mail: ArrivedMail;
  readonly row: Omit<NewForwarded, 'state'>;
}

async function take(deps: ForwardingDeps, { received, account, mail, row }: Taking): Promise<void> {
  const { sender, confidential } = received;
  const read = await deps.forwarded(mail.raw, mail.receivedAt);
  const at = deps.now();
  const done = await deps.audit.during(
    async (tx) => {
      const id = await noteForwarded(tx, { ...row, state: 'taken' });
      if (id === null) return null;
      const reports = await handInAll(tx, { ...mail, account, sender, confidential, read }, at);
      await noteConsultation(tx, id, reports[0]!);
      return reports;
    },
    (reports) =>
      reports &&
      reportEntry(
        { at, person: account?.id ?? null, name: account?.name ?? '', address: null },
        'report.hand-in',
        { id: reports[0]!, confidential },
        { forwarded: reports.length },
      ),
  );
  if (done !== null) deps.wake();
}
