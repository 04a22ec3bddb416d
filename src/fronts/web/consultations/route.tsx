import type { Handler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { addReportNote, ownReport, ownReports } from '../../../store/index.ts';
import type { DeskDeps } from '../../shared/deps.ts';
import { reportEntry } from '../shell/actor.ts';
import { first, type Values, valuesOf } from '../shell/form-values.ts';
import { type DeskContext, type DeskEnv, page } from '../shell/page.tsx';
import { MOST } from './form.ts';
import { ReportsView, ReportView } from './view.tsx';

/** What the signed-in person handed in. */
export const showReports =
  (deps: DeskDeps): Handler<DeskEnv> =>
  async (c) => {
    const words = c.get('words');
    const reports = await ownReports(deps.db, c.get('person')!.id);
    return page(
      c,
      deps,
      { title: words.reports.title, section: 'policy' },
      <ReportsView words={words} clock={c.get('clock')} reports={reports} />,
    );
  };

export const showReport =
  (deps: DeskDeps): Handler<DeskEnv> =>
  (c) =>
    reportPage(c, deps, {});

/** Adds to what was handed in. Once it is dealt with, a new report says more. */
export const addNote =
  (deps: DeskDeps): Handler<DeskEnv> =>
  async (c) => {
    const values = valuesOf(await c.req.parseBody({ all: true }));
    const say = c.get('words').reports;
    const note = first(values, 'note').replaceAll('\r\n', '\n').trim();
    if (note === '') return reportPage(c, deps, { values, error: say.noteMissing, status: 400 });
    if (note.length > MOST.words)
      return reportPage(c, deps, { values, error: c.get('words').handIn.tooLong(MOST.words), status: 400 });
    const { id: person } = c.get('person')!;
    const report = await ownReport(deps.db, person, idOf(c));
    if (report === null) return c.notFound();
    const added = await deps.audit.during(
      (tx) => addReportNote(tx, person, report.id, note, deps.now()),
      (done) => (done ? reportEntry(c, deps, 'report.note', report) : null),
    );
    if (!added) return reportPage(c, deps, { values, error: say.noteLate, status: 409 });
    return c.redirect(`/reports/${report.id}?added=1`, 303);
  };

const idOf = (c: DeskContext): string => c.req.param('report') ?? '';

interface ReportState {
  readonly values?: Values;
  readonly error?: string; // why a note was not added
  readonly status?: ContentfulStatusCode;
}

async function reportPage(
  c: DeskContext,
  deps: DeskDeps,
  { values = {}, error, status = 200 }: ReportState,
): Promise<Response> {
  const report = await ownReport(deps.db, c.get('person')!.id, idOf(c));
  if (report === null) return c.notFound();
  await deps.audit.record(reportEntry(c, deps, 'report.view', report));
  const words = c.get('words');
  return page(
    c,
    deps,
    { title: words.reports.one, section: 'policy', status, here: `/reports/${report.id}` },
    <ReportView
      words={words}
      clock={c.get('clock')}
      report={report}
      values={values}
      error={error ?? null}
      said={c.req.query('received') === '1' ? 'received' : c.req.query('added') === '1' ? 'added' : null}
    />,
  );
}
