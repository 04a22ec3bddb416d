import { promises as dns } from 'node:dns';
import { setTimeout as pause } from 'node:timers/promises';
import { hostName } from '../../util/host-name.ts';
import { autoconfigAddresses, readAutoconfig } from './autoconfig.ts';
import { type FoundMailbox, userOf } from './found.ts';
import { hostOf } from './hosts.ts';
import { addressesOf, imapServiceOf, mailServersOf, type Names, ownersNamesOf } from './names.ts';
import { isPublic } from './public-address.ts';
import { publicText } from './public-text.ts';

export interface FindOptions {
  readonly names?: Names;
  /** What lies at an address, or null. */
  readonly read?: (url: string, signal: AbortSignal) => Promise<string | null>;
  readonly isAllowed?: (address: string) => boolean; // where a server that the domain names may be
}

const EACH_WITHIN_MS = 5_000;

/**
 * Finds where the mailbox of an address is: by the host that takes its mail, the domain's records, or what the domain tells mail programs. Only
 * DNS and the domain itself are asked, each for 5 s at most; what they answer is believed as far as it names a server of the outside world.
 *
 * @returns null when nothing tells
 */
export async function findMailbox(address: string, options: FindOptions = {}): Promise<FoundMailbox | null> {
  const { names = resolver(), isAllowed = isPublic } = options;
  const domain = hostName(address.slice(address.lastIndexOf('@') + 1));
  if (domain === null || !domain.includes('.')) return null;
  const read = options.read ?? ((url, signal) => publicText(url, { names, signal }));

  async function byHost(): Promise<FoundMailbox | null> {
    const servers = await mailServersOf(names, domain!);
    const known = servers.map(hostOf).find((one) => one !== null) ?? (await byOwner(servers));
    if (known === null) return null;
    const { host, user, signIn = 'password' } = known;
    return { host, port: 993, security: 'tls', user: userOf(user, address), signIn, by: 'host' };
  }

  async function byOwner(servers: readonly string[]) {
    const own = servers.filter((one) => one === domain || one.endsWith(`.${domain}`));
    for (const server of own.slice(0, 2))
      for (const owner of await ownersNamesOf(names, server)) {
        const known = hostOf(owner);
        if (known !== null) return known;
      }
    return null;
  }

  async function byRecord(): Promise<FoundMailbox | null> {
    const service = await imapServiceOf(names, domain!);
    if (service === null || !(await isOutside(service.host))) return null;
    return { ...service, security: 'tls', user: address, signIn: 'password', by: 'srv' };
  }

  async function byAutoconfig(): Promise<FoundMailbox | null> {
    const until = AbortSignal.timeout(EACH_WITHIN_MS);
    const texts = await Promise.all(autoconfigAddresses(domain!).map((url) => read(url, until).catch(() => null)));
    for (const text of texts) {
      const said = text === null ? null : readAutoconfig(text, domain!);
      if (said === null || !(await isOutside(said.host))) continue;
      const { host, port, security, user } = said;
      return { host, port, security, user: userOf(user, address), signIn: signInAt(host), by: 'autoconfig' };
    }
    return null;
  }

  const isOutside = async (host: string): Promise<boolean> => {
    const addresses = await addressesOf(names, host);
    return addresses.length > 0 && addresses.every(isAllowed);
  };

  for (const way of [byHost, byRecord, byAutoconfig]) {
    const found = await Promise.race([way(), pause(EACH_WITHIN_MS, null, { ref: false })]);
    if (found !== null) return found;
  }
  return null;
}

const resolver = (): Names => new dns.Resolver({ timeout: EACH_WITHIN_MS / 2, tries: 2 });

/** Two take no passwords of the usual kind, whoever names them. */
function signInAt(host: string): FoundMailbox['signIn'] {
  if (/(^|\.)(office365|outlook)\.com$/.test(host)) return 'microsoft';
  return /(^|\.)(gmail|googlemail|google)\.com$/.test(host) ? 'google' : 'password';
}
