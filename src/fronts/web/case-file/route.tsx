import type { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { merge, noteInCase, noting, perform, Refusal, split, strikeInCase } from '../../../actions/index.ts';
import { loadCase } from '../../../store/index.ts';
import { oneAtATime } from '../../../util/one-at-a-time.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { casePage } from '../cases/case-page.tsx';
import { caseTabUrl } from '../cases/tabs.tsx';
import { withBytes } from '../consultations/sent-files.ts';
import { actorOf } from '../shell/actor.ts';
import type { Tried } from '../shell/acts/form.tsx';
import { onAct } from '../shell/acts/route.ts';
import { writtenIn } from '../shell/acts/written.ts';
import { first, type Values, valuesOf } from '../shell/form-values.ts';
import { caseIdOf } from '../shell/id-of.ts';
import type { WebContext, WebEnv } from '../shell/page.tsx';
import { visibilityOf } from '../shell/reviewer.ts';
import { noteError, readFiles } from './form.ts';
import { fileCard } from './section.tsx';

/** The file of a case: notes, and what else is merged into it. */
export function mountCaseFile(app: Hono<WebEnv>, deps: FrontDeps): void {
  const inTurn = oneAtATime<string>(); // files may be large
  app.post(noteInCase.path, (c: WebContext) => inTurn(c.get('person')!.id, () => takeNote(c, deps)));
  onAct(app, deps, strikeInCase, {
    back: '/cases/:id?tab=history&saved=saved#timeline',
    show: (c) => filePage(c, deps, { status: 400 }),
  });
  const merging = { show: notMerged, says: ['not-merged', 'no-such-case'] };
  onAct(app, deps, merge, { ...merging, back: '/cases/:id?tab=history&saved=merged' });
  onAct(app, deps, split, { ...merging, back: '/cases/:id?tab=history&saved=splitDone' });
}

/** Notes something, with its files. */
async function takeNote(c: WebContext, deps: FrontDeps): Promise<Response> {
  const body = await c.req.parseBody({ all: true });
  const values = valuesOf(body);
  const messages = c.get('messages');
  const again = (why: string) => filePage(c, deps, { values, error: `${messages.caseFile.wrong} ${why}`, status: 400 });
  const sent = await readFiles(body.files, messages);
  if ('error' in sent) return again(sent.error);
  const kind = first(values, 'kind');
  const files = kind === 'fact' ? await withBytes(sent.files) : [];
  const id = caseIdOf(c);
  try {
    await perform(noting(files), deps, actorOf(c, deps), { ...writtenIn(noteInCase, values), id });
  } catch (error) {
    const why = error instanceof Refusal ? noteError(error.reason, messages) : null;
    if (why === null) throw error;
    return again(why);
  }
  if (files.length > 0) deps.wake();
  return c.redirect(`${caseTabUrl(id, 'history', { saved: 'saved' })}#${kind}`, 303);
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
