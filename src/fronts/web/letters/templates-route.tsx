import type { Handler } from 'hono';
import { requireRight, saveTemplate, templateInUse, templatesInUse } from '../../../actions/index.ts';
import { PLACEHOLDERS, TEMPLATE_LIMITS, type TemplateProblem } from '../../../response/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { type Values, valuesOf } from '../shell/form-values.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { askedLetter, named } from './form.ts';
import { TemplatesView } from './templates-view.tsx';

/** The templates in use, and room for one of the company's own. */
export const showTemplates =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) =>
    templatesPage(c, deps, {}, null);

/** Takes a Word file as a template, or says what speaks against it. */
export const takeTemplate =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const body = await c.req.parseBody({ all: true });
    const values = valuesOf(body);
    const messages = c.get('messages');
    const say = messages.letterTemplates;
    const asked = askedLetter(values);
    if (asked === null) return templatesPage(c, deps, values, [say.noKind]);
    const file = body.file instanceof File && body.file.size > 0 ? body.file : null;
    if (file === null) return templatesPage(c, deps, values, [say.noFile]);
    if (file.size > TEMPLATE_LIMITS.bytes) return templatesPage(c, deps, values, [say.problems['too-large']]);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const problems = await saveTemplate(deps, actorOf(c, deps), { ...asked, name: file.name.slice(0, 200), bytes });
    if (problems.length > 0)
      return templatesPage(
        c,
        deps,
        values,
        problems.map((problem) => problemText(problem, messages)),
      );
    return c.redirect('/letter-templates?done=taken', 303);
  };

/** The template in use, to be looked at and changed. */
export const sendTemplate =
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

async function templatesPage(
  c: WebContext,
  deps: FrontDeps,
  values: Values,
  errors: readonly string[] | null,
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
      status: errors === null ? 200 : 400,
    },
    <TemplatesView
      messages={messages}
      clock={c.get('clock')}
      own={await templatesInUse(deps, actorOf(c, deps))}
      values={values}
      errors={errors ?? []}
      done={errors === null && (done === 'taken' || done === 'setAside') ? done : null}
    />,
  );
}
