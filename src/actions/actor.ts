import type { AuditActor } from '../audit/index.ts';
import type { Named, PersonId } from '../cases/index.ts';
import { mayWith, type Right } from '../cases/index.ts';
import type { Reviewer, Visibility } from '../store/index.ts';
import { Refusal } from './refusal.ts';

/** Someone with an account, in a browser. */
export interface PersonActor {
  readonly kind: 'person';
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly address: string | null; // of the client
}

/** Somebody to whom cases may be closed. */
export type Reader = Pick<PersonActor, 'id' | 'name' | 'email' | 'roles'>;

/** A program that sent an API token. */
export interface ProgramActor {
  readonly kind: 'program';
  readonly id: string; // of the token
  readonly name: string;
  readonly roles: readonly string[];
  readonly owner: Reader | null; // who made the token: what speaks of them is closed to it; null: a command did
  readonly address: string | null;
}

/** Whoever gave a command. They may open the store itself, so that no role holds them back; nothing confidential is shown. */
export interface OperatorActor {
  readonly kind: 'operator';
  readonly name: string; // of the OS user
}

/** Who wants something done, and how they came. */
export type Actor = PersonActor | ProgramActor | OperatorActor | { readonly kind: 'service' }; // Komainu itself

/** Whoever acts, as histories name them: a name, api:<name of a token>, cli:<OS user>. */
export function nameOf(actor: Actor): string {
  switch (actor.kind) {
    case 'person':
      return actor.name;
    case 'program':
      return `api:${actor.name}`;
    case 'operator':
      return `cli:${actor.name}`;
    case 'service':
      return 'komainu';
  }
}

/** Id of the account, null for all who have none. */
export const personIdOf = (actor: Actor): PersonId | null => (actor.kind === 'person' ? actor.id : null);

/** Whoever acts, as the audit log keeps them. */
export const auditActorOf = (actor: Actor, at: Date): AuditActor => ({
  at,
  person: personIdOf(actor),
  name: nameOf(actor),
  address: 'address' in actor ? actor.address : null,
});

/** What whoever acts may see of cases. */
export const visibilityOf = (actor: Actor): Visibility => ({
  seesConfidential: 'roles' in actor && actor.roles.includes('desk'),
});

/** A person as someone who claims cases. */
export const reviewerOf = (person: PersonActor): Reviewer => ({
  id: person.id,
  name: person.name,
  ...visibilityOf(person),
});

/** Who reads what whoever acts is given: the person, or for a program whoever made its token. */
export function readerOf(actor: Actor): Reader | null {
  switch (actor.kind) {
    case 'person':
      return actor;
    case 'program':
      return actor.owner;
    case 'operator':
    case 'service':
      return null;
  }
}

/** By what a mail may speak of whoever acts. A program is whoever made its token, the service is nobody. */
export function soughtIn(actor: Actor): Named | null {
  switch (actor.kind) {
    case 'person':
      return actor;
    case 'operator':
      return { name: actor.name, email: null };
    case 'program':
      return actor.owner;
    case 'service':
      return null;
  }
}

/** @throws Refusal `not-allowed` when no role of whoever acts gives the right. */
export function requireRight(actor: Actor, right: Right): void {
  if ('roles' in actor && !mayWith(actor.roles, right)) throw new Refusal({ code: 'not-allowed' });
}

/**
 * For what takes a person: four eyes are those of people, and a program or a command has none.
 *
 * @throws Refusal `people-only`
 */
export function requirePerson(actor: Actor): PersonActor {
  if (actor.kind !== 'person') throw new Refusal({ code: 'people-only' });
  return actor;
}

/** For what only a command or the service itself does. @throws Refusal `not-allowed` */
export function requireOperator(actor: Actor): void {
  if (actor.kind !== 'operator' && actor.kind !== 'service') throw new Refusal({ code: 'not-allowed' });
}
