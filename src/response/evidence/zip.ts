import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

export interface ZipEntry {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * A zip wants a time for each file. In local time, as the library writes it, so that every zone writes the same; at noon, which no
 * zone has ever left out.
 */
const noTime = () => new Date(2000, 0, 1, 12);

/**
 * The one zip of these files: sorted by path, not compressed, without times. The same files give the same bytes, on every
 * machine; whoever has the files can make it anew and compare it (decision 0024).
 */
export async function zipOf(entries: readonly ZipEntry[]): Promise<Buffer<ArrayBuffer>> {
  const zip = new ZipFile();
  const failed = new Promise<never>((_, reject) => zip.once('error', reject));
  for (const { path, bytes } of entries.toSorted((a, b) => (a.path < b.path ? -1 : 1)))
    zip.addBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), path, {
      mtime: noTime(),
      forceDosTimestamp: true,
      mode: 0o100644,
      compress: false,
    });
  zip.end();
  return Promise.race([buffer(zip.outputStream), failed]);
}
