import type { Forms } from './forms.ts';

/** The stems that the classes of a verb are built from. */
export interface Stems {
  readonly imperative: string;
  readonly i: string;
  readonly te: string;
  readonly nai: string;
  readonly volitional: string;
  readonly plain: string;
}

/**
 * The three classes an author can ask for by name, over all registers and the commonest dialect forms. 殺す気 and
 * 殺すつもり end with the verb: what follows is for the contexts to judge (殺すつもりはない).
 */
export function verbClasses({ imperative, i, te, nai, volitional, plain }: Stems): Omit<Forms, 'any'> {
  const t = te.slice(0, -1);
  const voiced = te.endsWith('で');
  return {
    imperative: [
      imperative,
      `${i}(なさい|やがれ|たまえ|なはれ|いや|さらせ)`,
      `${te}(くれ(!て|ま)|もらおう|もらう(!こと)|もらいます|いただきます|いただこう|みろ|こい|来い|ほしいもんだ)`,
      `${t}${voiced ? '(ど|で)' : '(と|て)'}(け|いてくれ|おけ)`,
      `${nai}(んかい|んか(>。|!|?|い|{文末})|んかったら)`,
      `${plain}(こと(>。|!|{文末})|ように(>。|!|{文末})|べきだ|べし|んだ(>。|!|よ|{文末}))`,
    ],
    negativeIf: [
      `${nai}(ないなら|なければ|ないと|なきゃ|なかったら|ない(場合|とき|時|限り|のなら|のであれば|ようなら)|ねえなら|ねえと|ねば|ぬなら|ん(なら|と|かったら|場合|ようなら|のやったら)|へん(なら|かったら|のやったら))`,
      `${i}ません(と|なら|でしたら|場合)`,
      `${nai}(れ|られ)?ない(場合|なら|ようなら)`,
    ],
    volitional: [
      volitional,
      `${te}(や(る|ろう|っから|んぞ|るよ|ります)|あげ(る|ます|よう)|みせる)`,
      `${t}${voiced ? '(だ|ど)' : '(た|ち)'}(る(>。|!|で|わ|か|ら|ぞ|{文末})|ろか|ろう(>か)|ゃる|ゃうぞ)`,
      `${plain}(ぞ|からな|わよ|かも(しれ|な|よ))`,
      `${plain}(>つもり|まで(だ|。|で)|気(だ|で|な|や|か|は|が|も|、|。|{文末}))`,
      `${i}に(行く|行き|いく|いき|参り|伺い|うかがい|来る|くる)`,
    ],
  };
}
