import type { Hono } from 'hono';
import { closeGuide } from '../../../actions/index.ts';
import { todayIn } from '../../../response/index.ts';
import { isGuideClosed } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { onAct } from '../shell/acts/route.ts';
import { can, page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { factsOf } from './facts.ts';
import { FirstStepsView } from './view.tsx';

/** The guide is closed by who needs it no more, or offered again. */
export function mountFirstSteps(app: Hono<WebEnv>, deps: FrontDeps): void {
  onAct(app, deps, closeGuide, {
    back: async (c, _, __, { closed }) => c.redirect(closed?.[0] === '1' ? '/' : '/mailboxes?tab=steps', 303),
    show: firstStepsPage,
  });
}

/** What is to be done after the first sign-in of somebody who sets the service up. */
export async function firstStepsPage(c: WebContext, deps: FrontDeps): Promise<Response> {
  const messages = c.get('messages');
  const view = (
    <FirstStepsView
      messages={messages}
      today={todayIn(deps.company.timeZone, deps.now())}
      facts={await factsOf(c, deps)}
      file={deps.configFile}
      sample={deps.sample}
      mayTry={can(c, 'dictionaries.read')}
      closed={await isGuideClosed(deps.db, c.get('person')!.id)}
    />
  );
  return page(c, deps, { title: messages.firstSteps.title, section: 'mailboxes' }, view);
}
