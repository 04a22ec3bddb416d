import { X509Certificate } from 'node:crypto';

const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const LONGEST = 8;

/** Whether a certificate is for time stamps alone, and was valid at the time (RFC 3161, 2.3). */
export const maySign = (certificate: X509Certificate, at: Date): boolean =>
  certificate.keyUsage?.length === 1 && certificate.keyUsage[0] === TIME_STAMPING && isValid(certificate, at);

const isValid = ({ validFrom, validTo }: X509Certificate, at: Date): boolean =>
  new Date(validFrom) <= at && at <= new Date(validTo);

/**
 * Whether a certificate leads to one of the anchors, by way of those that came with the token, each valid at the time. Nobody is
 * asked whether one of them was revoked.
 */
export function isTrusted(
  certificate: X509Certificate,
  between: readonly X509Certificate[],
  anchors: readonly X509Certificate[],
  at: Date,
  left = LONGEST,
): boolean {
  if (left === 0 || !isValid(certificate, at)) return false;
  if (anchors.some(({ fingerprint256 }) => fingerprint256 === certificate.fingerprint256)) return true;
  return [...anchors, ...between]
    .filter((issuer) => issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey))
    .some((issuer) => isTrusted(issuer, between, anchors, at, left - 1));
}

/** The certificates of a PEM file; null when it holds none, or something else between them. */
export function parseAnchors(pem: string): X509Certificate[] | null {
  const found = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  if (found.length === 0 || found.length > 1000) return null;
  try {
    return found.map((one) => new X509Certificate(one));
  } catch {
    return null;
  }
}
