import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import kuromoji from 'kuromoji';
import { expect, inject, it } from 'vitest';
import { createAnalyser } from '../../src/text/analyser.ts';
import { fold } from '../../src/text/index.ts';
import { loadIpadic } from '../../src/text/ipadic.ts';
import { pieces } from '../../src/text/pieces.ts';
import { readCorpus } from '../../src/tuning/index.ts';
import { shipped } from '../../src/util/paths.ts';

const folder = shipped('test/corpus');
const trainingFiles = readdirSync(folder).filter((name) => /^train-.*\.jsonl$/.test(name));

// In short, other mails each time.
const seed = Date.now() % 1_000_000;
const EACH = inject('atLength') ? 1 : 8;

/** What our tokenizer shows kuromoji of training mails. */
const shown = trainingFiles
  .flatMap((name) => readCorpus(readFileSync(join(folder, name), 'utf8'), name).rows)
  .filter((_, place) => place % EACH === seed % EACH)
  .flatMap(({ subject, body }) =>
    pieces(fold(`${subject}\n${body}`).text)
      .filter(({ known }) => known)
      .map(({ text }) => text),
  );

it(`gives what kuromoji as it comes gives, feature for feature (seed ${seed})`, {
  timeout: 600_000,
}, async () => {
  const dicPath = join(dirname(createRequire(import.meta.url).resolve('kuromoji/package.json')), 'dict');
  const stock = await new Promise<kuromoji.Tokenizer<kuromoji.IpadicFeatures>>((resolve, reject) => {
    kuromoji.builder({ dicPath }).build((error, tokenizer) => (error ? reject(error) : resolve(tokenizer)));
  });
  const analyse = await createAnalyser(await loadIpadic());
  expect(shown.length).toBeGreaterThan(1000 / EACH);
  for (const text of shown) expect(outcome(analyse, text), text).toEqual(outcome((one) => stock.tokenize(one), text));
});

/** kuromoji throws on some texts: on the same ones, then. */
function outcome(analyse: (text: string) => unknown, text: string): string {
  try {
    return JSON.stringify(analyse(text));
  } catch (error) {
    return String(error);
  }
}
