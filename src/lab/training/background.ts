import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';

/**
 * Real harmless texts of many registers, as the features that mails have too: no words, so that it can be shipped and
 * trained on again. The hashes are those of `features.ts`; format 1 held n-grams of letters only, format 2 whole
 * texts.
 */
export interface Background {
  readonly vocabulary: Uint32Array; // hashes; nothing else can be learned, since it is not known how harmless it is
  readonly texts: readonly BackgroundText[];
}

export interface BackgroundText {
  readonly source: string;
  readonly sentences: readonly Uint32Array[]; // of each, rising positions in the vocabulary
}

const Head = z.strictObject({
  format: z.literal('komainu-background-3'),
  vocabulary: z.int(),
  sources: z.array(z.strictObject({ name: z.string(), texts: z.int() })),
});

/**
 * Bytes of a background: gzip over a line of JSON, the vocabulary as 32-bit little-endian numbers, then for every text
 * the number of its sentences, and for each of these the number of its features and the gaps between them, all in groups of seven bits.
 */
export function packBackground({ vocabulary, texts }: Background): Buffer {
  const sources = [...new Set(texts.map(({ source }) => source))];
  const bySource = sources.map((name) => texts.filter(({ source }) => source === name));
  const head: z.output<typeof Head> = {
    format: 'komainu-background-3',
    vocabulary: vocabulary.length,
    sources: sources.map((name, i) => ({ name, texts: bySource[i]!.length })),
  };
  const bytes: number[] = [];
  for (const { sentences } of bySource.flat()) {
    writeNumber(bytes, sentences.length);
    for (const features of sentences) {
      writeNumber(bytes, features.length);
      features.forEach((feature, i) => writeNumber(bytes, i === 0 ? feature : feature - features[i - 1]!));
    }
  }
  const words = Buffer.alloc(vocabulary.length * 4);
  vocabulary.forEach((hash, i) => words.writeUInt32LE(hash, i * 4));
  return gzipSync(Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), words, Buffer.from(bytes)]), { level: 9 });
}

/** @throws Error when the bytes are no background. */
export function unpackBackground(packed: Uint8Array): Background {
  const bytes = gunzipSync(packed);
  const headEnd = bytes.indexOf('\n');
  const head = Head.parse(JSON.parse(bytes.subarray(0, headEnd).toString('utf8')));
  let at = headEnd + 1;
  const vocabulary = Uint32Array.from({ length: head.vocabulary }, (_, i) => bytes.readUInt32LE(at + i * 4));
  at += head.vocabulary * 4;
  const readNumber = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      if (byte === undefined) throw new Error('the background ends too early');
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  const texts = head.sources.flatMap(({ name, texts: count }) =>
    Array.from({ length: count }, (): BackgroundText => {
      const sentences = Array.from({ length: readNumber() }, () => {
        const features = new Uint32Array(readNumber());
        for (let i = 0, last = 0; i < features.length; i++) features[i] = last += readNumber();
        return features;
      });
      return { source: name, sentences };
    }),
  );
  return { vocabulary, texts };
}

function writeNumber(bytes: number[], number: number): void {
  let rest = number;
  for (; rest >= 128; rest >>>= 7) bytes.push((rest & 127) | 128);
  bytes.push(rest);
}
