/** TimeStampReq of version 1 with a SHA-256, which stands between these, and the wish for the certificate (RFC 3161, 2.4.1). */
const [HEAD, TAIL] = ['30390201013031300d060960864801650304020105000420', '0101ff'];

/**
 * A request to stamp a pack, by its SHA-256 alone. It has no nonce: what comes back is handed over by people, and an older stamp
 * of the same bytes would be no worse.
 *
 * @param sha256 hex
 */
export function stampRequest(sha256: string): Uint8Array<ArrayBuffer> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('no SHA-256');
  return Uint8Array.from(Buffer.from(`${HEAD}${sha256}${TAIL}`, 'hex'));
}
