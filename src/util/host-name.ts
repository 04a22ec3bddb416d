import { isIP } from 'node:net';

/**
 * A host as URLs write it: small letters, international names in ASCII, IPv6 without brackets, no dot at the end.
 *
 * @returns null when it is no host: a port, a path, a pattern.
 *
 * @example
 * hostName('Komainu.example.co.jp.') // → 'komainu.example.co.jp'
 * hostName('example.co.jp/desk') // → null
 */
export function hostName(written: string): string | null {
  const address = `http://${isIP(written) === 6 ? `[${written}]` : written}/`;
  if (/[\s/?#@\\]/.test(written) || !URL.canParse(address)) return null;
  const { hostname, port } = new URL(address);
  if (port !== '' || /[^a-z0-9.:[\]_-]/.test(hostname)) return null;
  return hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}
