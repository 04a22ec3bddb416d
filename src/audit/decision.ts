import { type Decision, ELEMENTS } from '../cases/index.ts';
import type { Details } from './entry.ts';

/** A decision as the log keeps it: what was chosen, never the note, which may quote the mail. */
export function decisionDetails(decision: Decision): Details {
  switch (decision.kind) {
    case 'approve': {
      const { acts, severity, elements, declaration, ownCause } = decision;
      const states = ELEMENTS.map((one) => `${one}:${elements[one]}`);
      return { acts, elements: states, declaration, ownCause, ...(severity === null ? {} : { severity }) };
    }
    case 'dismiss':
      return { reason: decision.reason };
    case 'hand-over':
      return { to: decision.to.kind === 'desk' ? 'desk' : `account/${decision.to.id}` };
    case 'reopen':
      return {};
  }
}
