import type { Child } from 'hono/jsx';
import { draftingState, inTheWay, lettersState, objectionsIn } from '../../../actions/index.ts';
import { type CaseDetail, type CaseId, reportsOf } from '../../../cases/index.ts';
import {
  addressOf,
  clauseWords,
  DAY_FIELDS,
  DAYS_TO_ANSWER,
  type Day,
  factLines,
  LETTER_KINDS,
  LETTER_LANGUAGES,
  type Letter,
  letterLanguageOf,
  type Objection,
  objectionAnswer,
  staffLine,
  talkLines,
  todayIn,
  usualRequest,
  WRITTEN_FIELDS,
} from '../../../response/index.ts';
import { dayAfter, dayOf } from '../../../util/day.ts';
import { type FrontDeps, type Masking, maskingOf } from '../../shared/index.ts';
import { draftUrl } from '../cases/tabs.tsx';
import { actorOf } from '../shell/actor.ts';
import type { Tried } from '../shell/acts/form.tsx';
import { chosen, type Values } from '../shell/form-values.ts';
import { can, type WebContext } from '../shell/page.tsx';
import { DraftView } from './draft-view.tsx';

/** Sentences that stand ticked: as many as one page takes beside all else. */
const FIRST_QUOTES = 3;

/** The form for the letter that is asked for, in the language of the other side unless another is; with `from`, filled with the words of another one. Null: none is, or something is in its way. */
export async function draftCard(
  c: WebContext,
  deps: FrontDeps,
  id: CaseId,
  tried: Tried | null,
): Promise<Child | null> {
  const asked: Values = tried?.values ?? {
    kind: [c.req.query('kind') ?? ''],
    language: [c.req.query('language') ?? ''],
  };
  const kind = chosen(asked, 'kind', LETTER_KINDS);
  if (kind === null) return null;
  const actor = actorOf(c, deps);
  const state = await lettersState(deps, actor, id);
  if (inTheWay(state, kind) !== null) return null;
  const language = chosen(asked, 'language', LETTER_LANGUAGES) ?? letterLanguageOf(state.detail);
  const { counterparty } = state;
  const clause = counterparty?.clause ? clauseWords(counterparty.clause, language) : null;
  const drafting = await draftingState(deps, actor, id, kind);
  const masking = await closedMasking(c, deps, state.detail);
  const before = state.letters.find((one) => one.id === c.req.query('from')) ?? null;
  const revealed = before !== null && c.req.query('reveal') === '1'; // the page of the case has written it down
  const taken = takenOver(before, masking, revealed);
  const today = todayIn(deps.company.timeZone, deps.now());
  const happened = drafting.choices[0]?.at ?? state.detail.receivedAt;
  const happenedOn = dayOf(happened, deps.company.timeZone) as Day;
  const isHidden = (text: string) => masking.cover(text) !== text;
  const told = kind === 'talks' ? talkLines(drafting.talks, language) : factLines(drafting.entries, language);
  const facts = before === null ? told : [];
  const objection = before === null ? await objectionAsked(c, deps, id) : null;
  const answer = objection && objectionAnswer(objection, language);
  const proposed = {
    date: [today],
    sender: [deps.company.name],
    recipient: [counterparty === null ? (objection?.from ?? '') : addressOf(counterparty, language)],
    redact: [drafting.redactions.words.join('\n')],
    contact: [state.contact],
    staff: [staffLine(drafting.concerned, happenedOn, language)],
    quotes: drafting.choices
      .filter(({ act }) => act !== null && drafting.acts.includes(act))
      .slice(0, FIRST_QUOTES)
      .map(({ id }) => id),
    facts: [facts.filter((line) => !isHidden(line)).join('\n')],
    request: [usualRequest(kind, language)],
    'reply-by': [dayAfter(today, DAYS_TO_ANSWER)],
    ...(answer && { demand: [answer.demand], answer: [answer.answer] }),
    ...taken.values,
  };
  return (
    <DraftView
      messages={c.get('messages')}
      clock={c.get('clock')}
      id={id}
      kind={kind}
      language={language}
      inLanguage={(other) => draftUrl(id, { ...c.req.query(), kind, language: other })}
      drafting={drafting}
      masking={masking}
      handedIn={reportsOf(state.detail).length > 0}
      clause={clause}
      today={today}
      proposed={proposed}
      leftOut={tried === null && (taken.leftOut || facts.some(isHidden))}
      tried={tried}
    />
  );
}

/** The objection of this case that the letter shall answer, if one is named. */
async function objectionAsked(c: WebContext, deps: FrontDeps, id: CaseId): Promise<Objection | null> {
  const asked = c.req.query('objection');
  if (asked === undefined || !can(c, 'objections.manage')) return null;
  return (await objectionsIn(deps, actorOf(c, deps), id)).find((one) => one.id === asked) ?? null;
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
