import type { Handler } from 'hono';
import { agreementFor } from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { page, type WebEnv } from '../shell/page.tsx';
import { AgreementView } from './agreement-view.tsx';

/** How far people agree, and what they could talk about. */
export const showAgreement =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const messages = c.get('messages');
    const report = await agreementFor(deps, actorOf(c, deps));
    return page(
      c,
      deps,
      { title: messages.agreement.title, section: 'numbers', here: '/missed/agreement' },
      <AgreementView messages={messages} clock={c.get('clock')} report={report} />,
    );
  };
