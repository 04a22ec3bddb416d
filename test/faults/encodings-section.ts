import { parseMail } from '../../src/mail/index.ts';
import { found, JAPANESE } from '../mail/japanese.ts';
import { type Section, table } from './section.ts';

export const encodingsSection: Section = {
  title: 'Japanese encodings and other habits',
  async run() {
    const rows = await Promise.all(
      JAPANESE.map(async ({ what, raw, place, expected }) => {
        const got = found(await parseMail(raw(), new Date()), place);
        return { what, place, expected, got };
      }),
    );
    const wrong = rows.filter(({ expected, got }) => got !== expected);
    return { markdown: text(rows), faults: wrong.map(({ what, got }) => `${what}: ${JSON.stringify(got)} came out.`) };
  },
};

interface Row {
  readonly what: string;
  readonly place: string;
  readonly expected: string;
  readonly got: string;
}

const text = (rows: readonly Row[]): string => `
What must come out of a mail, and whether it does; the tests check the same table (\`test/mail/japanese.ts\`).

${table(
  ['mail', 'where', 'must come out', ''],
  rows.map(({ what, place, expected, got }) => [
    what,
    place,
    shown(expected),
    got === expected ? 'does' : `**${shown(got)}**`,
  ]),
)}
`;

const shown = (value: string): string => value.replaceAll('<', '&lt;').replaceAll('\n', ' ⏎ ');
