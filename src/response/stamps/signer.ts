import { constants, createHash, type KeyObject, timingSafeEqual, verify, type X509Certificate } from 'node:crypto';
import { expected, type Node, oidOf, TAG } from './asn1.ts';
import { type StampToken, TST_INFO } from './token.ts';

export const SHA256 = '2.16.840.1.101.3.4.2.1';

/** Algorithms that are believed, by OID. SHA-1 is none of them. */
const DIGESTS: Readonly<Record<string, string>> = {
  [SHA256]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
const SIGNATURES: Readonly<Record<string, { readonly digest?: string; readonly pss?: true; readonly own?: true }>> = {
  '1.2.840.113549.1.1.1': {}, // RSA; the digest is the signer's
  '1.2.840.113549.1.1.10': { pss: true },
  '1.2.840.113549.1.1.11': { digest: 'sha256' },
  '1.2.840.113549.1.1.12': { digest: 'sha384' },
  '1.2.840.113549.1.1.13': { digest: 'sha512' },
  '1.2.840.10045.4.3.2': { digest: 'sha256' },
  '1.2.840.10045.4.3.3': { digest: 'sha384' },
  '1.2.840.10045.4.3.4': { digest: 'sha512' },
  '1.3.101.112': { own: true }, // Ed25519 takes the bytes as they are
};

const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_CERTIFICATE = { '1.2.840.113549.1.9.16.2.12': 'sha1', '1.2.840.113549.1.9.16.2.47': 'sha256' } as const;

/** Whether the signature is that of a certificate which came with the token; of which one. */
export type Signer =
  | { readonly kind: 'signed'; readonly certificate: X509Certificate }
  | { readonly kind: 'unknown-algorithm' | 'no-certificate' | 'changed' };

/** Who signed a token. The certificate is the one that the signed attributes name by its hash (RFC 5035, RFC 5816). */
export function signerOf({ content, certificates, digest, algorithm, attributes, signature }: StampToken): Signer {
  const hash = DIGESTS[digest];
  const how = SIGNATURES[algorithm];
  if (hash === undefined || how === undefined) return { kind: 'unknown-algorithm' };
  const values = new Map(attributes.children.map(({ children: [type, set] }) => [oidOf(type), set?.children[0]]));
  const noted = expected(values.get(MESSAGE_DIGEST), TAG.octets).content;
  if (oidOf(values.get(CONTENT_TYPE)) !== TST_INFO || !same(noted, createHash(hash).update(content).digest()))
    return { kind: 'changed' };
  const certificate = certificates.find((one) => isNamed(one, values));
  if (certificate === undefined) return { kind: 'no-certificate' };
  const signed = Buffer.from(attributes.bytes);
  signed[0] = 0x31; // they are signed as the set that they are, not as the field they stand in (RFC 5652, 5.4)
  return holds(certificate.publicKey, signed, signature, { hash, ...how })
    ? { kind: 'signed', certificate }
    : { kind: 'changed' };
}

function isNamed(certificate: X509Certificate, values: ReadonlyMap<string, Node | undefined>): boolean {
  return Object.entries(SIGNING_CERTIFICATE).some(([oid, usual]) => {
    const parts = values.get(oid)?.children[0]?.children[0]?.children;
    if (parts === undefined) return false;
    const named = parts[0]?.tag === TAG.sequence ? DIGESTS[oidOf(parts[0].children[0])] : usual;
    const hashed = parts.find(({ tag }) => tag === TAG.octets)?.content;
    return (
      named !== undefined && hashed !== undefined && same(hashed, createHash(named).update(certificate.raw).digest())
    );
  });
}

function holds(
  key: KeyObject,
  signed: Uint8Array,
  signature: Uint8Array,
  { hash, digest = hash, pss, own }: { hash: string; digest?: string; pss?: true; own?: true },
): boolean {
  const padding = pss ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO } : {};
  try {
    return verify(own ? null : digest, signed, { key, ...padding }, signature);
  } catch {
    return false; // a key that does not suit the algorithm
  }
}

const same = (a: Uint8Array, b: Uint8Array): boolean => a.byteLength === b.byteLength && timingSafeEqual(a, b);
