/** How the user name of a mailbox is made; `own`: the host gives it, and only its own papers say which. */
export type UserForm = 'address' | 'local-part' | 'own';

/** By which way a mailbox was found: its host by name, the records of its domain, or what the domain says for mail programs. */
export type FoundBy = 'host' | 'srv' | 'autoconfig';

/** Where a mailbox is, as far as its address tells. */
export interface FoundMailbox {
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls';
  readonly user: string | null; // null: the host gives it
  readonly signIn: 'password' | 'microsoft' | 'google';
  readonly by: FoundBy;
}

/**
 * The user name for an address.
 *
 * @example
 * userOf('local-part', 'info@example.co.jp') // → 'info'
 */
export function userOf(form: UserForm, address: string): string | null {
  switch (form) {
    case 'address':
      return address;
    case 'local-part':
      return address.slice(0, address.lastIndexOf('@'));
    case 'own':
      return null;
  }
}
