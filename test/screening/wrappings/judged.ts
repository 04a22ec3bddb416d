import type { Assessment } from '../../../src/detect/index.ts';
import { noHistory, screen } from '../../../src/screening/index.ts';
import { shippedRules } from '../../support/shipped-rules.ts';
import { BYTES } from './bytes.ts';
import { DECODINGS } from './decodings.ts';
import { IN_FILES } from './files.ts';
import { HIDDEN_LETTERS } from './hidden-letters.ts';
import { NAMES } from './names.ts';
import { PADDING } from './padding.ts';
import { QUOTATIONS } from './quotations.ts';
import { THREATS, type Wrapping } from './wrapping.ts';

/** A list of wrappings is a file beside this one, and a line here. */
export const WRAPPINGS: readonly (readonly [kind: string, wrappings: readonly Wrapping[]])[] = [
  ['bytes', BYTES],
  ['decodings', DECODINGS],
  ['hidden letters', HIDDEN_LETTERS],
  ['padding', PADDING],
  ['in files', IN_FILES],
  ['quotations', QUOTATIONS],
  ['names', NAMES],
];

/** Each wrapping of a kind with each threat; those of megabytes with one threat, in a test of their own. */
export const tried = (wrappings: readonly Wrapping[], size: 'small' | 'large') =>
  wrappings
    .filter(({ large = false }) => large === (size === 'large'))
    .flatMap((one) => THREATS.slice(0, one.large ? 1 : undefined).map((threat) => ({ ...one, threat })));

/** What the shipped rules say of a mail. */
export async function judge(bytes: Buffer): Promise<Assessment> {
  const received = { bytes, receivedAt: new Date('2026-11-24T10:00:00+09:00'), source: 'inbox' };
  return (await screen(received, await shippedRules(), noHistory)).assessment;
}
