import type { CaseId, CaseStatus } from '../../../cases/index.ts';
import type { Messages } from '../shell/messages.ts';

/** The tabs of a case, at one address: whoever may see a case, and claims it by looking, does so whatever tab is open. */
export const CASE_TABS = ['body', 'response', 'papers', 'history'] as const;
export type CaseTab = (typeof CASE_TABS)[number];

/** Address of a tab; what is told behind `more` stands in the query of its own. */
export const caseTabUrl = (id: CaseId, tab: CaseTab, more: Readonly<Record<string, string>> = {}): string =>
  `/cases/${id}?${new URLSearchParams({ tab, ...more })}`;

/** Where a letter of a case is written. */
export const draftUrl = (id: CaseId, asked: Readonly<Record<string, string>>): string =>
  `${caseTabUrl(id, 'papers', asked)}#letters`;

/** The tab that is asked for; else what is next: to read until somebody decided, then what follows from an approval. */
export function tabAsked(query: Readonly<Record<string, string>>, status: CaseStatus): CaseTab {
  const asked = CASE_TABS.find((tab) => tab === query.tab);
  if (asked !== undefined) return asked;
  return status === 'approved' && query.reveal === undefined && query.mail === undefined ? 'response' : 'body';
}

interface TabsProps {
  readonly messages: Messages;
  readonly id: CaseId;
  readonly current: CaseTab;
}

export function CaseTabs({ messages: { caseTabs: say }, id, current }: TabsProps) {
  return (
    <nav class="tabs case-tabs" aria-label={say.label}>
      <ul>
        {CASE_TABS.map((tab) => (
          <li>
            <a href={caseTabUrl(id, tab)} aria-current={tab === current ? 'page' : undefined}>
              {say[tab]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
