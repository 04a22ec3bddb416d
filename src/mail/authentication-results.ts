/** One result of an Authentication-Results field (RFC 8601): a method, what came of it, and of what it speaks. */
export interface AuthenticationResult {
  readonly method: string; // spf, dkim, dmarc, auth; lower case
  readonly result: string; // pass, fail, none …; lower case
  readonly properties: ReadonlyMap<string, string>; // header.from → example.jp, both in lower case; a name given twice keeps its first value
}

/** A field: the name by which the server that wrote it calls itself, and what it found. */
export interface AuthenticationResults {
  readonly server: string; // authserv-id, lower case
  readonly results: readonly AuthenticationResult[];
}

const MOST_CHARACTERS = 20_000;

/**
 * Reads one field. Text that a sender put into it (in comments, in quotation marks) cannot begin a result of its own. Never throws.
 *
 * @returns null for a field that names no server, or is longer than any server writes.
 *
 * @example
 * readAuthenticationResults('mx.example.jp; dmarc=pass (p=none) header.from=example.jp')?.server // → 'mx.example.jp'
 */
export function readAuthenticationResults(value: string): AuthenticationResults | null {
  if (value.length > MOST_CHARACTERS) return null;
  const pieces = piecesOf(value);
  if (pieces === null) return null;
  const [head = [], ...rest] = pieces;
  const server = head[0]?.toLowerCase() ?? '';
  if (server === '' || server.includes('=')) return null; // some servers leave their name out: then anybody may have written it
  return { server, results: rest.flatMap(resultOf) };
}

function resultOf(words: readonly string[]): AuthenticationResult[] {
  const [first = '', ...others] = words;
  const [, method, result] = /^([\w-]+)(?:\/\d+)?=([\w-]+)$/.exec(first.toLowerCase()) ?? [];
  if (method === undefined || result === undefined) return [];
  const properties = new Map<string, string>();
  for (const word of others) {
    const [, name, value] = /^([\w-]+\.[\w-]+)=(.*)$/s.exec(word.toLowerCase()) ?? [];
    if (name !== undefined && value !== undefined && !properties.has(name)) properties.set(name, value);
  }
  return [{ method, result, properties }];
}

/** Words between `;`, comments left out, quotation marks taken off; null when a comment or quotation never ends. One pass: the text is hostile. */
function piecesOf(value: string): string[][] | null {
  const pieces: string[][] = [[]];
  let word = '';
  let comment = 0;
  let quoted = false;
  const end = () => {
    if (word !== '') pieces.at(-1)!.push(word);
    word = '';
  };
  for (let i = 0; i < value.length; i++) {
    const character = value[i]!;
    if (character === '\\' && (comment > 0 || quoted)) {
      i++;
      if (quoted) word += value[i] ?? '';
    } else if (comment > 0) comment += character === '(' ? 1 : character === ')' ? -1 : 0;
    else if (character === '"') quoted = !quoted;
    else if (quoted) word += character;
    else if (character === '(') {
      end();
      comment = 1;
    } else if (character === ';') {
      end();
      pieces.push([]);
    } else if (/\s/.test(character)) end();
    else word += character;
  }
  end();
  return comment > 0 || quoted ? null : pieces.map(joinEquals);
}

/** Blanks may stand around `=`: "spf = pass". */
const joinEquals = (words: readonly string[]): string[] => {
  const joined: string[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    if (last !== undefined && (word.startsWith('=') || last.endsWith('='))) joined[joined.length - 1] = last + word;
    else joined.push(word);
  }
  return joined;
};
