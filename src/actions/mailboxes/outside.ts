import type { ImapSourceConfig, SiteSecrets } from '../../config/index.ts';
import type { FoundMailbox, MailboxAttempt } from '../../intake/index.ts';
import type { Purpose } from './value.ts';

/** By whom somebody signs in for a mailbox, and as which app. */
export interface SignInApp {
  readonly provider: 'microsoft' | 'google' | 'custom';
  readonly tenant: string; // of Microsoft
  readonly authorizeUrl: string; // these three of any other
  readonly tokenUrl: string;
  readonly scope: string;
  readonly clientId: string;
  readonly clientSecret: string; // '': it has none
}

/** What is to become of a sign-in. */
export interface SignInWanted {
  readonly app: SignInApp;
  readonly mailbox: {
    readonly name: string; // '': a new one
    readonly purpose: Purpose;
    readonly address: string;
    readonly host: string;
    readonly port: string;
    readonly security: 'tls' | 'starttls' | 'none';
    readonly user: string;
    readonly folder: string;
  };
}

/** Who came back, and with what. */
export type SignInEnd =
  | {
      readonly kind: 'in';
      readonly wanted: SignInWanted;
      readonly refreshToken: string;
      readonly signedIn: string | null;
    }
  | { readonly kind: 'trouble'; readonly wanted: SignInWanted; readonly sentence: string }
  | { readonly kind: 'unknown' }; // of another person, too old, or made up

/** What is asked of the world outside before a mailbox is set up. */
export interface MailboxesOutside {
  /** Where the mailbox of an address is; null: nothing tells. */
  readonly find: (address: string) => Promise<FoundMailbox | null>;
  /**
   * Signs in and looks, once; rejects never.
   *
   * @param fresh the secrets are not those that are kept. `refreshToken` is then the newest of it, where the provider changed it.
   */
  readonly attempt: (
    mailbox: ImapSourceConfig,
    secrets: SiteSecrets,
    fresh: boolean,
  ) => Promise<MailboxAttempt & { readonly refreshToken: string | null }>;
  /** The address to register with the provider, as it compares it. */
  readonly redirect: string;
  /** The provider's page, and what is known of the sign-in until somebody comes back: sealed, and of this person alone. */
  readonly beginSignIn: (
    wanted: SignInWanted,
    person: string,
  ) => Promise<{ readonly url: string; readonly kept: string }>;
  readonly endSignIn: (
    back: { readonly kept: string; readonly state: string; readonly code: string },
    person: string,
  ) => Promise<SignInEnd>;
}
