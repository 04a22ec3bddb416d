let given = 0;

/**
 * An address that no other browser of this worker has. The limits of signing in count by address, are kept by the process and
 * so outlive a desk: two files that sign in from the same address would lock each other out.
 */
export function ownAddress(): string {
  given += 1;
  return `198.18.${given >> 8}.${given & 255}`; // 198.18.0.0/15 is for tests (RFC 2544)
}
