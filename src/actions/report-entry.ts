import type { AuditAction, AuditActor, AuditEntry, Details } from '../audit/index.ts';

/** What was done to a report. The log of a confidential one names nobody: whoever reads it may be the one not to know. */
export const reportEntry = (
  by: AuditActor,
  action: AuditAction & `report.${string}`,
  { id, confidential }: { readonly id: string; readonly confidential: boolean },
  details: Details = {},
): AuditEntry => ({
  ...(confidential ? { at: by.at, person: null, name: '', address: null } : by),
  action,
  target: `report/${id}`,
  details: confidential ? {} : details,
});
