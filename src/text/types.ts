/** Half-open range in UTF-16 code units: text.slice(start, end). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a stretch of a body is. Only `own` is scored; the others are kept for display. */
export type SegmentKind = 'own' | 'quoted' | 'signature' | 'disclaimer';

/** Segments are in order, do not overlap and together cover the whole text. */
export interface Segment extends Span {
  readonly kind: SegmentKind;
}

/**
 * Text made comparable. `text[i]` was made from `original.slice(start[i], end[i])`; several folded units may share one
 * original range (㈱ → 株) and one folded unit may stand for several original ones (ｶﾞ → ガ).
 */
export interface Folded {
  readonly text: string;
  readonly start: readonly number[]; // one per unit of `text`, offsets into the original
  readonly end: readonly number[];
}

/** A folded sentence of own text, with the way back to the part it was written in. */
export interface Sentence extends Folded {
  readonly index: number; // position within the mail, over all parts
  readonly paragraph: number; // sentences of one paragraph share it
  readonly inlineReply?: boolean; // written between quoted lines
}

export interface Token extends Span {
  readonly surface: string; // as in the folded text: 死ね
  readonly lemma: string; // dictionary form: 死ぬ; the surface when unknown
  readonly reading: string | null; // katakana; null for unknown words
  readonly pos: readonly string[]; // IPADIC part of speech, coarse to fine
  readonly conjugationType: string | null; // 五段・ナ行
  readonly conjugation: string | null; // 命令ｅ
}

/** Cuts text into tokens whose surfaces, joined, give the text back. Never throws, whatever the text. */
export type Tokenize = (text: string) => Token[];
