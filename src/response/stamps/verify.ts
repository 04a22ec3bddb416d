import type { StampOrder, StampReading } from './reading.ts';

/**
 * Looks whether a response stamps a pack: its imprint, the signature over it by the certificate that came with it, and, where anchors are
 * given, whether that certificate leads to one of them. Asks nobody.
 *
 * @example
 * const { at, by, problems } = await verifyStamp(await readFile('pack.zip.tsr'), { sha256 });
 */
export async function verifyStamp(response: Uint8Array, order: StampOrder): Promise<StampReading> {
  const { judgeStamp } = await import('./judge.ts'); // only now: every command would load it
  return judgeStamp(response, order);
}

/** The nonce of a request, ours or another's; null: it has none, `unreadable`: it is no request. */
export async function nonceOfRequest(request: Uint8Array): Promise<string | null | 'unreadable'> {
  const { nonceOf } = await import('./judge.ts');
  return nonceOf(request);
}
