import type { Handler } from 'hono';
import { policyReadings, policyText, policyVersions } from '../../../store/index.ts';
import { type FrontDeps, policyInForce } from '../../shared/index.ts';
import { can, page, type WebEnv } from '../shell/page.tsx';
import { VersionsView, VersionView } from './versions-view.tsx';

/** Every version that was published, the newest first. */
export const showVersions =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const messages = c.get('messages');
    const now = await policyInForce(deps, c.get('language'));
    return page(
      c,
      deps,
      { title: messages.knowing.versions, section: 'policy', here: '/policy/versions' },
      <VersionsView
        messages={messages}
        clock={c.get('clock')}
        versions={(await policyVersions(deps.db)).toReversed()}
        inForce={now.version?.id ?? null}
        readings={await policyReadings(deps.db, c.get('person')!.id)}
        mayManage={can(c, 'policy.manage')}
        published={c.req.query('published') === '1'}
      />,
    );
  };

/** One of them, as it was published. */
export const showVersion =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const asked = c.req.param('version') ?? '';
    const version = (await policyVersions(deps.db)).find(({ number }) => String(number) === asked);
    const text = version === undefined ? null : await policyText(deps.db, version.id);
    if (version === undefined || text === null) return c.notFound();
    const messages = c.get('messages');
    return page(
      c,
      deps,
      {
        title: messages.knowing.version(version.number),
        section: 'policy',
        here: `/policy/versions/${version.number}`,
      },
      <VersionView messages={messages} clock={c.get('clock')} version={version} text={text} />,
    );
  };
