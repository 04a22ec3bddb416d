import type { Handler, Hono } from 'hono';
import { keepStamp, Refusal, type StampRefused, saveStamp, stampRequestFor } from '../../../actions/index.ts';
import { parseRowId } from '../../../cases/index.ts';
import type { StampId } from '../../../response/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { recusedPage } from '../cases/recusal.tsx';
import { caseTabUrl } from '../cases/tabs.tsx';
import { actorOf } from '../shell/actor.ts';
import { onAct } from '../shell/acts/route.ts';
import { caseIdOf } from '../shell/id-of.ts';
import type { WebContext, WebEnv } from '../shell/page.tsx';
import { evidencePage } from './route.tsx';

/** What a person takes to a time-stamping authority. */
const sendStampRequest =
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

/** What authorities gave: kept once it fits, or with what speaks against it. */
export function mountStamps(app: Hono<WebEnv>, deps: FrontDeps): void {
  app.get('/cases/:id/evidence/stamp-request', sendStampRequest(deps));
  onAct(app, deps, keepStamp, {
    async back(c, _, problems) {
      if (problems.length === 0)
        return c.redirect(`${caseTabUrl(caseIdOf(c), 'papers', { saved: 'stamped' })}#made-title`, 303);
      return notStamped(c, deps, problems);
    },
    show: (c, _, { problems }) => notStamped(c, deps, problems.file === 'too-long' ? ['unreadable'] : []),
  });
  app.get('/cases/:id/evidence/stamps/:stamp', sendStamp(deps));
}

function notStamped(c: WebContext, deps: FrontDeps, problems: readonly StampRefused[]): Promise<Response> {
  const say = c.get('messages').evidence;
  const why = problems.length === 0 ? say.noStamp : problems.map((one) => say.stampProblems[one]).join(' ');
  return evidencePage(c, deps, { values: {}, error: why, wrong: say.notStamped });
}

/** What the authority gave, to be saved. */
const sendStamp =
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
