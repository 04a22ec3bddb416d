import { SAYS_SOMETHING } from './xml.ts';

/**
 * What JSON says between its quotation marks, a line each; what is no JSON as a whole stays as it is, its numbered letters
 * written out. Never throws.
 */
export function jsonText(json: string): string {
  const lines: string[] = [];
  const add = (said: unknown): void => {
    if (typeof said === 'string' && SAYS_SOMETHING.test(said.trim())) lines.push(said);
  };
  try {
    JSON.parse(json, (key, value: unknown) => {
      add(key);
      add(value);
      return null; // nothing of it is kept
    });
    return lines.join('\n');
  } catch {
    return json.replace(/\\u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  }
}
