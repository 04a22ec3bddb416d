import { isBlank, isRuler, type Line } from './lines.ts';
import { isContact, isDeviceLine, isName, isSentence } from './signature-lines.ts';

/** A signature is short; a longer block is somebody's words behind a ruler. */
const MAX_LINES = 14;
/** Slogans and names in hiragana inside a signature: they stay own, but do not end the search. */
const MAX_STRANGERS = 3;

/**
 * Which of the lines [from, to), a stretch of own words, are its closing signature. Read from below, line by line:
 * only what is recognised counts, so that a threat between a phone number and a ruler stays own.
 */
export function signatureLines(
  lines: readonly Line[],
  from: number,
  to: number,
  notice: ReadonlySet<number>,
): number[] {
  const taken: number[] = [];
  let contact = false;
  let strangers = 0;
  let gap = false;
  let read = 0;
  for (let i = to - 1; i >= from && read < MAX_LINES; i--) {
    const line = lines[i]!;
    if (isBlank(line)) {
      gap = true;
      continue;
    }
    if (notice.has(i)) continue;
    read++;
    if (isDeviceLine(line.text)) {
      taken.push(i);
      contact = true;
    } else if (isRuler(line)) {
      taken.push(i);
      gap = false; // a ruler opens or closes the block: names may stand on its other side
      continue;
    } else if (isContact(line.text)) {
      taken.push(i);
      contact = true;
    } else if (!gap && isName(line.text)) {
      taken.push(i);
    } else if (gap && contact) {
      break;
    } else if (/^\s*※/.test(line.text) && line.text.length <= 80) {
      continue;
    } else if (isSentence(line.text) || ++strangers > MAX_STRANGERS) {
      break;
    }
    gap = false;
  }
  return contact ? taken : [];
}
