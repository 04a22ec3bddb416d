import { eq } from 'drizzle-orm';
import { mayWith, type PersonId, type Waiting } from '../../cases/index.ts';
import type { Db } from '../engine/db.ts';
import { user } from '../schema/auth.ts';

/** What a case's row says of it. */
export interface WaitingRow {
  readonly assignee: PersonId | null;
  readonly withConsultation: boolean;
  readonly confidential: boolean;
}
type Values = Pick<WaitingRow, 'assignee' | 'withConsultation'>;

/** For whom an open case waits. */
export function waitingOf({ assignee, withConsultation }: WaitingRow): Waiting {
  if (assignee !== null) return { kind: 'person', id: assignee };
  return { kind: withConsultation ? 'desk' : 'anyone' };
}

/** Has a case wait for whom it waited before; for anyone when they no longer decide it. */
export async function waitAgainFor(tx: Db, { confidential }: WaitingRow, from: Waiting): Promise<Values> {
  const usual = { assignee: null, withConsultation: confidential };
  switch (from.kind) {
    case 'anyone':
      return usual;
    case 'desk':
      return { assignee: null, withConsultation: true };
    case 'person': {
      const [found] = await tx
        .select({ roles: user.roles, deactivatedAt: user.deactivatedAt })
        .from(user)
        .where(eq(user.id, from.id));
      const decides =
        found !== undefined &&
        found.deactivatedAt === null &&
        mayWith(found.roles, 'cases.decide') &&
        (!confidential || found.roles.includes('desk'));
      return decides ? { assignee: from.id, withConsultation: false } : usual;
    }
  }
}
