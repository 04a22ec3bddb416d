import type { Handler, Hono } from 'hono';
import { addNote, consultationDesk, reportEntry } from '../../../actions/index.ts';
import { todayIn } from '../../../response/index.ts';
import { filesOfConsultation, noteAnswersRead, ownConsultation, ownConsultations } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
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
        desk={await consultationDesk(deps)}
        addresses={deps.consultation}
      />,
    );
  };

/** One of them, and what they add. Once it is dealt with, a new one says more. */
export function mountConsultation(app: Hono<WebEnv>, deps: FrontDeps): void {
  app.get('/reports/:report', (c) => consultationPage(c, deps, null));
  onAct(app, deps, addNote, { back: '/reports/:report?added=1', show: consultationPage, says: ['case-status'] });
}

const idOf = (c: WebContext): string => c.req.param('report') ?? '';

async function consultationPage(c: WebContext, deps: FrontDeps, tried: Tried | null): Promise<Response> {
  const consultation = await ownConsultation(deps.db, c.get('person')!.id, idOf(c));
  if (consultation === null) return c.notFound();
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
      desk={await consultationDesk(deps)}
      promise={deps.consultation}
      files={consultation.channel === 'mail' ? [] : await filesOfConsultation(deps.db, consultation.id)}
      taken={/^([1-9]|10)$/.test(c.req.query('files') ?? '') ? Number(c.req.query('files')) : 0}
      said={c.req.query('received') === '1' ? 'received' : c.req.query('added') === '1' ? 'added' : null}
    />,
  );
}
