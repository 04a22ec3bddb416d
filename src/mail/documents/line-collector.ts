import { head } from '../clean.ts';

/** Puts pieces of text on lines, `most` UTF-16 units at most; empty lines are left out. */
export function lineCollector(most: number) {
  const lines: string[] = [];
  let line: string[] = [];
  let room = most;
  const end = (): void => {
    const said = line.join('').trim();
    if (said !== '') lines.push(said);
    line = [];
  };
  return {
    add(piece: string): void {
      const fits = head(piece, room);
      room -= fits.length;
      if (fits.length < piece.length) room = 0;
      line.push(fits);
    },
    end,
    isFull: (): boolean => room <= 0,
    text(): string {
      end();
      return lines.join('\n');
    },
  };
}
