import type { Handler } from 'hono';
import { draftLetter, Refusal } from '../../../actions/index.ts';
import { QUOTES } from '../../../response/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { casePage } from '../cases/case-page.tsx';
import { recusedPage } from '../cases/recusal.tsx';
import { caseTabUrl } from '../cases/tabs.tsx';
import { actorOf } from '../shell/actor.ts';
import { type Values, valuesOf } from '../shell/form-values.ts';
import { caseIdOf } from '../shell/id-of.ts';
import { inertLine } from '../shell/inert.ts';
import type { WebContext, WebEnv } from '../shell/page.tsx';
import { draftCard } from './draft-section.tsx';
import { askedLetter, readDraft } from './form.ts';
import { withLabels } from './route.tsx';

/** Drafts a letter and shows it. */
export const makeDraft =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const values = valuesOf(await c.req.parseBody({ all: true }));
    const asked = askedLetter(values);
    if (asked === null) return c.redirect(caseTabUrl(caseIdOf(c), 'papers'), 303);
    const messages = c.get('messages');
    const read = readDraft(values, asked, messages);
    if ('error' in read) return draftPage(c, deps, values, read.error);
    const id = caseIdOf(c);
    try {
      const letter = await draftLetter(withLabels(deps), actorOf(c, deps), id, read.input);
      return c.redirect(`/cases/${id}/letters/${letter}?done=drafted`, 303);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const say = messages.letters;
      switch (error.reason.code) {
        case 'recused':
          return recusedPage(c, deps);
        case 'case-status': // the page of the letters says what is in the way
        case 'care-open':
        case 'no-clause':
        case 'no-measure':
        case 'company-only':
          return c.redirect(caseTabUrl(id, 'papers'), 303);
        case 'no-consent':
          return draftPage(c, deps, values, say.consentNeeded);
        case 'words-nowhere':
          return draftPage(c, deps, values, say.nowhere(inertLine(error.reason.words, 60)));
        case 'letter-incomplete': {
          const fields = error.reason.fields.map((field) => say.fields[field]);
          return draftPage(c, deps, values, say.missing(fields.join(messages.language.code === 'ja' ? '、' : '; ')));
        }
        case 'too-large':
          return draftPage(c, deps, values, say.tooMany(QUOTES.most));
        case 'case-changed':
          return draftPage(c, deps, values, say.changed);
        default:
          throw error;
      }
    }
  };

/** The tab of the case with the letter as it was written. */
async function draftPage(c: WebContext, deps: FrontDeps, values: Values, error: string): Promise<Response> {
  const letters = await draftCard(c, deps, caseIdOf(c), { values, error });
  return letters === null
    ? c.redirect(caseTabUrl(caseIdOf(c), 'papers'), 303)
    : casePage(c, deps, { status: 400, tab: 'papers', came: { letters } });
}
