import type { Child } from 'hono/jsx';
import type { FrontDeps } from '../../shared/index.ts';
import { type PageOptions, page, type WebContext } from '../shell/page.tsx';

/** What everybody can read, at one address. */
export const POLICY_TABS = ['policy', 'lessons', 'worry'] as const;
export type PolicyTab = (typeof POLICY_TABS)[number];

const tabUrl = (tab: PolicyTab): string => (tab === 'policy' ? '/policy' : `/policy?tab=${tab}`);

/** The page with one of its tabs open. */
export function policyPage(
  c: WebContext,
  deps: FrontDeps,
  tab: PolicyTab,
  content: Child,
  options: Partial<Pick<PageOptions, 'status' | 'here'>> = {},
): Promise<Response> {
  const { policy: say, lessons, worry } = c.get('messages');
  const titles = { policy: say.company, lessons: lessons.title, worry: worry.title };
  return page(
    c,
    deps,
    { title: say.title, section: 'policy', ...options },
    <div class="narrow">
      <h1>{say.title}</h1>
      <nav class="tabs" aria-label={say.title}>
        <ul>
          {POLICY_TABS.map((one) => (
            <li>
              <a href={tabUrl(one)} aria-current={one === tab ? 'page' : undefined}>
                {titles[one]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {content}
    </div>,
  );
}
