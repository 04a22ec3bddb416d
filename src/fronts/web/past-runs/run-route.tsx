import type { Handler } from 'hono';
import { thresholdsInForce } from '../../../actions/index.ts';
import { parsePastRunId } from '../../../cases/index.ts';
import {
  dictionaryChanges,
  foundLaterCounts,
  loadPastRun,
  type PastRun,
  pastCasePage,
  pastMailPage,
} from '../../../store/index.ts';
import { levelFor, mailboxOf, type TrialFigures, thresholdsMatter, thresholdsOf } from '../../../tuning/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { text } from '../shell/form-values.ts';
import { can, page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { type OpenedMail, openedMail } from './opened-mail.tsx';
import type { Proposal } from './props.ts';
import { RunView } from './run-view.tsx';

const MAILS = 100; // on a page

/** How far a reading is, what it found, and one mail of it. */
export const showRun =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const id = parsePastRunId(c.req.param('run') ?? '');
    const run = id && (await loadPastRun(deps.db, id));
    if (run === null) return c.notFound();
    const asked = c.req.query('mail');
    if (asked === undefined) return runPage(c, deps, run);
    const mail = await openedMail(c, deps, run.id, asked);
    return mail === null ? c.notFound() : runPage(c, deps, run, { mail });
  };

interface RunState {
  readonly notice?: string;
  readonly complaint?: string;
  readonly status?: 400 | 409 | 507;
  readonly budget?: string;
  readonly mail?: OpenedMail;
}

async function runPage(c: WebContext, deps: FrontDeps, run: PastRun, state: RunState = {}): Promise<Response> {
  const messages = c.get('messages');
  const say = messages.pastRuns;
  const listed = run.state === 'done' && can(c, 'cases.read');
  const limit = MAILS + 1;
  const mails =
    listed && run.over === 'mailbox'
      ? await pastMailPage(deps.db, run.id, { after: numberIn(c.req.query('after')) ?? -1, limit })
      : null;
  const cases =
    listed && run.over === 'cases'
      ? await pastCasePage(deps.db, run.id, { before: numberIn(c.req.query('before')), limit })
      : null;
  const done = (['applied', 'reverted', 'asked'] as const).find((one) => c.req.query(one) === '1');
  return page(
    c,
    deps,
    {
      title: `${say.kinds[run.kind]} #${run.id}`,
      section: 'past',
      status: state.status ?? state.mail?.status ?? 200,
      here: `/past/${run.id}`,
    },
    <RunView
      messages={messages}
      clock={c.get('clock')}
      run={run}
      mails={mails?.slice(0, MAILS) ?? null}
      cases={cases?.slice(0, MAILS) ?? null}
      more={((mails ?? cases)?.length ?? 0) > MAILS}
      later={run.later === null ? null : await foundLaterCounts(deps.db, run.id)}
      mayOpenCases={can(c, 'past.cases')}
      mayRun={can(c, 'past.run')}
      mayReadDictionaries={can(c, 'dictionaries.read')}
      proposal={await proposalOf(c, deps, run, state.budget ?? text(c.req.query('budget'), 20))}
      notice={state.notice ?? (done === undefined ? null : say[done])}
      complaint={state.complaint ?? null}
      opened={state.mail?.view ?? null}
    />,
  );
}

const numberIn = (field: string | undefined): number | null => (/^\d{1,9}$/.test(field ?? '') ? Number(field) : null);

/** What a trial proposes for the budget that somebody named; null: there is nothing to propose for. */
async function proposalOf(c: WebContext, deps: FrontDeps, run: PastRun, asked: string): Promise<Proposal | null> {
  if (run.kind !== 'trial' || run.state !== 'done') return null;
  const budget = budgetIn(asked);
  const mailbox = mailboxOf(run);
  const [last] = await dictionaryChanges(deps.db, { entry: thresholdsOf(mailbox).entry, limit: 1 });
  return {
    asked,
    budget,
    moved: thresholdsMatter(run.figures as TrialFigures),
    level: budget === null ? null : levelFor(run.figures as TrialFigures, budget),
    mailbox,
    base: await thresholdsInForce(deps, run),
    maySet: can(c, 'thresholds.set'),
    last: last?.kind === 'save' ? last : null,
  };
}

const budgetIn = (field: string): number | null => (/^\d{1,5}(\.\d)?$/.test(field) ? Number(field) : null);

/** The page of a reading after something was asked of it. */
export async function runPageOf(c: WebContext, deps: FrontDeps, state: RunState): Promise<Response> {
  const id = parsePastRunId(c.req.param('run') ?? '');
  const run = id && (await loadPastRun(deps.db, id));
  return run === null ? (c.notFound() as Response) : runPage(c, deps, run, state);
}
