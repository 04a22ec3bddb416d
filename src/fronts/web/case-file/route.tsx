import type { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { merge, noteInCase, split, strikeInCase } from '../../../actions/index.ts';
import { loadCase } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { casePage } from '../cases/case-page.tsx';
import { caseTabUrl } from '../cases/tabs.tsx';
import type { Tried } from '../shell/acts/form.tsx';
import { onAct } from '../shell/acts/route.ts';
import { first, type Values } from '../shell/form-values.ts';
import { caseIdOf } from '../shell/id-of.ts';
import type { WebContext, WebEnv } from '../shell/page.tsx';
import { visibilityOf } from '../shell/reviewer.ts';
import { noteError } from './form.ts';
import { fileCard } from './section.tsx';

/** The file of a case: notes, and what else is merged into it. */
export function mountCaseFile(app: Hono<WebEnv>, deps: FrontDeps): void {
  onAct(app, deps, noteInCase, {
    says: ['wrong-day'],
    async back(c, _, { files }, sent) {
      if (files > 0) deps.wake();
      return c.redirect(`${caseTabUrl(caseIdOf(c), 'history', { saved: 'saved' })}#${first(sent, 'kind')}`, 303);
    },
    show(c, _, tried) {
      const messages = c.get('messages');
      const error = `${messages.caseFile.wrong} ${noteError(tried, messages)}`;
      return filePage(c, deps, { values: tried.values, error, status: 400 });
    },
  });
  onAct(app, deps, strikeInCase, {
    back: '/cases/:id?tab=history&saved=saved#timeline',
    show: (c) => filePage(c, deps, { error: c.get('messages').caseFile.strike.fields.why.wrong, status: 400 }),
  });
  const merging = { show: notMerged, says: ['not-merged', 'no-such-case'] };
  onAct(app, deps, merge, { ...merging, back: '/cases/:id?tab=history&saved=merged' });
  onAct(app, deps, split, { ...merging, back: '/cases/:id?tab=history&saved=splitDone' });
}

/** Why cases were not merged; of one that is not in sight not whether there is one. */
function notMerged(c: WebContext, deps: FrontDeps, { reason }: Tried): Promise<Response> {
  const say = c.get('messages').caseFile;
  const problem = reason?.code === 'not-merged' ? reason.problem : null;
  const error = `${say.notMerged} ${problem === null ? say.notFound : say.problems[problem]}`;
  return filePage(c, deps, { error, status: problem === null ? 404 : 409 });
}

interface FileState {
  readonly values?: Values;
  readonly error?: string;
  readonly status: ContentfulStatusCode;
}

async function filePage(c: WebContext, deps: FrontDeps, { status, ...state }: FileState): Promise<Response> {
  const detail = await loadCase(deps.db, caseIdOf(c), visibilityOf(c));
  if (detail === null) return c.notFound();
  return casePage(c, deps, { status, tab: 'history', came: { file: await fileCard(c, deps, detail, state) } });
}
