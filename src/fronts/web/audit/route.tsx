import type { Handler } from 'hono';
import { exportLine, exportStart } from '../../../audit/index.ts';
import { auditRows, listAccounts, newestAudit } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { entryOf } from '../shell/actor.ts';
import { page, type WebEnv } from '../shell/page.tsx';
import { auditFilterOf, narrowingOf, readAuditQuery, readFormat } from './query.ts';
import { AuditView } from './view.tsx';

const PAGE_SIZE = 100;

/** What was done, newest first. Looking at it is written down too. */
export const showAudit =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const { db, company } = deps;
    const ask = readAuditQuery(c.req.query());
    await deps.audit.record(entryOf(c, deps, 'audit.view', '', narrowingOf(ask)));
    const filter = auditFilterOf(ask, company.timeZone);
    const rows = await newestAudit(db, filter, { below: ask.below, limit: PAGE_SIZE + 1 });
    const messages = c.get('messages');
    return page(
      c,
      deps,
      { title: messages.audit.title, section: 'audit' },
      <AuditView
        messages={messages}
        clock={c.get('clock')}
        ask={ask}
        rows={rows.slice(0, PAGE_SIZE)}
        more={rows.length > PAGE_SIZE}
        people={await listAccounts(db, deps.now())}
      />,
    );
  };

/** The same as a file, oldest first, as long as it may be. */
export const exportAudit =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const ask = readAuditQuery(c.req.query());
    const format = readFormat(c.req.query('format'));
    await deps.audit.record(entryOf(c, deps, 'audit.export', '', { format, ...narrowingOf(ask) }));
    const filter = auditFilterOf(ask, deps.company.timeZone);
    async function* lines(): AsyncGenerator<Uint8Array> {
      const encoder = new TextEncoder();
      yield encoder.encode(exportStart(format));
      for await (const row of auditRows(deps.db, filter)) yield encoder.encode(exportLine(row, format));
    }
    return c.body(ReadableStream.from(lines()), 200, {
      'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/jsonl',
      'content-disposition': `attachment; filename="komainu-audit.${format === 'csv' ? 'csv' : 'jsonl'}"`,
    });
  };
