import { afterEach, expect, it } from 'vitest';
import { type FindOptions, findMailbox } from '../../../src/intake/index.ts';
import { startDnsServer, type TestDnsServer, type TestRecords } from '../../support/dns-server.ts';

let server: TestDnsServer | null = null;
afterEach(async () => {
  await server?.stop();
  server = null;
});

const OUTSIDE = '8.8.8.8';

async function find(
  address: string,
  records: Readonly<Record<string, TestRecords>>,
  read: FindOptions['read'] = async () => null,
) {
  server = await startDnsServer(records);
  return findMailbox(address, { names: server.names, read });
}

const takenBy = (...servers: string[]): Record<string, TestRecords> => ({
  'example.co.jp': { mx: servers.map((one, i) => [10 + i, one] as const) },
});

const config = (host: string, more = '<socketType>SSL</socketType><username>%EMAILADDRESS%</username>') => `
<?xml version="1.0"?><clientConfig version="1.1"><emailProvider id="example.co.jp">
<incomingServer type="pop3"><hostname>pop.example.co.jp</hostname><port>995</port><socketType>SSL</socketType></incomingServer>
<incomingServer type="imap"><hostname>${host}</hostname><port>993</port>${more}</incomingServer>
</emailProvider></clientConfig>`;

it.each([
  ['Microsoft 365', 'example-co-jp.mail.protection.outlook.com', 'outlook.office365.com', 'microsoft'],
  ['Google Workspace', 'ASPMX.L.GOOGLE.COM.', 'imap.gmail.com', 'google'],
  ['Xserver', 'sv1234.xserver.jp', 'sv1234.xserver.jp', 'password'],
  ['Sakura', 'www1234.sakura.ne.jp', 'www1234.sakura.ne.jp', 'password'],
  ['Lolipop', 'mx01.lolipop.jp', 'imap.lolipop.jp', 'password'],
  ['ConoHa', 'mail1042.conoha.ne.jp', 'mail1042.conoha.ne.jp', 'password'],
])('knows %s by the server that takes the mail', async (_host, mx, host, signIn) => {
  const found = await find('info@example.co.jp', takenBy(mx));
  expect(found).toEqual({
    ...{ host, port: 993, security: 'tls', user: 'info@example.co.jp', signIn, by: 'host' },
  });
});

it('leaves the user name to people where the host gives one of its own', async () => {
  expect(await find('info@example.co.jp', takenBy('mx.kagoya.net'))).toMatchObject({
    host: 'imap.kagoya.net',
    user: null,
  });
});

it('takes the part before @ where the host wants it so', async () => {
  expect(await find('info@example.co.jp', takenBy('mx01.mail.icloud.com'))).toMatchObject({ user: 'info' });
});

it('knows a host whose customer takes mail under their own name by what the owner calls the server', async () => {
  const records = {
    'example.co.jp': { mx: [[10, 'example.co.jp']], a: [OUTSIDE] },
    '8.8.8.8.in-addr.arpa': { ptr: 'sv77.xserver.jp' },
    'sv77.xserver.jp': { a: [OUTSIDE] },
  } satisfies Record<string, TestRecords>;
  expect(await find('info@example.co.jp', records)).toMatchObject({ host: 'sv77.xserver.jp', by: 'host' });
});

it('does not believe a name of a server that does not lead back to it', async () => {
  const records = {
    'example.co.jp': { mx: [[10, 'example.co.jp']], a: [OUTSIDE] },
    '8.8.8.8.in-addr.arpa': { ptr: 'sv77.xserver.jp' },
    'sv77.xserver.jp': { a: ['8.8.4.4'] },
  } satisfies Record<string, TestRecords>;
  expect(await find('info@example.co.jp', records)).toBeNull();
});

it('does not take a host for a known one whose name only holds it', async () => {
  expect(await find('info@example.co.jp', takenBy('sv1.xserver.jp.example.com', 'evil-sakura.ne.jp'))).toBeNull();
});

it('finds what the records of the domain name', async () => {
  const records = {
    '_imaps._tcp.example.co.jp': { srv: [[10993, 'imap.example.co.jp']] },
    'imap.example.co.jp': { a: [OUTSIDE] },
  } satisfies Record<string, TestRecords>;
  expect(await find('info@example.co.jp', records)).toEqual({
    ...{ host: 'imap.example.co.jp', port: 10993, security: 'tls', user: 'info@example.co.jp' },
    ...{ signIn: 'password', by: 'srv' },
  });
});

it('finds what the domain tells mail programs', async () => {
  const records = { 'imap.example.co.jp': { a: [OUTSIDE] } };
  const read: FindOptions['read'] = async (url) =>
    url === 'https://autoconfig.example.co.jp/mail/config-v1.1.xml' ? config('imap.%EMAILDOMAIN%') : null;
  expect(await find('info@example.co.jp', records, read)).toEqual({
    ...{ host: 'imap.example.co.jp', port: 993, security: 'tls', user: 'info@example.co.jp' },
    ...{ signIn: 'password', by: 'autoconfig' },
  });
});

it.each([
  ['this machine', config('imap.example.co.jp'), '127.0.0.1'],
  ['our own network', config('imap.example.co.jp'), '10.1.2.3'],
  ['an address instead of a name', config('[::1]'), OUTSIDE],
  ['a server without encryption', config('imap.example.co.jp', '<socketType>plain</socketType>'), OUTSIDE],
  ['words without an end', `<incomingServer type="imap"><hostname>${'a'.repeat(60_000)}`, OUTSIDE],
  ['a page', '<html><body>Not found</body></html>', OUTSIDE],
])('does not follow a domain that names %s', async (_what, xml, address) => {
  expect(await find('info@example.co.jp', { 'imap.example.co.jp': { a: [address] } }, async () => xml)).toBeNull();
});

it('does not follow a record that leads into our own network', async () => {
  const records = {
    '_imaps._tcp.example.co.jp': { srv: [[993, 'imap.example.co.jp']] },
    'imap.example.co.jp': { a: [OUTSIDE, '192.168.0.10'] },
  } satisfies Record<string, TestRecords>;
  expect(await find('info@example.co.jp', records)).toBeNull();
});

it('asks nobody but DNS and the domain itself', async () => {
  const read: string[] = [];
  await find('info@example.co.jp', {}, async (url) => {
    read.push(new URL(url).hostname);
    return null;
  });
  expect(read.every((host) => host.endsWith('example.co.jp'))).toBe(true);
  expect(server!.asked.every((name) => name.endsWith('example.co.jp'))).toBe(true);
});

it.each(['info', 'info@localhost', 'info@example.co.jp:25', 'info@10.0.0.1/'])(
  'finds nothing for %s',
  async (address) => {
    expect(await find(address, {})).toBeNull();
    expect(server!.asked).toEqual([]);
  },
);
