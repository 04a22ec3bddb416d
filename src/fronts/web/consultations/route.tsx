import type { Handler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { addNote as addConsultationNote, consultationDesk, reportEntry } from '../../../actions/index.ts';
import { filesOfConsultation, noteAnswersRead, ownConsultation, ownConsultations } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf, askerOf } from '../shell/actor.ts';
import { first, type Values, valuesOf } from '../shell/form-values.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { MOST } from './form.ts';
import { ConsultationsView, ConsultationView } from './view.tsx';

/** What the signed-in person handed in. */
export const showConsultations =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const messages = c.get('messages');
    const consultations = await ownConsultations(deps.db, c.get('person')!.id);
    return page(
      c,
      deps,
      { title: messages.reports.title, section: 'policy' },
      <ConsultationsView messages={messages} clock={c.get('clock')} consultations={consultations} />,
    );
  };

export const showConsultation =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) =>
    consultationPage(c, deps, {});

/** Adds to what was handed in. Once it is dealt with, a new one says more. */
export const addNote =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const values = valuesOf(await c.req.parseBody({ all: true }));
    const say = c.get('messages').reports;
    const note = first(values, 'note').replaceAll('\r\n', '\n').trim();
    if (note === '') return consultationPage(c, deps, { values, error: say.noteMissing, status: 400 });
    if (note.length > MOST.words)
      return consultationPage(c, deps, { values, error: c.get('messages').handIn.tooLong(MOST.words), status: 400 });
    const added = await addConsultationNote(deps, actorOf(c, deps), idOf(c), note);
    switch (added) {
      case 'added':
        return c.redirect(`/reports/${idOf(c)}?added=1`, 303);
      case 'late':
        return consultationPage(c, deps, { values, error: say.noteLate, status: 409 });
      case 'no-such-report':
        return c.notFound();
    }
  };

const idOf = (c: WebContext): string => c.req.param('report') ?? '';

interface ReportState {
  readonly values?: Values;
  readonly error?: string; // why a note was not added
  readonly status?: ContentfulStatusCode;
}

async function consultationPage(
  c: WebContext,
  deps: FrontDeps,
  { values = {}, error, status = 200 }: ReportState,
): Promise<Response> {
  const consultation = await ownConsultation(deps.db, c.get('person')!.id, idOf(c));
  if (consultation === null) return c.notFound();
  await deps.audit.record(reportEntry(askerOf(c, deps), 'report.view', consultation));
  if (consultation.answered) await noteAnswersRead(deps.db, consultation.id, deps.now());
  const messages = c.get('messages');
  return page(
    c,
    deps,
    { title: messages.reports.one, section: 'policy', status, here: `/reports/${consultation.id}` },
    <ConsultationView
      messages={messages}
      clock={c.get('clock')}
      consultation={consultation}
      values={values}
      error={error ?? null}
      desk={await consultationDesk(deps)}
      promise={deps.consultation}
      files={consultation.channel === 'mail' ? [] : await filesOfConsultation(deps.db, consultation.id)}
      taken={/^([1-9]|10)$/.test(c.req.query('files') ?? '') ? Number(c.req.query('files')) : 0}
      said={c.req.query('received') === '1' ? 'received' : c.req.query('added') === '1' ? 'added' : null}
    />,
  );
}
