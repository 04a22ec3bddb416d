import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from './canonical.ts';
import { CONTENTS, PURPOSES, RECIPIENTS } from './recipients.ts';

export const MANIFEST = 'manifest.json';
/** In the form of `sha256sum`, so that anybody can check a pack that was taken apart. */
export const SUMS = 'manifest.sha256';

/** A file of a pack. */
export interface PackFile {
  readonly path: string; // ASCII, with slashes
  readonly what: z.output<typeof What>;
  readonly bytes: Uint8Array;
}

const What = z.enum([...CONTENTS, 'read-me', 'cover', 'summary', 'dossier', 'letter', 'kept']);

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const Manifest = z.strictObject({
  format: z.literal('komainu-evidence'),
  version: z.literal(1),
  case: z.string(), // or several, with a blank between, or none
  counterparty: z.string().optional(), // where it is about all that was done towards one
  recipient: z.enum([...RECIPIENTS, 'requester']), // requester: who asked what is kept of them
  purpose: z.enum([...PURPOSES, 'disclosure']),
  made: z.strictObject({ at: z.iso.datetime(), by: z.string(), komainu: z.string() }),
  files: z.array(z.strictObject({ path: z.string(), what: What, size: z.int().min(0), sha256 })),
});

/** What a pack is, and every file in it. */
export type Manifest = z.output<typeof Manifest>;

/** What a pack says of itself. */
export type PackHead = Pick<Manifest, 'case' | 'counterparty' | 'recipient' | 'purpose' | 'made'>;

/** Hex. */
export const sha256Of = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

const byPath = (a: { readonly path: string }, b: { readonly path: string }): number => (a.path < b.path ? -1 : 1);

export const manifestOf = (head: PackHead, files: readonly PackFile[]): Manifest => ({
  format: 'komainu-evidence',
  version: 1,
  ...head,
  files: files
    .map(({ path, what, bytes }) => ({ path, what, size: bytes.byteLength, sha256: sha256Of(bytes) }))
    .sort(byPath),
});

/** Every file of the manifest and the manifest itself, one on a line. */
export function sumsOf(manifest: Manifest, manifestText: Uint8Array | string): string {
  const lines = [...manifest.files, { path: MANIFEST, sha256: sha256Of(manifestText) }].sort(byPath);
  return lines.map((line) => `${line.sha256}  ${line.path}\n`).join('');
}

/** The manifest and the sums of files, as they lie beside them. */
export function sealed(
  head: PackHead,
  files: readonly PackFile[],
): { readonly path: string; readonly bytes: Uint8Array }[] {
  const manifest = manifestOf(head, files);
  const text = canonicalJson(manifest);
  return [
    ...files.map(({ path, bytes }) => ({ path, bytes })),
    { path: MANIFEST, bytes: Buffer.from(text) },
    { path: SUMS, bytes: Buffer.from(sumsOf(manifest, text)) },
  ];
}

/** The manifest that bytes hold; null when they hold none, or one in another form than ours. */
export function parseManifest(bytes: Uint8Array): Manifest | null {
  try {
    return Manifest.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return null;
  }
}

/** Hash by path; null when a line is none of ours. */
export function parseSums(bytes: Uint8Array): ReadonlyMap<string, string> | null {
  const lines = Buffer.from(bytes).toString('utf8').split('\n');
  if (lines.pop() !== '') return null;
  const sums = new Map<string, string>();
  for (const line of lines) {
    const [, sum, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    if (sum === undefined || path === undefined || sums.has(path)) return null;
    sums.set(path, sum);
  }
  return sums;
}
