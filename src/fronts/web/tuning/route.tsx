import type { Handler } from 'hono';
import {
  completeDraft,
  currentText,
  lookAtDraft,
  propose,
  proposeWords,
  Refusal,
  saveDraft,
} from '../../../actions/index.ts';
import { type CaseId, type ChangeId, parseCaseId, parseFeedbackId } from '../../../cases/index.ts';
import { ACTS, isEntryId } from '../../../detect/index.ts';
import { feedbackById } from '../../../store/index.ts';
import { draftOf, fingerprint, locate } from '../../../tuning/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { recusedPage } from '../cases/recusal.tsx';
import { dictionaryTabUrl } from '../dictionaries/tabs.ts';
import { actorOf } from '../shell/actor.ts';
import { first } from '../shell/form-values.ts';
import type { WebContext, WebEnv } from '../shell/page.tsx';
import { editPage } from './edit-page.tsx';
import { emptyDraft, inputIn, MOST_REASON, readDraft, valuesOfDraft } from './form.ts';
import { previewState, valuesIn } from './preview-route.tsx';
import { problemWords } from './problem-words.ts';

/** Of a word that an address brings along, UTF-16 units. */
const MOST_WORD = 100;

/** A form for an entry that nobody has written yet; with a word, where one was suggested. */
export const newEntry =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) => {
    const act = ACTS.find((one) => one === c.req.query('act')) ?? ACTS[0];
    const word = (c.req.query('say') ?? '').slice(0, MOST_WORD);
    const draft = { ...emptyDraft(act, ''), say: word === '' ? [] : [word] };
    return editPage(c, deps, { values: valuesOfDraft(draft, ''), isNew: true });
  };

/** The form of an entry or an exception, as it is in force now. */
export const editEntry =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const id = c.req.param('id') ?? '';
    const known = isEntryId(id) ? locate(await deps.lab.files(), id) : null;
    const draft = known && draftOf(known);
    if (known === null || draft === null) return c.notFound();
    return editPage(c, deps, { values: valuesOfDraft(draft, fingerprint(known.text)), isNew: false });
  };

/** A form with what a reviewer marked filled in. */
export const proposeEntry =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const id = parseFeedbackId(c.req.query('feedback') ?? '');
    const work = id && (await feedbackById(deps.db, id));
    if (id === null || work === null) return c.notFound();
    const messages = c.get('messages');
    try {
      const { draft, words } = await propose(deps, actorOf(c, deps), id, '');
      const values = valuesOfDraft(draft, '', { feedback: id, caseId: work.caseId });
      return editPage(c, deps, { values, isNew: true, words });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.code === 'recused') return recusedPage(c, deps);
      if (error.code === 'no-such-change') return c.text(messages.tuning.gone, 404);
      throw error;
    }
  };

const MOST_TAUGHT = 200; // UTF-16 units: no more is a phrase

/** A form with words that somebody selected in a mail. They come in a body, for addresses are written into logs. */
export const teachWords =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const values = await valuesIn(c);
    const caseId = parseCaseId(first(values, 'case'));
    const words = first(values, 'words').trim().replace(/\s+/g, ' ').slice(0, MOST_TAUGHT);
    if (caseId === null) return c.notFound();
    try {
      const draft = await proposeWords(deps, actorOf(c, deps), { caseId, words });
      return editPage(c, deps, { values: valuesOfDraft(draft, '', { caseId }), isNew: true });
    } catch (error) {
      if (error instanceof Refusal && error.code === 'recused') return recusedPage(c, deps);
      throw error;
    }
  };

/** Saves a form; whatever keeps it from being saved comes back with all that was written. */
export const saveEntry =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const messages = c.get('messages');
    const say = messages.tuning;
    const values = await valuesIn(c);
    const draft = await completeDraft(deps, readDraft(values));
    const reason = first(values, 'reason').trim();
    if (reason.length > MOST_REASON) return editPage(c, deps, { values, complaints: [say.reasonLong], status: 400 });
    const input = inputIn(values, draft);
    try {
      const saved = await saveDraft(deps, actorOf(c, deps), {
        ...input,
        reason,
        feedback: parseFeedbackId(first(values, 'feedback')),
        lost: Number(first(values, 'lost')) || 0,
      });
      return goTo(c, savedAt(draft.id, saved, parseCaseId(first(values, 'case'))));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { reason: refused } = error;
      switch (refused.code) {
        case 'entry-wrong': {
          const complaints = refused.problems.map((one) => problemWords(one, messages));
          return editPage(c, deps, {
            values,
            complaints,
            status: 400,
            preview: { kind: 'wrong', complaints, harmless: input.harmless },
          });
        }
        case 'entry-changed':
          return conflictPage(c, deps, input, values);
        case 'reason-needed': {
          const preview = await previewState(c, deps, await lookAtDraft(deps, actorOf(c, deps), input), input.harmless);
          const complaints = [
            refused.perWeek === null
              ? say.fullNeedsReason
              : say.reasonNeeded(refused.perWeek.toLocaleString(messages.language.code)),
          ];
          return editPage(c, deps, { values, complaints, status: 400, preview });
        }
        case 'loses-approved': {
          const preview = await previewState(c, deps, await lookAtDraft(deps, actorOf(c, deps), input), input.harmless);
          return editPage(c, deps, { values, loses: refused.cases, status: 409, preview });
        }
        default:
          throw error;
      }
    }
  };

/** Where somebody goes on: at the case that they were reading, else at the history, and both can take it back. */
function savedAt(entry: string, saved: ChangeId | null, caseId: CaseId | null): string {
  if (caseId !== null && saved !== null)
    return `/cases/${caseId}?${new URLSearchParams({ tab: 'body', taught: saved })}`;
  return dictionaryTabUrl('log', { entry, [saved === null ? 'same' : 'saved']: '1' });
}

/** What the script asked for beside a mail is followed by the whole page. */
const goTo = (c: WebContext, url: string): Response =>
  c.req.header('hx-request') === 'true' ? c.body(null, 200, { 'hx-redirect': url }) : c.redirect(url, 303);

/** Somebody was first: the difference, and the form as it was written; saving it again is knowing what it does. */
async function conflictPage(
  c: WebContext,
  deps: FrontDeps,
  input: Parameters<typeof lookAtDraft>[2],
  values: Awaited<ReturnType<typeof valuesIn>>,
) {
  const looked = await lookAtDraft(deps, actorOf(c, deps), input);
  const theirs = looked.kind === 'conflict' ? looked.theirs : await currentText(deps, input.draft.id);
  const ours = looked.kind === 'conflict' ? looked.ours : null;
  return editPage(c, deps, {
    values: { ...values, base: [fingerprint(theirs)], new: [theirs === null ? '1' : ''] },
    isNew: theirs === null,
    complaints: [c.get('messages').tuning.conflict],
    conflict: { theirs, ours },
    status: 409,
  });
}
