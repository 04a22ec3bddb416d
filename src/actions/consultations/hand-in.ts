import { saidAt } from '../../cases/index.ts';
import { countConsultations, handIn as handInCase, listPeople, type NewConsultation } from '../../store/index.ts';
import { auditActorOf, type PersonActor } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { reportEntry } from '../report-entry.ts';
import { type IncidentFile, mailOfIncident } from './incident-mail.ts';

const MOST_A_DAY = 50; // of one person: a stolen session does not fill the disk
const DAY_MS = 86_400_000;

/** A mail or an incident, in the words of the person; with an incident, files. */
export interface HandInInput extends Omit<NewConsultation, 'person'> {
  readonly files?: readonly IncidentFile[];
}

export type HandedIn =
  | { readonly kind: 'handed-in'; readonly id: string } // of the report
  | { readonly kind: 'too-many' } // of this person, in a day
  | { readonly kind: 'no-desk' }; // nobody is there who could see what is confidential

/**
 * Opens a case for what a person hands in: everybody with an account may. A mail waits for its verdict like any other, and so do the words
 * of an incident, with its files beside them.
 */
export async function handIn(
  { db, audit, now, wake }: Pick<ActionDeps, 'db' | 'audit' | 'now' | 'wake'>,
  person: PersonActor,
  { files = [], ...given }: HandInInput,
): Promise<HandedIn> {
  const at = now();
  const { id: reporter, name } = person;
  const { confidential, channel } = given;
  if (confidential && (await consultationDesk({ db })).length === 0) return { kind: 'no-desk' };
  if ((await countConsultations(db, reporter, new Date(at.getTime() - DAY_MS))) >= MOST_A_DAY)
    return { kind: 'too-many' };
  const mail =
    channel === 'mail' ? given.mail : { raw: mailOfIncident(given.words, files), receivedAt: saidAt(given, at) };
  const { id } = await audit.during(
    (tx) => handInCase(tx, { ...given, mail, person: { id: reporter, name } }, at),
    (report) =>
      reportEntry(
        auditActorOf(person, at),
        'report.hand-in',
        { id: report.id, confidential },
        { channel, ...(files.length > 0 ? { files: files.length } : {}) },
      ),
  );
  if (mail !== null) wake();
  return { kind: 'handed-in', id };
}

/** Names of those at the consultation desk. */
export const consultationDesk = async ({ db }: Pick<ActionDeps, 'db'>): Promise<string[]> =>
  (await listPeople(db)).filter(({ roles }) => roles.includes('desk')).map(({ name }) => name);
