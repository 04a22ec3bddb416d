import { X509Certificate } from 'node:crypto';
import { expected, integerOf, type Node, NotAsExpected, oidOf, readAsn1, TAG, timeOf, within } from './asn1.ts';

const SIGNED_DATA = '1.2.840.113549.1.7.2';
export const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const MOST_CERTIFICATES = 20;

/** What a time-stamping authority says, as far as it is looked at. */
export interface StampInfo {
  readonly policy: string;
  readonly hash: string; // OID of the algorithm of the imprint
  readonly imprint: string; // hex
  readonly serial: string; // hex
  readonly at: Date;
  readonly nonce: string | null; // hex
}

/** A response, taken apart and not yet believed. */
export interface StampToken {
  readonly content: Uint8Array; // TSTInfo, as it was signed
  readonly info: StampInfo;
  readonly certificates: readonly X509Certificate[]; // that came with it
  readonly digest: string; // OID of the signer's digest algorithm
  readonly algorithm: string; // OID of the signature's
  readonly attributes: Node; // signed ones
  readonly signature: Uint8Array;
}

/** What the authority answered: a token, or why there is none. */
export type StampResponse = { readonly token: StampToken } | { readonly refused: string };

/**
 * Takes a TimeStampResp apart (RFC 3161, 2.4.2).
 *
 * @throws NotAsExpected for bytes that are none
 */
export function readResponse(bytes: Uint8Array): StampResponse {
  const [status, contentInfo] = expected(readAsn1(bytes), TAG.sequence).children;
  const code = integerOf(expected(status, TAG.sequence).children[0]);
  if (contentInfo === undefined || !/^0[01]$/.test(code)) return { refused: code };
  const [type, ...content] = expected(contentInfo, TAG.sequence).children;
  if (oidOf(type) !== SIGNED_DATA) throw new NotAsExpected('not signed');
  return { token: tokenOf(expected(within(content, 0), TAG.sequence).children) };
}

function tokenOf(signed: readonly Node[]): StampToken {
  const [, , encapsulated, ...rest] = signed;
  const [type, ...inner] = expected(encapsulated, TAG.sequence).children;
  if (oidOf(type) !== TST_INFO) throw new NotAsExpected('no time stamp');
  const { content } = expected(within(inner, 0), TAG.octets);
  const signers = expected(rest.at(-1), TAG.set).children;
  if (signers.length !== 1) throw new NotAsExpected('more or fewer than one signer');
  const [, , digest, attributes, algorithm, signature] = expected(signers[0], TAG.sequence).children;
  if (attributes?.context !== 0) throw new NotAsExpected('no signed attributes');
  return {
    content,
    info: infoOf(content),
    certificates: certificatesIn(rest.find(({ context }) => context === 0)),
    digest: oidOf(expected(digest, TAG.sequence).children[0]),
    algorithm: oidOf(expected(algorithm, TAG.sequence).children[0]),
    attributes,
    signature: expected(signature, TAG.octets).content,
  };
}

function infoOf(content: Uint8Array): StampInfo {
  const [version, policy, imprint, serial, time, ...optional] = expected(readAsn1(content), TAG.sequence).children;
  if (integerOf(version) !== '01') throw new NotAsExpected('no time stamp of version 1');
  const [algorithm, hashed] = expected(imprint, TAG.sequence).children;
  const nonce = optional.find(({ tag }) => tag === TAG.integer);
  return {
    policy: oidOf(policy),
    hash: oidOf(expected(algorithm, TAG.sequence).children[0]),
    imprint: Buffer.from(expected(hashed, TAG.octets).content).toString('hex'),
    serial: integerOf(serial),
    at: timeOf(time),
    nonce: nonce === undefined ? null : integerOf(nonce),
  };
}

function certificatesIn(node: Node | undefined): X509Certificate[] {
  if (node !== undefined && node.children.length > MOST_CERTIFICATES) throw new NotAsExpected('too many certificates');
  return (node?.children ?? [])
    .filter(({ tag }) => tag === TAG.sequence)
    .flatMap(({ bytes }) => {
      try {
        return [new X509Certificate(bytes)];
      } catch {
        return []; // of a kind that nobody here knows
      }
    });
}
