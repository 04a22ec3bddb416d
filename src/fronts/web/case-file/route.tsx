import type { Handler, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { merge, noteInCase, noteWithFiles, Refusal, split, strikeInCase } from '../../../actions/index.ts';
import { type MergeProblem, parseCaseId } from '../../../cases/index.ts';
import { todayIn } from '../../../response/index.ts';
import { loadCase } from '../../../store/index.ts';
import { oneAtATime } from '../../../util/one-at-a-time.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { casePage } from '../cases/case-page.tsx';
import { recusedPage } from '../cases/recusal.tsx';
import { caseTabUrl } from '../cases/tabs.tsx';
import { withBytes } from '../consultations/sent-files.ts';
import { actorOf } from '../shell/actor.ts';
import { onAct } from '../shell/acts/route.ts';
import { text, type Values, valuesOf } from '../shell/form-values.ts';
import { caseIdOf } from '../shell/id-of.ts';
import type { WebContext, WebEnv } from '../shell/page.tsx';
import { visibilityOf } from '../shell/reviewer.ts';
import { readFiles, readNote } from './form.ts';
import { fileCard } from './section.tsx';

/** Strikes a note. */
export const mountStrike = (app: Hono<WebEnv>, deps: FrontDeps): void =>
  onAct(app, deps, strikeInCase, {
    back: '/cases/:id?tab=history&saved=saved#timeline',
    show: (c) => filePage(c, deps, { status: 400 }),
  });

/** Notes something. */
export function noteInFile(deps: FrontDeps): Handler<WebEnv> {
  const inTurn = oneAtATime<string>(); // files may be large
  return (c) => inTurn(c.get('person')!.id, () => takeNote(c, deps));
}

async function takeNote(c: WebContext, deps: FrontDeps): Promise<Response> {
  const body = await c.req.parseBody({ all: true });
  const values = valuesOf(body);
  const messages = c.get('messages');
  const sent = await readFiles(body.files, messages);
  const read = readNote(values, todayIn(deps.company.timeZone, deps.now()), messages);
  if ('error' in read)
    return filePage(c, deps, { values, error: `${messages.caseFile.wrong} ${read.error}`, status: 400 });
  if ('error' in sent)
    return filePage(c, deps, { values, error: `${messages.caseFile.wrong} ${sent.error}`, status: 400 });
  const [actor, id] = [actorOf(c, deps), caseIdOf(c)];
  try {
    if (read.note.kind === 'fact' && sent.files.length > 0) {
      if (!(await noteWithFiles(deps, actor, id, read.note, await withBytes(sent.files))))
        return filePage(c, deps, {
          values,
          error: `${messages.caseFile.wrong} ${messages.caseFile.fileProblems.tooManyNotes}`,
          status: 400,
        });
    } else await noteInCase(deps, actor, id, read.note);
  } catch (error) {
    return refused(c, deps, error);
  }
  return c.redirect(`${caseTabUrl(id, 'history', { saved: 'saved' })}#${read.note.kind}`, 303);
}

/** Puts another case into this one. */
export const mergeIntoThis =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const other = parseCaseId(
      text((await c.req.parseBody()).other, 30)
        .normalize('NFKC')
        .trim()
        .replace(/^#/, ''),
    );
    const say = c.get('messages').caseFile;
    const notFound = () => filePage(c, deps, { error: `${say.notMerged} ${say.notFound}`, status: 404 });
    const id = caseIdOf(c);
    if (other === null || (await loadCase(deps.db, other, visibilityOf(c), { texts: false })) === null)
      return notFound();
    return merging(c, deps, 'merged', () => merge(deps, actorOf(c, deps), other, id));
  };

/** Takes a part out again. */
export const splitFromThis =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const part = parseCaseId(text((await c.req.parseBody()).part, 30));
    if (part === null) return c.notFound();
    return merging(c, deps, 'splitDone', () => split(deps, actorOf(c, deps), part, caseIdOf(c)));
  };

async function merging(
  c: WebContext,
  deps: FrontDeps,
  done: 'merged' | 'splitDone',
  act: () => Promise<MergeProblem | null>,
): Promise<Response> {
  const say = c.get('messages').caseFile;
  try {
    const problem = await act();
    if (problem !== null) return filePage(c, deps, { error: `${say.notMerged} ${say.problems[problem]}`, status: 409 });
  } catch (error) {
    return refused(c, deps, error);
  }
  return c.redirect(caseTabUrl(caseIdOf(c), 'history', { saved: done }), 303);
}

/** @throws `error` itself unless a page says it */
function refused(c: WebContext, deps: FrontDeps, error: unknown): Promise<Response> {
  if (error instanceof Refusal && error.code === 'recused') return recusedPage(c, deps);
  throw error;
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
