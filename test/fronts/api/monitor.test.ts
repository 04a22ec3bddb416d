import { describe, expect, it } from 'vitest';
import { type MonitorDeps, monitorApp } from '../../../src/fronts/api/index.ts';

const deps: MonitorDeps = {
  ready: async () => ({ store: 'well', queue: null }),
  metrics: { contentType: 'text/plain; version=0.0.4', render: async () => 'komainu_spool_mails 3\n' },
  metricsFor: 'local',
};
const ask = (
  path: string,
  changes: Partial<MonitorDeps> = {},
  from = '127.0.0.1',
  headers: Record<string, string> = {},
  host = 'localhost:8787',
) =>
  monitorApp({ ...deps, ...changes }).request(
    `http://${host}${path}`,
    { headers },
    { incoming: { socket: { remoteAddress: from } } },
  );

describe('/readyz', () => {
  it('is 200 while every part can be reached', async () => {
    const answer = await ask('/readyz');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ status: 'ok', store: true, queue: true });
  });

  it('is 503 and says why when the store cannot be reached, or was changed by a newer version', async () => {
    for (const [store, reason] of [
      ['unreachable', 'cannot be reached'],
      ['newer', 'newer version'],
    ] as const) {
      const answer = await ask('/readyz', { ready: async () => ({ store, queue: null }) });
      expect(answer.status).toBe(503);
      const said = { status: 'failed', store: false, queue: true, reason: expect.stringContaining(reason) };
      expect(await answer.json()).toEqual(said);
    }
  });

  it.each(['away', 'refuses'] as const)('is 200 and says so when the queue is in trouble: %s', async (queue) => {
    const answer = await ask('/readyz', { ready: async () => ({ store: 'well', queue }) });
    expect(answer.status).toBe(200);
    const said = {
      status: 'ok',
      store: true,
      queue: false,
      reason: expect.stringContaining('can be read and decided'),
    };
    expect(await answer.json()).toEqual(said);
  });
});

describe('/metrics', () => {
  it.each([
    ['this machine', '127.0.0.1', {}, 'localhost:8787'],
    ['this machine over IPv6', '::1', {}, '[::1]:8787'],
    ['this machine, IPv4 within IPv6', '::ffff:127.0.0.1', {}, '127.0.0.1:8787'],
  ] as const)('answers %s', async (_, from, headers, host) => {
    const answer = await ask('/metrics', {}, from, headers, host);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe(deps.metrics.contentType);
    expect(await answer.text()).toBe('komainu_spool_mails 3\n');
  });

  it.each([
    ['another machine', '192.0.2.7', {}, 'localhost:8787'],
    ['a stranger behind a proxy on this machine', '127.0.0.1', { 'x-forwarded-for': '192.0.2.7' }, 'localhost:8787'],
    ['a stranger who claims to be this machine', '127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }, 'localhost:8787'],
    ['who asks by the public name', '127.0.0.1', {}, 'komainu.example.co.jp'],
    ['a page in a browser that rebinds its name', '127.0.0.1', {}, '127.0.0.1.example.com'],
  ] as const)('is not there for %s', async (_, from, headers, host) => {
    expect((await ask('/metrics', {}, from, headers, host)).status).toBe(404);
  });

  it('answers everybody when so configured, and nobody when switched off', async () => {
    expect((await ask('/metrics', { metricsFor: 'any' }, '192.0.2.7')).status).toBe(200);
    expect((await ask('/metrics', { metricsFor: 'off' })).status).toBe(404);
  });
});
