import { gunzipSync, gzipSync } from 'node:zlib';
import type { DictionaryFile } from '../../detect/index.ts';

/** The files of the dictionaries as bytes: a trial judges by them, whatever becomes of the folder meanwhile. */
export const packFiles = (files: readonly DictionaryFile[]): Uint8Array => gzipSync(JSON.stringify(files));

/** @param packed by `packFiles` */
export const unpackFiles = (packed: Uint8Array): readonly DictionaryFile[] =>
  JSON.parse(gunzipSync(packed).toString('utf8')) as readonly DictionaryFile[];
