import { isIP } from 'node:net';
import { isIn, networksOf } from '../../util/networks.ts';

/** What a name of the outside world must not lead to: this machine, its own network, and what nobody has (IANA special-purpose registries). */
const NOT_PUBLIC = networksOf([
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
]);

/** Only what is given out to the world, and of it not what only wraps an IPv4 address. */
const GLOBAL_6 = networksOf(['2000::/3']);
const WRAPPING_6 = networksOf(['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']);

/**
 * Whether an address lies outside of this machine and its network.
 *
 * @example
 * isPublic('192.168.1.1') // → false
 * isPublic('8.8.8.8') // → true
 */
export const isPublic = (address: string): boolean =>
  isIP(address) === 6
    ? isIn(GLOBAL_6, address) && !isIn(WRAPPING_6, address)
    : isIP(address) === 4 && !isIn(NOT_PUBLIC, address);
