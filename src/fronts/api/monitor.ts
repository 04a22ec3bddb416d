import { isIP } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';

/** What supervisors ask, without signing in. */
export interface MonitorDeps {
  /** Which parts can be reached; rejects never. */
  readonly ready: () => Promise<Readonly<Record<string, boolean>>>;
  readonly metrics: { readonly contentType: string; render(): Promise<string> };
  readonly metricsFor: 'local' | 'any' | 'off';
}

/** `/readyz` tells whether work can be done, `/metrics` how much is. Neither says anything about a mail. */
export function monitorApp({ ready, metrics, metricsFor }: MonitorDeps): Hono {
  const app = new Hono();
  app.get('/readyz', async (c) => {
    const parts = await ready();
    const well = Object.values(parts).every((part) => part);
    c.header('cache-control', 'no-store');
    return c.json({ status: well ? 'ok' : 'failed', ...parts }, well ? 200 : 503);
  });
  app.get('/metrics', async (c, next) => {
    if (metricsFor === 'off' || (metricsFor === 'local' && !isLocal(c))) return next(); // as if there were no such page
    return c.body(await metrics.render(), 200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' });
  });
  return app;
}

const FORWARDED = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

/** Asked on this machine and by name of this machine: what a proxy passes on comes from loopback, too. */
function isLocal(c: Context): boolean {
  const peer = (getConnInfo(c).remote.address ?? '').replace(/^::ffff:/, '');
  if (!isLoopback(peer) || FORWARDED.some((name) => c.req.header(name) !== undefined)) return false;
  const host = new URL(c.req.url).hostname.replace(/^\[|\]$/g, '');
  return host === 'localhost' || isLoopback(host);
}

const isLoopback = (address: string): boolean =>
  address === '::1' || (isIP(address) === 4 && address.startsWith('127.'));
