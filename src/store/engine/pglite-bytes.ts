import { type PGliteOptions, types } from '@electric-sql/pglite';

/**
 * How bytes go into PGlite and out of it. Its own way makes a string of each byte: some 0.8 s per MB, during which the
 * whole process stands still, and many times the memory.
 */
export const fastBytes = {
  serializers: {
    [types.BYTEA]: ({ buffer, byteOffset, byteLength }: Uint8Array) => hex(buffer, byteOffset, byteLength),
  },
  parsers: { [types.BYTEA]: (text: string) => Buffer.from(text.slice(2), 'hex') }, // behind `\x`
} satisfies PGliteOptions;

const hex = (...view: [ArrayBufferLike, number, number]): string => `\\x${Buffer.from(...view).toString('hex')}`;
