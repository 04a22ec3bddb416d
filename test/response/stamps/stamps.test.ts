import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  MOST_STAMP,
  nonceOfRequest,
  parseAnchors,
  sha256Of,
  stampRequest,
  verifyStamp,
} from '../../../src/response/index.ts';
import { isTrusted, maySign } from '../../../src/response/stamps/chain.ts';
import { type Authority, hasOpenssl, makeAuthority } from './authority.ts';

const PACK = Buffer.from('a pack');
const sha256 = sha256Of(PACK);
const EC = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];

it('a request is the SHA-256 of the pack, and nothing else', () => {
  const request = Buffer.from(stampRequest(sha256)).toString('hex');
  expect(request).toContain(sha256);
  expect(stampRequest(sha256)).toEqual(stampRequest(sha256));
  expect(() => stampRequest('x')).toThrow(RangeError);
});

it.each([
  ['nothing', new Uint8Array()],
  ['a text', Buffer.from('hello')],
  ['the request itself', stampRequest(sha256)],
  ['more than any response has', new Uint8Array(MOST_STAMP + 1)],
  ['values within values', Buffer.from('30'.repeat(200), 'hex')],
  ['a length that lies', Buffer.from('3084ffffffff0201', 'hex')],
  ['an endless value', Buffer.from('308002010000', 'hex')],
])('%s is no response', async (_, bytes) => {
  expect(await verifyStamp(bytes, { sha256 })).toMatchObject({ at: null, problems: ['unreadable'] });
});

it('an authority that refuses gave no stamp', async () => {
  const refusal = Buffer.from('30053003020102', 'hex'); // status: rejection
  expect(await verifyStamp(refusal, { sha256 })).toMatchObject({ problems: ['refused'] });
});

describe.skipIf(!hasOpenssl)('a response of OpenSSL', { timeout: 60_000 }, () => {
  let folder: string;
  let authority: Authority;
  let response: Uint8Array;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'komainu-tsa-'));
    authority = makeAuthority(join(folder, 'rsa'));
    response = authority.answer(stampRequest(sha256));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('tells when and by whom, whom it leads to, and is what OpenSSL itself believes', async () => {
    const reading = await verifyStamp(response, { sha256, anchors: parseAnchors(authority.ca)! });
    expect(reading).toMatchObject({ by: 'CN=Test TSA, O=Example', policy: '1.2.3.4.1', trusted: true, problems: [] });
    expect(Math.abs(reading.at!.getTime() - Date.now())).toBeLessThan(600_000);
    writeFileSync(join(folder, 'rsa/pack'), PACK);
    const said = authority.openssl('ts', '-verify', '-data', 'pack', '-in', 'res.tsr', '-CAfile', 'ca.pem');
    expect(said.toString()).toContain('OK');
  });

  it('is not trusted by somebody else’s anchors, and not asked where there are none', async () => {
    const other = makeAuthority(join(folder, 'other'));
    const anchors = parseAnchors(other.ca)!;
    expect(await verifyStamp(response, { sha256, anchors })).toMatchObject({ trusted: false, problems: ['untrusted'] });
    expect(await verifyStamp(response, { sha256 })).toMatchObject({ trusted: null, problems: [] });
    expect(parseAnchors('no certificate')).toBeNull();
  });

  it('is that of this pack alone', async () => {
    expect(await verifyStamp(response, { sha256: sha256Of('another') })).toMatchObject({ problems: ['other-pack'] });
  });

  it('of a certificate that is not for time stamps, or not valid then, does not stand', () => {
    const [root] = parseAnchors(authority.ca)!;
    const own = new X509Certificate(authority.read('tsa.pem'));
    const day = 86_400_000;
    expect(maySign(own, new Date())).toBe(true);
    for (const days of [-2, 21]) expect(maySign(own, new Date(Date.now() + days * day))).toBe(false);
    expect(maySign(root!, new Date())).toBe(false);
    for (const usage of ['serverAuth', 'critical,timeStamping,serverAuth']) {
      const other = makeAuthority(join(folder, usage), { usage, key: EC });
      expect(maySign(new X509Certificate(other.read('tsa.pem')), new Date())).toBe(false);
    }
  });

  it('of certificates of one name and key, which all issue each other, goes on from each once', () => {
    const own = new X509Certificate(authority.read('tsa.pem'));
    const alike = Array.from({ length: 5 }, () => {
      authority.openssl('req', '-x509', '-key', 'ca.key', '-out', 'alike.pem', '-days', '30', '-subj', '/CN=Test Root');
      return new X509Certificate(authority.read('alike.pem'));
    });
    expect(new Set(alike.map(({ fingerprint256 }) => fingerprint256)).size).toBe(5);
    const [stranger] = parseAnchors(makeAuthority(join(folder, 'stranger')).ca)!;
    const verified = vi.spyOn(X509Certificate.prototype, 'verify');
    try {
      expect(isTrusted(own, [...alike, ...alike], [stranger!], new Date())).toBe(false);
      expect(verified.mock.calls.length).toBeLessThanOrEqual(5);
      expect(isTrusted(own, alike, [alike[4]!], new Date())).toBe(true);
      expect(isTrusted(own, alike, parseAnchors(authority.ca)!, new Date())).toBe(true);
    } finally {
      verified.mockRestore();
    }
  });

  it('has the nonce of its request', async () => {
    const request = authority.request(PACK, '-cert');
    const nonce = await nonceOfRequest(request);
    const answer = authority.answer(request);
    expect(nonce).toMatch(/^[0-9a-f]+$/);
    expect((await verifyStamp(answer, { sha256, nonce })).problems).toEqual([]);
    expect((await verifyStamp(response, { sha256, nonce })).problems).toEqual(['other-request']);
    expect((await verifyStamp(answer, { sha256, nonce: null })).problems).toEqual(['other-request']);
    expect(await nonceOfRequest(stampRequest(sha256))).toBeNull();
    expect(await nonceOfRequest(response)).toBe('unreadable');
  });

  it('that came without the certificate says so', async () => {
    const answer = authority.answer(authority.request(PACK, '-no_nonce'));
    expect((await verifyStamp(answer, { sha256 })).problems).toEqual(['no-certificate']);
  });

  it('is believed with EC keys, other digests and the older way to name a certificate, too', async () => {
    const ec = makeAuthority(join(folder, 'ec'), { key: EC, certificateHash: 'sha1' });
    for (const digest of ['sha256', 'sha384', 'sha512']) {
      const answer = ec.answer(stampRequest(sha256), { digest });
      expect((await verifyStamp(answer, { sha256, anchors: parseAnchors(ec.ca)! })).problems).toEqual([]);
    }
    const old = ec.answer(stampRequest(sha256), { digest: 'sha1' });
    expect((await verifyStamp(old, { sha256 })).problems).toEqual(['unknown-algorithm']);
  });

  it('is found out with any byte changed that means something', async () => {
    const anchors = parseAnchors(authority.ca)!;
    let found = 0;
    for (let at = 0; at < response.byteLength; at++) {
      const changed = Uint8Array.from(response);
      changed[at] = changed[at]! ^ 0x01;
      const reading = await verifyStamp(changed, { sha256, anchors });
      if (reading.problems.length > 0) found += 1;
      else expect(reading).toEqual(await verifyStamp(response, { sha256, anchors })); // what nobody looks at
    }
    expect(found).toBeGreaterThan(response.byteLength * 0.8);
  });
});
