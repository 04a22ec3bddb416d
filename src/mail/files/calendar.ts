import { decodeText } from '../decode/charset.ts';
import { decodeQuotedPrintable } from '../decode/transfer.ts';
import { htmlWords } from '../html/html.ts';
import { unsaid } from '../html/html-only.ts';

const SHOWN = new Set('summary description location comment fn nickname org title role note'.split(' '));
const SHOWN_HTML = 'x-alt-desc'; // what Outlook shows for the description

/** Of a component as RFC 7265 has it. */
type Property = readonly [name: string, parameters: unknown, type: string, ...values: unknown[]];
type Component = readonly [name: string, properties: readonly Property[], inside: readonly Component[]];

/** What an invitation (RFC 5545) or a card (RFC 6350) says to people, a line for each; of one that is broken its lines as they stand. */
export async function calendarText(written: string): Promise<string> {
  const text = /ENCODING=QUOTED-PRINTABLE/i.test(written) // of version 1.0 and 2.1
    ? decodeText(decodeQuotedPrintable(Buffer.from(written)), null).text
    : written;
  const { default: ICAL } = await import('ical.js'); // few mails bring one
  let whole: readonly Component[];
  try {
    const parsed: unknown = ICAL.parse(text);
    whole = (Array.isArray(parsed) && typeof parsed[0] === 'string' ? [parsed] : parsed) as readonly Component[];
  } catch {
    return text.replace(/\r?\n[ \t]/g, '');
  }
  const [lines, pages]: [string[], string[]] = [[], []];
  const open = [...whole].reverse(); // no recursion: nesting is hostile
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const [name, properties, inside] = one;
    if (name === 'valarm' || name === 'vtimezone') continue; // for programs
    for (const [property, , , ...values] of properties) {
      const said = values
        .flat()
        .filter((value) => typeof value === 'string')
        .join('\n');
      if (SHOWN.has(property)) lines.push(said);
      else if (property === SHOWN_HTML) pages.push(htmlWords(said).text);
    }
    open.push(...[...inside].reverse());
  }
  const plain = lines.join('\n');
  return [plain, unsaid(pages.join('\n'), plain)].filter((said) => said !== '').join('\n');
}
