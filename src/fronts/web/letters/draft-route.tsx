import type { Handler } from 'hono';
import { draftingState, draftLetter, inTheWay, lettersState, Refusal } from '../../../actions/index.ts';
import { type CaseDetail, reportsOf } from '../../../cases/index.ts';
import {
  addressOf,
  clauseWords,
  DAY_FIELDS,
  DAYS_TO_ANSWER,
  factLines,
  type Letter,
  type LetterKind,
  type LetterLanguage,
  QUOTES,
  todayIn,
  usualRequest,
  WRITTEN_FIELDS,
} from '../../../response/index.ts';
import { dayAfter } from '../../../util/day.ts';
import { type FrontDeps, type Masking, maskingOf } from '../../shared/index.ts';
import { recusedPage } from '../cases/recusal.tsx';
import { caseTabUrl } from '../cases/tabs.tsx';
import { actorOf, entryOf } from '../shell/actor.ts';
import { type Values, valuesOf } from '../shell/form-values.ts';
import { caseIdOf } from '../shell/id-of.ts';
import { inertLine } from '../shell/inert.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { DraftView } from './draft-view.tsx';
import { askedLetter, readDraft } from './form.ts';
import { withLabels } from './route.tsx';

/** The form for a letter; with `from`, filled with the words of another one. */
export const showDraft =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) => {
    const { kind = '', language = '' } = c.req.query();
    const asked = askedLetter({ kind: [kind], language: [language] });
    return asked === null ? c.redirect(caseTabUrl(caseIdOf(c), 'papers'), 303) : draftPage(c, deps, asked, null, null);
  };

/** Drafts a letter and shows it. */
export const makeDraft =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const values = valuesOf(await c.req.parseBody({ all: true }));
    const asked = askedLetter(values);
    if (asked === null) return c.redirect(caseTabUrl(caseIdOf(c), 'papers'), 303);
    const messages = c.get('messages');
    const read = readDraft(values, asked, messages);
    if ('error' in read) return draftPage(c, deps, asked, values, read.error);
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
          return draftPage(c, deps, asked, values, say.consentNeeded);
        case 'words-nowhere':
          return draftPage(c, deps, asked, values, say.nowhere(inertLine(error.reason.words, 60)));
        case 'letter-incomplete': {
          const fields = error.reason.fields.map((field) => say.fields[field]);
          return draftPage(
            c,
            deps,
            asked,
            values,
            say.missing(fields.join(messages.language.code === 'ja' ? '、' : '; ')),
          );
        }
        case 'too-large':
          return draftPage(c, deps, asked, values, say.tooMany(QUOTES.most));
        case 'case-changed':
          return draftPage(c, deps, asked, values, say.changed);
        default:
          throw error;
      }
    }
  };

/** @param sent the form as it came; null where it was not sent yet */
async function draftPage(
  c: WebContext,
  deps: FrontDeps,
  asked: { readonly kind: LetterKind; readonly language: LetterLanguage },
  sent: Values | null,
  error: string | null,
): Promise<Response> {
  const { kind, language } = asked;
  const id = caseIdOf(c);
  const actor = actorOf(c, deps);
  const state = await lettersState(withLabels(deps), actor, id);
  const { counterparty } = state;
  const clause = counterparty?.clause ? clauseWords(counterparty.clause, language) : null;
  if (inTheWay(state, kind) !== null) return c.redirect(caseTabUrl(id, 'papers'), 303);
  const drafting = await draftingState(withLabels(deps), actor, id, kind);
  const masking = await closedMasking(c, deps, state.detail);
  const before = state.letters.find((one) => one.id === c.req.query('from')) ?? null;
  const revealed = before !== null && c.req.query('reveal') === '1';
  if (revealed) await deps.audit.record(entryOf(c, deps, 'case.reveal', `case/${id}`));
  const taken = takenOver(before, masking, revealed);
  const today = todayIn(deps.company.timeZone, deps.now());
  const isHidden = (text: string) => masking.cover(text) !== text;
  const facts = before === null ? factLines(drafting.entries, language) : [];
  const proposed = {
    date: [today],
    sender: [deps.company.name],
    recipient: [counterparty === null ? '' : addressOf(counterparty, language)],
    redact: [drafting.redactions.words.join('\n')],
    facts: [facts.filter((line) => !isHidden(line)).join('\n')],
    request: [usualRequest(kind, language)],
    'reply-by': [dayAfter(today, DAYS_TO_ANSWER)],
    ...taken.values,
  };
  const messages = c.get('messages');
  return page(
    c,
    deps,
    {
      title: messages.letters.drafting(messages.letters.kinds[kind]),
      section: 'cases',
      here: `/cases/${id}/letters/draft?kind=${kind}&language=${language}`,
      status: error === null ? 200 : 400,
    },
    <DraftView
      messages={messages}
      clock={c.get('clock')}
      id={id}
      kind={kind}
      language={language}
      drafting={drafting}
      masking={masking}
      handedIn={reportsOf(state.detail).length > 0}
      clause={clause}
      values={sent ?? proposed}
      leftOut={sent === null && (taken.leftOut || facts.some(isHidden))}
      error={error}
    />,
  );
}

/** What hides of a case whatever its other pages show. */
export async function closedMasking(c: WebContext, { db }: FrontDeps, detail: CaseDetail): Promise<Masking> {
  const { maskAll } = c.get('preferences');
  return maskingOf(db, detail, { language: c.get('language'), maskAll });
}

/** The words of a letter for the next one; those that hide are asked for apart. */
function takenOver(
  letter: Letter | null,
  masking: Masking,
  revealed: boolean,
): { readonly values: Values; readonly leftOut: boolean } {
  if (letter === null) return { values: {}, leftOut: false };
  const isHidden = (text: string) => !revealed && masking.cover(text) !== text;
  const texts = WRITTEN_FIELDS.map((field) => [field, letter.written[field]] as const);
  const days = DAY_FIELDS.flatMap((field) =>
    field === 'date' || letter.days[field] === null ? [] : [[field, [letter.days[field]]] as const],
  );
  const shown = texts
    .filter(([, text]) => text !== '' && !isHidden(text))
    .map(([field, text]) => [field, [text]] as const);
  return { values: Object.fromEntries([...shown, ...days]), leftOut: texts.some(([, text]) => isHidden(text)) };
}
