import { randomUUID } from 'node:crypto';
import type { Assign, Assigned, Lane, NewScreenJob, UnassignedMail } from '../../store/index.ts';

/** How many mails of a lane have a job at a time: a mail waits behind this many of its lane at most. */
export const WINDOW = { screen: 200, backlog: 1000, slow: 20 } as const satisfies Assigned;

/** A source of which more living mails wait than this floods: its mails are backlog, and others go before them. */
export const FLOOD = 50;

const MOST_MAILS = 100;
const MOST_BYTES = 4 * 1024 ** 2; // of one batch

/**
 * Which mails get a job now, and which go together: one by one when there are few, up to a hundred together the more there
 * are, so that nobody waits for a batch while there is time for each. A large one takes long and may fail: it goes by itself, in a lane
 * where it holds up no others, and the smaller ones first.
 */
export function assignMails({ living, all, large }: Parameters<Assign>[0], assigned: Assigned): NewScreenJob[] {
  const floods = new Set<string>();
  const seen = new Map<string, number>();
  for (const { source } of living) {
    seen.set(source, (seen.get(source) ?? 0) + 1);
    if (seen.get(source)! > FLOOD) floods.add(source);
  }
  return [
    ...jobsOf(
      'screen',
      living.filter(({ source }) => !floods.has(source)),
      assigned,
    ),
    ...jobsOf(
      'backlog',
      all.filter((mail) => !mail.living || floods.has(mail.source)),
      assigned,
    ),
    ...inTurn(large)
      .slice(0, Math.max(0, WINDOW.slow - assigned.slow))
      .map((mail) => jobOf('slow', [mail])),
  ];
}

const inTurn = (large: readonly UnassignedMail[]): UnassignedMail[] =>
  [...large].sort((a, b) => Number(b.living) - Number(a.living) || a.size - b.size);

function jobsOf(lane: Lane, mails: readonly UnassignedMail[], assigned: Assigned): NewScreenJob[] {
  const room = Math.max(0, WINDOW[lane] - assigned[lane]);
  const most = Math.min(MOST_MAILS, Math.ceil((assigned[lane] + mails.length) / 10));
  return grouped(mails.slice(0, room), most).map((group) => jobOf(lane, group));
}

const jobOf = (lane: Lane, mails: readonly UnassignedMail[]): NewScreenJob => ({
  job: mails.length === 1 ? `mail-${mails[0]!.id}` : `batch-${randomUUID()}`,
  lane,
  tried: 0,
  mails: mails.map(({ id }) => id),
});

function grouped(mails: readonly UnassignedMail[], most: number): UnassignedMail[][] {
  const groups: UnassignedMail[][] = [];
  let open: UnassignedMail[] = [];
  let bytes = 0;
  for (const mail of mails) {
    if (open.length === 0 || open.length >= most || bytes + mail.size > MOST_BYTES) {
      open = [];
      bytes = 0;
      groups.push(open);
    }
    open.push(mail);
    bytes += mail.size;
  }
  return groups;
}
