import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { analyse } from '../../src/clause/index.ts';
import { loadTokenizer, type Tokenize } from '../../src/text/index.ts';
import { actual, readGolden } from './golden.ts';

const golden = readGolden(join(import.meta.dirname, 'golden.txt'));
let tokenize: Tokenize;
beforeAll(async () => {
  tokenize = await loadTokenizer();
});

/** Share of the lines that give the field and are read as they say. Raised as the reading gets better, never lowered. */
const FLOORS: Readonly<Record<string, number>> = {
  found: 0.995,
  mood: 0.99,
  polarity: 0.995,
  frames: 0.99,
  agent: 0.99,
  target: 0.99,
  voice: 0.99,
  kind: 0.99,
  tense: 0.99,
  politeness: 0.99,
};

it('reads mood, persons, polarity and frames as the table says', () => {
  const right = new Map<string, number>();
  const all = new Map<string, number>();
  const wrong: string[] = [];
  for (const row of golden) {
    const clauses = analyse(row.sentence, tokenize(row.sentence));
    if (row.absent) {
      const absent = clauses.every(({ predicate }) => predicate.lemma !== row.lemma);
      all.set('found', (all.get('found') ?? 0) + 1);
      if (absent) right.set('found', (right.get('found') ?? 0) + 1);
      else wrong.push(`${row.line} ${row.sentence}: ${row.lemma} found`);
      continue;
    }
    const read = actual(clauses, row);
    for (const [field, value] of Object.entries(row.expected)) {
      all.set(field, (all.get(field) ?? 0) + 1);
      if (read[field] === value) right.set(field, (right.get(field) ?? 0) + 1);
      else if (read.found === 'yes' || field === 'found')
        wrong.push(`${row.line} ${row.sentence}: ${field} ${read[field]}, not ${value}`);
    }
  }
  const shares = [...all].map(([field, of]) => [field, (right.get(field) ?? 0) / of, of] as const);
  console.info(
    `${golden.length} sentences\n${shares.map(([field, share, of]) => `${field} ${share.toFixed(3)} of ${of}`).join('\n')}`,
  );
  if (wrong.length > 0) console.info(wrong.join('\n'));
  for (const [field, share] of shares) expect(share, field).toBeGreaterThanOrEqual(FLOORS[field]!);
});
