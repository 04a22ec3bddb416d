import type { Handler } from 'hono';
import { keepStamp, Refusal, type StampRefused, saveStamp, stampRequestFor } from '../../../actions/index.ts';
import { parseRowId } from '../../../cases/index.ts';
import { MOST_STAMP, type StampId } from '../../../response/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { recusedPage } from '../cases/recusal.tsx';
import { caseTabUrl } from '../cases/tabs.tsx';
import { actorOf } from '../shell/actor.ts';
import { text } from '../shell/form-values.ts';
import { caseIdOf } from '../shell/id-of.ts';
import type { WebContext, WebEnv } from '../shell/page.tsx';
import { evidencePage } from './route.tsx';

/** What a person takes to a time-stamping authority. */
export const sendStampRequest =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const pack = c.req.query('pack') ?? '';
    try {
      const bytes = await stampRequestFor(deps, actorOf(c, deps), caseIdOf(c), pack);
      return c.body(bytes, 200, asFile(`komainu-case-${caseIdOf(c)}-${pack.slice(0, 12)}.tsq`));
    } catch (error) {
      return refused(c, deps, error);
    }
  };

/** Keeps what the authority gave, or says what speaks against it. */
export const takeStamp =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const body = await c.req.parseBody();
    const say = c.get('messages').evidence;
    const file = body.file instanceof File && body.file.size > 0 ? body.file : null;
    if (file === null) return evidencePage(c, deps, {}, say.noStamp, say.notStamped);
    const response = new Uint8Array(await file.slice(0, MOST_STAMP + 1).arrayBuffer());
    let problems: readonly StampRefused[];
    try {
      problems = await keepStamp(deps, actorOf(c, deps), caseIdOf(c), { pack: text(body.pack, 64), response });
    } catch (error) {
      return refused(c, deps, error);
    }
    if (problems.length === 0)
      return c.redirect(`${caseTabUrl(caseIdOf(c), 'papers', { saved: 'stamped' })}#made-title`, 303);
    return evidencePage(c, deps, {}, problems.map((one) => say.stampProblems[one]).join(' '), say.notStamped);
  };

/** What the authority gave, to be saved. */
export const sendStamp =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const which = parseRowId<StampId>(c.req.param('stamp') ?? '');
    if (which === null) return c.notFound();
    try {
      const { pack, response } = await saveStamp(deps, actorOf(c, deps), caseIdOf(c), which);
      return c.body(Uint8Array.from(response), 200, asFile(`komainu-case-${caseIdOf(c)}-${pack.slice(0, 12)}.zip.tsr`));
    } catch (error) {
      return refused(c, deps, error);
    }
  };

const asFile = (name: string) => ({
  'content-type': 'application/octet-stream',
  'content-disposition': `attachment; filename="${name}"`,
});

/** @throws `error` itself unless a page says it */
function refused(c: WebContext, deps: FrontDeps, error: unknown): Response | Promise<Response> {
  if (!(error instanceof Refusal)) throw error;
  if (error.code === 'recused') return recusedPage(c, deps);
  if (error.code === 'no-such-case') return c.notFound();
  throw error;
}
