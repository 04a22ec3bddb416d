import { PGlite } from '@electric-sql/pglite';

/**
 * How PGlite starts, with less memory than PostgreSQL takes for a hundred sessions: it has one. A database of 50,000 small rows takes 300 MB with
 * the usual 128 MB of shared buffers and 160 with 16; below 128 MB of memory for the whole its WebAssembly does not start.
 */
export const SMALL: string[] = [
  ...PGlite.defaultStartParams,
  ...['shared_buffers=32MB', 'max_connections=8'].flatMap((setting) => ['-c', setting]),
];
