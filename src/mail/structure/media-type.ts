/** The value of a Content-Type or Content-Disposition field (RFC 2045, 5.1), as far as the structure of a mail needs it. */
export interface MediaType {
  readonly value: string; // text/plain, attachment; lower case, '' when there is none
  readonly parameters: ReadonlyMap<string, string>; // by lower-case name; a name given twice keeps its first value
  readonly naming: string; // the parameters that name a file, as written, for who decodes RFC 2231
}

/** Comments may stand where blanks may. */
export const withoutComments = (text: string): string => text.replace(/\([^()]*\)/g, '').trim();

export function parseMediaType(header: string): MediaType {
  const [value = '', ...pieces] = splitOutsideQuotes(header);
  const naming = pieces.filter((piece) => /^\s*(file)?name/i.test(piece)).map((piece) => `;${piece}`);
  const parameters = new Map<string, string>();
  for (const piece of pieces) {
    const equals = piece.indexOf('=');
    const name = withoutComments(piece.slice(0, Math.max(equals, 0))).toLowerCase();
    if (name !== '' && !parameters.has(name)) parameters.set(name, unquoted(piece.slice(equals + 1).trim()));
  }
  return { value: withoutComments(value).toLowerCase(), parameters, naming: naming.join('') };
}

/** At every `;` that is not inside a quoted string; one pass, since the text is hostile. */
function splitOutsideQuotes(text: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (quoted && character === '\\') i++;
    else if (character === '"') quoted = !quoted;
    else if (character === ';' && !quoted) {
      pieces.push(text.slice(start, i));
      start = i + 1;
    }
  }
  pieces.push(text.slice(start));
  return pieces;
}

function unquoted(value: string): string {
  if (!value.startsWith('"')) return withoutComments(value);
  return (/^"((?:[^"\\]|\\.)*)/s.exec(value)?.[1] ?? '').replace(/\\(.)/gs, '$1');
}
