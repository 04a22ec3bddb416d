import type { Hono } from 'hono';
import { answer } from '../../../actions/index.ts';
import { todayIn } from '../../../response/index.ts';
import { loadCase } from '../../../store/index.ts';
import { type FrontDeps, maskingOf } from '../../shared/index.ts';
import { entryOf } from '../shell/actor.ts';
import { statusOf, type Tried } from '../shell/acts/form.tsx';
import { onAct } from '../shell/acts/route.ts';
import { caseIdOf } from '../shell/id-of.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { visibilityOf } from '../shell/reviewer.ts';
import { AnswerView } from './answer.tsx';

const HERE = '/cases/:id/answer';

/** What was handed in and written since, and room for an answer. */
export function mountAnswer(app: Hono<WebEnv>, deps: FrontDeps): void {
  app.get(HERE, (c) => answerPage(c, deps, null));
  onAct(app, deps, answer, { back: `${HERE}?sent=1`, show: answerPage });
}

async function answerPage(c: WebContext, deps: FrontDeps, tried: Tried | null): Promise<Response> {
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
    { ...options, status: statusOf(tried) },
    <AnswerView
      messages={messages}
      clock={c.get('clock')}
      caseId={id}
      consultation={detail.report}
      cover={masking.cover}
      today={todayIn(deps.company.timeZone, deps.now())}
      tried={tried}
      sent={c.req.query('sent') === '1'}
    />,
  );
}
