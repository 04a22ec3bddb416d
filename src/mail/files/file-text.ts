import { clean } from '../clean.ts';
import { htmlWords } from '../html/html.ts';
import { calendarText } from './calendar.ts';
import { plainText } from './plain.ts';
import { rtfText } from './rtf.ts';
import { xmlText } from './xml.ts';

/** A file that came with a mail, decoded. */
export interface MailFile {
  readonly type: string; // as the mail says, lower case
  readonly filename: string;
  readonly charset: string | null; // as declared
  readonly bytes: Buffer;
}

const TEXT = /^(text\/.*|application\/(octet-stream|(x-)?rtf|ics|xml|.*\+xml)|image\/svg\+xml)$/;
/** For programs and logs: nobody reads all of it, and what it quotes is not said to the company. */
const DATA =
  /^text\/(csv|tab-separated-values|(x-)?log|css|(x-)?javascript|(x-)?vcard|x-amp-html|rfc822-headers|(x-)?(diff|patch))$/;
const DATA_FILE =
  /\.(csv|tsv|log|json|ya?ml|ini|conf|sql|[jt]sx?|css|py|rb|php|java|[ch](pp)?|sh|bat|ps1|diff|patch|vcf|asc|sig|pem|cer|crt|key|eml|mbox)$/i;

/** Keys and signatures, PDF and PostScript: text to a program. */
const NO_WORDS = /^\s*(-----BEGIN |%PDF-|%!PS)/;

/** Whether people read such a file as they read the mail: an invitation, a letter, a text in Rich Text or XML. */
export const isForPeople = ({ type, filename }: Pick<MailFile, 'type' | 'filename'>): boolean =>
  TEXT.test(type) && !DATA.test(type) && !DATA_FILE.test(filename);

/** What a file of text says, by what its bytes are rather than by what it is called; null when they are no text. */
export async function fileText({ type, filename, charset, bytes }: MailFile): Promise<string | null> {
  const rich = rtfText(bytes);
  if (rich !== null) return clean(rich);
  const text = plainText(bytes, charset);
  if (text === null || NO_WORDS.test(text)) return null;
  if (/^\s*BEGIN:VCALENDAR/i.test(text)) return clean(await calendarText(text));
  if (/html/.test(type) || /\.x?html?$/i.test(filename) || /^\s*<(!doctype )?html/i.test(text))
    return htmlWords(text).text;
  if (/\bxml$/.test(type) || /^\s*<\?xml/.test(text)) return clean(xmlText(text));
  return text;
}
