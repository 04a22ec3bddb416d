import { gunzipSync, gzipSync } from 'node:zlib';
import type { DictionaryFile } from '../../detect/index.ts';

type Version = readonly DictionaryFile[];

/** The files of some versions of the dictionaries as bytes: a run judges by them, whatever becomes of the folder meanwhile. */
export const packVersions = (versions: readonly Version[]): Uint8Array => gzipSync(JSON.stringify(versions));

/** @param packed by `packVersions` */
export const unpackVersions = (packed: Uint8Array): readonly Version[] =>
  JSON.parse(gunzipSync(packed).toString('utf8')) as readonly Version[];
