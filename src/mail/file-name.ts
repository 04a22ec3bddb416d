import { cleanLine } from './clean.ts';
import { FILE_NAME_CHARACTERS } from './limits.ts';

const INVISIBLE = /[\u00AD\u061C\u115F\u1160\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0]/g; // direction and width tricks: exe.gpj
const RESERVED = /[<>:"|?*\uFFFD]/g; // forbidden by some file system, or not decodable

/**
 * A sender's file name made harmless: never a path, never hidden, never longer than a file system takes.
 *
 * @example
 * safeFileName('../../etc/passwd') // → 'passwd'
 */
export function safeFileName(name: string): string {
  const last = cleanLine(name).split(/[/\\]/).at(-1) ?? '';
  const visible = last
    .replace(INVISIBLE, '')
    .replace(RESERVED, '_')
    .replace(/^[.\s]+/, '')
    .trim();
  if (visible === '') return 'unnamed';
  const characters = [...visible];
  if (characters.length <= FILE_NAME_CHARACTERS) return visible;
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(visible)?.[0] ?? '';
  return `${characters.slice(0, FILE_NAME_CHARACTERS - extension.length).join('')}${extension}`;
}
