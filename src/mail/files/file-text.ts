import { clean } from '../clean.ts';
import { htmlWords } from '../html/html.ts';
import { calendarText } from './calendar.ts';
import { jsonText } from './json.ts';
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

/** Tables, logs and what else is mostly for programs. */
const DATA = /^text\/(csv|tab-separated-values|(x-)?log|css|(x-)?javascript|(x-)?(diff|patch))$|\bjson$/;
const DATA_FILE =
  /\.(csv|tsv|log|json|jsonl|xls[xm]|ods|ya?ml|ini|conf|sql|[jt]sx?|css|py|rb|php|java|[ch](pp)?|sh|bat|ps1|diff|patch|mbox)$/i;

/** Keys and signatures, PDF and PostScript: text to a program. */
const NO_WORDS = /^\s*(-----BEGIN |%PDF-|%!PS)/;

/** Whether a file is data: people look into it, and read all of none. */
export const isData = ({ type, filename }: Pick<MailFile, 'type' | 'filename'>): boolean =>
  DATA.test(type) || DATA_FILE.test(filename);

/** What a file of text says, by what its bytes are rather than by what it is called; null when they are no text. */
export async function fileText({ type, filename, charset, bytes }: MailFile): Promise<string | null> {
  const rich = rtfText(bytes);
  if (rich !== null) return clean(rich);
  const text = plainText(bytes, charset);
  if (text === null || NO_WORDS.test(text)) return null;
  if (/^\s*BEGIN:V(CALENDAR|CARD)/i.test(text)) return clean(await calendarText(text));
  if (/^\s*[{[]/.test(text)) return clean(jsonText(text));
  if (/html/.test(type) || /\.x?html?$/i.test(filename) || /^\s*<(!doctype )?html/i.test(text))
    return htmlWords(text).text;
  if (/\bxml$/.test(type) || /^\s*<\?xml/.test(text)) return clean(xmlText(text));
  return text;
}
