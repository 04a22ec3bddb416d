import type { RecordedDecision } from '../../cases/index.ts';
import type { Share } from './recipients.ts';

/** Decisions as far as a recipient is told of them, oldest first. */
export function decisionsFor(
  decisions: readonly RecordedDecision[],
  { decisions: detail, staffNames }: Pick<Share, 'decisions' | 'staffNames'>,
): object[] {
  switch (detail) {
    case 'whole':
      return decisions.map(({ decision, by, at }) => ({ ...withoutIds(decision), at, by }));
    case 'finding':
      return decisions.flatMap(({ decision, by, at }) => {
        const found = findingOf(decision);
        return found === null ? [] : [{ ...found, at, ...(staffNames ? { by } : {}) }];
      });
    case 'outcome': {
      const standing = decisions.findLast(({ decision: { kind } }) => kind === 'approve');
      if (standing?.decision.kind !== 'approve') return [];
      const { kind, acts, declaration } = standing.decision;
      return [{ kind, at: standing.at, acts, declaration }];
    }
  }
}

/** What was found, without notes, and without whom it was handed to meanwhile. */
function findingOf(decision: RecordedDecision['decision']): object | null {
  switch (decision.kind) {
    case 'approve': {
      const { kind, acts, severity, elements, declaration, affected, harms } = decision;
      return { kind, acts, severity, elements, declaration, affected, harms };
    }
    case 'dismiss':
    case 'reopen':
      return { kind: decision.kind };
    case 'hand-over':
      return null;
  }
}

/** Ids of accounts mean nothing outside. */
function withoutIds(decision: RecordedDecision['decision']): object {
  if (decision.kind !== 'hand-over') return decision;
  const { kind, to, note } = decision;
  return { kind, note, to: to.kind === 'person' ? to.name : 'desk' };
}
