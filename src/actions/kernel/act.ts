import type { AuditAction, Details } from '../../audit/index.ts';
import type { PersonId, Right } from '../../cases/index.ts';
import { type Day, todayIn } from '../../response/index.ts';
import type { Db, Visibility } from '../../store/index.ts';
import { type Actor, auditActorOf, nameOf, personIdOf, requireRight, visibilityOf } from '../actor.ts';
import { admit } from '../cases/admit.ts';
import { requireCaseId } from '../cases/standing.ts';
import type { ActionDeps } from '../deps.ts';
import { Refusal } from '../refusal.ts';
import { type Ask, type Given, readAsk, type Shape, shapesOf } from './ask.ts';

/** Whoever does it, as what is written keeps them. */
export interface Doer {
  readonly by: string; // name, as shown today
  readonly person: PersonId | null;
  readonly at: Date;
  readonly today: Day;
  readonly sight: Visibility;
  readonly actor: Actor;
}

type Path = `/${string}`;

/** Something that people and programs do, declared once: fronts read from it what they show, take and describe. */
export interface Act<A extends Ask = Ask, R = unknown, P extends Path = Path> {
  readonly path: P; // as the review app has it; what it names in the way is asked, too
  readonly right: Right;
  readonly audit: AuditAction;
  /** The field that names the case it is about, if it is about one. It is admitted before anything else is read. */
  readonly about?: keyof A & string;
  readonly ask: A;
  /** Fields whose values the audit log keeps: ids and choices only. */
  readonly logged: readonly (keyof A & string)[];
  /** What it is done to, as the audit log names it. */
  to(given: Given<A>, done: R): string;
  /** Asks the rule of the state, and writes. @throws Refusal */
  do(tx: Db, given: Given<A>, doer: Doer): Promise<R>;
}

/** An act, and what its fields look like. */
export interface DeclaredAct<A extends Ask = Ask, R = unknown, P extends Path = Path> extends Act<A, R, P> {
  readonly shapes: Readonly<Record<keyof A & string, Shape>>;
}

export type ActDeps = Pick<ActionDeps, 'db' | 'audit' | 'read' | 'now'> & {
  readonly company: { readonly timeZone: string };
};

/** @example act({ path: '/cooperation', right: 'cooperation.manage', ask: { words: text(4000) }, … }) */
export const act = <const A extends Ask, R, const P extends Path>(declared: Act<A, R, P>): DeclaredAct<A, R, P> => ({
  ...declared,
  shapes: shapesOf(declared.ask),
});

/**
 * Does it, in this order whoever asks: the right, the case in sight and not about them, what was asked, the rule of the state, the writing, and
 * the entry in the log, in one transaction.
 *
 * @param written by field, as it came
 * @throws Refusal `not-allowed`, `no-such-case`, `recused`, `wrong-fields`, `not-there` where an id is none, and what the act refuses
 */
export async function perform<A extends Ask, R>(
  { right, audit, about, ask, shapes, logged, to, do: write }: DeclaredAct<A, R>,
  deps: ActDeps,
  actor: Actor,
  written: Readonly<Record<string, unknown>>,
): Promise<R> {
  requireRight(actor, right);
  if (about !== undefined) await admitted(ask, about, deps, actor, written);
  const at = deps.now();
  const today = todayIn(deps.company.timeZone, at);
  const read = readAsk(ask, written, today);
  if ('problems' in read) {
    const nothing = Object.keys(read.problems).some((name) => shapes[name]?.kind === 'id');
    throw new Refusal(nothing ? { code: 'not-there' } : { code: 'wrong-fields', fields: read.problems });
  }
  const { given } = read;
  const doer = { by: nameOf(actor), person: personIdOf(actor), at, today, sight: visibilityOf(actor), actor };
  return deps.audit.during(
    (tx) => write(tx, given, doer),
    (done) => ({
      ...auditActorOf(actor, at),
      action: audit,
      target: to(given, done),
      details: detailsOf(logged, given),
    }),
  );
}

/** The case that a field names, if it names one. */
async function admitted<A extends Ask>(
  ask: A,
  about: keyof A & string,
  deps: ActDeps,
  actor: Actor,
  written: Readonly<Record<string, unknown>>,
): Promise<void> {
  const read = ask[about]!.safeParse(written[about]);
  if (read.success && read.data === null) return; // it may be about none
  if (!read.success) throw new Refusal({ code: 'no-such-case' });
  await admit(deps, actor, requireCaseId(String(read.data)));
}

const detailsOf = <A extends Ask>(logged: readonly (keyof A & string)[], given: Given<A>): Details =>
  Object.fromEntries(logged.map((name) => [name, given[name] as string]));
