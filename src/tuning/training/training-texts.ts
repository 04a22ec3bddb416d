import type { Background } from './background.ts';

/** A labelled mail made ready for training. */
export interface TrainingMail {
  readonly hashes: ReadonlySet<number>; // of its features
  readonly positive: boolean;
  readonly pen: string; // who wrote it: the file it stands in
  readonly sender: string;
}

/** A mail, or a harmless text, as positions in a common list of hashes. */
export interface TrainingText {
  readonly features: Uint32Array;
  readonly positive: boolean;
  readonly share: number; // how much it counts: 1 for a mail
  readonly origin:
    | { readonly kind: 'mail'; readonly pen: string; readonly sender: string }
    | { readonly kind: 'background'; readonly source: string };
}

export interface TrainingTexts {
  readonly hashes: Uint32Array;
  readonly texts: readonly TrainingText[]; // the mails, then the background
}

const BACKGROUND_SHARE = 0.3;
/** What all texts of one source count together at most, so that none sets the tone. */
const SOURCE_CAP = 250;

/** Beside a background only what it knows can be learned; else whatever stands in the mails. */
export function trainingTexts(mails: readonly TrainingMail[], background: Background | null): TrainingTexts {
  const hashes = background?.vocabulary ?? Uint32Array.from(new Set(mails.flatMap((mail) => [...mail.hashes])));
  const positions = new Map<number, number>();
  hashes.forEach((hash, position) => positions.set(hash, position));
  const texts = mails.map(
    ({ hashes: own, positive, pen, sender }): TrainingText => ({
      features: Uint32Array.from([...own].flatMap((hash) => positions.get(hash) ?? [])).sort(),
      positive,
      share: 1,
      origin: { kind: 'mail', pen, sender },
    }),
  );
  return { hashes, texts: [...texts, ...(background === null ? [] : harmless(background))] };
}

function harmless({ texts }: Background): TrainingText[] {
  const sizes = new Map<string, number>();
  for (const { source } of texts) sizes.set(source, (sizes.get(source) ?? 0) + 1);
  return texts.map(({ source, features }) => ({
    features,
    positive: false,
    share: Math.min(BACKGROUND_SHARE, SOURCE_CAP / sizes.get(source)!),
    origin: { kind: 'background', source },
  }));
}
