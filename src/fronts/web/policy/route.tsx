import type { Handler } from 'hono';
import { policyInForce, shownPolicy } from '../../../actions/index.ts';
import { policyReadings, policyText, policyVersions } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { showLessons } from '../lessons/route.tsx';
import { statusOf, type Tried } from '../shell/acts/form.tsx';
import { can, type WebContext, type WebEnv } from '../shell/page.tsx';
import { WorryView } from '../worry/view.tsx';
import { POLICY_TABS, policyPage } from './frame.tsx';
import { Versions } from './versions-view.tsx';
import { PolicyView } from './view.tsx';

/** What everybody can read: what the company promises, what one can learn, what to do about a worrying mail. */
export const showPolicy =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) => {
    switch (POLICY_TABS.find((tab) => tab === c.req.query('tab')) ?? 'policy') {
      case 'policy':
        return showText(c, deps, null);
      case 'lessons':
        return showLessons(c, deps);
      case 'worry':
        return policyPage(c, deps, 'worry', <WorryView messages={c.get('messages')} />);
    }
  };

/** What the company's policy covers, everyone's rights, and every version that was published, one of them opened. */
export async function showText(c: WebContext, deps: FrontDeps, tried: Tried | null): Promise<Response> {
  const messages = c.get('messages');
  const clock = c.get('clock');
  const policy = await policyInForce(deps, c.get('language'));
  const readings = await policyReadings(deps.db, c.get('person')!.id);
  const versions = (await policyVersions(deps.db)).toReversed();
  const asked = c.req.query('version') ?? null;
  const version = versions.find(({ number }) => String(number) === asked) ?? null;
  const text = version && (await policyText(deps.db, version.id));
  if (asked !== null && text === null) return c.notFound();
  const { version: inForce } = policy;
  return policyPage(
    c,
    deps,
    'policy',
    <>
      <PolicyView
        messages={messages}
        clock={clock}
        policy={policy}
        shown={shownPolicy(policy)}
        readAt={inForce === null ? null : (readings.get(inForce.id) ?? null)}
        changed={tried !== null || c.req.query('changed') === '1'}
        spotDays={deps.spotChecks.oneIn === null ? null : deps.spotChecks.days}
      />
      <Versions
        messages={messages}
        clock={clock}
        versions={versions}
        opened={version && text !== null ? { version, text } : null}
        inForce={inForce?.id ?? null}
        readings={readings}
        mayManage={can(c, 'policy.manage')}
        published={c.req.query('published') === '1'}
      />
    </>,
    { status: statusOf(tried), here: '/policy' },
  );
}
