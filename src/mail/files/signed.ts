import { decodeTransfer } from '../decode/transfer.ts';
import { MAIL_BYTES } from '../limits.ts';
import type { Leaf } from '../structure/leaf.ts';
import { type Structure, walk } from '../structure/structure.ts';

const SIGNED_DATA = '1.2.840.113549.1.7.2';
const LIMITS = {
  maxDepth: 32,
  maxNodes: 100_000,
  maxContentLength: MAIL_BYTES,
  parseEmbedded: false,
  copyInput: false,
};
const DEPTH = 3; // signed mails in signed mails

/** The parts of a mail; in the place of a signature that carries a mail those of the mail in it, as a reader sees them. */
export async function readStructure(bytes: Buffer, depth = 0): Promise<Structure> {
  const whole = walk(bytes);
  const warnings = new Set(whole.warnings);
  const leaves: Leaf[] = [];
  for (const leaf of whole.leaves) {
    const content = depth < DEPTH ? await signedContent(leaf) : null;
    if (content === null) {
      leaves.push(leaf);
      continue;
    }
    const inner = await readStructure(content, depth + 1);
    leaves.push(...inner.leaves);
    for (const warning of inner.warnings) warnings.add(warning);
  }
  return { fields: whole.fields, leaves, warnings: [...warnings] };
}

/**
 * The mail inside a signed one that carries it within its signature (S/MIME, opaque signing: RFC 8551, 3.5.2). Mail programs show it;
 * whether the signature holds is not asked.
 *
 * @returns null for whatever else is sent as application/pkcs7-mime, what is encrypted among it
 */
async function signedContent({ kind, type, naming, body, encoding }: Leaf): Promise<Buffer | null> {
  if (kind !== 'file') return null;
  const named = type === 'application/octet-stream' && /\.p7m\b/i.test(naming.type + naming.disposition);
  if (!named && !/^application\/(x-)?pkcs7-mime$/.test(type)) return null;
  try {
    return await contentOf(decodeTransfer(body, encoding, MAIL_BYTES));
  } catch {
    return null;
  }
}

/** ContentInfo → SignedData → EncapsulatedContentInfo → eContent (RFC 5652, 5). */
async function contentOf(bytes: Buffer): Promise<Buffer | null> {
  const { Constructed, fromBER, ObjectIdentifier, OctetString } = await import('asn1js'); // few mails are signed so
  const insideOf = (block: unknown): readonly unknown[] => (block instanceof Constructed ? block.valueBlock.value : []);
  const { offset, result } = fromBER(bytes, LIMITS);
  if (offset < 0) return null;
  const [kind, explicit] = insideOf(result);
  if (!(kind instanceof ObjectIdentifier) || kind.valueBlock.toString() !== SIGNED_DATA) return null;
  const encapsulated = insideOf(insideOf(explicit)[0])[2];
  const content = insideOf(insideOf(encapsulated)[1])[0];
  return content instanceof OctetString ? Buffer.from(content.getValue()) : null;
}
