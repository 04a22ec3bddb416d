/** The forms of an inflecting word, each written as a phrase. */
export interface Forms {
  readonly any: readonly string[]; // every form, cut where the tokenizer cuts it
  readonly imperative: readonly string[]; // 〜しろ, 〜しなさい, 〜してくれ, 〜せんかい
  readonly negativeIf: readonly string[]; // 〜しないなら, 〜しなければ, 〜せんかったら
  readonly volitional: readonly string[]; // 〜してやる, 〜しよう, 〜するぞ
}

export interface Inflected {
  readonly head: string; // stays as it is
  readonly forms: Forms;
}
