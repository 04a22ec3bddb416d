import type { Handler, Hono } from 'hono';
import { addNote, answerCare, consultationDesk, decideNaming, reportEntry, sayWishes } from '../../../actions/index.ts';
import { todayIn } from '../../../response/index.ts';
import {
  filesOfConsultation,
  noteAnswersRead,
  type OwnCase,
  ownCase,
  ownCases,
  ownConsultation,
  ownConsultations,
} from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { OwnCaseView } from '../concerned/own-case.tsx';
import { ownCards } from '../concerned/own-section.tsx';
import { showDraft } from '../draft/route.tsx';
import { askerOf } from '../shell/actor.ts';
import { statusOf, type Tried } from '../shell/acts/form.tsx';
import { onAct } from '../shell/acts/route.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { ownPage } from '../timelines/own-route.tsx';
import { ConsultationsView, ConsultationView } from './view.tsx';

/** The ways to ask for help, and what the signed-in person handed in; beside it, what they met, and a box for a draft. */
export const showConsultations =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const tab = c.req.query('tab');
    if (tab === 'timeline') return ownPage(c, deps, null, false);
    if (tab === 'draft') return showDraft(c, deps);
    const messages = c.get('messages');
    const consultations = await ownConsultations(deps.db, c.get('person')!.id);
    return page(
      c,
      deps,
      { title: messages.site.pages.consult, section: 'consult' },
      <ConsultationsView
        messages={messages}
        clock={c.get('clock')}
        consultations={consultations}
        cases={await ownCases(deps.db, c.get('person')!.id)}
        desk={await consultationDesk(deps)}
        addresses={deps.consultation}
      />,
    );
  };

/** One of them, or a case that befell them, with what they say of it and add to it at any time. */
export function mountConsultation(app: Hono<WebEnv>, deps: FrontDeps): void {
  app.get('/reports/:report', (c) => consultationPage(c, deps, null));
  const show = consultationPage;
  onAct(app, deps, addNote, { back: '/reports/:report?added=1#note', show });
  onAct(app, deps, sayWishes, { back: '/reports/:report?said=1#wishes', show });
  onAct(app, deps, answerCare, { back: '/reports/:report?said=1#care', show });
  onAct(app, deps, decideNaming, { back: '/reports/:report?said=1#naming', show });
}

const idOf = (c: WebContext): string => c.req.param('report') ?? '';

async function consultationPage(c: WebContext, deps: FrontDeps, tried: Tried | null): Promise<Response> {
  const person = c.get('person')!.id;
  const own = await ownCase(deps.db, person, idOf(c));
  const consultation = await ownConsultation(deps.db, person, idOf(c));
  if (consultation === null) return own === null ? c.notFound() : ownCasePage(c, deps, own, tried);
  await deps.audit.record(reportEntry(askerOf(c, deps), 'report.view', consultation));
  if (consultation.answered) await noteAnswersRead(deps.db, consultation.id, deps.now());
  const messages = c.get('messages');
  return page(
    c,
    deps,
    { title: messages.reports.one, section: 'consult', status: statusOf(tried), here: `/reports/${consultation.id}` },
    <ConsultationView
      messages={messages}
      clock={c.get('clock')}
      consultation={consultation}
      today={todayIn(deps.company.timeZone, deps.now())}
      tried={tried}
      own={own && (await ownCards(c, deps, own, ofNote(tried) ? null : tried))}
      desk={await consultationDesk(deps)}
      promise={deps.consultation}
      files={consultation.channel === 'mail' ? [] : await filesOfConsultation(deps.db, consultation.id)}
      taken={/^([1-9]|10)$/.test(c.req.query('files') ?? '') ? Number(c.req.query('files')) : 0}
      said={c.req.query('received') === '1' ? 'received' : c.req.query('added') === '1' ? 'added' : null}
    />,
  );
}

const ofNote = (tried: Tried | null): boolean => tried?.act === addNote;

/** A case that somebody else put to them. */
async function ownCasePage(c: WebContext, deps: FrontDeps, own: OwnCase, tried: Tried | null): Promise<Response> {
  await deps.audit.record(
    reportEntry(askerOf(c, deps), 'report.view', { id: own.key, confidential: own.confidential }),
  );
  const messages = c.get('messages');
  const clock = c.get('clock');
  return page(
    c,
    deps,
    {
      title: messages.concerned.one(clock.day(own.at)),
      section: 'consult',
      status: statusOf(tried),
      here: `/reports/${own.key}`,
    },
    <OwnCaseView
      messages={messages}
      clock={clock}
      today={todayIn(deps.company.timeZone, deps.now())}
      own={own}
      tried={tried}
      added={c.req.query('added') === '1'}
      cards={await ownCards(c, deps, own, ofNote(tried) ? null : tried)}
    />,
  );
}
