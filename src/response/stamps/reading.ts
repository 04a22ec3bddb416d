import type { X509Certificate } from 'node:crypto';
import type { Brand } from '../../util/brand.ts';

/** A stamp that is kept. */
export type StampId = Brand<string, 'StampId'>;

/** Bytes of a response at most. */
export const MOST_STAMP = 256 * 1024;

export const STAMP_PROBLEMS = [
  'unreadable', // no response of an authority
  'refused', // the authority gave no stamp
  'other-pack', // it is the stamp of something else
  'other-request', // its nonce is not that of the request
  'changed', // what it says is not what was signed
  'unknown-algorithm', // one that is not believed, or not known
  'no-certificate', // that of who signed did not come with it
  'wrong-certificate', // not one for time stamps, or not valid at that time
  'untrusted', // it leads to none of the anchors that were given
] as const;
export type StampProblem = (typeof STAMP_PROBLEMS)[number];

/** What a stamp says, and what speaks against believing it. */
export interface StampReading {
  readonly at: Date | null; // null: nothing could be read, or nothing of it is signed
  readonly by: string | null; // whose certificate it is
  readonly serial: string | null; // hex
  readonly policy: string | null; // OID
  readonly trusted: boolean | null; // by the anchors; null: none were given, and only the bytes are vouched for
  readonly problems: readonly StampProblem[]; // none: it stands
}

/** By what a stamp is judged. */
export interface StampOrder {
  readonly sha256: string; // of the pack, hex
  readonly nonce?: string | null; // of the request, where somebody kept it; null: it had none
  readonly anchors?: readonly X509Certificate[] | null; // whom whoever asks trusts
}
