import { isIP } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';
import type { QueueTrouble } from '../../jobs/index.ts';

/** What supervisors ask, without signing in. */
export interface MonitorDeps {
  /** How the store is (`newer`: a later version of Komainu has changed its tables), and what is wrong with the queue. Rejects never. */
  readonly ready: () => Promise<{ readonly store: StoreState; readonly queue: QueueTrouble | null }>;
  readonly metrics: { readonly contentType: string; render(): Promise<string> };
  readonly metricsFor: 'local' | 'any' | 'off';
}

type StoreState = 'well' | 'unreachable' | 'newer';

/** Why this process serves nobody; null: it does. */
const REASONS: Readonly<Record<StoreState, string | null>> = {
  well: null,
  unreachable: 'The store cannot be reached.',
  newer: 'A newer version of Komainu has changed the tables of the store: update this process too.',
};
const QUEUE_REASONS: Readonly<Record<QueueTrouble, string>> = {
  away: 'The queue does not answer: mails wait for their verdict; cases can be read and decided.',
  refuses: 'The queue takes nothing in: mails wait for their verdict; cases can be read and decided.',
};

/**
 * `/readyz` tells whether people can work here, which does not take the queue: it is named, for a balancer that took every host out would take
 * the cases away besides. `/metrics` tells how much is done. Neither says anything about a mail.
 */
export function monitorApp({ ready, metrics, metricsFor }: MonitorDeps): Hono {
  const app = new Hono();
  app.get('/readyz', async (c) => {
    const { store, queue } = await ready();
    const well = store === 'well';
    const reason = REASONS[store] ?? (queue && QUEUE_REASONS[queue]);
    c.header('cache-control', 'no-store');
    const parts = { store: well, queue: queue === null };
    return c.json({ status: well ? 'ok' : 'failed', ...parts, ...(reason && { reason }) }, well ? 200 : 503);
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
