import { AUDIT_ACTIONS, type AuditAction, EXPORT_FORMATS, type ExportFormat } from '../../../audit/index.ts';
import { parsePersonId } from '../../../cases/index.ts';
import type { AuditFilter } from '../../../store/index.ts';
import { dayStart } from '../../shared/index.ts';

/** What the address of the audit page asks for; '' does not narrow. */
export interface AuditQuery {
  readonly from: string; // YYYY-MM-DD, included
  readonly to: string; // YYYY-MM-DD, included
  readonly person: string; // id of an account
  readonly action: AuditAction | '';
  readonly target: string;
  readonly below: number | null; // rows older than this one
}

/** What is asked wrongly is as if it had not been asked. */
export function readAuditQuery(query: Readonly<Record<string, string>>): AuditQuery {
  const short = (name: string) => ((query[name] ?? '').length <= 200 ? (query[name] ?? '').trim() : '');
  const day = (name: string) => (/^\d{4}-\d\d-\d\d$/.test(short(name)) ? short(name) : '');
  return {
    from: day('from'),
    to: day('to'),
    person: short('person'),
    action: AUDIT_ACTIONS.find((action) => action === query.action) ?? '',
    target: short('target'),
    below: /^[1-9]\d{0,14}$/.test(query.below ?? '') ? Number(query.below) : null,
  };
}

export const readFormat = (format: string | undefined): ExportFormat =>
  EXPORT_FORMATS.find((known) => known === format) ?? 'csv';

/** The filters as they stand in an address; also what the log says about an export. */
export const narrowingOf = ({ below: _, ...narrowing }: AuditQuery): Record<string, string> =>
  Object.fromEntries(Object.entries(narrowing).filter(([, value]) => value !== ''));

export function auditUrl(ask: AuditQuery): string {
  const query = new URLSearchParams(narrowingOf(ask));
  if (ask.below !== null) query.set('below', String(ask.below));
  return query.size === 0 ? '/audit' : `/audit?${query}`;
}

/** The same for the store. Days are those of `timeZone`. */
export function auditFilterOf({ from, to, person, action, target }: AuditQuery, timeZone: string): AuditFilter {
  const since = dayStart(from, timeZone);
  const before = dayStart(to, timeZone, 1);
  const personId = parsePersonId(person);
  return {
    ...(since === null ? {} : { since }),
    ...(before === null ? {} : { before }),
    ...(personId === null ? {} : { person: personId }),
    ...(action === '' ? {} : { action }),
    ...(target === '' ? {} : { target }),
  };
}
