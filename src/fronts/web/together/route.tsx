import type { Handler } from 'hono';
import { decideTogether, Refusal, undoTogether, withSimilar } from '../../../actions/index.ts';
import { mayWith } from '../../../cases/index.ts';
import { listPeople } from '../../../store/index.ts';
import { type FrontDeps, veiled } from '../../shared/index.ts';
import { type CaseListQuery, caseListUrl, readQuery } from '../case-list/query.ts';
import { listPage } from '../case-list/route.tsx';
import { errorsOf } from '../decide/form.ts';
import { actorOf, entryOf } from '../shell/actor.ts';
import { first, MOST_VALUES, type Values, valuesOf } from '../shell/form-values.ts';
import { can, page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { ChooseView } from './choose.tsx';
import { readTogether, tickedCases } from './form.ts';

/** Does to every ticked case what the pressed button says, and shows the list with what came of each. */
export const decideListed =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const messages = c.get('messages');
    const values = valuesOf(await c.req.parseBody({ all: true }));
    const ask = readQuery(Object.fromEntries(new URLSearchParams(first(values, 'query'))));
    const input = readTogether(values, c.get('person')!.id);
    const again = (errors: Readonly<Record<string, string>>) =>
      listPage(c, deps, ask, { status: 400, together: { values, errors, done: null } });
    if (input === null) return again({ case: messages.together.nothingToDo });
    const ids = tickedCases(values);
    if (input === 'similar')
      return ids.length === 0 ? again({ case: messages.together.noneChosen }) : choosePage(c, deps, ask, values);
    try {
      const outcomes = await decideTogether(deps, actorOf(c, deps), ids, input.act, input.written);
      const at = deps.now();
      const left = outcomes.flatMap(({ id, refused }) => (refused === null ? [] : [id]));
      return await listPage(c, deps, ask, {
        together: {
          values: { case: left },
          errors: {},
          done: { kind: input.kind, outcomes, at, query: first(values, 'query') },
        },
      });
    } catch (error) {
      const errors = error instanceof Refusal ? errorsOf(error.reason, messages) : null;
      if (errors === null) throw error;
      return again(errors.case === undefined ? errors : { ...errors, case: messages.together.noneChosen });
    }
  };

/** Undoes what was done to several cases a moment ago, and shows the list with what came of each. */
export const undoListed =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const values = valuesOf(await c.req.parseBody({ all: true }));
    const query = first(values, 'query');
    const at = new Date(first(values, 'until'));
    const until = Number.isNaN(at.getTime()) ? new Date(0) : at;
    const outcomes = await undoTogether(deps, actorOf(c, deps), tickedCases(values), until);
    return listPage(c, deps, readQuery(Object.fromEntries(new URLSearchParams(query))), {
      together: { values: {}, errors: {}, done: { kind: 'undo', outcomes, at: until, query } },
    });
  };

async function choosePage(c: WebContext, deps: FrontDeps, ask: CaseListQuery, values: Values): Promise<Response> {
  const { chosen, hidden, lookedUp, similar, leftOut } = await withSimilar(
    deps,
    actorOf(c, deps),
    tickedCases(values),
    MOST_VALUES,
  );
  for (const id of lookedUp) await deps.audit.record(entryOf(c, deps, 'case.similar', `case/${id}`));
  const messages = c.get('messages');
  const cases = [...chosen, ...similar];
  const ticked = [...chosen, ...similar.filter(({ band }) => band !== 'urgent')].map(({ id }) => id);
  return page(
    c,
    deps,
    { title: messages.together.chooseTitle, section: 'cases', here: caseListUrl(ask) },
    <ChooseView
      messages={messages}
      clock={c.get('clock')}
      now={deps.now()}
      cases={await veiled(deps.db, cases, { maskAll: c.get('preferences').maskAll, language: c.get('language') })}
      hidden={hidden}
      leftOut={leftOut}
      notLookedUp={chosen.length - lookedUp.length}
      back={caseListUrl(ask)}
      query={caseListUrl(ask).slice('/?'.length)}
      person={c.get('person')!.id}
      people={(await listPeople(deps.db)).filter(({ roles }) => mayWith(roles, 'cases.decide'))}
      mayAssign={can(c, 'cases.assign')}
      values={{ case: ticked }}
      errors={{}}
    />,
  );
}
