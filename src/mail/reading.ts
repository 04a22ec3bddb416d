import { ends } from './clean.ts';
import { decodeTransfer } from './decode/transfer.ts';
import { type AttachedDocument, documentsAmong } from './documents/attached.ts';
import { safeFileName } from './file-name.ts';
import { filesOf, type NamedLeaf } from './files/files-of.ts';
import { type AttachedText, readFiles } from './files/read-files.ts';
import { readStructure } from './files/signed.ts';
import { decodedValue, type Field, firstValue } from './header.ts';
import { htmlWords } from './html/html.ts';
import { unsaid } from './html/html-only.ts';
import { ATTACHED_DEPTH, ATTACHED_MAILS, MAIL_BYTES, TEXT_CHARACTERS } from './limits.ts';
import { withLineFeeds } from './line-ends.ts';
import type { Attachment, MailWarning } from './message.ts';
import type { Leaf } from './structure/leaf.ts';
import { type ReadFile, readLeaves } from './structure/read-leaves.ts';
import { rewrite } from './structure/rewrite.ts';

/** One mail as read, and the mails attached to it as texts. */
export interface Reading {
  readonly fields: readonly Field[];
  readonly subject: string;
  readonly body: string;
  readonly html: string; // only what the body does not say
  readonly hidden: string; // what HTML does not show
  readonly attached: readonly AttachedText[]; // subject and texts of each attached mail, those inside it after it, then files of text
  readonly documents: readonly AttachedDocument[]; // of attached mails, too
  readonly attachments: readonly Attachment[];
  readonly warnings: ReadonlySet<MailWarning>;
}

/** Shared by a mail and the mails inside it. */
interface Budget {
  mails: number;
  characters: number; // of all attached mails together
}

export const readMail = (bytes: Buffer): Promise<Reading> =>
  readAt(bytes, 0, { mails: ATTACHED_MAILS, characters: TEXT_CHARACTERS });

async function readAt(bytes: Buffer, depth: number, budget: Budget): Promise<Reading> {
  const { fields, leaves, warnings: found } = await readStructure(withLineFeeds(bytes));
  const rewritten = rewrite(leaves);
  const warnings = new Set<MailWarning>([...found, ...rewritten.warnings]);
  const { text, html, files } = await readLeaves(rewritten.chunks);
  const pages = html.map(htmlWords);
  if (pages.some((page) => page.hidden)) warnings.add('hidden-text');
  if (pages.some((page) => page.cut)) warnings.add('text-cut');
  const attachments = attachmentsOf(leaves, files);
  if (attachments.some(isTnef)) warnings.add('tnef');
  const body = cut(text, TEXT_CHARACTERS, warnings);
  const named = filesOf(leaves, attachments);
  const inner = await readAttached(named, depth, budget, warnings);
  const all = (texts: readonly string[]): string => cut(texts.join('\n\n').trim(), TEXT_CHARACTERS, warnings);
  const words = all(pages.map((page) => page.text));
  const beside = all(pages.map((page) => page.beside));
  return {
    fields,
    subject: decodedValue(firstValue(fields, 'subject') ?? ''),
    body,
    html: unsaid(words, body),
    hidden: beside === '' ? '' : unsaid(beside, body),
    attached: [...inner.texts, ...(await readFiles(named, `${body}\n${words}`, { budget, warnings }))],
    documents: [...documentsAmong(named), ...inner.documents],
    attachments,
    warnings,
  };
}

function cut(text: string, limit: number, warnings: Set<MailWarning>): string {
  if (text.length > limit) warnings.add('text-cut');
  return ends(text, limit);
}

/** What `readLeaves` measured, in the same order, under the types the mail gives. */
function attachmentsOf(leaves: readonly Leaf[], files: readonly ReadFile[]): Attachment[] {
  return leaves
    .filter(({ kind }) => kind === 'file' || kind === 'mail')
    .map(({ type }, index) => ({
      filename: safeFileName(files[index]?.filename ?? ''),
      contentType: type,
      size: files[index]?.size ?? 0,
      sha256: files[index]?.sha256 ?? '',
    }));
}

const isTnef = ({ contentType, filename }: Attachment): boolean =>
  /^application\/(vnd\.)?ms-tnef$/.test(contentType) || filename.toLowerCase() === 'winmail.dat';

async function readAttached(
  files: readonly NamedLeaf[],
  depth: number,
  budget: Budget,
  warnings: Set<MailWarning>,
): Promise<{ texts: AttachedText[]; documents: AttachedDocument[] }> {
  const texts: AttachedText[] = [];
  const documents: AttachedDocument[] = [];
  for (const { leaf, file, isMail } of files) {
    if (!isMail) continue;
    if (depth >= ATTACHED_DEPTH) warnings.add('too-deep');
    else if (budget.mails === 0) warnings.add('too-many-parts');
    else {
      budget.mails--;
      const inner = await readAt(decodeTransfer(leaf.body, leaf.encoding, MAIL_BYTES), depth + 1, budget);
      const text = [inner.subject, inner.body, inner.html, inner.hidden].filter((part) => part !== '').join('\n\n');
      texts.push({ file, text: cut(text, budget.characters, warnings) }, ...inner.attached);
      documents.push(...inner.documents);
      budget.characters = Math.max(budget.characters - text.length, 0);
      for (const warning of inner.warnings) warnings.add(warning);
    }
  }
  return { texts, documents };
}
