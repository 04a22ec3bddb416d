import { BlockList, isIP } from 'node:net';

/**
 * `10.0.0.0/8`, `2001:db8::/32`, or one address.
 *
 * @example
 * isNetwork('10.0.0.0/8') // → true
 * isNetwork('10.0.0.0/99') // → false
 */
export function isNetwork(written: string): boolean {
  const [address = '', prefix, ...rest] = written.split('/');
  const bits = isIP(address) === 6 ? 128 : 32;
  if (isIP(address) === 0 || rest.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits);
}

/** @param networks each as `isNetwork` takes it */
export function networksOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    const family = familyOf(address);
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return list;
}

/**
 * Whether an address, IPv4 or IPv6, lies in one of the networks.
 *
 * @example
 * isIn(networksOf(['10.0.0.0/8']), '10.1.2.3') // → true
 */
export const isIn = (networks: BlockList, address: string): boolean =>
  isIP(address) !== 0 && networks.check(address, familyOf(address));

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/**
 * What one client has for itself: an IPv4 address, or the /64 of an IPv6 address, in which it may choose any other.
 *
 * @example
 * clientNetwork('2001:DB8::7:8') // → '2001:db8:0:0::/64'
 * clientNetwork('192.0.2.7') // → '192.0.2.7'
 */
export function clientNetwork(address: string): string {
  if (isIP(address) !== 6) return address;
  const { hostname } = new URL(`http://[${address.split('%')[0]}]/`);
  const [left = [], right = []] = hostname
    .slice(1, -1)
    .split('::')
    .map((side) => (side === '' ? [] : side.split(':')));
  const groups = [...left, ...Array(8 - left.length - right.length).fill('0'), ...right];
  return `${groups.slice(0, 4).join(':')}::/64`;
}
