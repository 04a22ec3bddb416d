import type { Handler, Hono } from 'hono';
import {
  assignObjection,
  draftObjectionAnswer,
  findObjection,
  giveObjectionAnswer,
  objectableIn,
  objectionQueue,
  placeObjection,
  recordObjection,
  referComplaint,
  referObjection,
  returnObjectionAnswer,
  setObjectionAside,
  viewObjection,
} from '../../../actions/index.ts';
import { parseCaseId, parseRowId } from '../../../cases/index.ts';
import { type ObjectionId, type ObjectionMailId, todayIn } from '../../../response/index.ts';
import { rawOfObjection } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { asFile } from '../cases/attachment-route.tsx';
import { casePage } from '../cases/case-page.tsx';
import { actorOf } from '../shell/actor.ts';
import { statusOf, type Tried } from '../shell/acts/form.tsx';
import { onAct } from '../shell/acts/route.ts';
import { first } from '../shell/form-values.ts';
import { caseIdOf } from '../shell/id-of.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { QueueView } from './list-view.tsx';
import { RecordView } from './record-view.tsx';
import { referralsCard, referralsOf } from './referrals.tsx';
import { objectingUrl, objectionUrl } from './urls.ts';
import { ObjectionView } from './view.tsx';

const HERE = '/objections';

/** What those whom we told something say against it. */
export function mountObjections(app: Hono<WebEnv>, deps: FrontDeps): void {
  app.get(HERE, showAll(deps));
  onAct(app, deps, recordObjection, {
    back: async (c, _, made) => c.redirect(objectionUrl(made, SAVED), 303),
    show: showObjections,
  });
  const course = { back: opened, show: showObjections, says: ['not-there', 'own-proposal', 'involved'] };
  onAct(app, deps, placeObjection, course);
  onAct(app, deps, setObjectionAside, { ...course, back: '/objections' });
  app.get('/objections/:objection/mails/:mail', sendObjectionMail(deps));
  onAct(app, deps, assignObjection, course);
  onAct(app, deps, draftObjectionAnswer, course);
  onAct(app, deps, giveObjectionAnswer, course);
  onAct(app, deps, returnObjectionAnswer, course);
  onAct(app, deps, referObjection, course);
  onAct(app, deps, referComplaint, {
    back: '/cases/:id?tab=response#referrals',
    async show(c, _, tried) {
      if (tried.code !== null)
        return casePage(c, deps, { status: 409, conflict: c.get('messages').objections.changed });
      return casePage(c, deps, {
        status: 400,
        tab: 'response',
        came: { referrals: await referralsCard(c, deps, caseIdOf(c), tried) },
      });
    },
    says: ['not-there'],
  });
}

const SAVED = { saved: 'objection' };

/** Where the objection of the address is. */
async function opened(c: WebContext, deps: FrontDeps): Promise<Response> {
  const id = parseRowId<ObjectionId>(c.req.param('objection') ?? '');
  const found = id && (await findObjection(deps, actorOf(c, deps), id));
  return found === null ? c.notFound() : c.redirect(objectionUrl(found.objection, SAVED), 303);
}

/** The list of all. What is of a case leads there. */
const showAll =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const caseId = parseCaseId(c.req.query('case') ?? '');
    if (caseId !== null) return c.redirect(objectingUrl(caseId, c.req.query('against') ?? 'case'), 303);
    const id = parseRowId<ObjectionId>(c.req.query('objection') ?? '');
    const found = id && (await findObjection(deps, actorOf(c, deps), id));
    const isOfCase = found !== null && found.objection.caseId !== null && found.objection.aside === null;
    return isOfCase ? c.redirect(objectionUrl(found.objection), 303) : showObjections(c, deps, null);
  };

const today = ({ company, now }: FrontDeps) => todayIn(company.timeZone, now());

/** A mail as it came, to be saved. */
const sendObjectionMail =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const id = parseRowId<ObjectionId>(c.req.param('objection') ?? '');
    const mail = parseRowId<ObjectionMailId>(c.req.param('mail') ?? '');
    const found = id && (await viewObjection(deps, actorOf(c, deps), id));
    const raw = found && mail && (await rawOfObjection(deps.db, found.objection.id, mail));
    return raw === null ? c.notFound() : asFile(c, raw, `objection-${id}-mail-${mail}.eml`);
  };

/** Every objection; of those without a case the one that is open, and the form for one more; and whatever form came back. */
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
          saved={c.req.query('saved') !== undefined}
          referrals={await referralsOf(c, deps, found.objection, tried)}
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
