import { type Act, type View, viewOf } from '../../detect/index.ts';
import type { Background } from './background.ts';

/** A labelled mail made ready for training. */
export interface TrainingMail {
  readonly hashes: ReadonlySet<number>; // of its features
  readonly positive: boolean;
  readonly acts: readonly Act[]; // that it carries
  readonly pen: string; // who wrote it: the file it stands in
  readonly sender: string;
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
  readonly share: number; // how much it counts: 1 for a mail
  readonly origin:
    | { readonly kind: 'mail'; readonly pen: string; readonly sender: string }
    | { readonly kind: 'background'; readonly source: string }
    | { readonly kind: 'exercise' };
}

export interface TrainingTexts {
  readonly hashes: Uint32Array;
  readonly texts: readonly TrainingText[]; // the mails, then the exercises, then the background
}

const BACKGROUND_SHARE = 0.3;
/** What all texts of one source count together at most, so that none sets the tone. */
const SOURCE_CAP = 250;

/** Exercises are many and alike: together they count as a pen does. */
const EXERCISE_SHARE = 0.1;

/** What everything is learned from; without a background whatever stands in the mails can be learned. */
export interface TrainingMaterial {
  readonly mails: readonly TrainingMail[];
  readonly exercises: readonly Exercise[];
  readonly background: Background | null;
}

/** Beside a background only what it knows can be learned. */
export function trainingTexts({ mails, exercises, background }: TrainingMaterial): TrainingTexts {
  const hashes = background?.vocabulary ?? Uint32Array.from(new Set(mails.flatMap((mail) => [...mail.hashes])));
  const positions = new Map<number, number>();
  hashes.forEach((hash, position) => positions.set(hash, position));
  const featuresOf = (own: ReadonlySet<number>) =>
    Uint32Array.from([...own].flatMap((hash) => positions.get(hash) ?? [])).sort();
  return {
    hashes,
    texts: [
      ...mails.map(
        ({ hashes: own, positive, acts, pen, sender }): TrainingText => ({
          features: featuresOf(own),
          positive,
          acts,
          share: 1,
          origin: { kind: 'mail', pen, sender },
        }),
      ),
      ...exercises.map(
        ({ hashes: own, positive }): TrainingText => ({
          features: featuresOf(own),
          positive,
          acts: [],
          share: EXERCISE_SHARE,
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
  return texts.map(({ source, features }) => ({
    features,
    positive: false,
    acts: [],
    share: Math.min(BACKGROUND_SHARE, SOURCE_CAP / sizes.get(source)!),
    origin: { kind: 'background', source },
  }));
}

/** The same texts by what they show in one view only. */
export function inView({ hashes, texts }: TrainingTexts, view: View): TrainingTexts {
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
