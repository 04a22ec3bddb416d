import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { isPublic } from '../../../src/intake/find/public-address.ts';
import { publicText } from '../../../src/intake/find/public-text.ts';
import { makeCertificate } from '../../support/certificate.ts';
import { startDnsServer, type TestDnsServer } from '../../support/dns-server.ts';
import { serverFolder } from '../../support/server-process.ts';

let folder: string;
let ca: string;
let web: Server;
let names: TestDnsServer;
let hits: string[] = [];

beforeAll(async () => {
  folder = serverFolder('find');
  ca = readFileSync(makeCertificate(folder), 'utf8');
  web = createServer({ cert: ca, key: readFileSync(join(folder, 'key.pem')) }, ({ url }, response) => {
    hits.push(String(url));
    if (url === '/moved') return void response.writeHead(302, { location: '/there' }).end();
    if (url === '/long') return void response.end('a'.repeat(200_000));
    response.end('こんにちは');
  });
  await once(web.listen(0, '127.0.0.1'), 'listening');
  names = await startDnsServer({ localhost: { a: ['127.0.0.1'] } });
});
afterEach(() => {
  hits = [];
});
afterAll(async () => {
  web.close();
  await names.stop();
  rmSync(folder, { recursive: true });
});

const ask = (path: string, more: Partial<Parameters<typeof publicText>[1]> = {}) =>
  publicText(`https://localhost:${(web.address() as AddressInfo).port}${path}`, {
    ...{ names: names.names, signal: AbortSignal.timeout(5_000), isAllowed: () => true, ca },
    ...more,
  });

it('reads what is there', async () => {
  expect(await ask('/there')).toBe('こんにちは');
});

it.each([
  ['is redirected', '/moved'],
  ['is too long', '/long'],
])('reads nothing that %s', async (_what, path) => {
  expect(await ask(path)).toBeNull();
  expect(hits).toEqual([path]);
});

it('does not even connect to what lies in our own network', async () => {
  expect(await ask('/there', { isAllowed: isPublic })).toBeNull();
  expect(hits).toEqual([]);
});

it('reads nothing from a server whose certificate nobody vouches for', async () => {
  expect(await ask('/there', { ca: undefined })).toBeNull();
});

it.each([
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.31.0.1', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.100.1.1', false],
  ['0.0.0.0', false],
  ['255.255.255.255', false],
  ['::1', false],
  ['::ffff:127.0.0.1', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['64:ff9b::a00:1', false],
  ['2002:a00:1::1', false],
  ['8.8.8.8', true],
  ['2001:4860:4860::8888', true],
  ['example.co.jp', false],
])('%s is public: %s', (address, expected) => {
  expect(isPublic(address)).toBe(expected);
});
