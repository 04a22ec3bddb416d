import type { CounterpartyId } from '../../cases/index.ts';
import { TALK_ANSWERS, TALK_WAYS, type TalkId } from '../../response/index.ts';
import { addTalk, answerTalk as answerInStore, loadCounterparty, loadTalk } from '../../store/index.ts';
import { act } from '../kernel/act.ts';
import { choice, day, line, rowId, text } from '../kernel/ask.ts';
import { Refusal } from '../refusal.ts';

const to = ({ counterparty }: { readonly counterparty: CounterpartyId }) => `counterparty/${counterparty}`;

/** Writes down that we asked a company for talks about prices or terms; nothing is sent. The log has how and when, never who or what. */
export const noteTalk = act({
  path: '/counterparties/:counterparty/talks',
  right: 'talks.manage',
  audit: 'talk.note',
  ask: {
    counterparty: rowId<CounterpartyId>(),
    asked: day('behind'),
    who: line(100),
    way: choice(TALK_WAYS),
    words: text(2000),
    due: day(),
  },
  logged: ['asked', 'way', 'due'],
  to,
  async do(tx, { counterparty: counterpartyId, ...given }, doer) {
    const found = await loadCounterparty(tx, counterpartyId);
    if (found?.kind !== 'company') throw new Refusal({ code: 'not-there' });
    if (given.due < given.asked) throw new Refusal({ code: 'wrong-fields', fields: { due: 'wrong' } });
    return addTalk(tx, { counterpartyId, ...given }, doer);
  },
});

/** Writes down what they answered, or that no answer came by that day; once. @throws Refusal `not-there` */
export const answerTalk = act({
  path: '/counterparties/:counterparty/talks/:talk/answer',
  right: 'talks.manage',
  audit: 'talk.answer',
  ask: {
    counterparty: rowId<CounterpartyId>(),
    talk: rowId<TalkId>(),
    what: choice(TALK_ANSWERS),
    day: day('behind'),
    words: text(2000, 'maybe'),
  },
  logged: ['what', 'day'],
  to,
  async do(tx, { counterparty, talk, ...answer }, doer) {
    const found = await loadTalk(tx, counterparty, talk);
    if (found === null) throw new Refusal({ code: 'not-there' });
    if (answer.day < found.asked) throw new Refusal({ code: 'wrong-fields', fields: { day: 'wrong' } });
    if (!(await answerInStore(tx, talk, answer, doer))) throw new Refusal({ code: 'not-there' });
  },
});
