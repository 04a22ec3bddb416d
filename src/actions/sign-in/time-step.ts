import { createHmac, timingSafeEqual } from 'node:crypto';

const PERIOD_MS = 30_000;
/** Steps around now. The library takes one to either side; one more because its clock may tick after ours. */
const AROUND = [2, 1, 0, -1];

/**
 * The time step (RFC 6238, 30 seconds since 1970) whose code this is, the latest if there are several; null when it is none of
 * about now.
 *
 * @param secret its UTF-8 bytes are the key, as better-auth has it
 */
export function timeStepOf(code: string, secret: string, now: Date): number | null {
  const current = Math.floor(now.getTime() / PERIOD_MS);
  const given = Buffer.from(code);
  const step = AROUND.map((offset) => current + offset).find((one) => {
    const expected = Buffer.from(hotp(secret, one));
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  return step ?? null;
}

/** RFC 4226: SHA-1, six digits. */
function hotp(secret: string, counter: number): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const hash = createHmac('sha1', secret).update(message).digest();
  const number = hash.readUInt32BE(hash.at(-1)! & 15) & 0x7fff_ffff;
  return String(number % 1_000_000).padStart(6, '0');
}
