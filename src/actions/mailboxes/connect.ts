import type { SiteKey, SiteSecrets } from '../../config/index.ts';
import type { MailboxAttempt } from '../../intake/index.ts';
import { oneAtATime } from '../../util/one-at-a-time.ts';
import { auditActorOf } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { type ActDeps, course, type Doer, perform } from '../kernel/act.ts';
import { email, line, secret, usualChoice } from '../kernel/ask.ts';
import { Refusal, wrongFields } from '../refusal.ts';
import { requireOpen, saveSetting } from '../site-settings/save.ts';
import { goesElsewhere } from '../site-settings/value.ts';
import { mailboxIn, mailboxValue, nameFor, PURPOSES, SIGN_IN_WAYS, type SignInWay } from './value.ts';

export type ConnectDeps = ActDeps & Pick<ActionDeps, 'audit' | 'settings' | 'mailboxes'>;

/** What came of trying a mailbox. */
export interface Connected {
  readonly name: string; // '': not saved
  readonly attempt: MailboxAttempt;
}

/** What is asked of every mailbox, however it is signed in to. */
export const asksMailbox = {
  name: line(40, 'maybe'), // of one that is there; '': a new one
  purpose: usualChoice('in', PURPOSES),
  address: email(),
  host: line(255),
  port: line(5, 'maybe'),
  security: usualChoice('tls', ['tls', 'starttls', 'none']),
  user: line(255),
  folder: line(300, 'maybe'),
};

const inTurn = oneAtATime<string>();

/**
 * Tries a mailbox, and keeps it when that goes well: a new one waits until somebody begins it. What fails is not kept, its secret neither.
 *
 * @throws Refusal `wrong-fields`, `set-in-file`, `not-there` when there is none of the name
 */
export const connectMailbox = course({
  path: '/mailboxes/connect',
  right: 'settings.manage',
  ask: {
    ...asksMailbox,
    signIn: usualChoice('password', SIGN_IN_WAYS),
    tenant: line(200, 'maybe'),
    clientId: line(200, 'maybe'),
    secret: secret(5000), // password, client secret or key; '': the one that is kept
  },
  async run(deps: ConnectDeps, { name, signIn: way, tenant, clientId, secret, ...written }, doer): Promise<Connected> {
    const signIn = signInOf(way, tenant, clientId);
    return tryAndKeep(
      deps,
      doer,
      { name, address: written.address, secrets: secret === '' ? {} : { [SECRETS[way]]: secret } },
      (before) => mailboxValue(written, signIn, before),
    );
  },
});

const SECRETS = {
  password: 'password',
  'microsoft-app': 'clientSecret',
  'google-app': 'serviceAccountKey',
} as const satisfies Record<SignInWay, string>;

function signInOf(way: SignInWay, tenant: string, clientId: string): object | null {
  switch (way) {
    case 'password':
      return null;
    case 'microsoft-app':
      return { provider: 'microsoft', grant: 'client-credentials', tenant, clientId };
    case 'google-app':
      return { provider: 'google', grant: 'service-account' };
  }
}

interface Wanted {
  readonly name: string; // '': a new one
  readonly address: string;
  readonly secrets: SiteSecrets;
}

/** One after the other for each person: whoever tries passwords in a mailbox does not do it many at a time. */
export async function tryAndKeep(
  deps: ConnectDeps,
  { actor, at, person, by }: Doer,
  { name: named, address, secrets: given }: Wanted,
  valueFrom: (before: object) => Readonly<Record<string, unknown>>,
): Promise<Connected> {
  const { audit, settings, mailboxes } = deps;
  const all = await settings.list();
  const sources = all.filter(({ section }) => section === 'source');
  const there = sources.find((one) => one.name === named) ?? null;
  if (named !== '' && there === null) throw new Refusal({ code: 'not-there' });
  const name =
    named === ''
      ? nameFor(
          address,
          sources.map((one) => one.name),
        )
      : named;
  const key: SiteKey = { section: 'source', name };
  requireOpen(settings, key);
  const value = valueFrom((there?.value ?? {}) as object);
  const mailbox = mailboxIn(settings, key, value, there?.value);
  const kept = there === null || goesElsewhere(value, there.value) ? {} : keptSecrets(deps, name);
  const secrets = { ...kept, ...given };
  if (Object.keys(secrets).length === 0) throw wrongFields({ secret: 'missing' });
  const { refreshToken, ...attempt } = await inTurn(person ?? by, () =>
    mailboxes.attempt(mailbox, secrets, Object.keys(given).length > 0),
  );
  await audit.record({
    ...auditActorOf(actor, at),
    action: 'mailbox.try',
    target: `setting/source/${name}`,
    details: { well: attempt.trouble === null },
  });
  if (attempt.trouble !== null) return { name: named, attempt };
  const version = there?.state === 'out' ? 0 : (there?.version ?? 0);
  const newest = refreshToken === null ? given : { ...given, refreshToken };
  await perform(saveSetting, deps, actor, { ...key, value, secrets: newest, version, begin: there?.state === 'on' });
  return { name, attempt };
}

/** What is in force for a mailbox that is there: of the store, or of the environment. */
export function keptSecrets({ settings }: Pick<ConnectDeps, 'settings'>, name: string): SiteSecrets {
  const { passwords, signIns } = settings.current().secrets;
  const secrets = { password: passwords.get(name), ...signIns.get(name) };
  return Object.fromEntries(Object.entries(secrets).filter(([, one]) => one)) as SiteSecrets;
}

/** Tries one that is there, as it stands. @throws Refusal `not-there` */
export const tryMailbox = course({
  path: '/mailboxes/try',
  right: 'settings.manage',
  ask: { name: line(40) },
  async run(deps: ConnectDeps, { name }, { actor, at, person, by }): Promise<Connected> {
    const { audit, settings, mailboxes } = deps;
    const there = (await settings.list()).find((one) => one.section === 'source' && one.name === name);
    if (there === undefined || there.state === 'out') throw new Refusal({ code: 'not-there' });
    const mailbox = mailboxIn(settings, { section: 'source', name }, there.value as object, there.value);
    const attempt = await inTurn(person ?? by, () => mailboxes.attempt(mailbox, keptSecrets(deps, name), false));
    await audit.record({
      ...auditActorOf(actor, at),
      action: 'mailbox.try',
      target: `setting/source/${name}`,
      details: { well: attempt.trouble === null },
    });
    return { name, attempt };
  },
});
