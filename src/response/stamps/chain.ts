import { X509Certificate } from 'node:crypto';

const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const LONGEST = 8; // certificates, the anchor with them

/** Whether a certificate is for time stamps alone, and was valid at the time (RFC 3161, 2.3). */
export const maySign = (certificate: X509Certificate, at: Date): boolean =>
  certificate.keyUsage?.length === 1 && certificate.keyUsage[0] === TIME_STAMPING && isValid(certificate, at);

const isValid = ({ validFrom, validTo }: X509Certificate, at: Date): boolean =>
  new Date(validFrom) <= at && at <= new Date(validTo);

/**
 * Whether a certificate leads to one of the anchors, by way of those that came with the token, each valid at the time. Nobody is
 * asked whether one of them was revoked. Each certificate is gone on from once, by the shortest way to it: those of one name and key, which
 * all issue each other, would make more ways than anybody can go.
 */
export function isTrusted(
  certificate: X509Certificate,
  between: readonly X509Certificate[],
  anchors: readonly X509Certificate[],
  at: Date,
): boolean {
  const isAnchor = new Set(anchors.map(printOf));
  const left = new Map([...anchors, ...between].map((one) => [printOf(one), one]));
  let reached = [certificate];
  for (let step = 1; step <= LONGEST && reached.length > 0; step++) {
    const valid = reached.filter((one) => isValid(one, at));
    if (valid.some((one) => isAnchor.has(printOf(one)))) return true;
    for (const one of reached) left.delete(printOf(one));
    reached = [...left.values()].filter((issuer) => issuer.ca && valid.some((one) => isIssuedBy(one, issuer)));
  }
  return false;
}

const printOf = ({ fingerprint256 }: X509Certificate): string => fingerprint256;

const isIssuedBy = (certificate: X509Certificate, issuer: X509Certificate): boolean =>
  certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);

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
