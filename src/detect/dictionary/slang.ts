import { adjective, godan, ichidan } from './conjugate.ts';
import type { Forms, Inflected } from './forms.ts';

/** A stem in katakana with an ending in hiragana: シバく, ボコる, キレる, ウザい. */
const SLANG = /(?<=^|[^ァ-ヺー])([ァ-ヺー]+)([くぐすつぬぶむるい])$/;
/** Katakana of the え row, before which る makes an ichidan verb: キレる, シメる. */
const E_ROW = /[エケゲセゼテデネヘベペメレ]$/;

/**
 * The tokenizer knows few words of this kind, and cuts their forms where it pleases (シバ|いたる, ボコ|って): the forms
 * are given with their commonest endings, so that one of them ends where a token does.
 */
export function slang(text: string): Inflected | null {
  const found = SLANG.exec(text);
  if (found === null) return null;
  const [, stem, ending] = found as unknown as [string, string, string];
  return { head: text.slice(0, found.index), forms: slangForms(stem, ending) };
}

function slangForms(stem: string, ending: string): Forms {
  if (ending === 'い') {
    const forms = adjective(stem);
    return { ...forms, any: [...forms.any, `${stem}くて`, `${stem}かった`] };
  }
  if (ending === 'る' && E_ROW.test(stem)) return withEndings(ichidan(stem), `${stem}て`, stem);
  const forms = godan(stem + ending);
  return withEndings(forms, forms.te, forms.any[0]!);
}

function withEndings(forms: Forms, te: string, nai: string): Forms {
  const t = te.slice(0, -1);
  const [d, de] = te.endsWith('で') ? ['だ', 'で'] : ['た', 'て'];
  const ends = [te, `${t}${d}`, `${t}${d}(る|ら|ろか)`, `${t}${de}(る|た|ない|ます|やる)`, `${nai}(れ|ない|せ)`];
  return { ...forms, any: [...forms.any, ...ends] };
}
