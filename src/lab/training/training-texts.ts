import { type Act, type JudgedLanguage, type View, viewOf } from '../../detect/index.ts';
import type { Background } from './background.ts';
import { usedByMany } from './least-mails.ts';
import { type SentenceRows, sentenceRows, type TrainingSentence } from './sentence-rows.ts';

/** A labelled mail made ready for training. */
export interface TrainingMail {
  readonly sentences: readonly ReadSentence[];
  readonly positive: boolean;
  readonly acts: readonly Act[]; // that it carries
  readonly severity: number; // 0 good, 1 to 3 as it was labelled
  readonly pen: string; // who wrote it: the file it stands in
  readonly sender: string;
}

/** What a sentence shows. */
export interface ReadSentence {
  readonly hashes: ReadonlySet<number>; // of its features
  readonly isMarked: boolean; // by a reader, as one that carries harassment
}

/** A generated text that says one thing plainly, or its harmless neighbour. */
export interface Exercise {
  readonly hashes: ReadonlySet<number>;
  readonly positive: boolean;
}

/** A mail, a harmless text or an exercise, as positions in a common list of hashes. */
export interface TrainingText {
  readonly features: Uint32Array;
  readonly positive: boolean;
  readonly acts: readonly Act[]; // of a mail; none of others
  readonly severity: number; // of a mail; 0 of others
  readonly share: number; // how much it counts: 1 for a mail
  readonly origin:
    | { readonly kind: 'mail'; readonly pen: string; readonly sender: string }
    | { readonly kind: 'background'; readonly source: string }
    | { readonly kind: 'exercise' };
}

export interface TrainingTexts {
  readonly hashes: Uint32Array;
  readonly texts: readonly TrainingText[]; // the mails, then the exercises, then the background
  readonly sentences: SentenceRows; // of the same texts; exercises have none
}

const BACKGROUND_SHARE = 0.3;
/** What all texts of one source count together at most, so that none sets the tone. */
const SOURCE_CAP = 250;
/** The same of their sentences, of which most of a source are alike. */
const BACKGROUND_SENTENCE_SHARE = 0.5;
const SOURCE_SENTENCE_CAP = 4000;
/** What nobody marked in a harassing mail may belong to it all the same. */
const UNMARKED_SHARE = 0.5;

/** Exercises are many and alike: together they count as a pen does, which in the smaller languages are more to each. */
const EXERCISE_SHARE: Readonly<Record<JudgedLanguage, number>> = { ja: 0.1, en: 1, zh: 1 };

/** What everything is learned from; without a background whatever stands in the mails can be learned. */
export interface TrainingMaterial {
  readonly language?: JudgedLanguage; // absent: Japanese
  readonly mails: readonly TrainingMail[];
  readonly exercises: readonly Exercise[];
  readonly background: Background | null;
}

/** Beside a background only what it knows can be learned. */
export function trainingTexts({ language = 'ja', mails, exercises, background }: TrainingMaterial): TrainingTexts {
  const hashes = background?.vocabulary ?? usedByMany(mails);
  const positions = new Map<number, number>();
  hashes.forEach((hash, position) => positions.set(hash, position));
  const featuresOf = (own: ReadonlySet<number>) =>
    Uint32Array.from([...own].flatMap((hash) => positions.get(hash) ?? [])).sort();
  const read = mails.map(({ sentences, positive }) => {
    const isRead = !positive || sentences.some(({ isMarked }) => isMarked);
    return sentences.map(
      ({ hashes: own, isMarked }): TrainingSentence => ({
        features: featuresOf(own),
        carries: positive && isMarked,
        share: isRead ? (positive && !isMarked ? UNMARKED_SHARE : 1) : 0,
      }),
    );
  });
  return {
    hashes,
    sentences: sentenceRows([...read, ...exercises.map(() => []), ...(background === null ? [] : calm(background))]),
    texts: [
      ...mails.map(
        ({ positive, acts, severity, pen, sender }, i): TrainingText => ({
          features: distinct(read[i]!),
          positive,
          acts,
          severity,
          share: 1,
          origin: { kind: 'mail', pen, sender },
        }),
      ),
      ...exercises.map(
        ({ hashes: own, positive }): TrainingText => ({
          features: featuresOf(own),
          positive,
          acts: [],
          severity: 0,
          share: EXERCISE_SHARE[language],
          origin: { kind: 'exercise' },
        }),
      ),
      ...(background === null ? [] : harmless(background)),
    ],
  };
}

function harmless({ texts }: Background): TrainingText[] {
  const sizes = new Map<string, number>();
  for (const { source } of texts) sizes.set(source, (sizes.get(source) ?? 0) + 1);
  return texts.map(({ source, sentences }) => ({
    features: distinct(sentences.map((features) => ({ features }))),
    positive: false,
    acts: [],
    severity: 0,
    share: Math.min(BACKGROUND_SHARE, SOURCE_CAP / sizes.get(source)!),
    origin: { kind: 'background', source },
  }));
}

/** The sentences of the background, none of which carries anything. */
function calm({ texts }: Background): TrainingSentence[][] {
  const sizes = new Map<string, number>();
  for (const { source, sentences } of texts) sizes.set(source, (sizes.get(source) ?? 0) + sentences.length);
  return texts.map(({ source, sentences }) => {
    const share = Math.min(BACKGROUND_SENTENCE_SHARE, SOURCE_SENTENCE_CAP / sizes.get(source)!);
    return sentences.map((features) => ({ features, carries: false, share }));
  });
}

const distinct = (sentences: readonly Pick<TrainingSentence, 'features'>[]): Uint32Array =>
  Uint32Array.from(new Set(sentences.flatMap(({ features }) => [...features]))).sort();

/** The same texts by what they show in one view only. */
export function inView(
  { hashes, texts }: Omit<TrainingTexts, 'sentences'>,
  view: View,
): Omit<TrainingTexts, 'sentences'> {
  const position = new Int32Array(hashes.length).fill(-1);
  const own = hashes.filter((hash) => viewOf(hash) === view);
  let next = 0;
  hashes.forEach((hash, i) => {
    if (viewOf(hash) === view) position[i] = next++;
  });
  return {
    hashes: own,
    texts: texts.map((text) => ({
      ...text,
      features: text.features.filter((feature) => position[feature]! >= 0).map((feature) => position[feature]!),
    })),
  };
}
