/** The learned second opinion beside the dictionaries. */
export interface Reader {
  /** Probability 0 to 1 that the mail is harassment, from its folded own text and the ids found in it. */
  probability(text: string, ids: readonly string[]): number;
  /** The pieces of text that spoke most for it, strongest first: what the explanation shows. */
  strongest(text: string, most: number): readonly string[];
}
