import type { Person } from '../../../actions/sign-in/index.ts';
import type { CaseId } from '../../../cases/index.ts';
import type { Day } from '../../../response/index.ts';
import type { Tried } from '../shell/acts/form.tsx';
import type { Clock } from '../shell/clock.ts';
import type { Values } from '../shell/form-values.ts';
import type { Messages } from '../shell/messages.ts';
import type { CaseMeasures } from './query.ts';

/** What the page of a case's measures shows. */
export interface MeasuresProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly id: CaseId;
  readonly found: CaseMeasures;
  readonly person: Pick<Person, 'id' | 'roles'>; // who looks
  readonly mayDecide: boolean; // as a second person
  readonly mayInvite: boolean; // looks after accounts
  readonly today: Day;
  readonly tried: Tried | null;
  readonly values: Values; // of a proposal that came back
  readonly error: string | null;
  readonly saved: boolean;
}
