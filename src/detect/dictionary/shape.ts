/** What a phrase looks for, with its word lists and inflections written out: everything the search has to know. */
export type Shape =
  | { readonly kind: 'text'; readonly text: string } // in folded, kana-levelled text
  | { readonly kind: 'written'; readonly text: string } // in folded text, where katakana is katakana
  | { readonly kind: 'all'; readonly parts: readonly Shape[] } // one after the other
  | { readonly kind: 'any'; readonly options: readonly Shape[] }
  | { readonly kind: 'gap' }
  | { readonly kind: 'ahead'; readonly shape: Shape; readonly wanted: boolean } // takes no room
  | { readonly kind: 'edge'; readonly side: 'start' | 'end' }; // of the sentence or of a quotation in it; takes no room

export const NOTHING: Shape = { kind: 'all', parts: [] };

export const textShape = (text: string): Shape => (text === '' ? NOTHING : { kind: 'text', text });
export const allOf = (...parts: readonly Shape[]): Shape => ({ kind: 'all', parts });
export const anyOf = (options: readonly Shape[]): Shape => ({ kind: 'any', options });
