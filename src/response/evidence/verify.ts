import { canonicalJson } from './canonical.ts';
import { MANIFEST, type Manifest, parseManifest, parseSums, SUMS, sha256Of, sumsOf } from './manifest.ts';
import { type FoundEntry, TooManyEntries, unzip } from './unzip.ts';
import { zipOf } from './zip.ts';

export const PROBLEM_KINDS = [
  'no-zip', // nothing in it can be read
  'too-many', // more files than any pack has: none was looked at
  'missing', // the manifest has it, the pack does not
  'added', // the other way round
  'changed',
  'disagree', // manifest.json and manifest.sha256 do not fit each other, and it cannot be told which was changed
  'duplicate',
  'unsafe-name', // one that would leave the folder in which the pack is taken apart
  'trailing', // bytes behind the end
  'container', // every file is as the manifest says, and the zip around them is not
  'other-pack', // whole, yet not the one whose hash was noted elsewhere
] as const;

/** What is not as it was when the pack was made. */
export interface PackProblem {
  readonly kind: (typeof PROBLEM_KINDS)[number];
  readonly path: string | null; // null: the pack as a whole
  readonly detail: string; // English, for whoever looks closer; '' where the kind says it all
}

export interface PackVerification {
  readonly sha256: string; // of the pack as it is
  readonly size: number; // bytes
  readonly manifest: Manifest | null; // what the pack says of itself; null when that cannot be read
  readonly problems: readonly PackProblem[]; // none: it is whole
}

/**
 * Looks whether a pack is as it was made, byte by byte: files against the manifest, the manifest against its hash, and the zip
 * against the only one that these files make. A pack that was made anew as a whole is found by its hash alone.
 *
 * @param noted the hash of the pack as it was noted elsewhere, hex; null where nobody has it
 *
 * @example
 * const { problems } = await verifyPack(await readFile('pack.zip'), null);
 */
export async function verifyPack(bytes: Uint8Array, noted: string | null): Promise<PackVerification> {
  const sha256 = sha256Of(bytes);
  const found = await look(bytes);
  const other: PackProblem[] =
    noted !== null && noted !== sha256 ? [{ kind: 'other-pack', path: null, detail: `noted ${noted}` }] : [];
  return { sha256, size: bytes.byteLength, ...found, problems: [...found.problems, ...other] };
}

type Looked = Pick<PackVerification, 'manifest' | 'problems'>;

async function look(bytes: Uint8Array): Promise<Looked> {
  const end = endOf(bytes);
  const problems: PackProblem[] = [];
  if (end < bytes.byteLength)
    problems.push({ kind: 'trailing', path: null, detail: `${bytes.byteLength - end} bytes from byte ${end}` });
  let entries: FoundEntry[];
  try {
    entries = await unzip(bytes.subarray(0, end));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const kind = error instanceof TooManyEntries ? 'too-many' : 'no-zip';
    return { manifest: null, problems: [...problems, { kind, path: null, detail }] };
  }
  const byPath = new Map<string, FoundEntry>();
  for (const entry of entries) {
    if (!entry.safe) problems.push({ kind: 'unsafe-name', path: entry.path, detail: '' });
    if (byPath.has(entry.path)) problems.push({ kind: 'duplicate', path: entry.path, detail: '' });
    else byPath.set(entry.path, entry);
  }
  const { manifest, problems: inFiles } = compare(byPath);
  const all = [...problems, ...inFiles];
  if (all.length > 0) return { manifest, problems: all };
  // every file is as it was, and can be put into a zip again
  return { manifest, problems: await container(bytes.subarray(0, end), entries) };
}

/** Where the zip ends. Ours has no comment, so what follows its last record was put there. */
function endOf(bytes: Uint8Array): number {
  const LAST_RECORD = 22; // bytes
  const at = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf(
    'PK\u0005\u0006',
    undefined,
    'latin1',
  );
  return at < 0 ? bytes.byteLength : Math.min(at + LAST_RECORD, bytes.byteLength);
}

function compare(found: ReadonlyMap<string, FoundEntry>): Looked {
  const problems: PackProblem[] = [];
  const own = found.get(MANIFEST)?.bytes ?? null;
  const beside = found.get(SUMS)?.bytes ?? null;
  const manifest = own && parseManifest(own);
  const sums = beside && parseSums(beside);
  for (const [path, read] of [
    [MANIFEST, manifest],
    [SUMS, sums],
  ] as const) {
    if (!found.has(path)) problems.push({ kind: 'missing', path, detail: '' });
    else if (read === null)
      problems.push({ kind: 'changed', path, detail: found.get(path)?.problem ?? 'not in its form' });
  }
  const stands = own !== null && sums?.get(MANIFEST) === sha256Of(own); // the manifest is the one that the sums know
  if (manifest !== null && own !== null && sums !== null && beside !== null) {
    const expected = Buffer.from(sumsOf(manifest, own));
    if (stands && !expected.equals(beside))
      problems.push({ kind: 'changed', path: SUMS, detail: 'not the sums of the manifest' });
    if (!stands) problems.push({ kind: 'disagree', path: MANIFEST, detail: `does not have the sum in ${SUMS}` });
    if (stands && canonicalJson(manifest) !== Buffer.from(own).toString('utf8'))
      problems.push({ kind: 'changed', path: MANIFEST, detail: 'not in its form' });
  }
  const expected = stands || sums === null ? ofManifest(manifest) : sums;
  for (const [path, sum] of expected) {
    if (path === MANIFEST || path === SUMS) continue;
    const entry = found.get(path);
    if (entry === undefined) problems.push({ kind: 'missing', path, detail: '' });
    else if (entry.bytes === null) problems.push({ kind: 'changed', path, detail: entry.problem ?? '' });
    else if (sha256Of(entry.bytes) !== sum)
      problems.push({ kind: 'changed', path, detail: `sha256 ${sha256Of(entry.bytes)}, was ${sum}` });
  }
  for (const path of found.keys())
    if (path !== MANIFEST && path !== SUMS && !expected.has(path)) problems.push({ kind: 'added', path, detail: '' });
  return { manifest, problems };
}

const ofManifest = (manifest: Manifest | null): ReadonlyMap<string, string> =>
  new Map(manifest?.files.map(({ path, sha256 }) => [path, sha256]));

/** Compares the zip with the one that its own files make. */
async function container(bytes: Uint8Array, entries: readonly FoundEntry[]): Promise<PackProblem[]> {
  let anew: Buffer;
  try {
    anew = await zipOf(entries.map(({ path, bytes: own }) => ({ path, bytes: own! })));
  } catch (error) {
    return [{ kind: 'container', path: null, detail: error instanceof Error ? error.message : String(error) }];
  }
  if (anew.equals(bytes)) return [];
  const at = anew.findIndex((byte, place) => byte !== bytes[place]);
  return [{ kind: 'container', path: null, detail: `from byte ${at < 0 ? anew.byteLength : at}` }];
}
