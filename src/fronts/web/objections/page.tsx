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

const HERE = '/objections';
const opened = (id: string): string => `${HERE}?objection=${id}&saved=1#objection`;

/** What those whom we told something say against it. */
export function mountObjections(app: Hono<WebEnv>, deps: FrontDeps): void {
  app.get(HERE, (c) => showObjections(c, deps, null));
  onAct(app, deps, recordObjection, {
    back: async (c, _, { id }) => c.redirect(opened(id), 303),
    show: showObjections,
  });
  const course = { back: opened(':objection'), show: showObjections, says: ['not-there', 'own-proposal'] };
  onAct(app, deps, assignObjection, course);
  onAct(app, deps, draftObjectionAnswer, course);
  onAct(app, deps, giveObjectionAnswer, course);
  onAct(app, deps, returnObjectionAnswer, course);
}

const today = ({ company, now }: FrontDeps) => todayIn(company.timeZone, now());

/** Every objection, the one that is open, and the form for one more. */
async function showObjections(c: WebContext, deps: FrontDeps, tried: Tried | null): Promise<Response> {
  const asked = c.req.param('objection') ?? c.req.query('objection');
  const id = parseRowId<ObjectionId>(asked ?? '');
  const found = id && (await viewObjection(deps, actorOf(c, deps), id));
  if (asked !== undefined && found === null) return c.notFound();
  const messages = c.get('messages');
  const clock = c.get('clock');
  const adds = c.req.query('add') === '1' || tried?.act === recordObjection;
  const common = { messages, clock, today: today(deps), tried };
  return page(
    c,
    deps,
    { title: messages.objections.title, section: 'cases', status: statusOf(tried), here: HERE },
    <QueueView {...common} {...(await objectionQueue(deps, actorOf(c, deps)))}>
      {found !== null && (
        <ObjectionView
          {...common}
          {...found}
          me={c.get('person')!.id}
          maySettle={can(c, 'objections.settle')}
          saved={c.req.query('saved') === '1'}
        />
      )}
      {adds && <RecordView {...common} {...(await recordOf(c, deps, tried))} against={c.req.query('against')} />}
    </QueueView>,
  );
}

/** To what of which case one more is, as far as whoever asks may see it. */
async function recordOf(c: WebContext, deps: FrontDeps, tried: Tried | null) {
  const caseId = parseCaseId((tried === null ? c.req.query('case') : first(tried.values, 'case')) ?? '');
  const objectable =
    caseId === null ? { letters: [], measures: [] } : await objectableIn(deps, actorOf(c, deps), caseId);
  return { caseId, objectable };
}
