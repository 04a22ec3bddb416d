import type { FrontDeps } from '../../shared/index.ts';
import { casePage } from '../cases/case-page.tsx';
import { caseTabUrl } from '../cases/tabs.tsx';
import type { Tried } from '../shell/acts/form.tsx';
import { caseIdOf } from '../shell/id-of.ts';
import type { WebContext } from '../shell/page.tsx';
import { draftCard } from './draft-section.tsx';

/** Of a letter that was not drafted: the tab of the case with what was written, or with what is in the way of every such letter. */
export const ON_DRAFT = {
  async show(c: WebContext, deps: FrontDeps, tried: Tried) {
    const letters = await draftCard(c, deps, caseIdOf(c), tried);
    if (letters === null && tried.code !== null) return c.redirect(caseTabUrl(caseIdOf(c), 'papers'), 303);
    return casePage(c, deps, { status: 400, tab: 'papers', came: letters === null ? {} : { letters } });
  },
  says: [
    ...['case-status', 'care-open', 'wish-nothing', 'no-clause', 'no-measure', 'company-only'], // the page of the letters says what is in the way
    ...['no-consent', 'not-named', 'words-nowhere', 'case-changed'],
  ],
};
