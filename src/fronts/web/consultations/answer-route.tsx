import type { Hono } from 'hono';
import { answer } from '../../../actions/index.ts';
import { loadCase } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { casePage } from '../cases/case-page.tsx';
import { statusOf, type Tried } from '../shell/acts/form.tsx';
import { onAct } from '../shell/acts/route.ts';
import { caseIdOf } from '../shell/id-of.ts';
import type { WebContext, WebEnv } from '../shell/page.tsx';
import { visibilityOf } from '../shell/reviewer.ts';
import { answerCard } from './answer-section.tsx';

/** What was handed in and written since, and room for an answer: in the tab of its case. */
export function mountAnswer(app: Hono<WebEnv>, deps: FrontDeps): void {
  onAct(app, deps, answer, { back: '/cases/:id?tab=response&saved=answer#answer-to', show: answerPage });
}

async function answerPage(c: WebContext, deps: FrontDeps, tried: Tried): Promise<Response> {
  const detail = await loadCase(deps.db, caseIdOf(c), visibilityOf(c));
  if (detail === null || detail.report === null) return c.notFound();
  const came = { answer: await answerCard(c, deps, detail, tried) };
  return casePage(c, deps, { status: statusOf(tried), tab: 'response', came });
}
