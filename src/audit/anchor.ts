import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Anchor } from './chain.ts';

/** A line of a file of anchors: when, which row, its hash. `audit.head` is such a file without the first. */
const LINE = /^(?:(\d{4}-\d\d-\d\dT[\d:.]+Z) )?(\d{1,15}) ([0-9a-f]{64})$/;

export const anchorLine = ({ at, seq, hash }: Anchor): string =>
  `${at === null ? '' : `${at.toISOString()} `}${seq} ${hash}\n`;

/** @returns null when a line is something else, or there is none. */
export function parseAnchors(text: string): Anchor[] | null {
  const anchors: Anchor[] = [];
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const [found, at, seq, hash] = LINE.exec(line.trim()) ?? [];
    if (found === undefined) return null;
    anchors.push({ at: at === undefined ? null : new Date(at), seq: Number(seq), hash: hash! });
  }
  return anchors.length === 0 ? null : anchors;
}

const ADD = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW;

/** What `addAnchor` needs to know, and does with it. */
export interface AnchorFile {
  readonly newest: Anchor | null;
  add(anchor: Anchor): Promise<void>;
}

/**
 * Reads the newest anchor of a file and adds to it: only to its end, mode 0600 where it is made, and no link is followed.
 *
 * @throws NodeJS.ErrnoException, Error when it holds something else
 */
export async function withAnchorFile<T>(path: string, use: (file: AnchorFile) => Promise<T>): Promise<T> {
  const file = await open(path, ADD, 0o600);
  try {
    const text = await file.readFile('utf8');
    const anchors = text.trim() === '' ? [] : parseAnchors(text);
    if (anchors === null) throw new Error(`${path} holds something else than heads of an audit log.`);
    return await use({
      newest: anchors.at(-1) ?? null,
      async add(anchor) {
        await file.appendFile(`${text === '' || text.endsWith('\n') ? '' : '\n'}${anchorLine(anchor)}`);
        await file.sync();
      },
    });
  } finally {
    await file.close();
  }
}
