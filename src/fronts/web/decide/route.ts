import type { Handler } from 'hono';
import { decisionDeed } from '../../../audit/index.ts';
import { CaseError, type Decision, type Feedback } from '../../../cases/index.ts';
import { caseSummary, decide, liveClaim, loadCase } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { casePage, othersWhoDecide } from '../cases/case-page.tsx';
import { actorOf } from '../shell/actor.ts';
import { type Values, valuesOf } from '../shell/form-values.ts';
import { idOf } from '../shell/id-of.ts';
import { inertLine } from '../shell/inert.ts';
import type { WebContext, WebEnv } from '../shell/page.tsx';
import { visibilityOf } from '../shell/reviewer.ts';
import { goOn } from './claim-route.ts';
import { type DecisionForm, readApproval, readDismissal, readHandOver } from './form.ts';
import { findMissed } from './missed.ts';

export const approve =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const values = await formOf(c);
    const read = readApproval(values, c.get('messages'));
    if (read.kind === 'wrong') return again(c, deps, read.form);
    const detail = await loadCase(deps.db, idOf(c), visibilityOf(c));
    if (detail === null) return c.notFound();
    const { found, nowhere } = await findMissed(deps, detail, read.missed);
    if (nowhere.length > 0) {
      const missed = c.get('messages').form.missedNowhere(inertLine(nowhere[0]!, 60));
      return again(c, deps, { kind: 'approve', values, errors: { missed } });
    }
    return record(c, deps, read.decision, found);
  };

export const dismiss =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const read = readDismissal(await formOf(c), c.get('messages'));
    if (read.kind === 'wrong') return again(c, deps, read.form);
    const detail = read.misfires.length === 0 ? null : await loadCase(deps.db, idOf(c), visibilityOf(c));
    const entries = new Set(
      detail?.items.flatMap(({ assessment }) => assessment?.matches ?? []).map(({ entry }) => entry),
    );
    const misfires = read.misfires.filter((entry) => entries.has(entry));
    return record(
      c,
      deps,
      read.decision,
      misfires.map((entry) => ({ kind: 'misfire', entry })),
    );
  };

export const handOver =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const values = await formOf(c);
    const detail = await loadCase(deps.db, idOf(c), visibilityOf(c));
    if (detail === null) return c.notFound();
    const read = readHandOver(values, await othersWhoDecide(c, deps, detail), c.get('messages'));
    return read.kind === 'wrong' ? again(c, deps, read.form) : record(c, deps, read.decision, []);
  };

/** Undoes the newest decision and shows the case again. */
export const reopen =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const refused = await refusalOf(c, deps, { kind: 'reopen', note: '' }, []);
    return refused ?? c.redirect(`/cases/${idOf(c)}`, 303);
  };

const formOf = async (c: WebContext): Promise<Values> => valuesOf(await c.req.parseBody({ all: true }));

/** A form that cannot be taken comes back with what was written; a case that is not there has no form. */
const again = (c: WebContext, deps: FrontDeps, form: DecisionForm): Promise<Response> =>
  casePage(c, deps, { status: 400, form });

async function record(
  c: WebContext,
  deps: FrontDeps,
  decision: Decision,
  feedback: readonly Feedback[],
): Promise<Response> {
  return (await refusalOf(c, deps, decision, feedback)) ?? goOn(c, deps, idOf(c));
}

/** Writes the decision. @returns the page that says why it was not written, null when it was. */
async function refusalOf(
  c: WebContext,
  deps: FrontDeps,
  decision: Decision,
  feedback: readonly Feedback[],
): Promise<Response | null> {
  const { id: person, name } = c.get('person')!;
  try {
    await deps.audit.during(
      (tx) => decide(tx, idOf(c), decision, name, deps.now(), { person, feedback, visibility: visibilityOf(c) }),
      () => ({ ...actorOf(c, deps), ...decisionDeed(idOf(c), decision) }),
    );
    return null;
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    if (error.code === 'not-found') return c.notFound();
    return casePage(c, deps, { status: 409, conflict: await conflictOf(c, deps, error) });
  }
}

async function conflictOf(c: WebContext, { db, now }: FrontDeps, { code }: CaseError): Promise<string> {
  const { conflict } = c.get('messages');
  const id = idOf(c);
  if (code === 'claimed') return conflict.claimed(inertLine((await liveClaim(db, id, now()))?.name ?? '', 100));
  const by = (await caseSummary(db, id, visibilityOf(c)))?.decidedBy ?? null;
  return by === null ? conflict.open : conflict.decided(inertLine(by, 100));
}
