import type { Handler } from 'hono';
import type { Right } from '../../../cases/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { refused } from '../shell/guard.ts';
import { can, type WebEnv } from '../shell/page.tsx';

/** What stands at the address of the dictionaries beside the words themselves. */
export const DICTIONARY_TABS = ['new', 'costly', 'work', 'propose', 'try', 'log'] as const;
export type DictionaryTab = (typeof DICTIONARY_TABS)[number];

/** What a tab asks beside `dictionaries.read`. Words of mails are for whoever may read cases. */
const NEEDS: Readonly<Partial<Record<DictionaryTab, Right>>> = {
  new: 'dictionaries.write',
  propose: 'dictionaries.write', // and cases.read, which the action asks
  work: 'cases.read',
};

/** Address of a tab, with what it asks for. */
export const dictionaryTabUrl = (tab: DictionaryTab, more: Readonly<Record<string, string>> = {}): string =>
  `/dictionaries?${new URLSearchParams({ tab, ...more })}`;

export const editUrl = (id: string): string => `/dictionaries/${id}?edit=1`;

/** The tab that is asked for; else the words. */
export const inTab =
  (deps: FrontDeps, words: Handler<WebEnv>, tabs: Readonly<Record<DictionaryTab, Handler<WebEnv>>>): Handler<WebEnv> =>
  (c, next) => {
    const asked = DICTIONARY_TABS.find((tab) => tab === c.req.query('tab'));
    if (asked === undefined) return words(c, next);
    const needs = NEEDS[asked];
    return needs === undefined || can(c, needs) ? tabs[asked](c, next) : refused(c, deps, '/dictionaries');
  };
