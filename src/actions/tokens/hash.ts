import { createHash } from 'node:crypto';

/** As the store knows a token. 256 random bits need no slow hash: there is nothing to guess. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
