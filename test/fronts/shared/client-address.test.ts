import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { clientAddress } from '../../../src/fronts/shared/client-address.ts';
import { isNetwork, networksOf } from '../../../src/util/networks.ts';

const PUBLIC = 'https://desk.example.jp';
const LIST = ['203.0.113.7', '198.51.100.0/24', '2001:db8::/32'];

it.each([
  ['nobody without a proxy', null, null, '127.0.0.1', '192.0.2.1', '127.0.0.1'],
  ['a proxy that is near', PUBLIC, null, '127.0.0.1', '192.0.2.9, 192.0.2.1', '192.0.2.1'],
  ['no words of a client that is near itself', PUBLIC, null, '127.0.0.1', '192.0.2.9, 10.0.0.5', '10.0.0.5'],
  ['nobody who is far', PUBLIC, null, '192.0.2.1', '192.0.2.9', '192.0.2.1'],
  ['a listed proxy', null, LIST, '203.0.113.7', '192.0.2.9, 192.0.2.1', '192.0.2.1'],
  ['a chain of listed proxies', PUBLIC, LIST, '203.0.113.7', '192.0.2.1, 198.51.100.3, 2001:db8::1', '192.0.2.1'],
  ['a listed proxy, written as IPv6', PUBLIC, LIST, '::ffff:203.0.113.7', '::ffff:192.0.2.1', '192.0.2.1'],
  ['nobody else once there is a list', PUBLIC, LIST, '127.0.0.1', '192.0.2.1', '127.0.0.1'],
  ['nobody with an empty list', PUBLIC, [], '127.0.0.1', '192.0.2.1', '127.0.0.1'],
  ['no words that are no address', PUBLIC, LIST, '203.0.113.7', '192.0.2.1, unknown', '203.0.113.7'],
  ['a proxy that adds nothing', PUBLIC, LIST, '203.0.113.7', '', '203.0.113.7'],
])('believes %s', async (_, url, list, remoteAddress, forwarded, expected) => {
  const app = new Hono().get('/', (c) =>
    c.text(clientAddress(c, { url, trustedProxies: list === null ? null : networksOf(list) })),
  );
  const env = { incoming: { socket: { remoteAddress } } };
  const answer = await app.request('/', { headers: { 'x-forwarded-for': forwarded } }, env);
  expect(await answer.text()).toBe(expected);
});

it.each(['', 'localhost', '10.0.0', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', '::1/129', '10.0.0.0/-1', '*'])(
  'takes %j for no network',
  (written) => expect(isNetwork(written)).toBe(false),
);
