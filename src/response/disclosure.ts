import type { CounterpartyId, PersonId } from '../cases/index.ts';
import type { Brand } from '../util/brand.ts';
import type { Day } from './care.ts';
import type { ErasedKept } from './erasing.ts';

export type DisclosureId = Brand<string, 'DisclosureId'>;

/** As whom somebody asks what is kept of them. */
export const DISCLOSURE_ROLES = ['sender', 'employee', 'counterparty', 'other'] as const;
export type DisclosureRole = (typeof DISCLOSURE_ROLES)[number];

/** What is asked: purpose, a copy, who was given it, correction, that it is used no more or deleted. */
export const DISCLOSURE_WANTS = ['purpose', 'copy', 'provision', 'correction', 'stop'] as const;
export type DisclosureWant = (typeof DISCLOSURE_WANTS)[number];

/** What comes of it. */
export const DISCLOSURE_OUTCOMES = ['met', 'partly', 'refused', 'nothing-kept'] as const;
export type DisclosureOutcome = (typeof DISCLOSURE_OUTCOMES)[number];

/** Of whom what is kept is meant: at least one of these. */
export interface DisclosureSubject {
  readonly addresses: readonly string[]; // of senders
  readonly person: PersonId | null; // an account
  readonly counterparty: CounterpartyId | null; // of the register
}

/** A request of somebody about what is kept of them (開示等請求). One person writes the answer, a second one gives it. */
export interface Disclosure {
  readonly id: DisclosureId;
  readonly from: string; // who asks, as people write it
  readonly role: DisclosureRole;
  readonly identity: string; // how it was made sure that it is they
  readonly wants: readonly DisclosureWant[];
  readonly words: string;
  readonly received: Day;
  readonly due: Day;
  readonly by: string; // who wrote it down
  readonly at: Date;
  readonly draft: {
    readonly outcome: DisclosureOutcome;
    readonly words: string; // the answer, or on what ground it is refused
    readonly by: string;
    readonly person: PersonId;
    readonly at: Date;
  } | null;
  readonly answered: { readonly day: Day; readonly by: string; readonly at: Date } | null;
  readonly subject: DisclosureSubject | null; // null: nobody has said yet
  readonly erased: (ErasedKept & { readonly by: string; readonly at: Date }) | null; // null: nothing was deleted because of it
}

/**
 * Whether what is kept may be deleted because of a request: it asks for that, and a second person gave the answer that it is met, wholly or in part.
 * What stayed the first time, or what only others may see, may go later.
 *
 * @example
 * mayErase({ wants: ['copy'], draft: null, answered: null, subject: null }) // → false
 */
export const mayErase = ({
  wants,
  draft,
  answered,
  subject,
}: Pick<Disclosure, 'wants' | 'draft' | 'answered' | 'subject'>): boolean =>
  (wants.includes('stop') || wants.includes('correction')) &&
  answered !== null &&
  (draft?.outcome === 'met' || draft?.outcome === 'partly') &&
  subject !== null;
