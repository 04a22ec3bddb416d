import type { Handler, Hono } from 'hono';
import { requireRight, saveTemplate, setTemplateAside, templateInUse, templatesInUse } from '../../../actions/index.ts';
import { PLACEHOLDERS, type TemplateProblem, todayIn } from '../../../response/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { statusOf, type Tried } from '../shell/acts/form.tsx';
import { onAct } from '../shell/acts/route.ts';
import type { Values } from '../shell/form-values.ts';
import { inertLine, named } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { askedLetter } from './form.ts';
import { TemplatesView } from './templates-view.tsx';

/** Takes a Word file as a template, or says what speaks against it. */
export function mountTemplates(app: Hono<WebEnv>, deps: FrontDeps): void {
  app.get('/letter-templates', (c) => templatesPage(c, deps, null));
  onAct(app, deps, saveTemplate, {
    async back(c, _, problems, sent) {
      if (problems.length === 0) return c.redirect('/letter-templates?done=taken', 303);
      const why = problems.map((problem) => problemText(problem, c.get('messages')));
      return templatesPage(c, deps, { act: saveTemplate, values: sent, problems: {}, code: null, reason: null }, why);
    },
    show: templatesPage,
  });
  app.get('/letter-templates/:kind/:language', sendTemplate(deps));
  onAct(app, deps, setTemplateAside, {
    back: '/letter-templates?done=setAside',
    show: async (c) => c.notFound(), // there is no such template
  });
}

/** The template in use, to be looked at and changed. */
const sendTemplate =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    requireRight(actorOf(c, deps), 'letters.templates');
    const asked = askedLetter(addressed(c));
    if (asked === null) return c.notFound();
    const { bytes } = await templateInUse(deps.db, asked);
    return c.body(Uint8Array.from(bytes), 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${asked.kind}-${asked.language}.docx"`,
    });
  };

const addressed = (c: WebContext): Values => ({
  kind: [c.req.param('kind') ?? ''],
  language: [c.req.param('language') ?? ''],
});

/** Why a template was not taken, in a sentence. */
function problemText(problem: TemplateProblem, messages: Messages): string {
  const say = messages.letterTemplates.problems;
  switch (problem.kind) {
    case 'external':
      return say.external(named(problem.targets));
    case 'unknown':
      return say.unknown(
        problem.names
          .slice(0, 20)
          .map((name) => `{${inertLine(name, 40)}}`)
          .join(' '),
      );
    case 'missing':
      return say.missing(problem.fields.map((field) => `{${PLACEHOLDERS[field][messages.language.code]}}`).join(' '));
    default:
      return say[problem.kind];
  }
}

/** The templates in use, and room for one of the company's own. */
async function templatesPage(
  c: WebContext,
  deps: FrontDeps,
  tried: Tried | null,
  errors: readonly string[] = [],
): Promise<Response> {
  const messages = c.get('messages');
  const done = c.req.query('done');
  return page(
    c,
    deps,
    {
      title: messages.letterTemplates.title,
      section: 'templates',
      here: '/letter-templates',
      status: statusOf(tried),
    },
    <TemplatesView
      messages={messages}
      clock={c.get('clock')}
      own={await templatesInUse(deps, actorOf(c, deps))}
      today={todayIn(deps.company.timeZone, deps.now())}
      tried={tried}
      errors={errors}
      done={tried === null && (done === 'taken' || done === 'setAside') ? done : null}
    />,
  );
}
