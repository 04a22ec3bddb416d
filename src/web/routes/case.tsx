import type { Handler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { CaseError, type Decision } from '../../cases/index.ts';
import { type Db, listCases, loadCase, decide as recordDecision } from '../../store/index.ts';
import { viewCase } from '../case-view.ts';
import { type DecisionForm, readDecision } from '../decision-form.ts';
import type { DeskDeps } from '../deps.ts';
import { inertLine } from '../inert.ts';
import { can, type DeskContext, type DeskEnv, page } from '../page.tsx';
import { CasePage } from '../views/case.tsx';
import type { Words } from '../words/ja.ts';

export const showCase =
  (deps: DeskDeps): Handler<DeskEnv> =>
  (c) =>
    casePage(c, deps, {});

/** Records a decision and shows the case again; what cannot be taken comes back with a reason. */
export const decideCase =
  (deps: DeskDeps, kind: Decision['kind']): Handler<DeskEnv> =>
  async (c) => {
    const words = c.get('words');
    const read = readDecision(kind, await c.req.parseBody(), words);
    if (read.kind === 'wrong') return casePage(c, deps, { status: 400, form: read.form });
    const id = idOf(c);
    try {
      await recordDecision(deps.db, id, read.decision, c.get('person')!.name, deps.now());
    } catch (error) {
      if (!(error instanceof CaseError)) throw error;
      if (error.code === 'not-found') return c.notFound();
      return casePage(c, deps, { status: 409, conflict: await conflictOf(deps.db, id, words) });
    }
    return c.redirect(`/cases/${id}#decide`, 303);
  };

const idOf = (c: DeskContext): string => c.req.param('id') ?? '';

interface Outcome {
  readonly status?: ContentfulStatusCode;
  readonly form?: DecisionForm;
  readonly conflict?: string;
}

async function casePage(c: DeskContext, deps: DeskDeps, { status = 200, form, conflict }: Outcome): Promise<Response> {
  const detail = await loadCase(deps.db, idOf(c));
  if (detail === null) return c.notFound();
  const words = c.get('words');
  const view = await viewCase(deps, detail, { language: c.get('language'), revealed: c.req.query('reveal') === '1' });
  return page(
    c,
    deps,
    {
      title: words.case.title(detail.id),
      section: 'cases',
      status,
      ...(c.req.method === 'GET' ? {} : { here: `/cases/${detail.id}` }),
    },
    <CasePage
      words={words}
      clock={c.get('clock')}
      now={deps.now()}
      view={view}
      mayDecide={can(c, 'cases.decide')}
      next={await nextCase(deps.db, detail.id)}
      form={form ?? null}
      conflict={conflict ?? null}
    />,
  );
}

/** The first open case that is not this one. */
async function nextCase(db: Db, id: string): Promise<string | null> {
  const { cases } = await listCases(db, { status: 'open', limit: 2, offset: 0 });
  return cases.find((one) => one.id !== id)?.id ?? null;
}

async function conflictOf(db: Db, id: string, { conflict }: Words): Promise<string> {
  const by = (await loadCase(db, id))?.decidedBy ?? null;
  return by === null ? conflict.open : conflict.decided(inertLine(by, 100));
}
