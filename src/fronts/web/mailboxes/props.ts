import type { FoundMailbox, MailboxAttempt, Purpose, SettingSeen } from '../../../actions/index.ts';
import type { Day } from '../../../response/index.ts';
import type { Tried } from '../shell/acts/form.tsx';
import type { Clock } from '../shell/clock.ts';
import type { Messages } from '../shell/messages.ts';

/** What a page that sets up a mailbox knows, whichever step it shows. */
export interface SetUp {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly today: Day;
  readonly tried: Tried | null;
  readonly redirect: string; // to be registered with a provider
  readonly hasRoom: boolean; // the configuration can be changed here: not in the sample
}

/** What is known of a mailbox while it is connected. */
export interface Draft {
  readonly name: string; // '': a new one
  readonly purpose: Purpose;
  readonly address: string;
  readonly found: FoundMailbox | null;
  readonly isLooked: boolean; // it was looked for
  readonly there: SettingSeen | null;
}

/** What came of trying it. */
export interface Came {
  readonly attempt: MailboxAttempt;
  readonly signedIn: { readonly who: string; readonly reads: string } | null;
}
