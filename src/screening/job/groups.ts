import { randomUUID } from 'node:crypto';
import type { Assign, Assigned, Lane, NewScreenJob, UnassignedMail } from '../../store/index.ts';

/** How many mails of a lane have a job at a time: a mail waits behind this many of its lane at most. */
export const WINDOW = { screen: 200, backlog: 1000 } as const satisfies Assigned;

/** A source of which more living mails wait than this floods: its mails are backlog, and others go before them. */
export const FLOOD = 50;

const MOST_MAILS = 100;
const MOST_BYTES = 4 * 1024 ** 2; // of one batch
const ALONE_BYTES = 1024 ** 2; // a larger mail takes long and may fail: it holds up no others

/**
 * Which mails get a job now, and which go together: one by one when there are few, up to a hundred together the more there
 * are, so that nobody waits for a batch while there is time for each.
 */
export function assignMails({ living, all }: Parameters<Assign>[0], assigned: Assigned): NewScreenJob[] {
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
  ];
}

function jobsOf(lane: Lane, mails: readonly UnassignedMail[], assigned: Assigned): NewScreenJob[] {
  const room = Math.max(0, WINDOW[lane] - assigned[lane]);
  const most = Math.min(MOST_MAILS, Math.ceil((assigned[lane] + mails.length) / 10));
  return grouped(mails.slice(0, room), most).map((group) => ({
    job: group.length === 1 ? `mail-${group[0]!.id}` : `batch-${randomUUID()}`,
    lane,
    tried: 0,
    mails: group.map(({ id }) => id),
  }));
}

function grouped(mails: readonly UnassignedMail[], most: number): UnassignedMail[][] {
  const groups: UnassignedMail[][] = [];
  let open: UnassignedMail[] = [];
  let bytes = 0;
  for (const mail of mails) {
    if (mail.size > ALONE_BYTES) {
      groups.push([mail]);
      continue;
    }
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
