import { type ImapSourceConfig, readSite, type SiteKey } from '../../config/index.ts';
import { Refusal } from '../refusal.ts';
import type { SiteSettings } from '../site-settings/settings.ts';
import { wrongIn } from '../site-settings/value.ts';

/** What is read there: mails to the company, what it sent, what employees forward to ask about, or objections. */
export const PURPOSES = ['in', 'sent', 'consult', 'objections'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** How it is signed in without a person: with the password, or as an app of its own. */
export const SIGN_IN_WAYS = ['password', 'microsoft-app', 'google-app'] as const;
export type SignInWay = (typeof SIGN_IN_WAYS)[number];

export interface WrittenMailbox {
  readonly purpose: Purpose;
  readonly address: string;
  readonly host: string;
  readonly port: string; // '': the usual one
  readonly security: 'tls' | 'starttls' | 'none';
  readonly user: string;
  readonly folder: string; // '': INBOX
}

/**
 * A mailbox as komainu.yaml would have it.
 *
 * @param before what stands there, whose other keys stay
 */
export function mailboxValue(
  written: WrittenMailbox,
  signIn: object | null,
  before: object,
): Readonly<Record<string, unknown>> {
  const { purpose, address, host, port, security, user, folder } = written;
  const { signIn: _, direction: __, ...kept } = before as Record<string, unknown>;
  return {
    ...kept,
    kind: purpose === 'consult' ? 'consult' : 'imap',
    host,
    ...(port === '' ? { port: undefined } : { port: Number(port) }),
    security,
    user,
    folder: folder === '' ? 'INBOX' : folder,
    ...(purpose === 'consult' ? { addresses: [address] } : { direction: purpose }),
    ...(signIn !== null && { signIn }),
  };
}

/** The mailbox to be tried, whatever is read there. @throws Refusal `wrong-fields` by the fields of the form */
export function mailboxIn(settings: SiteSettings, key: SiteKey, value: object, before: unknown): ImapSourceConfig {
  const problems = Object.entries(wrongIn(key, value, before, settings.current()));
  if (problems.length > 0)
    throw new Refusal({
      code: 'wrong-fields',
      fields: Object.fromEntries(problems.map(([path, problem]) => [FIELDS[path] ?? path, problem])),
    });
  const read = readSite(key, value) as { readonly value: ImapSourceConfig };
  const { host, port, security, ca, user, signIn, folder } = read.value;
  return {
    ...{
      name: key.name,
      kind: 'imap',
      host,
      port: port ?? (security === 'tls' ? 993 : 143),
      security,
      ca,
      user,
      signIn,
    },
    ...{ folder, folders: null, direction: 'in', unopened: 'fold', backfill: null, mark: null },
  };
}

/** Fields of the form by the path of the key that they become. */
const FIELDS: Readonly<Record<string, string>> = {
  'signIn.tenant': 'tenant',
  'signIn.clientId': 'clientId',
  'signIn.tokenUrl': 'tokenUrl',
  addresses: 'address',
  'addresses.0': 'address',
};

/**
 * A name for a mailbox that has none yet, out of its address.
 *
 * @example
 * nameFor('Support@example.co.jp', ['support']) // → 'support-2'
 */
export function nameFor(address: string, taken: readonly string[]): string {
  const local = address
    .split('@', 1)[0]!
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const base = local.slice(0, 36) || 'mailbox';
  const free = (name: string) => !taken.includes(name);
  if (free(base)) return base;
  for (let n = 2; ; n++) if (free(`${base}-${n}`)) return `${base}-${n}`;
}
