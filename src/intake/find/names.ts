import type { promises } from 'node:dns';
import { hostName } from '../../util/host-name.ts';

/** What is needed of a DNS resolver; it has its own limits of time. */
export type Names = Pick<promises.Resolver, 'resolveMx' | 'resolveSrv' | 'resolve4' | 'resolve6' | 'reverse'>;

const MOST = 20; // records that are looked at, of however many

/** The addresses of a name; none when it has none, or cannot be asked. */
export async function addressesOf(names: Names, name: string): Promise<string[]> {
  const found = await Promise.allSettled([names.resolve4(name), names.resolve6(name)]);
  return found.flatMap((one) => (one.status === 'fulfilled' ? one.value.slice(0, MOST) : []));
}

/** The servers that take a domain's mail, the first first. */
export async function mailServersOf(names: Names, domain: string): Promise<string[]> {
  const found = await names.resolveMx(domain).catch(() => []);
  return found
    .toSorted((a, b) => a.priority - b.priority)
    .slice(0, MOST)
    .flatMap(({ exchange }) => tidy(exchange));
}

/**
 * What the owner of a server calls it, where its customer has a name of their own for it: many domains take their mail under their own name. A
 * name that does not lead back to the same address is not believed.
 */
export async function ownersNamesOf(names: Names, name: string): Promise<string[]> {
  const owners: string[] = [];
  for (const address of (await addressesOf(names, name)).slice(0, 2))
    for (const owner of (await names.reverse(address).catch(() => [])).slice(0, 2).flatMap(tidy))
      if ((await addressesOf(names, owner)).includes(address)) owners.push(owner);
  return owners;
}

/** Where a domain says that its IMAP is (RFC 6186); null: nowhere, or that it has none. */
export async function imapServiceOf(names: Names, domain: string): Promise<{ host: string; port: number } | null> {
  const found = await names.resolveSrv(`_imaps._tcp.${domain}`).catch(() => []);
  const [first] = found.toSorted((a, b) => a.priority - b.priority || b.weight - a.weight);
  const [host] = first === undefined ? [] : tidy(first.name);
  return first === undefined || host === undefined || first.port === 0 ? null : { host, port: first.port };
}

/** As names are compared; a record may hold anything. */
function tidy(name: string): string[] {
  const host = hostName(name);
  return host === null || !host.includes('.') ? [] : [host];
}
