import { expected, integerOf, NotAsExpected, readAsn1, TAG } from './asn1.ts';
import { isTrusted, maySign } from './chain.ts';
import { MOST_STAMP, type StampOrder, type StampProblem, type StampReading } from './reading.ts';
import { SHA256, signerOf } from './signer.ts';
import { readResponse, type StampToken } from './token.ts';

const NOTHING = { at: null, by: null, serial: null, policy: null, trusted: null } as const;
const failing = (problem: StampProblem): StampReading => ({ ...NOTHING, problems: [problem] });

/** What `verifyStamp` finds. */
export function judgeStamp(response: Uint8Array, order: StampOrder): StampReading {
  if (response.byteLength > MOST_STAMP) return failing('unreadable');
  try {
    const read = readResponse(response);
    return 'token' in read ? judged(read.token, order) : failing('refused');
  } catch {
    return failing('unreadable'); // whatever it is, it is no response as RFC 3161 has it
  }
}

function judged(token: StampToken, { sha256, nonce, anchors = null }: StampOrder): StampReading {
  const { info } = token;
  const signer = signerOf(token);
  if (signer.kind !== 'signed') return failing(signer.kind);
  const { certificate } = signer;
  const trusted = anchors === null ? null : isTrusted(certificate, token.certificates, anchors, info.at);
  const problems: StampProblem[] = [];
  if (info.hash !== SHA256 || info.imprint !== sha256) problems.push('other-pack');
  if (nonce !== undefined && nonce !== info.nonce) problems.push('other-request');
  if (!maySign(certificate, info.at)) problems.push('wrong-certificate');
  if (trusted === false) problems.push('untrusted');
  const by = certificate.subject.split('\n').reverse().join(', ');
  return { at: info.at, by, serial: info.serial, policy: info.policy, trusted, problems };
}

/** What `nonceOfRequest` finds. */
export function nonceOf(request: Uint8Array): string | null | 'unreadable' {
  try {
    const [version, imprint, ...optional] = expected(readAsn1(request), TAG.sequence).children;
    expected(imprint, TAG.sequence);
    if (integerOf(version) !== '01') throw new NotAsExpected('no request of version 1');
    const nonce = optional.find(({ tag }) => tag === TAG.integer);
    return nonce === undefined ? null : integerOf(nonce);
  } catch {
    return 'unreadable';
  }
}
