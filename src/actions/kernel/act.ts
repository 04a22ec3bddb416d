import type { AuditAction, Details } from '../../audit/index.ts';
import type { PersonId, Right } from '../../cases/index.ts';
import type { Policy } from '../../policy/index.ts';
import { type Day, type PackOrder, todayIn } from '../../response/index.ts';
import type { Db, Visibility } from '../../store/index.ts';
import { type Actor, auditActorOf, nameOf, personIdOf, requirePerson, requireRight, visibilityOf } from '../actor.ts';
import { type AdmittedCase, admit } from '../cases/admit.ts';
import { requireCaseId } from '../cases/standing.ts';
import type { ActionDeps } from '../deps.ts';
import { Refusal } from '../refusal.ts';
import type { Ask, Given } from './ask.ts';
import { readAsk, type Shape, shapesOf } from './read-ask.ts';

/** Whoever does it, as what is written keeps them. */
export interface Doer {
  readonly by: string; // name, as shown today
  readonly person: PersonId | null;
  readonly at: Date;
  readonly today: Day;
  readonly timeZone: string; // of the company
  readonly sight: Visibility;
  readonly actor: Actor;
  readonly admitted: AdmittedCase | null; // the case that it is about
}

type Path = `/${string}`;

/** What fronts read of anything that people and programs do: how it is shown, taken and described. */
interface Asked<A extends Ask, P extends Path> {
  readonly path: P; // as the review app has it; what it names in the way is asked, too
  readonly right: Right | 'account'; // account: whoever is signed in, whatever their roles
  /** By whom it may be done beside people in the review app: the routes of the API and of commands are those of its path. */
  readonly for?: readonly ('programs' | 'commands')[];
  /** Where these ask for it, if at another address; acts that share one there are told apart by `kind`. */
  readonly api?: { readonly path: Path; readonly kind?: string };
  /** The field that names the case it is about, if it is about one. It is admitted before anything else is read. */
  readonly about?: keyof A & string;
  readonly ask: A;
}

interface Naming<A extends Ask> {
  of(given: Given<A>): AuditAction; // where one act does this or its contrary
}

/** Something that people and programs do, declared once. */
export interface Act<A extends Ask = Ask, R = unknown, P extends Path = Path> extends Asked<A, P> {
  readonly audit: AuditAction | Naming<A>['of'];
  /** Fields whose values the audit log keeps: ids and choices only. */
  readonly logged: readonly (keyof A & string)[];
  /** What it keeps besides, of what was done: ids, choices, names of accounts and tokens. Null: it stood so already, and the log says nothing. */
  told?(done: R, given: Given<A>): Details | null;
  /** What it is done to, as the audit log names it. */
  to(given: Given<A>, done: R): string;
  /** Asks the rule of the state, and writes. Null is the same as of `told`. @throws Refusal */
  do(tx: Db, given: Given<A>, doer: Doer): Promise<R>;
}

/** An act of an unusual course: more than one transaction, or an entry in the log that is not the usual one. */
export interface Course<A extends Ask = Ask, R = unknown, P extends Path = Path, D = AnyDeps> extends Asked<A, P> {
  run(deps: D, given: Given<A>, doer: Doer): Promise<R>;
}

interface Shaped<A extends Ask> {
  readonly shapes: Readonly<Record<keyof A & string, Shape>>;
}

/** An act, and what its fields look like. */
export type DeclaredAct<A extends Ask = Ask, R = unknown, P extends Path = Path, D = AnyDeps> = Shaped<A> &
  (Act<A, R, P> | Course<A, R, P, D>);

/** What comes of doing an act. */
export type DoneBy<A extends DeclaredAct> = A extends { do(...of: never): Promise<infer R> }
  ? R
  : A extends { run(...of: never): Promise<infer R> }
    ? R
    : never;

export type ActDeps = Pick<ActionDeps, 'db' | 'audit' | 'read' | 'now'> & {
  readonly company: { readonly timeZone: string };
};

type AnyDeps = ActionDeps &
  Pick<PackOrder, 'company' | 'acts'> & {
    readonly sharedDomains: readonly string[];
    readonly hash: (value: string) => string;
    readonly dailyCap: number;
    readonly testChannel: (name: string) => Promise<boolean>;
    readonly policy: (language: 'ja' | 'en') => Promise<Policy>;
  };

/** @example act({ path: '/cooperation', right: 'cooperation.manage', ask: { words: text(4000) }, … }) */
export const act = <const A extends Ask, R, const P extends Path>(
  declared: Act<A, R, P>,
): Act<A, R, P> & Shaped<A> => ({ ...declared, shapes: shapesOf(declared.ask) });

/** The same for one that writes, and tells the log, by itself. */
export const course = <const A extends Ask, R, const P extends Path, D = AnyDeps>(
  declared: Course<A, R, P, D>,
): Course<A, R, P, D> & Shaped<A> => ({ ...declared, shapes: shapesOf(declared.ask) });

/**
 * Does it, in this order whoever asks: the right, the case in sight and not about them, what was asked, the rule of the state, the writing, and
 * the entry in the log, in one transaction.
 *
 * @param written by field, as it came
 * @throws Refusal `not-allowed`, `no-such-case`, `recused`, `wrong-fields`, `not-there` where an id is none, and what the act refuses
 */
export async function perform<A extends Ask, R, D>(
  declared: DeclaredAct<A, R, Path, D>,
  deps: ActDeps & D,
  actor: Actor,
  written: Readonly<Record<string, unknown>>,
): Promise<R> {
  const { right, about, ask, shapes } = declared;
  if (right === 'account') requirePerson(actor);
  else requireRight(actor, right);
  const admitted = about === undefined ? null : await admittedBy(ask, about, deps, actor, written);
  const at = deps.now();
  const { timeZone } = deps.company;
  const today = todayIn(timeZone, at);
  const read = readAsk(ask, written, today);
  if ('problems' in read) {
    const nothing = Object.keys(read.problems).some((name) => shapes[name]?.kind === 'id');
    throw new Refusal(nothing ? { code: 'not-there' } : { code: 'wrong-fields', fields: read.problems });
  }
  const { given } = read;
  const doer = {
    ...{ by: nameOf(actor), person: personIdOf(actor), sight: visibilityOf(actor), actor },
    ...{ at, today, timeZone, admitted },
  };
  if ('run' in declared) return declared.run(deps, given, doer);
  const { audit, to, logged } = declared;
  return deps.audit.during(
    (tx) => declared.do(tx, given, doer),
    (done) => {
      const told = done === null ? null : declared.told === undefined ? {} : declared.told(done, given);
      return (
        told && {
          ...auditActorOf(actor, at),
          action: typeof audit === 'function' ? audit(given) : audit,
          target: to(given, done),
          details: { ...told, ...detailsOf(logged, given) },
        }
      );
    },
  );
}

/** The case that a field names, if it names one. */
async function admittedBy<A extends Ask>(
  ask: A,
  about: keyof A & string,
  deps: ActDeps,
  actor: Actor,
  written: Readonly<Record<string, unknown>>,
): Promise<AdmittedCase | null> {
  const read = ask[about]!.safeParse(written[about]);
  if (read.success && read.data === null) return null; // it may be about none
  if (!read.success) throw new Refusal({ code: 'no-such-case' });
  return admit(deps, actor, requireCaseId(String(read.data)));
}

const detailsOf = <A extends Ask>(logged: readonly (keyof A & string)[], given: Given<A>): Details =>
  Object.fromEntries(logged.map((name) => [name, given[name] as string]));
