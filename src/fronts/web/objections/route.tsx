import type { Handler, Hono } from 'hono';
import {
  assignObjection,
  draftObjectionAnswer,
  type ObjectionOutcome,
  objectableIn,
  objectionQueue,
  Refusal,
  recordObjection,
  settleObjection,
  viewObjection,
} from '../../../actions/index.ts';
import { parsePersonId } from '../../../cases/index.ts';
import { ANSWER_DAYS, type ObjectionId, todayIn } from '../../../response/index.ts';
import { dayAfter } from '../../../util/day.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { recusedPage } from '../cases/recusal.tsx';
import { actorOf } from '../shell/actor.ts';
import { first, type Values, valuesOf } from '../shell/form-values.ts';
import { can, page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { caseOf, type Errors, MOST, parseObjectionId, readAnswer, readObjection, textOf } from './form.ts';
import { QueueView } from './list-view.tsx';
import { RecordView } from './record-view.tsx';
import { ObjectionView } from './view.tsx';

/** What those whom we told something say against it. */
export function mountObjections(app: Hono<WebEnv>, deps: FrontDeps): void {
  app.get('/objections', showQueue(deps));
  app.post('/objections', record(deps));
  app.get('/objections/new', showRecord(deps));
  app.get('/objections/:objection', showObjection(deps));
  app.post('/objections/:objection', act(deps));
}

const today = ({ company, now }: FrontDeps) => todayIn(company.timeZone, now());

const showQueue =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const messages = c.get('messages');
    const queue = await objectionQueue(deps, actorOf(c, deps));
    return page(
      c,
      deps,
      { title: messages.objections.title, section: 'deadlines', here: '/objections' },
      <QueueView messages={messages} clock={c.get('clock')} today={today(deps)} {...queue} />,
    );
  };

const showRecord =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) => {
    const due = dayAfter(today(deps), ANSWER_DAYS);
    const { case: caseId = '', against = 'case' } = c.req.query();
    return unlessRecused(c, deps, () =>
      recordPage(c, deps, { case: [caseId], against: [against], received: [today(deps)], due: [due] }, {}),
    );
  };

const record =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const values = valuesOf(await c.req.parseBody({ all: true }));
    const { given, errors } = readObjection(values, today(deps), c.get('messages'));
    return unlessRecused(c, deps, async () => {
      if (Object.keys(errors).length > 0) return recordPage(c, deps, values, errors);
      const id = await recordObjection(deps, actorOf(c, deps), given);
      return c.redirect(`/objections/${id}?saved=1`, 303);
    });
  };

const showObjection =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) =>
    unlessRecused(c, deps, () => objectionPage(c, deps, { values: {}, errors: {}, error: null }));

/** Assigns, writes an answer, gives it or gives it back. */
const act =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const id = parseObjectionId(c.req.param('objection') ?? '');
    if (id === null) return c.notFound();
    const values = valuesOf(await c.req.parseBody({ all: true }));
    return unlessRecused(c, deps, () => acted(c, deps, id, values));
  };

async function acted(c: WebContext, deps: FrontDeps, id: ObjectionId, values: Values): Promise<Response> {
  const messages = c.get('messages');
  const say = messages.objections;
  const actor = actorOf(c, deps);
  const wrong = (error: string | null, errors: Errors = {}, status: 400 | 403 | 409 = 400) =>
    objectionPage(c, deps, { values, errors, error, status });
  try {
    switch (first(values, 'do')) {
      case 'assign': {
        const person = parsePersonId(first(values, 'person'));
        return person === null ? wrong(say.noPerson) : settled(await assignObjection(deps, actor, id, person));
      }
      case 'draft': {
        const read = readAnswer(values, messages);
        return 'errors' in read ? wrong(null, read.errors) : settled(await draftObjectionAnswer(deps, actor, id, read));
      }
      case 'give':
        return settled(await settleObjection(deps, actor, id, { give: true, note: '' }));
      case 'return': {
        const note = textOf(values, 'note');
        if (note === '' || note.length > MOST.note) return wrong(say.noReturnNote(MOST.note));
        return settled(await settleObjection(deps, actor, id, { give: false, note }));
      }
      default:
        return c.notFound();
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === 'own-proposal') return wrong(say.own, {}, 403);
    if (error.code === 'wrong-recipient') return wrong(say.noPerson);
    throw error;
  }

  function settled(outcome: ObjectionOutcome): Response | Promise<Response> {
    switch (outcome) {
      case 'done':
        return c.redirect(`/objections/${id}?saved=1`, 303);
      case 'changed':
        return wrong(say.changed, {}, 409);
      case 'no-such-objection':
        return c.notFound();
    }
  }
}

async function unlessRecused(c: WebContext, deps: FrontDeps, show: () => Promise<Response>): Promise<Response> {
  try {
    return await show();
  } catch (error) {
    if (error instanceof Refusal && error.code === 'recused') return recusedPage(c, deps);
    throw error;
  }
}

async function recordPage(c: WebContext, deps: FrontDeps, values: Values, errors: Errors): Promise<Response> {
  const messages = c.get('messages');
  const caseId = caseOf(values);
  const objectable =
    caseId === null ? { letters: [], measures: [] } : await objectableIn(deps, actorOf(c, deps), caseId);
  return page(
    c,
    deps,
    {
      title: messages.objections.record,
      section: 'deadlines',
      status: Object.keys(errors).length > 0 ? 400 : 200,
      here: caseId === null ? '/objections/new' : `/objections/new?case=${caseId}`,
    },
    <RecordView {...{ messages, caseId, objectable, values, errors }} today={today(deps)} />,
  );
}

interface Shown {
  readonly values: Values;
  readonly errors: Errors;
  readonly error: string | null;
  readonly status?: 400 | 403 | 409;
}

async function objectionPage(c: WebContext, deps: FrontDeps, { status, ...shown }: Shown): Promise<Response> {
  const id = parseObjectionId(c.req.param('objection') ?? '');
  const found = id && (await viewObjection(deps, actorOf(c, deps), id));
  if (found === null) return c.notFound();
  const messages = c.get('messages');
  return page(
    c,
    deps,
    {
      title: messages.objections.one(found.objection.from),
      section: 'deadlines',
      status: status ?? 200,
      here: `/objections/${found.objection.id}`,
    },
    <ObjectionView
      messages={messages}
      clock={c.get('clock')}
      today={today(deps)}
      {...found}
      me={c.get('person')!.id}
      maySettle={can(c, 'objections.settle')}
      saved={c.req.query('saved') === '1'}
      {...shown}
    />,
  );
}
