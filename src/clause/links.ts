import type { Phrase } from './bunsetsu.ts';
import type { Head } from './heads/index.ts';
import { isHarming, isSaying, isThinking, isWords, kindsOf, personOf } from './words/index.ts';

/** How a predicate hangs on what follows it. `to` is an index of a later head. */
export type Link =
  | { readonly kind: 'none' }
  | { readonly kind: 'words'; readonly to: number | null; readonly noun: string | null } // と言われた, との電話
  | { readonly kind: 'thought'; readonly to: number }
  | { readonly kind: 'hearsay' }
  | { readonly kind: 'list' }
  | { readonly kind: 'condition' | 'concessive' | 'reason'; readonly to: number | null }
  | { readonly kind: 'linked'; readonly to: number }
  | { readonly kind: 'relative'; readonly noun: Pick<Phrase, 'head' | 'person' | 'kinds'> }
  | { readonly kind: 'nominal'; readonly noun: string; readonly to: number | null };

/** What a condition or reason leads past: clauses that only join, tell about a noun or are conditions themselves. */
const PASSING: ReadonlySet<Link['kind']> = new Set(['linked', 'condition', 'relative']);

/** やめさせろではない, 「半額にしろ」ではなく, クビにしたいとかじゃない, 潰したいとか、そういうことではない */
const NOT_THAT =
  /^[」』"]?(?:、?そう(?:いう|いった)(?:こと|話|意味|わけ))?(?:では|じゃ)(?:な[いくか]|ありません|ございません)/;
/** Stands for the noun of words that are not said. */
export const NO_WORDS = 'ではない';

const CLOSING = /^[。．.!！?？…\s]*[」』”"’'】》)）]+\s*(と|って|などと|なんて|とか|という|との|っていう|とは)/u;

/** The links of all heads. Read from the right, since where a clause leads depends on what stands there. */
export function linksOf(text: string, heads: readonly Head[], phrases: readonly Phrase[]): Link[] {
  const links = new Array<Link>(heads.length);
  const mains = new Array<number | null>(heads.length + 1).fill(null);
  const nouns = new Map(phrases.map((phrase) => [phrase.start, phrase]));
  for (let i = heads.length - 1; i >= 0; i--) {
    const link = linkOf(text, heads, nouns, links, mains[i + 1]!, i);
    links[i] = link;
    mains[i] = PASSING.has(link.kind) ? mains[i + 1]! : i;
  }
  return links;
}

function linkOf(
  text: string,
  heads: readonly Head[],
  nouns: ReadonlyMap<number, Phrase>,
  links: readonly Link[],
  to: number | null,
  i: number,
): Link {
  const { endings, start } = heads[i]!;
  const last = endings.names.at(-1)!.split('.')[0]!;
  const spelt = text.slice(start, endings.end);
  const after = text.slice(endings.end);
  const next = i + 1 < heads.length ? i + 1 : null;
  const noun = nouns.get(endings.end) ?? nouns.get(endings.end + 1) ?? null;

  const isOrdered = endings.names.some((name) => name.endsWith('.M'));
  const rest = spelt.endsWith('で') ? `で${after}` : after;
  const closed = CLOSING.exec(after);
  if (closed !== null) return { kind: 'words', to: next, noun: wordsAfter(nouns, endings.end + closed[0].length) };
  if (isOrdered && NOT_THAT.test(rest)) return { kind: 'words', to: null, noun: NO_WORDS };
  if (/(?:とか|なんて|など)$/.test(spelt) && NOT_THAT.test(after)) return { kind: 'words', to: null, noun: NO_WORDS };
  if (
    endings.names.some((name) => /^(?:hearsay|rumour)\./.test(name)) &&
    !/^(?:say|to|toonly|because|though)$/.test(last)
  )
    return { kind: 'hearsay' };
  if (last === 'say') {
    if (noun !== null) return { kind: 'words', to: next, noun: noun.head };
    return /って$/.test(spelt) && next === null ? { kind: 'hearsay' } : { kind: 'words', to: next, noun: null };
  }
  if (last === 'to' || last === 'toonly') return toOf(spelt, heads, links, to, i, noun);
  if (/^(?:if|not)$/.test(last) && /^(?:Ba|Tara)$/.test(endings.form)) return { kind: 'condition', to };
  if (endings.form === 'Ban' || last === 'case' || last === 'unless') return { kind: 'condition', to };
  if (endings.form === 'Tewa') return { kind: 'condition', to };
  if (endings.form === 'Temo') return { kind: 'concessive', to };
  if (last === 'though' && isFor(spelt, heads[next ?? i]!)) return { kind: 'nominal', noun: 'の', to: next };
  if (last === 'though') return { kind: 'concessive', to };
  if (last === 'because') return { kind: 'reason', to };
  if (/\btry\.M$/.test(endings.names.join(' ')) && next !== null) return { kind: 'condition', to };
  if (last === 'tari' || last === 'list') return { kind: 'list' };
  if (last === 'and') return { kind: 'reason', to };
  if (
    endings.names.some((name) =>
      /^(?:thing|no|mono|for|when|extent|nearly|memory|just|upto|until|soas)\./.test(name),
    ) &&
    isNominal(heads[i]!, after)
  )
    return { kind: 'nominal', noun: NOMINAL[last] ?? nominalWord(endings.names), to: next };
  if (
    /^(?:Te|I|X)$/.test(endings.form) &&
    /^(?:pres|not|while|after|base|polite|humbly|passive|causative|give|away)$/.test(last) &&
    next !== null
  )
    return endings.form === 'X' && last !== 'after'
      ? { kind: 'none' }
      : { kind: 'linked', to: isTold(heads, links, next) ? next : skipRelatives(links, next) };
  const ended =
    endings.names.some((name) => name.startsWith('polite.')) ||
    (heads[i]!.kind !== 'verb' && /(?:です|だ)$/.test(spelt)); // spoken without a stop: 殴りたいです店長を出して
  if (
    noun !== null &&
    noun.start === endings.end &&
    /^(?:U|Ta|No)$/.test(endings.form) &&
    !ended &&
    !noun.head.startsWith('今')
  )
    return { kind: 'relative', noun };
  if (last === 'ask' && /^の/.test(after)) return { kind: 'list' }; // 殺すか殺されるかのゲーム
  // 人を斬れそうな硬い素材: what somebody could do with it
  if (
    /^(?:seem|appear)$/.test(last) &&
    spelt.endsWith('な') &&
    next !== null &&
    heads[next]!.kind === 'adjective' &&
    links[next]!.kind === 'relative'
  )
    return { kind: 'nominal', noun: 'よう', to: next };
  // なぐり丸太: one word
  if (endings.form === 'I' && endings.names.length === 1 && isHarming(heads[i]!.lemma) && isBehind(noun, endings.end))
    return { kind: 'nominal', noun: 'の', to: next };
  // 首を絞めるようなきつい襟: likened to
  if (last === 'seem' && spelt.endsWith('な') && next !== null && heads[next]!.start === endings.end)
    return { kind: 'nominal', noun: 'よう', to: next };
  if (endings.form === 'U' && isStep(text.slice(0, start), after)) return { kind: 'list' };
  if (endings.form === 'U' && (ASKED_WORD.test(after) || /^には/.test(after)))
    return { kind: 'nominal', noun: 'の', to: next };
  const again = next === null ? undefined : links[next];
  if (again?.kind === 'words' && heads[next!]!.lemma === heads[i]!.lemma) return again; // 殺す殺すと騒ぐ
  const said = next === null ? undefined : heads[next]!;
  const beside = said !== undefined && said.start === endings.end ? links[next!]!.kind : 'none';
  if (said?.kind === 'verb' && endings.form === 'U' && /^(?:nominal|relative|list)$/.test(beside))
    return { kind: 'list' }; // 殴る蹴るの暴行
  if (last === 'ask' && beside === 'list') return { kind: 'list' };
  // ころす スプレーを かいました: foreigners and children put spaces between words
  if (endings.form === 'U' && SPACED.test(text) && noun?.start === endings.end + 1 && isHeld(noun))
    return { kind: 'relative', noun };
  // 刺せる長さ: an adjective made a noun
  if (said?.kind === 'adjective' && said.start === endings.end && /さ/.test(text[said.endings.end - 1] ?? ''))
    return { kind: 'nominal', noun: '長さ', to: next };
  if (said !== undefined && said.kind === 'noun' && said.start === endings.end && /^(?:U|Ta)$/.test(endings.form))
    return {
      kind: 'relative',
      noun: { head: said.lemma, person: personOf(said.lemma) ?? 'third', kinds: kindsOf(said.lemma) },
    };
  return { kind: 'none' };
}

/** 殺すはどういう意味ですか, ころすとは何ですか */
const ASKED_WORD = /^[」』]?(?:は|とは)[ 、]?[^。!！?？]+(?:[?？]|(?:です|でしょう)か。?)$/;
const SPACED = /[はがをにで] /;
const isBehind = (noun: Phrase | null, at: number): boolean =>
  noun !== null && noun.start === at && noun.person === 'third' && !noun.somebody;
const isHeld = ({ role, person, somebody }: Phrase): boolean =>
  person === 'third' && !somebody && (role === 'object' || role === 'subject' || role === 'topic');

/** 沈める、刺す、茹でる、といろいろある: one of several that are only named. */
const isStep = (before: string, after: string): boolean =>
  MORE_STEPS.test(after) || (LAST_STEP.test(after) && /[うくぐすつぬぶむる]、[^、。]*$/.test(before));
const MORE_STEPS = /^(?:、[^、。]*[うくぐすつぬぶむる])+、(?:と(?!言|いう|いっ|書)|の|など)/;
const LAST_STEP = /^、(?:と(?!言|いう|いっ|書)|の|など)/;

/** 切るのに使う, 切るのに一時間かかる: what it takes to do it. */
const isFor = (spelt: string, { lemma }: Head): boolean => /[うくぐすつぬぶむる]のに$/.test(spelt) && SERVES.has(lemma);
const SERVES = new Set(
  '使う 使用する 用いる かかる 掛かる 要る 必要 便利 向く 適する 最適 役立つ 手間取る 苦労する'.split(' '),
);

const NOMINAL: Readonly<Record<string, string>> = {
  thing: 'こと',
  no: 'の',
  mono: 'もの',
  for: 'ため',
  when: 'とき',
  extent: 'ほど',
  nearly: 'ところ',
  memory: '覚え',
  upto: 'まで',
  just: 'だけ',
  until: 'まで',
  soas: 'よう',
};
const nominalWord = (names: readonly string[]): string =>
  NOMINAL[names.map((name) => name.split('.')[0]!).findLast((name) => name in NOMINAL) ?? ''] ?? 'の';

/** A chain that ends in a noun and its particle, and is no sentence by itself (殺すつもりだ, 殺すのか are). */
function isNominal({ endings }: Head, after: string): boolean {
  if (/^(?:No|Q)$/.test(endings.form) && /^(?:$|[。．.!！?？」])/.test(after)) return false; // 殺すの?, 死にますように
  return /^(?:Nn|Np|No|Q)$/.test(endings.form) || /^until\.X$/.test(endings.names.at(-1)!);
}

const NOT_ONLY_WORDS =
  /^(?:訴える|通報する|告発する|電話する|連絡する|送る|書く|報告する|相談する|投稿する|騒ぐ|出る|怒る)$/;

/** と, って, なんて after a predicate: words, thoughts, or "whenever". */
function toOf(
  spelt: string,
  heads: readonly Head[],
  links: readonly Link[],
  main: number | null,
  i: number,
  noun: Phrase | null,
): Link {
  const next = i + 1 < heads.length ? i + 1 : null;
  if (noun !== null && isWords(noun.head) && !/と$/.test(spelt)) return { kind: 'words', to: next, noun: noun.head };
  for (let j = i + 1; j < Math.min(heads.length, i + 3); j++) {
    const { lemma } = heads[j]!;
    if (NOT_ONLY_WORDS.test(lemma) && /ないと$/.test(spelt)) break; // 返さないと訴える
    if (isSaying(lemma) || (noun !== null && isWords(noun.head)))
      return { kind: 'words', to: j, noun: noun?.head ?? null };
    if (isThinking(lemma)) return { kind: 'thought', to: j };
    if (links[j]?.kind !== 'linked') break;
  }
  if (/(?:とか|など|なんか)$/.test(spelt)) return { kind: 'list' };
  if (/(?:なんて|とは|って)$/.test(spelt))
    return next === null ? { kind: 'hearsay' } : { kind: 'nominal', noun: 'なんて', to: next };
  if (/と$/.test(spelt)) return { kind: 'condition', to: main };
  return { kind: 'none' };
}

const wordsAfter = (nouns: ReadonlyMap<number, Phrase>, at: number): string | null => {
  const noun = nouns.get(at);
  return noun !== undefined && isWords(noun.head) ? noun.head : null;
};

/** 蹴って逃げた長男です: what both tell of is the predicate itself. */
const isTold = (heads: readonly Head[], links: readonly Link[], next: number): boolean =>
  links[next]!.kind === 'relative' &&
  heads[next]!.endings.form === 'Ta' &&
  heads[next + 1]?.kind === 'noun' &&
  heads[next + 1]!.start === heads[next]!.endings.end;

function skipRelatives(links: readonly Link[], from: number): number {
  let j = from;
  while (j + 1 < links.length && links[j]!.kind === 'relative') j++;
  return j;
}
