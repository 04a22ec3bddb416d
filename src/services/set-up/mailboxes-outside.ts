import { z } from 'zod';
import type { MailboxesOutside, SignInApp, SignInWanted } from '../../actions/index.ts';
import type { Config, ImapSourceConfig, Keys, SignInConfig, SiteSecrets } from '../../config/index.ts';
import {
  attemptMailbox,
  beginCode,
  type CodeProvider,
  codeProvider,
  createSignIns,
  endCode,
  explainTokenTrouble,
  type FindOptions,
  findMailbox,
  type TokenPlace,
  TokenTroubleError,
} from '../../intake/index.ts';
import type { Store } from '../../store/index.ts';
import { type Logger, logFor } from '../../util/log.ts';
import type { LiveSettings } from './live.ts';
import { keptTokens } from './sign-ins.ts';

export interface MailboxesOutsideDeps {
  readonly config: Pick<Config, 'dataPath'>;
  readonly keys: Pick<Keys, 'seal' | 'unseal'>;
  readonly settings: Pick<LiveSettings, 'current'>;
  readonly store: Pick<Store, 'db'>;
  readonly baseUrl: string;
  readonly now: () => Date;
  readonly log: Logger;
  readonly find?: FindOptions;
}

const WITHIN_MS = 10 * 60_000; // from going to the provider to coming back
const SEALED_FOR = 'mailbox-sign-in';

const Kept = z.object({
  state: z.string(),
  verifier: z.string(),
  person: z.string(),
  until: z.number(), // milliseconds since 1970
  wanted: z.custom<SignInWanted>((value) => typeof value === 'object' && value !== null),
});

/** What is asked of mail servers, DNS and providers before a mailbox is set up. */
export function openMailboxesOutside(deps: MailboxesOutsideDeps): MailboxesOutside {
  const { config, keys, settings, store, baseUrl, now, find } = deps;
  const log = logFor(deps.log, 'web');
  const keptAt = keptTokens({ settings, keys, db: store.db });
  const redirect = new URL('/mailboxes', baseUrl).href;

  async function attempt(mailbox: ImapSourceConfig, given: SiteSecrets, fresh: boolean) {
    const place = fresh ? inMemory() : null;
    const signIns = createSignIns(config, secretsOf(mailbox.name, given), log, place === null ? keptAt : () => place);
    const came = await attemptMailbox(mailbox, signIns(mailbox));
    return { ...came, refreshToken: place?.newest() ?? null };
  }

  return {
    find: (address) => findMailbox(address, find),
    attempt,
    redirect,
    async beginSignIn(wanted, person) {
      const { url, state, verifier } = await beginCode(providerOf(wanted.app), clientOf(wanted.app, redirect));
      const kept = { state, verifier, person, until: now().getTime() + WITHIN_MS, wanted };
      return { url, kept: Buffer.from(keys.seal(JSON.stringify(kept), SEALED_FOR)).toString('base64url') };
    },
    async endSignIn({ kept: sealed, state, code }, person) {
      const opened = keys.unseal(Buffer.from(sealed, 'base64url'), SEALED_FOR);
      const kept = opened === null ? null : Kept.parse(JSON.parse(opened));
      if (kept === null || kept.state !== state || kept.person !== person || kept.until < now().getTime())
        return { kind: 'unknown' };
      const { wanted, verifier } = kept;
      try {
        const got = await endCode(providerOf(wanted.app), clientOf(wanted.app, redirect), { verifier }, code);
        return { kind: 'in', wanted, ...got };
      } catch (error) {
        if (!(error instanceof TokenTroubleError)) throw error;
        const { sentence } = explainTokenTrouble(error, wanted.mailbox.name || 'new', signInOf(wanted.app));
        return { kind: 'trouble', wanted, sentence };
      }
    },
  };
}

const secretsOf = (name: string, { password, ...tokens }: SiteSecrets) => ({
  passwords: new Map(password === undefined ? [] : [[name, password]]),
  signIns: new Map([
    [
      name,
      {
        clientSecret: tokens.clientSecret ?? null,
        refreshToken: tokens.refreshToken ?? null,
        serviceAccountKey: tokens.serviceAccountKey ?? null,
      },
    ],
  ]),
});

/** Tokens of a mailbox that is not kept yet: what the provider changes meanwhile goes with it. */
function inMemory(): TokenPlace & { newest(): string | null } {
  let text = '';
  return {
    read: async () => text,
    async write(written) {
      text = written;
    },
    newest: () => (text === '' ? null : ((JSON.parse(text) as { readonly token?: string }).token ?? null)),
  };
}

function providerOf(app: SignInApp): CodeProvider {
  switch (app.provider) {
    case 'microsoft':
      return codeProvider({ provider: 'microsoft', tenant: app.tenant });
    case 'google':
      return codeProvider({ provider: 'google' });
    case 'custom':
      return {
        authorizeUrl: app.authorizeUrl,
        tokenUrl: app.tokenUrl,
        scope: app.scope,
        parameters: { prompt: 'select_account' },
      };
  }
}

const clientOf = ({ clientId, clientSecret }: SignInApp, redirect: string) => ({
  ...{ id: clientId, secret: clientSecret === '' ? null : clientSecret, redirect },
});

/** For the sentences of what goes wrong. */
function signInOf({ provider, tenant, clientId, tokenUrl }: SignInApp): SignInConfig {
  switch (provider) {
    case 'microsoft':
      return { provider, grant: 'refresh-token', tenant, clientId };
    case 'google':
      return { provider, grant: 'refresh-token', clientId };
    case 'custom':
      return { provider, grant: 'refresh-token', clientId, tokenUrl };
  }
}
