import { type CaseId, type Decision, ELEMENTS } from '../cases/index.ts';
import type { Deed } from './entry.ts';

/** A decision as the log keeps it: what was chosen, never the note, which may quote the mail. */
export function decisionDeed(caseId: CaseId, decision: Decision): Deed {
  const target = `case/${caseId}`;
  switch (decision.kind) {
    case 'approve': {
      const { acts, severity, elements, declaration, ownCause } = decision;
      return {
        action: 'case.approve',
        target,
        details: {
          acts,
          elements: ELEMENTS.map((one) => `${one}:${elements[one]}`),
          declaration,
          ownCause,
          ...(severity === null ? {} : { severity }),
        },
      };
    }
    case 'dismiss':
      return { action: 'case.dismiss', target, details: { reason: decision.reason } };
    case 'hand-over':
      return {
        action: 'case.hand-over',
        target,
        details: { to: decision.to.kind === 'desk' ? 'desk' : `account/${decision.to.id}` },
      };
    case 'reopen':
      return { action: 'case.reopen', target, details: {} };
  }
}
