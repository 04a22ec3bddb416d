import {
  attachmentBytes,
  type ComposedFile,
  composeMail,
  encodeWords,
  type Message,
  parseMail,
  readOrigin,
} from '../mail/index.ts';
import { forwardedIn } from '../text/index.ts';

/** A mail that somebody forwarded: the bytes as they came, or written anew from what their mail program left of it. */
export interface ForwardedMail {
  readonly raw: Uint8Array;
  readonly from: string; // as a list shows it; '' when unknown
  readonly subject: string;
}

/** What somebody sent to the consultation address. */
export interface Forwarded {
  readonly words: string; // their own
  readonly subject: string; // of their own mail
  readonly mails: readonly ForwardedMail[]; // none: they tell of something in their own words
  readonly files: readonly ComposedFile[]; // what came with their own words
}

/** More than this and the mail is handed in as it is: nobody forwards so much by hand. */
const MOST_ATTACHMENTS = 20;
/** Colleagues who forwarded it to each other before. */
const MOST_HANDS = 5;

/**
 * Takes a mail to the consultation address apart: mails that are attached (message/rfc822, .eml), else one that stands in its text, else its
 * own words. Of mails from the company's own people the one inside is meant.
 *
 * @returns null when it holds more than is taken apart, or was cut: the mail itself is handed in then.
 * @throws UnreadableMailError when the bytes are no mail.
 */
export async function readForwarded(
  raw: Uint8Array,
  receivedAt: Date,
  company: (address: string) => boolean,
): Promise<Forwarded | null> {
  const message = await parseMail(raw, receivedAt);
  const cut = message.warnings.some((one) => one === 'too-large' || one === 'too-many-parts');
  if (cut || message.attachments.length > MOST_ATTACHMENTS) return null;
  const files = await filesOf(raw, message);
  const body = textOf(message);
  const { subject } = message;
  const attached = files.filter(isMail);
  if (attached.length > 0) {
    const left = files.filter((file) => !isMail(file));
    return { words: withLeft(body, left), subject, mails: attached.map(({ bytes }) => asForwarded(bytes)), files: [] };
  }
  const inline = throughHands(body, company);
  if (inline === null) return { words: body, subject, mails: [], files };
  const { own, head, from, text } = inline;
  const fields = [
    'X-Komainu-Forwarded: inline',
    ...(from === null ? [] : [`From: ${from.name === '' ? '' : `${encodeWords(from.name)} `}<${from.address}>`]),
    `Subject: ${encodeWords(inline.subject)}`,
  ];
  const mail = {
    raw: composeMail(fields, text, files),
    from: from === null ? '' : shown(from),
    subject: inline.subject,
  };
  return { words: [own, head].filter((part) => part !== '').join('\n\n'), subject, mails: [mail], files: [] };
}

const textOf = ({ parts }: Message): string =>
  (parts.find(({ id }) => id === 'body') ?? parts.find(({ id }) => id === 'html'))?.text.trim() ?? '';

async function filesOf(raw: Uint8Array, { attachments }: Message): Promise<ComposedFile[]> {
  const files: ComposedFile[] = [];
  for (const [index, { filename, contentType }] of attachments.entries()) {
    const bytes = await attachmentBytes(raw, index);
    if (bytes !== null) files.push({ name: filename, type: contentType, bytes });
  }
  return files;
}

/** By its type, or a file that calls itself one and begins like one. */
function isMail({ name, type, bytes }: ComposedFile): boolean {
  if (bytes.byteLength === 0) return false;
  if (type === 'message/rfc822' || type === 'message/global') return true;
  if (!/\.eml$/i.test(name)) return false;
  const { fromFields, messageId, subject } = readOrigin(bytes);
  return fromFields > 0 || messageId !== null || subject !== '';
}

function asForwarded(raw: Uint8Array): ForwardedMail {
  const { from, subject } = readOrigin(raw);
  return { raw, from: from[0] === undefined ? '' : shown(from[0]), subject };
}

const shown = ({ name, address }: { readonly name: string; readonly address: string }): string =>
  name === '' ? address : `${name} <${address}>`;

/** The forwarded mail in a text. A colleague's that holds another is words about that one. */
function throughHands(body: string, company: (address: string) => boolean) {
  let found = forwardedIn(body);
  for (let hands = 1; found !== null && hands < MOST_HANDS; hands++) {
    const { own, head, from, text } = found;
    const inner = from !== null && company(from.address) ? forwardedIn(text) : null;
    if (inner === null) break;
    found = { ...inner, own: [own, head, inner.own].filter((part) => part !== '').join('\n\n') };
  }
  return found;
}

/** A case has one mail: files beside it are named, and stay in the mailbox. */
const withLeft = (words: string, left: readonly ComposedFile[]): string =>
  left.length === 0 ? words : `${words}\n\n[${left.map(({ name }) => name).join(', ')}]`.trim();
