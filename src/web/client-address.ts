import { BlockList, isIP } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** Addresses a proxy of our own may have. Anyone else's X-Forwarded-For is an invention. */
const NEAR = new BlockList();
NEAR.addSubnet('127.0.0.0', 8);
NEAR.addSubnet('10.0.0.0', 8);
NEAR.addSubnet('172.16.0.0', 12);
NEAR.addSubnet('192.168.0.0', 16);
NEAR.addAddress('::1', 'ipv6');
NEAR.addSubnet('fc00::', 7, 'ipv6');

const isNear = (address: string): boolean => NEAR.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

/**
 * The address a request came from: the peer's, or, when a proxy stands before the desk, the one the proxy added last.
 * Earlier entries of the header are the client's own words.
 */
export function clientAddress(c: Context, behindProxy: boolean): string {
  const peer = (getConnInfo(c).remote.address ?? '').replace(/^::ffff:/, '');
  if (!behindProxy || isIP(peer) === 0 || !isNear(peer)) return peer;
  const added = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
  return isIP(added) === 0 ? peer : added;
}
