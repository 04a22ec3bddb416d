import type { Dossier, DossierOrder } from './dossier.ts';
import { en } from './words.en.ts';
import { ja } from './words.ja.ts';
import type { DossierWords } from './words.ts';

export const DOSSIER_WORDS: Readonly<Record<'ja' | 'en', DossierWords>> = { ja, en };

/** What every part of a dossier is made of. */
export interface Writing {
  readonly dossier: Dossier;
  readonly order: DossierOrder;
  readonly say: DossierWords;
  readonly minute: (at: Date) => string; // as the clocks of the company show it
}

/** The case, or the other side by its name. */
export const nameOf = ({ about, counterparty }: Dossier, say: DossierWords): string =>
  about.kind === 'case' ? say.case(about.id) : (counterparty?.name ?? '');
