import { isSafeAddress } from '../../util/safe-address.ts';
import type { ActionDeps } from '../deps.ts';
import { course } from '../kernel/act.ts';
import { choice, line, secret } from '../kernel/ask.ts';
import { wrongFields } from '../refusal.ts';
import { asksMailbox, type ConnectDeps, type Connected, tryAndKeep } from './connect.ts';
import type { SignInApp } from './outside.ts';
import { mailboxValue } from './value.ts';

export const PROVIDERS = ['microsoft', 'google', 'custom'] as const;

/**
 * Leads to the page at which a person signs in for a mailbox. Nothing is kept here but by whoever asks, sealed.
 *
 * @throws Refusal `wrong-fields`
 */
export const goToSignIn = course({
  path: '/mailboxes/sign-in',
  right: 'settings.manage',
  ask: {
    ...asksMailbox,
    provider: choice(PROVIDERS),
    tenant: line(200, 'maybe'),
    clientId: line(200),
    secret: secret(1000), // of the app
    authorizeUrl: line(500, 'maybe'),
    tokenUrl: line(500, 'maybe'),
    scope: line(500, 'maybe'),
  },
  async run(
    { mailboxes }: Pick<ActionDeps, 'mailboxes'>,
    { provider, tenant, clientId, secret: clientSecret, authorizeUrl, tokenUrl, scope, ...mailbox },
    { person, by },
  ): Promise<{ readonly url: string; readonly kept: string }> {
    const app: SignInApp = { provider, tenant, clientId, clientSecret, authorizeUrl, tokenUrl, scope };
    const wrong = wrongIn(app);
    if (wrong.length > 0) throw wrongFields(Object.fromEntries(wrong.map((name) => [name, 'wrong'])));
    return mailboxes.beginSignIn({ app, mailbox }, person ?? by);
  },
});

function wrongIn({ provider, tenant, authorizeUrl, tokenUrl }: SignInApp): string[] {
  switch (provider) {
    case 'google':
      return [];
    case 'microsoft':
      return /^[A-Za-z0-9.-]{1,200}$/.test(tenant) ? [] : ['tenant'];
    case 'custom':
      return Object.entries({ authorizeUrl, tokenUrl }).flatMap(([name, url]) => (isSafeAddress(url) ? [] : [name]));
  }
}

/** What came of a sign-in. */
export interface SignedIn extends Connected {
  readonly signedIn: string | null; // as the provider says
  readonly reads: string; // the user whose mailbox it is
}

/**
 * Takes what somebody came back with, tries the mailbox by it, and keeps it when that goes well.
 *
 * @throws Refusal `wrong-fields` where it is none of theirs
 */
export const finishSignIn = course({
  path: '/mailboxes/sign-in/back',
  right: 'settings.manage',
  ask: { state: line(200), code: line(2000), kept: secret(5000) },
  async run(deps: ConnectDeps, back, doer): Promise<SignedIn> {
    const end = await deps.mailboxes.endSignIn(back, doer.person ?? doer.by);
    if (end.kind === 'unknown') throw wrongFields({ state: 'wrong' });
    const { app, mailbox } = end.wanted;
    if (end.kind === 'trouble') {
      const attempt = { reached: null, signedInMs: null, folder: null, folders: [], sentFolder: null };
      return {
        name: mailbox.name,
        attempt: { ...attempt, trouble: end.sentence },
        signedIn: null,
        reads: mailbox.user,
      };
    }
    const { refreshToken, signedIn } = end;
    const secrets = { refreshToken, ...(app.clientSecret !== '' && { clientSecret: app.clientSecret }) };
    const wanted = { name: mailbox.name, address: mailbox.address, secrets };
    const came = await tryAndKeep(deps, doer, wanted, (before) => mailboxValue(mailbox, signInFor(app), before));
    return { ...came, signedIn, reads: mailbox.user };
  },
});

/** The app as komainu.yaml would have it. */
function signInFor({ provider, tenant, clientId, tokenUrl, scope }: SignInApp): object {
  const how = { grant: 'refresh-token', clientId };
  switch (provider) {
    case 'microsoft':
      return { provider, ...how, tenant };
    case 'google':
      return { provider, ...how };
    case 'custom':
      return { provider, ...how, tokenUrl, ...(scope !== '' && { scope }) };
  }
}
