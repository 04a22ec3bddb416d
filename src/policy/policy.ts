import { open } from 'node:fs/promises';
import { shipped } from '../util/paths.ts';

/** What a company says about customer harassment, as text. */
export interface Policy {
  readonly kind: 'own' | 'template' | 'unreadable'; // the last two: the text is the template's
  readonly text: string;
}

const MOST_BYTES = 256 * 1024; // what is longer is cut: nobody reads it

/** The company's own file, read anew each time; the template that ships while there is none or it cannot be read. */
export async function loadPolicy(file: string | null, language: 'ja' | 'en'): Promise<Policy> {
  if (file === null) return { kind: 'template', text: await template(language) };
  try {
    return { kind: 'own', text: await textOf(file) };
  } catch {
    return { kind: 'unreadable', text: await template(language) };
  }
}

const template = (language: 'ja' | 'en'): Promise<string> => textOf(shipped(`src/policy/template.${language}.md`));

async function textOf(file: string): Promise<string> {
  await using handle = await open(file);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(MOST_BYTES), 0, MOST_BYTES, 0);
  return new TextDecoder().decode(buffer.subarray(0, bytesRead)); // without a byte order mark
}
