import type { CaseMail, CaseMessage, Forwarded } from '../cases/index.ts';
import type { Db } from '../store/index.ts';
import type { Lab } from '../tuning/index.ts';
import type { AuditLog } from './audit-log.ts';
import type { MailboxesOutside } from './mailboxes/outside.ts';
import type { Accounts } from './sign-in/index.ts';
import type { SiteSettings } from './site-settings/settings.ts';

/** What actions stand on; each names what it needs. */
export interface ActionDeps {
  readonly db: Db;
  readonly audit: AuditLog;
  readonly accounts: Pick<Accounts, 'invite' | 'inviteAgain' | 'reset'>;
  readonly now: () => Date;
  /** Reads a mail of a case that was not read yet, once. Null when it cannot be read, is too large for here, or no longer kept. */
  readonly read: (item: CaseMail) => Promise<CaseMessage | null>;
  /** Takes a mail to the consultation address apart, away from this thread. Null when it cannot be. */
  readonly forwarded: (mail: Uint8Array, receivedAt: Date) => Promise<Forwarded | null>;
  /** Tells the workers that a mail waits; what is lost here they find by themselves. */
  readonly wake: () => void;
  /** Makes jobs for mails that wait. Rejects never: what fails here the sweep makes good. */
  readonly refill: () => Promise<void>;
  /** What is asked of the world outside before a mailbox is set up. */
  readonly mailboxes: MailboxesOutside;
  /** What lies in the mailboxes from earlier days. */
  readonly past: { readonly sources: readonly string[] }; // mailboxes whose earlier mails can be read
  /** What the company has set up. */
  readonly settings: SiteSettings;
  /** The dictionaries, as somebody changes them. */
  readonly lab: Lab;
}
