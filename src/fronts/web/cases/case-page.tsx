import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type CaseDetail, type Changes, type Claim, changesBetween, isHeavy, mayWith } from '../../../cases/index.ts';
import {
  type ListedPerson,
  listPeople,
  loadCase,
  loadPast,
  noteExposure,
  noteSeen,
  openForDeciding,
  type Past,
  similarCases,
} from '../../../store/index.ts';
import { type FrontDeps, viewCase } from '../../shared/index.ts';
import type { ClaimView } from '../decide/claim.tsx';
import type { DecisionForm } from '../decide/form.ts';
import { entryOf } from '../shell/actor.ts';
import { idOf } from '../shell/id-of.ts';
import { can, page, type WebContext } from '../shell/page.tsx';
import { lookingOf, reviewerOf, visibilityOf } from '../shell/reviewer.ts';
import { afterOf } from './after-query.ts';
import { speaksOf } from './recusal.tsx';
import { CasePage } from './view.tsx';

/** Why a case is shown: because it was asked for, or because a form could not be taken. */
export interface Outcome {
  readonly status?: ContentfulStatusCode;
  readonly form?: DecisionForm;
  readonly conflict?: string;
}

/** Shows the case of the address; who may decide it claims it by looking. */
export async function casePage(c: WebContext, deps: FrontDeps, outcome: Outcome): Promise<Response> {
  const { db } = deps;
  const id = idOf(c);
  const mayDecide = can(c, 'cases.decide');
  const now = deps.now();
  const claim = mayDecide ? await openForDeciding(db, id, reviewerOf(c), now) : null;
  const detail = await loadCase(db, id, visibilityOf(c));
  const past = await loadPast(db, id, visibilityOf(c));
  if (detail === null || past === null) return c.notFound();
  if (mayDecide && detail.report !== null) await noteSeen(db, id, now);
  const { maskAll } = c.get('preferences');
  const revealed = c.req.query('reveal') === '1';
  if (mayDecide)
    await noteExposure(db, { person: reviewerOf(c).id, caseId: detail.id, heavy: isHeavy(detail), at: now });
  await deps.audit.record(entryOf(c, deps, revealed ? 'case.reveal' : 'case.view', `case/${id}`));
  const view = await viewCase(deps, detail, { language: c.get('language'), revealed, maskAll });
  const messages = c.get('messages');
  return page(
    c,
    deps,
    {
      title: messages.case.title(id),
      section: 'cases',
      status: outcome.status ?? 200,
      ...(c.req.method === 'GET' ? {} : { here: `/cases/${id}` }),
    },
    <CasePage
      messages={messages}
      clock={c.get('clock')}
      now={now}
      view={view}
      past={past}
      named={new Set(past.cases.filter((one) => speaksOf(one, c.get('person')!)).map((one) => one.id))}
      changes={changesOf(detail, past)}
      maskAll={maskAll}
      mayDecide={mayDecide}
      mayHold={can(c, 'cases.hold')}
      claim={mayDecide ? claimView(claim, c.get('person')!.id) : { kind: 'none' }}
      similar={mayDecide ? (await similarCases(db, id, lookingOf(c, now))).length : 0}
      people={mayDecide ? await othersWhoDecide(c, deps, detail) : []}
      form={outcome.form ?? null}
      conflict={outcome.conflict ?? null}
      after={await afterOf(c, deps)}
    />,
  );
}

function claimView(claim: Claim | null, person: string): ClaimView {
  if (claim === null) return { kind: 'none' };
  const { name, until } = claim;
  return claim.person === person ? { kind: 'mine', until } : { kind: 'other', name, until };
}

/** Everyone else who may decide a case: of a confidential one, those at the consultation desk, but for those it speaks of. */
export const othersWhoDecide = async (
  c: WebContext,
  { db }: FrontDeps,
  { report }: Pick<CaseDetail, 'report'>,
): Promise<ListedPerson[]> =>
  (await listPeople(db))
    .filter(
      ({ id, roles }) => id !== c.get('person')!.id && mayWith(roles, 'cases.decide') && !c.get('recused').has(id),
    )
    .filter(({ roles }) => report?.confidential !== true || roles.includes('desk'));

/** What the newest mail of the case brought, against the one before it in the same case. */
function changesOf({ items }: CaseDetail, { thread }: Past): Changes | null {
  const judged = items.flatMap(({ receivedAt, assessment }) =>
    assessment === null ? [] : [{ receivedAt, assessment }],
  );
  const [before, after] = judged.slice(-2);
  if (!before || !after) return null;
  const answers = thread.filter(({ kind }) => kind === 'answer').map(({ at }) => at);
  return changesBetween(before, after, answers);
}
