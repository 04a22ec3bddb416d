import type { Handler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import {
  assigneesOf,
  asToldTo,
  hasDesk,
  openCase,
  policyInForce,
  recipientsOf,
  similarDecisions,
} from '../../../actions/index.ts';
import {
  type CaseDetail,
  type CaseId,
  type CaseStatus,
  type Changes,
  type Claim,
  changesBetween,
  mayAssign,
  speaksOf,
  teaches,
} from '../../../cases/index.ts';
import { todayIn } from '../../../response/index.ts';
import {
  commentsOf,
  feedbackOfCase,
  joinableFor,
  loadCase,
  loadPast,
  type Past,
  similarCases,
  takeoversFrom,
  wasFoundBySpotCheck,
  withTexts,
} from '../../../store/index.ts';
import { type FrontDeps, veiled, viewCase } from '../../shared/index.ts';
import { foldedTexts } from '../case-list/folded.ts';
import { paneOf } from '../case-list/pane.tsx';
import { counterpartyInCase } from '../counterparties/query.ts';
import { clocksFor } from '../deadlines/query.ts';
import type { ClaimView } from '../decide/claim.tsx';
import type { DecisionForm } from '../decide/form.ts';
import { inForceFor } from '../measures/query.ts';
import { repeatingFor } from '../repeats/query.ts';
import { actorOf, entryOf } from '../shell/actor.ts';
import type { Tried } from '../shell/acts/form.tsx';
import { caseIdOf } from '../shell/id-of.ts';
import { can, page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { lookingOf, visibilityOf } from '../shell/reviewer.ts';
import { taughtIn } from '../tuning/taught-query.ts';
import { watchableOf } from '../watches/query.ts';
import { afterOf } from './after-query.ts';
import { turnedAway } from './recusal.tsx';
import { contentsOf, type Parts } from './tab-contents.tsx';
import { type CaseTab, caseTabUrl, tabAsked } from './tabs.tsx';
import { CasePage } from './view.tsx';

/** Why a case is shown: because it was asked for, or because a form could not be taken. */
export interface Outcome {
  readonly status?: ContentfulStatusCode;
  readonly form?: DecisionForm;
  readonly conflict?: string;
  readonly comment?: Tried;
  readonly suggestion?: Tried;
  readonly tab?: CaseTab; // else the one that is asked for
  readonly came?: Parts; // of the tab, with a form that was not taken
}

export const showCase =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) =>
    casePage(c, deps, {});

/** Shows the case of the address; who may decide it claims it by looking. */
export async function casePage(c: WebContext, deps: FrontDeps, outcome: Outcome): Promise<Response> {
  const { db } = deps;
  const id = caseIdOf(c);
  const mayDecide = can(c, 'cases.decide');
  if (mayDecide && c.get('admitted') === null) {
    const away = await turnedAway(c, deps, id);
    if (away !== null) return away;
  }
  const now = deps.now();
  const admitted = c.get('admitted');
  const claim = admitted === null ? null : await openCase(deps, actorOf(c, deps), admitted.detail);
  const detail = await detailFor(c, deps, id);
  const asPart = c.req.query('tab') === 'response'; // care and answers of a part stay its own
  if (detail?.merging.into && c.req.method === 'GET' && !asPart)
    return c.redirect(`/cases/${detail.merging.into}${new URL(c.req.url).search}`, 303);
  const known = await loadPast(db, id, visibilityOf(c));
  if (detail === null || known === null) return c.notFound();
  const past = { ...known, cases: await asToldTo(deps, actorOf(c, deps), known.cases) };
  const { maskAll } = c.get('preferences');
  const revealed = c.req.query('reveal') === '1';
  await deps.audit.record(entryOf(c, deps, revealed ? 'case.reveal' : 'case.view', `case/${id}`));
  const view = await viewCase(deps, detail, { language: c.get('language'), revealed, maskAll });
  const messages = c.get('messages');
  const tab = tabOf(c, outcome, detail.status);
  const contents = mayDecide ? await contentsOf(c, deps, { detail, tab, came: outcome.came ?? {} }) : null;
  const pane = await paneOf(c, deps, id);
  return page(
    c,
    deps,
    {
      title: messages.case.title(id),
      section: 'cases',
      pressing: pane.pressing,
      status: outcome.status ?? 200,
      ...(c.req.method === 'GET' ? {} : { here: caseTabUrl(id, tab) }),
    },
    <CasePage
      messages={messages}
      clock={c.get('clock')}
      now={now}
      view={view}
      tab={tab}
      contents={contents}
      past={{ ...past, cases: await veiled(db, past.cases, { maskAll, language: c.get('language') }) }}
      named={new Set(past.cases.filter((one) => one.closed || speaksOf(one, c.get('person')!)).map((one) => one.id))}
      changes={changesOf(detail, past)}
      mayDecide={mayDecide}
      mayTeach={can(c, 'dictionaries.write') && can(c, 'cases.read') && detail.report?.confidential !== true}
      maySuggest={mayDecide && admitted !== null && detail.report?.confidential !== true && teaches(detail)}
      taught={await taughtIn(c, deps)}
      mayHold={can(c, 'cases.hold')}
      mayTake={mayAssign(c.get('person')!, detail.assignee, c.get('person')!.id)}
      mayAssign={can(c, 'cases.assign')}
      person={c.get('person')!.id}
      assignees={admitted === null ? [] : assigneesOf(admitted)}
      inForce={await inForceFor(c, deps, id)}
      repeating={mayDecide ? await repeatingFor(c, deps, detail) : null}
      today={todayIn(deps.company.timeZone, now)}
      joinable={claim === null ? [] : await joinableFor(db, id, visibilityOf(c))}
      clocks={await clocksFor(c, deps, id)}
      claim={mayDecide ? claimView(claim, c.get('person')!.id) : { kind: 'none' }}
      similar={mayDecide ? (await similarCases(db, id, lookingOf(c, now))).length : 0}
      people={admitted === null ? [] : recipientsOf(actorOf(c, deps), admitted)}
      desk={admitted !== null && hasDesk(admitted)}
      policy={await policyInForce(deps, c.get('language'))}
      mayTakeOver={can(c, 'cases.take-over')}
      takeovers={mayDecide ? await takeoversFrom(db, c.get('person')!.id) : []}
      form={outcome.form ?? null}
      foundBySpot={await wasFoundBySpotCheck(db, id)}
      folded={(await foldedTexts(db, [detail], messages)).get(id) ?? null}
      unopenedDays={deps.retention.unopenedDays}
      conflict={outcome.conflict ?? null}
      wrongComment={outcome.comment ?? null}
      wrongSuggestion={outcome.suggestion ?? null}
      watchable={mayDecide ? await watchableOf(c, deps, id) : null}
      counterparty={mayDecide ? await counterpartyInCase(c, deps, id) : null}
      mayManage={can(c, 'counterparties.manage')}
      comments={await commentsOf(db, id, visibilityOf(c))}
      after={await afterOf(c, deps)}
      pane={pane}
      decided={mayDecide ? await similarDecisions(deps, actorOf(c, deps), detail) : []}
      lessons={can(c, 'dictionaries.write') && detail.status !== 'open' ? await feedbackOfCase(db, id) : []}
    />,
  );
}

/** A decision or a comment that came back is shown beside what it was about. */
function tabOf(c: WebContext, { tab, form, comment, conflict }: Outcome, status: CaseStatus): CaseTab {
  if (tab !== undefined) return tab;
  const cameBack = form !== undefined || comment !== undefined || conflict !== undefined;
  return cameBack ? 'body' : tabAsked(c.req.query(), status);
}

/** What was read to admit somebody is not read again, unless they did something since: a form was sent, or looking marks a report as seen. */
async function detailFor(c: WebContext, { db }: FrontDeps, id: CaseId): Promise<CaseDetail | null> {
  const wanted = { at: placeAsked(c) };
  const known = c.get('admitted')?.detail;
  if (c.req.method === 'GET' && known?.id === id && known.report === null) return withTexts(db, known, wanted);
  return loadCase(db, id, visibilityOf(c), wanted);
}

/** The mail that the address asks for, from 0; its page is shown. */
function placeAsked(c: WebContext): number | undefined {
  const asked = c.req.query('mail') ?? '';
  return /^[1-9]\d{0,6}$/.test(asked) ? Number(asked) - 1 : undefined;
}

function claimView(claim: Claim | null, person: string): ClaimView {
  if (claim === null) return { kind: 'none' };
  const { name, until } = claim;
  return claim.person === person ? { kind: 'mine', until } : { kind: 'other', name, until };
}

/** What the newest mail of the case brought, against the one before it in the same case. */
function changesOf({ items }: CaseDetail, { thread }: Past): Changes | null {
  const judged = items.flatMap(({ receivedAt, assessment, withNote }) =>
    assessment === null || withNote ? [] : [{ receivedAt, assessment }],
  );
  const [before, after] = judged.slice(-2);
  if (!before || !after) return null;
  const answers = thread.filter(({ kind }) => kind === 'answer').map(({ at }) => at);
  return changesBetween(before, after, answers);
}
