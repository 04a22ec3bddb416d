import { INCIDENT_HEADER } from '../../cases/index.ts';
import { type ComposedFile, composeMail } from '../../mail/index.ts';

/** A file that somebody gives to what they hand in: a photo, a recording, a saved mail. */
export type IncidentFile = ComposedFile;

/** Words in quotation marks, of either script. */
const SAID = /[「『“"]([^「」『』“”"\n]{2,300})[」』”"]/g;

/**
 * The words of an incident as they are judged. Whoever tells quotes, and a judgement counts nothing that is only reported: what stands in
 * quotation marks is said once more below, as it was said to them.
 *
 * @example
 * toBeJudged('「殺すぞ」と言われました。') // → '「殺すぞ」と言われました。\n\n言われた言葉：\n殺すぞ'
 */
export function toBeJudged(words: string): string {
  const said = [...new Set([...words.matchAll(SAID)].map(([, text]) => text!.trim()))];
  if (said.length === 0) return words;
  const heading = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(words)
    ? '言われた言葉：'
    : 'What was said:';
  return `${words}\n\n${heading}\n${said.join('\n')}`;
}

/**
 * The words of an incident and its files as one mail, so that both are judged, kept, shown, downloaded and deleted as those of mails are.
 * It says itself what it is.
 */
export const mailOfIncident = (words: string, files: readonly IncidentFile[]): Uint8Array =>
  composeMail([`${INCIDENT_HEADER}: yes`], toBeJudged(words), files);
