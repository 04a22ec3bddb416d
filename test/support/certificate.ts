import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { unprivileged } from './server-process.ts';

/**
 * A self-signed certificate for this machine, `cert.pem` with `key.pem` beside it; Node itself cannot make any.
 *
 * @returns the path of the certificate
 */
export function makeCertificate(folder: string): string {
  const certificate = join(folder, 'cert.pem');
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', 'key.pem'];
  execFileSync('openssl', ['req', '-x509', ...key, '-out', certificate, '-days', '30', ...names], {
    ...unprivileged(folder),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return certificate;
}
