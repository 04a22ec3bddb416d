import type { CaseDetail } from '../../../cases/index.ts';
import type { Day, Letter, LetterLayout } from '../../../response/index.ts';
import type { Tried } from '../shell/acts/form.tsx';
import type { Clock } from '../shell/clock.ts';
import type { Messages } from '../shell/messages.ts';

/** What the page of a letter shows. */
export interface LetterProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly today: Day;
  readonly detail: CaseDetail;
  readonly letter: Letter;
  readonly layout: LetterLayout; // as far as it may be shown
  readonly cover: (text: string) => string; // of what people wrote beside it
  readonly veiled: 'nothing' | 'hidden' | 'revealed'; // words that would hurt
  readonly open: number; // points of care that are left
  readonly stopped: boolean; // by the wish of a person concerned
  readonly mine: boolean; // whoever looks drafted it
  readonly mayApprove: boolean;
  readonly approvers: readonly { readonly name: string }[]; // others who could
  readonly mayInvite: boolean; // looks after accounts
  readonly done: keyof Messages['letters']['done'] | null;
  readonly error: string | null;
  readonly tried: Tried | null; // a form that came back
}
