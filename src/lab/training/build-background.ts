import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { hashedFeatures, type JudgedLanguage, sentencesIn, toLines } from '../../detect/index.ts';
import { ownSentences, readMail } from '../../screening/index.ts';
import type { Tokenize } from '../../text/index.ts';
import { mailOf } from '../eval.ts';
import type { Background } from './background.ts';
import { type TrainingMail, trainingTexts } from './training-texts.ts';
import { vocabularyOf } from './vocabulary.ts';

const Line = z.object({ source: z.string().min(1), text: z.string().min(1) });

/** A harmless text and where it comes from. */
export type HarmlessText = Readonly<z.output<typeof Line>>;

/** JSON Lines with `source` and `text`, packed by gzip or not. @throws Error naming the line that is none. */
export function readHarmlessTexts(bytes: Uint8Array): HarmlessText[] {
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const lines = Buffer.from(packed ? gunzipSync(bytes) : bytes)
    .toString('utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line, i) => {
    const text = Line.safeParse(JSON.parse(line));
    if (!text.success) throw new Error(`line ${i + 1} has no source and text`);
    return text.data;
  });
}

/** The texts by what mails have in common with them. No dictionary chooses among them: it would hide its own mistakes. */
export async function buildBackground(
  texts: readonly HarmlessText[],
  mails: readonly TrainingMail[],
  tokenize: Tokenize,
  language: JudgedLanguage = 'ja',
): Promise<Background> {
  const kept: { readonly source: string; readonly sentences: readonly ReadonlySet<number>[] }[] = [];
  for (const { source, text } of texts) {
    const { own } = ownSentences(await readMail(mailWith(text)));
    const sentences = sentencesIn(language, toLines(own, tokenize)).map((line) => hashedFeatures([line], language));
    kept.push({ source, sentences });
  }
  const vocabulary = byFrequency(learnable(mails, language), kept);
  const positions = new Map([...vocabulary].map((hash, position) => [hash, position]));
  return {
    vocabulary,
    texts: kept.map(({ source, sentences }) => ({
      source,
      sentences: sentences.map((hashes) =>
        Uint32Array.from([...hashes].flatMap((hash) => positions.get(hash) ?? [])).sort(),
      ),
    })),
  };
}

function learnable(mails: readonly TrainingMail[], language: JudgedLanguage): number[] {
  const { hashes, texts } = trainingTexts({ language, mails, exercises: [], background: null });
  const { idf } = vocabularyOf(texts, hashes.length);
  return [...hashes].filter((_, i) => idf[i]! > 0);
}

/** The usual ones first, so that the gaps between a text's positions are small numbers. */
function byFrequency(
  hashes: readonly number[],
  texts: readonly { readonly sentences: readonly ReadonlySet<number>[] }[],
) {
  const counts = new Map<number, number>(hashes.map((hash) => [hash, 0]));
  for (const { sentences } of texts)
    for (const hash of sentences.flatMap((own) => [...own])) {
      const count = counts.get(hash);
      if (count !== undefined) counts.set(hash, count + 1);
    }
  return Uint32Array.from([...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([hash]) => hash));
}

const mailWith = (body: string) =>
  mailOf({
    id: 'background',
    from: 'sender@example.com',
    to: 'info@example.jp',
    date: '2026-01-05T10:00:00+09:00',
    subject: '',
    body,
    label: 'ok',
    categories: [],
    severity: 0,
    note: '',
  });
