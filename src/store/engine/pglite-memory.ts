import { PGlite } from '@electric-sql/pglite';

const SETTINGS = [
  'shared_buffers=32MB',
  'max_connections=8',
  'max_wal_size=160MB', // what of its log is kept to be written over; see tidy.ts
  'min_wal_size=32MB',
];

/**
 * How PGlite starts, with less memory than PostgreSQL takes for a hundred sessions: it has one. A database of 50,000 small rows takes 300 MB with
 * the usual 128 MB of shared buffers and 160 with 16; below 128 MB of memory for the whole its WebAssembly does not start.
 */
export const SMALL: string[] = [...PGlite.defaultStartParams, ...SETTINGS.flatMap((setting) => ['-c', setting])];
