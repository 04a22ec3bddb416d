let given = 0;

/**
 * An address that no other browser of this worker has: the limits of signing in count wrong passwords by address, and a test that
 * gives some must not keep out another.
 */
export function ownAddress(): string {
  given += 1;
  return `198.18.${given >> 8}.${given & 255}`; // 198.18.0.0/15 is for tests (RFC 2544)
}
