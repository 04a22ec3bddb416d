import { domainToASCII } from 'node:url';

/** What is wrong with a domain or address that shall stand for a counterparty. */
export type SenderProblem =
  | 'shape' // neither a domain nor an address
  | 'shared'; // a domain at which everybody may have an address

export type ReadSender =
  | { readonly kind: 'domain' | 'address'; readonly sender: string }
  | { readonly problem: SenderProblem };

const LONGEST = 254; // RFC 5321, of an address
const LABEL = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';
const DOMAIN = new RegExp(`^(${LABEL}\\.)+${LABEL}$`);
const LOCAL = /^[^\s@<>"(),:;]{1,64}$/;

/**
 * A domain or an address, as mails name their senders. A domain where everybody may have an address is nobody's: it is refused, and
 * only whole addresses at it are taken.
 *
 * @example
 * readSender('@Example.CO.JP', ['gmail.com']) // → { kind: 'domain', sender: 'example.co.jp' }
 * readSender('gmail.com', ['gmail.com']) // → { problem: 'shared' }
 * readSender('taro@gmail.com', ['gmail.com']) // → { kind: 'address', sender: 'taro@gmail.com' }
 */
export function readSender(written: string, sharedDomains: readonly string[]): ReadSender {
  const text = written.normalize('NFKC').trim().toLowerCase();
  const at = text.lastIndexOf('@');
  const [local, domain] = [text.slice(0, Math.max(at, 0)), domainOf(text.slice(at + 1))];
  if (domain === null || text.length > LONGEST) return { problem: 'shape' };
  if (local !== '') return LOCAL.test(local) ? { kind: 'address', sender: `${local}@${domain}` } : { problem: 'shape' };
  return isSharedDomain(domain, sharedDomains) ? { problem: 'shared' } : { kind: 'domain', sender: domain };
}

/** Whether many people have their address at a domain. */
export const isSharedDomain = (domain: string, sharedDomains: readonly string[]): boolean =>
  sharedDomains.some((shared) => shared.toLowerCase() === domain);

function domainOf(text: string): string | null {
  const ascii = domainToASCII(text);
  return DOMAIN.test(ascii) && /[a-z]/.test(ascii.slice(ascii.lastIndexOf('.'))) ? ascii : null;
}
