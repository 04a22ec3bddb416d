import type { Hono } from 'hono';
import {
  assignObjection,
  draftObjectionAnswer,
  giveObjectionAnswer,
  objectableIn,
  objectionQueue,
  recordObjection,
  returnObjectionAnswer,
  viewObjection,
} from '../../../actions/index.ts';
import { parseCaseId, parseRowId } from '../../../cases/index.ts';
import { type ObjectionId, todayIn } from '../../../response/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { statusOf, type Tried } from '../shell/acts/form.tsx';
import { onAct } from '../shell/acts/route.ts';
import { first } from '../shell/form-values.ts';
import { can, page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { QueueView } from './list-view.tsx';
import { RecordView } from './record-view.tsx';
import { ObjectionView } from './view.tsx';

/** What those whom we told something say against it. */
export function mountObjections(app: Hono<WebEnv>, deps: FrontDeps): void {
  const back = '/objections/:objection?saved=1';
  app.get('/objections', (c) => showQueue(c, deps));
  app.get('/objections/new', (c) => showRecord(c, deps, null));
  app.get('/objections/:objection', (c) => showObjection(c, deps, null));
  onAct(app, deps, recordObjection, {
    back: async (c, _, { id }) => c.redirect(`/objections/${id}?saved=1`, 303),
    show: showRecord,
  });
  const course = { back, show: showObjection, says: ['not-there', 'own-proposal'] };
  onAct(app, deps, assignObjection, course);
  onAct(app, deps, draftObjectionAnswer, course);
  onAct(app, deps, giveObjectionAnswer, course);
  onAct(app, deps, returnObjectionAnswer, course);
}

const today = ({ company, now }: FrontDeps) => todayIn(company.timeZone, now());

async function showQueue(c: WebContext, deps: FrontDeps): Promise<Response> {
  const messages = c.get('messages');
  const queue = await objectionQueue(deps, actorOf(c, deps));
  return page(
    c,
    deps,
    { title: messages.objections.title, section: 'cases', here: '/objections' },
    <QueueView messages={messages} clock={c.get('clock')} today={today(deps)} {...queue} />,
  );
}

async function showRecord(c: WebContext, deps: FrontDeps, tried: Tried | null): Promise<Response> {
  const messages = c.get('messages');
  const asked = tried === null ? c.req.query('case') : first(tried.values, 'case');
  const caseId = parseCaseId(asked ?? '');
  const objectable =
    caseId === null ? { letters: [], measures: [] } : await objectableIn(deps, actorOf(c, deps), caseId);
  return page(
    c,
    deps,
    {
      title: messages.objections.record.title,
      section: 'cases',
      status: statusOf(tried),
      here: caseId === null ? '/objections/new' : `/objections/new?case=${caseId}`,
    },
    <RecordView {...{ messages, caseId, objectable, tried }} against={c.req.query('against')} today={today(deps)} />,
  );
}

async function showObjection(c: WebContext, deps: FrontDeps, tried: Tried | null): Promise<Response> {
  const id = parseRowId<ObjectionId>(c.req.param('objection') ?? '');
  const found = id && (await viewObjection(deps, actorOf(c, deps), id));
  if (found === null) return c.notFound();
  const messages = c.get('messages');
  return page(
    c,
    deps,
    {
      title: messages.objections.one(found.objection.from),
      section: 'cases',
      status: statusOf(tried),
      here: `/objections/${found.objection.id}`,
    },
    <ObjectionView
      {...{ messages, tried, ...found }}
      clock={c.get('clock')}
      today={today(deps)}
      me={c.get('person')!.id}
      maySettle={can(c, 'objections.settle')}
      saved={c.req.query('saved') === '1'}
    />,
  );
}
