import type { Handler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { decisionDeed } from '../../../audit/index.ts';
import { CaseError, type CaseSummary } from '../../../cases/index.ts';
import { caseSummary, decide, similarCases } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { mayBeServed, speaksOf } from '../cases/recusal.tsx';
import { actorOf, entryOf } from '../shell/actor.ts';
import { has, type Values, valuesOf } from '../shell/form-values.ts';
import { idOf } from '../shell/id-of.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { lookingOf, reviewerOf, visibilityOf } from '../shell/reviewer.ts';
import { readDismissal } from './form.ts';
import { SimilarView } from './similar.tsx';

/** Near-duplicates of a case, to be looked through before they are dismissed together; urgent ones are never ticked for anyone. */
export const showSimilar =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const cases = await alike(c, deps);
    return similarPage(c, deps, cases, {
      values: { case: cases.filter(({ band }) => band !== 'urgent').map(({ id }) => id) },
    });
  };

/** Dismisses those that were left ticked. Only near-duplicates can be: the rest of what a form names is not looked at. */
export const dismissSimilar =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const messages = c.get('messages');
    const values = valuesOf(await c.req.parseBody({ all: true }));
    const cases = await alike(c, deps);
    const chosen = cases.filter(({ id }) => has(values, 'case', id));
    const read = readDismissal(values, messages);
    if (read.kind === 'wrong' || chosen.length === 0) {
      const errors = {
        ...(read.kind === 'wrong' ? read.form.errors : {}),
        ...(chosen.length === 0 ? { case: messages.similar.nothingChosen } : {}),
      };
      return similarPage(c, deps, cases, { values, errors, status: 400 });
    }
    const { id: person, name } = reviewerOf(c);
    const visibility = visibilityOf(c);
    let done = 0;
    const mayTake = mayBeServed(c, deps);
    for (const { id } of chosen) {
      if (!(await mayTake(id))) continue; // it speaks of the person: it is for others
      try {
        await deps.audit.during(
          (tx) => decide(tx, id, read.decision, name, deps.now(), { person, visibility }),
          () => ({ ...actorOf(c, deps), ...decisionDeed(id, read.decision) }),
        );
        done += 1;
      } catch (error) {
        if (!(error instanceof CaseError)) throw error; // someone was faster: it stays as they left it
      }
    }
    return similarPage(c, deps, await alike(c, deps), { values: {}, done, left: chosen.length - done });
  };

/** What speaks of the person is for others: neither shown nor offered. */
const alike = async (c: WebContext, { db, now }: FrontDeps): Promise<CaseSummary[]> =>
  (await similarCases(db, idOf(c), lookingOf(c, now()))).filter((one) => !speaksOf(one, c.get('person')!));

interface SimilarState {
  readonly values: Values;
  readonly errors?: Readonly<Record<string, string>>;
  readonly status?: ContentfulStatusCode;
  readonly done?: number;
  readonly left?: number;
}

async function similarPage(
  c: WebContext,
  deps: FrontDeps,
  cases: readonly CaseSummary[],
  { values, errors = {}, status = 200, done = 0, left = 0 }: SimilarState,
): Promise<Response> {
  const id = idOf(c);
  if ((await caseSummary(deps.db, id, visibilityOf(c))) === null) return c.notFound();
  await deps.audit.record(entryOf(c, deps, 'case.similar', `case/${id}`));
  const messages = c.get('messages');
  return page(
    c,
    deps,
    { title: messages.similar.title, section: 'cases', status, here: `/cases/${id}/similar` },
    <SimilarView
      messages={messages}
      clock={c.get('clock')}
      now={deps.now()}
      id={id}
      cases={cases}
      maskAll={c.get('preferences').maskAll}
      values={values}
      errors={errors}
      done={done}
      left={left}
    />,
  );
}
