import { isIP } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { isIn, networksOf } from '../../util/networks.ts';
import type { FrontDeps } from './deps.ts';

/** Addresses a proxy of our own may have. Anyone else's X-Forwarded-For is an invention. */
const NEAR = networksOf(['127.0.0.0/8', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '::1', 'fc00::/7']);

/**
 * The address a request came from: the peer's or, when that is a proxy of ours, the one the proxy added last. Earlier
 * entries of the header are the client's own words, unless the one that was added is a listed proxy itself.
 */
export function clientAddress(c: Context, { url, trustedProxies }: Pick<FrontDeps, 'url' | 'trustedProxies'>): string {
  const peer = bare(getConnInfo(c).remote.address ?? '');
  const believed = trustedProxies ?? (url === null ? null : NEAR);
  if (believed === null || !isIn(believed, peer)) return peer;
  let client = peer;
  for (const added of (c.req.header('x-forwarded-for') ?? '').split(',').reverse().map(bare)) {
    if (isIP(added) === 0) return client;
    client = added;
    // Who is near may be a person of the company as well as a proxy: only a list tells them apart.
    if (trustedProxies === null || !isIn(trustedProxies, client)) return client;
  }
  return client;
}

const bare = (address: string): string => address.trim().replace(/^::ffff:/i, '');
