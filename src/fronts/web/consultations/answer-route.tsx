import type { Handler } from 'hono';
import { answer, Refusal } from '../../../actions/index.ts';
import { loadCase } from '../../../store/index.ts';
import { type FrontDeps, maskingOf } from '../../shared/index.ts';
import { recusedPage } from '../cases/recusal.tsx';
import { actorOf, entryOf } from '../shell/actor.ts';
import { first, type Values, valuesOf } from '../shell/form-values.ts';
import { caseIdOf } from '../shell/id-of.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { visibilityOf } from '../shell/reviewer.ts';
import { AnswerView } from './answer.tsx';
import { MOST } from './form.ts';

/** What was handed in and written since, and room for an answer. */
export const showAnswer =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) =>
    answerPage(c, deps, {});

export const sendAnswer =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const values = valuesOf(await c.req.parseBody({ all: true }));
    const words = first(values, 'words').replaceAll('\r\n', '\n').trim(); // as a browser counts
    const messages = c.get('messages');
    if (words === '') return answerPage(c, deps, { values, error: messages.answer.missing });
    if (words.length > MOST.words) return answerPage(c, deps, { values, error: messages.handIn.tooLong(MOST.words) });
    try {
      await answer(deps, actorOf(c, deps), caseIdOf(c), words);
    } catch (error) {
      if (error instanceof Refusal && error.code === 'recused') return recusedPage(c, deps);
      throw error;
    }
    return c.redirect(`/cases/${caseIdOf(c)}/answer?sent=1`, 303);
  };

async function answerPage(
  c: WebContext,
  deps: FrontDeps,
  { values = {}, error }: { readonly values?: Values; readonly error?: string },
): Promise<Response> {
  const id = caseIdOf(c);
  const detail = await loadCase(deps.db, id, visibilityOf(c));
  if (detail === null || detail.report === null) return c.notFound();
  const { maskAll } = c.get('preferences');
  const masking = await maskingOf(deps.db, detail, { language: c.get('language'), maskAll });
  await deps.audit.record(entryOf(c, deps, 'case.view', `case/${id}`));
  const messages = c.get('messages');
  const options = { title: messages.answer.title(id), section: 'cases', here: `/cases/${id}/answer` } as const;
  return page(
    c,
    deps,
    { ...options, status: error === undefined ? 200 : 400 },
    <AnswerView
      messages={messages}
      clock={c.get('clock')}
      caseId={id}
      consultation={detail.report}
      cover={masking.cover}
      values={values}
      error={error ?? null}
      sent={c.req.query('sent') === '1'}
    />,
  );
}
