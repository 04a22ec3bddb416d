import { type CaseId, teaches } from '../../cases/index.ts';
import { addSuggestion } from '../../store/index.ts';
import { act } from '../kernel/act.ts';
import { line, rowId } from '../kernel/ask.ts';
import { Refusal } from '../refusal.ts';
import { missedIn } from './feedback.ts';

/** Most that a phrase has, UTF-16 units. */
const MOST_WORDS = 200;

/**
 * Words of a case that no entry finds, put before whoever tunes the dictionaries, by somebody who may not teach them: decided or not, it
 * decides nothing. Confidential cases teach nothing.
 */
export const suggestWords = act({
  path: '/cases/:id/suggest',
  right: 'cases.decide',
  audit: 'dictionary.suggest',
  about: 'id',
  ask: { id: rowId<CaseId>(), words: line(MOST_WORDS) },
  logged: [],
  async do(tx, { id, words }, { by, at, admitted }) {
    const { detail } = admitted!;
    if (detail.report?.confidential || !teaches(detail)) throw new Refusal({ code: 'not-allowed' });
    const places = await missedIn(tx, detail, [words]);
    await addSuggestion(tx, { caseId: id, by, at }, places);
    return {};
  },
  to: ({ id }) => `case/${id}`,
});
