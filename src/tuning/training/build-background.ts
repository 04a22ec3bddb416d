import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { hashedFeatures, isFlagged, toLines } from '../../detect/index.ts';
import { noHistory, ownSentences, type Rules, screen } from '../../screening/index.ts';
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

/** From this weight on an entry found in a text says that it is not harmless, wherever the text comes from. */
const GRAVE = 4;

/**
 * The texts by what mails have in common with them. Those in which the dictionaries see something grave are left out:
 * fiction would teach that insults are fine.
 */
export async function buildBackground(
  texts: readonly HarmlessText[],
  mails: readonly TrainingMail[],
  rules: Rules,
): Promise<{ readonly background: Background; readonly leftOut: number }> {
  const kept: { readonly source: string; readonly sentences: readonly ReadonlySet<number>[] }[] = [];
  for (const { source, text } of texts) {
    const { message, assessment } = await screen(mailWith(text), { ...rules, classifier: null }, noHistory);
    const grave = assessment.matches.some(({ act, weight, points }) => act !== null && weight >= GRAVE && points > 0);
    if (!grave && !isFlagged(assessment.band))
      kept.push({
        source,
        sentences: toLines(ownSentences(message).own, rules.tokenize).map((line) => hashedFeatures([line])),
      });
  }
  const vocabulary = byFrequency(learnable(mails), kept);
  const positions = new Map([...vocabulary].map((hash, position) => [hash, position]));
  const background = {
    vocabulary,
    texts: kept.map(({ source, sentences }) => ({
      source,
      sentences: sentences.map((hashes) =>
        Uint32Array.from([...hashes].flatMap((hash) => positions.get(hash) ?? [])).sort(),
      ),
    })),
  };
  return { background, leftOut: texts.length - kept.length };
}

function learnable(mails: readonly TrainingMail[]): number[] {
  const { hashes, texts } = trainingTexts({ mails, exercises: [], background: null });
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
