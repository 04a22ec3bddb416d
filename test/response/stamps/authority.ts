import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const hasOpenssl = spawnSync('openssl', ['version']).error === undefined;

const configWith = (certificateHash: string) => `
[tsa]
default_tsa = here
[here]
serial = serial
crypto_device = builtin
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
accuracy = secs:1
ess_cert_id_alg = ${certificateHash}
`;

interface AuthorityOptions {
  readonly usage?: string;
  readonly key?: readonly string[];
  readonly certificateHash?: 'sha1' | 'sha256'; // by which the token names its certificate: RFC 3161, or RFC 5816
}

/** A time-stamping authority of our own: a root, and a certificate for time stamps under it, both made by OpenSSL. */
export function makeAuthority(
  folder: string,
  { usage = 'critical,timeStamping', key = ['-newkey', 'rsa:2048'], certificateHash = 'sha256' }: AuthorityOptions = {},
) {
  mkdirSync(folder, { recursive: true });
  const openssl = (...args: string[]) =>
    execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  writeFileSync(join(folder, 'tsa.cnf'), configWith(certificateHash));
  writeFileSync(join(folder, 'serial'), '01\n');
  openssl(
    'req',
    '-x509',
    ...key,
    '-nodes',
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
    '-days',
    '30',
    '-subj',
    '/CN=Test Root',
  );
  openssl('req', ...key, '-nodes', '-keyout', 'tsa.key', '-out', 'tsa.csr', '-subj', '/O=Example/CN=Test TSA');
  writeFileSync(join(folder, 'ext.cnf'), `extendedKeyUsage=${usage}\nkeyUsage=critical,digitalSignature\n`);
  openssl(
    ...['x509', '-req', '-in', 'tsa.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial'],
    ...['-out', 'tsa.pem', '-days', '20', '-extfile', 'ext.cnf'],
  );
  const read = (name: string) => new Uint8Array(readFileSync(join(folder, name)));
  return {
    caPath: join(folder, 'ca.pem'),
    ca: readFileSync(join(folder, 'ca.pem'), 'utf8'),
    /** What it answers to a request. */
    answer(request: Uint8Array, { digest = 'sha256' }: { readonly digest?: string } = {}): Uint8Array {
      writeFileSync(join(folder, 'req.tsq'), request);
      openssl(
        ...['ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'req.tsq', '-inkey', 'tsa.key', '-signer', 'tsa.pem'],
        ...[`-${digest}`, '-out', 'res.tsr'],
      );
      return read('res.tsr');
    },
    /** A request as OpenSSL makes one. */
    request(data: Uint8Array, ...options: string[]): Uint8Array {
      writeFileSync(join(folder, 'data'), data);
      openssl('ts', '-query', '-data', 'data', '-sha256', '-out', 'own.tsq', ...options);
      return read('own.tsq');
    },
    openssl,
    read,
  };
}
export type Authority = ReturnType<typeof makeAuthority>;
