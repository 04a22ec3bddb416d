import { TooManyBytes, TooManyEntries, unzip } from '../evidence/unzip.ts';
import { descendantsOf, parseXml } from './xml.ts';

/** What a template may hold: bytes as a file, bytes unpacked, and parts. A letterhead with a logo has far less. */
export const TEMPLATE_LIMITS = { bytes: 2 * 1024 * 1024, unpacked: 20 * 1024 * 1024, parts: 300 } as const;

/** The parts of a Word file by their path. */
export type DocxParts = ReadonlyMap<string, Uint8Array>;

export type UnreadableDocx =
  | 'too-large'
  | 'not-docx'
  | 'old-doc' // as Word wrote them until 2003, or locked by a password
  | 'bomb'; // small to send, huge to unpack

/** Takes a Word file apart, within limits. It is read once, by one reader; all that follows sees what that one saw. */
export async function openDocx(
  bytes: Uint8Array,
  most: number = TEMPLATE_LIMITS.bytes,
): Promise<DocxParts | UnreadableDocx> {
  if (bytes.byteLength > most) return 'too-large';
  if (OLE.every((byte, index) => bytes[index] === byte)) return 'old-doc';
  try {
    const entries = await unzip(bytes, { most: TEMPLATE_LIMITS.unpacked, mostEntries: TEMPLATE_LIMITS.parts });
    const files = entries.filter(({ path }) => !path.endsWith('/'));
    const parts = new Map<string, Uint8Array>();
    for (const { path, safe, bytes: own } of files) {
      if (!safe || own === null || parts.has(path)) return 'not-docx';
      parts.set(path, own);
    }
    return mainPartOf(parts) === null ? 'not-docx' : parts;
  } catch (error) {
    return error instanceof TooManyBytes || error instanceof TooManyEntries ? 'bomb' : 'not-docx';
  }
}

/** How a compound file begins. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

/** The same for one that we made. @throws Error when it is none after all */
export async function openOwnDocx(bytes: Uint8Array): Promise<DocxParts> {
  const parts = await openDocx(bytes, Number.POSITIVE_INFINITY);
  if (typeof parts === 'string') throw new Error(`A letter of our own cannot be opened: ${parts}`);
  return parts;
}

/** The text of a part; '' for one that is not there. */
export const partText = (parts: DocxParts, path: string): string => {
  const bytes = parts.get(path);
  return bytes === undefined ? '' : Buffer.from(bytes).toString('utf8');
};

export interface Relation {
  readonly id: string; // by which the part speaks of it
  readonly type: string; // last word of its address: header, hyperlink, image …
  readonly target: string;
  readonly external: boolean;
}

/** What the relations of a part lead to. `path` is that of the part; '' for the file as a whole. */
export function relationsOf(parts: DocxParts, path: string): Relation[] {
  const slash = path.lastIndexOf('/') + 1;
  const text = partText(parts, `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`);
  return [...descendantsOf(parseXml(text))].flatMap(({ name, attributes }) =>
    name.replace(/^.*:/, '') === 'Relationship'
      ? [
          {
            id: attributes.Id ?? '',
            type: (attributes.Type ?? '').replace(/^.*\//, ''),
            target: attributes.Target ?? '',
            external: attributes.TargetMode === 'External',
          },
        ]
      : [],
  );
}

/** Path of the part that holds the text; null when these are no parts of a Word file. */
export function mainPartOf(parts: DocxParts): string | null {
  const relation = relationsOf(parts, '').find(({ type, external }) => type === 'officeDocument' && !external);
  const path = relation?.target.replace(/^\//, '') ?? '';
  const isWord = /<(?:\w+:)?document[\s>]/.test(partText(parts, path));
  return isWord && parts.has('[Content_Types].xml') ? path : null;
}

/** Path of a part that another names. */
export const resolved = (from: string, target: string): string =>
  target.startsWith('/') ? target.slice(1) : from.slice(0, from.lastIndexOf('/') + 1) + target;
