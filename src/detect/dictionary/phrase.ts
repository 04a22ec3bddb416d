/** A phrase as an author writes it, taken apart. */
export type PhraseNode =
  | { readonly kind: 'text'; readonly text: string } // plain Japanese; its last word inflects when in dictionary form
  | { readonly kind: 'choice'; readonly options: readonly Phrase[]; readonly optional: boolean }
  | { readonly kind: 'ahead'; readonly options: readonly Phrase[]; readonly wanted: boolean } // what must (not) follow
  | { readonly kind: 'word'; readonly name: string } // {name}: a shared word list, an anchor, or what the words before it are
  | { readonly kind: 'joint' } // ・: right behind, or a particle or comma between
  | { readonly kind: 'gap' }; // …: up to twelve units within the sentence
export type Phrase = readonly PhraseNode[];

/** A mistake in a phrase; `offset` counts UTF-16 units from its beginning. */
export class PhraseError extends Error {
  override readonly name = 'PhraseError';
  readonly code = 'phrase';
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}
