import type { Span, Token } from '../../text/index.ts';
import type { Endings } from '../endings/index.ts';

/** A predicate with its endings read: `end` is where the word's own spelling stops, `endings.end` where the chain does. */
export interface Head extends Span {
  readonly lemma: string;
  readonly kind: 'verb' | 'adjective' | 'noun';
  readonly endings: Endings;
}

/** The sentence while heads are looked for. */
export interface Scan {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly isBoundary: (at: number) => boolean;
}
