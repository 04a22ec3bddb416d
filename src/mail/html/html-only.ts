/** A line this long, found in the other text, is there because it says the same. Shorter ones may occur by chance. */
const TELLING_LETTERS = 10;

const LINK = /(?:https?:\/\/|mailto:)[^\s<>"）)\]]+/g;

/** Letters and digits alone: how a mailer marks bold, lists, quotes and links in the plain text is no difference. */
const letters = (text: string): string => text.replace(LINK, '').replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * The lines of `html` whose words `plain` does not say, so that what is written in both is read once. A stretch of short
 * lines is left out only as a whole, and where each follows directly on the line before: words picked from here and
 * there are other words.
 */
export function unsaid(html: string, plain: string): string {
  const said = letters(plain);
  const kept: string[] = [];
  let position = 0; // in `said`, after the last line found
  let stretch: string[] = [];
  let stretchSaid = true;
  const endStretch = (): void => {
    if (!stretchSaid) kept.push(stretch.join('\n')); // not spread: there may be a million
    [stretch, stretchSaid] = [[], true];
  };
  for (const line of html.split('\n')) {
    const words = letters(line);
    const follows = said.startsWith(words, position);
    const found = follows ? position : words.length < TELLING_LETTERS ? -1 : said.indexOf(words);
    if (found >= 0) position = found + words.length;
    if (found >= 0 && words.length >= TELLING_LETTERS) endStretch();
    else {
      stretch.push(line);
      stretchSaid &&= found >= 0;
    }
  }
  endStretch();
  return kept.join('\n').trim();
}
