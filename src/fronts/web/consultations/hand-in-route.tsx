import type { Hono } from 'hono';
import { consultationDesk, handIn } from '../../../actions/index.ts';
import { todayIn } from '../../../response/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { statusOf, type Tried } from '../shell/acts/form.tsx';
import { onAct } from '../shell/acts/route.ts';
import { first, type Values } from '../shell/form-values.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { HandInForm } from './hand-in.tsx';

/** The form for one more, and what it hands in. Old addresses say what it is about. */
export function mountHandIn(app: Hono<WebEnv>, deps: FrontDeps): void {
  app.get('/reports/new', (c) => formPage(c, deps, null));
  onAct(app, deps, handIn, {
    read: (values) => ({ channel: meant(values).channel?.[0] }),
    back: async (c, _, done, values) =>
      done === 'too-many'
        ? formPage(c, deps, { act: handIn, values, problems: {}, code: null, reason: null })
        : c.redirect(`/reports/${done.id}?received=1${done.files > 0 ? `&files=${done.files}` : ''}`, 303),
    show: formPage,
  });
}

/** Somebody who brings a mail need not say that it was one. */
function meant(values: Values): Values {
  const brings = first(values, 'mail') !== '' || first(values, 'pasted') !== '';
  return first(values, 'channel') === '' && brings ? { ...values, channel: ['mail'] } : values;
}

/** @param tried what was not taken; without a problem, because there were too many in a day */
async function formPage(c: WebContext, deps: FrontDeps, tried: Tried | null): Promise<Response> {
  const messages = c.get('messages');
  const about = c.req.query('about') === 'mail' ? 'mail' : 'incident';
  const tooMany = tried !== null && Object.keys(tried.problems).length === 0;
  return page(
    c,
    deps,
    {
      title: messages.handIn.title,
      section: 'consult',
      status: tooMany ? 429 : statusOf(tried),
      here: `/reports/new?about=${about}`,
    },
    <HandInForm
      messages={messages}
      today={todayIn(deps.company.timeZone, deps.now())}
      usual={about === 'mail' ? { channel: 'mail' } : {}}
      tried={tried && { ...tried, values: meant(tried.values) }}
      tooMany={tooMany}
      desk={await consultationDesk(deps)}
    />,
  );
}
