import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import kuromoji from 'kuromoji';

/** kuromoji as it comes, which throws on some texts. */
export async function kuromojiItself(): Promise<(text: string) => unknown> {
  const dicPath = join(dirname(createRequire(import.meta.url).resolve('kuromoji/package.json')), 'dict');
  const tokenizer = await new Promise<kuromoji.Tokenizer<kuromoji.IpadicFeatures>>((resolve, reject) => {
    kuromoji.builder({ dicPath }).build((error, built) => (error ? reject(error) : resolve(built)));
  });
  return (text) => {
    try {
      return tokenizer.tokenize(text);
    } catch {
      return null;
    }
  };
}
