import type { Span } from '../../text/index.ts';
import type { Phrase } from '../bunsetsu.ts';
import type { Head } from '../heads/index.ts';
import { isHarming, isSaying, kindsOf, personOf } from '../words/index.ts';
import { ASKED_WORD, isBehind, isFor, isHeld, isNominal, isStep, NOMINAL, nominalWord, SPACED } from './naming.ts';
import { type Link, NO_WORDS } from './types.ts';
import { amongWords, toOf, wordsAfter } from './words.ts';

/** What a condition or reason leads past: clauses that only join, tell about a noun or are conditions themselves. */
const PASSING: ReadonlySet<Link['kind']> = new Set(['linked', 'condition', 'relative']);

/** やめさせろではない, 「半額にしろ」ではなく, クビにしたいとかじゃない, 潰したいとか、そういうことではない */
const NOT_THAT =
  /^[」』"]?(?:(?:、?そう(?:いう|いった)(?:こと|話|意味|わけ))?(?:では|じゃ)|、?そう(?:いう|いった)(?:気|つもり|考え)[はも](?:全く|まったく|毛頭|一切|さらさら)?)(?:な[いくか]|ありません|ございません)/;
/** 潰したいとかはない */
const NOTHING_OF_IT = /^(?:は|も|では|じゃ)?(?:な[いくか]|ありません|ございません)/;
const CLOSING = /^[。．.!！?？…\s]*[」』”"’'】》)）]+\s*(と|って|などと|なんて|とか|という|との|っていう|とは)/u;

/** 殺すぞ、と言われた: a comma parts the words from the と that hands them on. */
const HANDED_ON = /^[、,]\s*(?:と(?!ても|にかく|ころ|して|はいえ|くに|ある|き|も|りあえず|っくに)|って)/;

/** The links of all heads. Read from the right, since where a clause leads depends on what stands there. */
export function linksOf(
  text: string,
  heads: readonly Head[],
  phrases: readonly Phrase[],
  quotations: readonly Span[],
): Link[] {
  const links = new Array<Link>(heads.length);
  const mains = new Array<number | null>(heads.length + 1).fill(null);
  const nouns = new Map(phrases.map((phrase) => [phrase.start, phrase]));
  for (let i = heads.length - 1; i >= 0; i--) {
    const link = linkOf(text, heads, nouns, links, mains[i + 1]!, i);
    links[i] =
      link.kind === 'none' ? amongWords(text, heads, phrases, links, i) : around(link, heads, links, quotations, i);
    mains[i] = PASSING.has(link.kind) ? mains[i + 1]! : i;
  }
  return links;
}

/** What leads to words in quotation marks leads past them, to the clause that quotes them. */
function around(
  link: Link,
  heads: readonly Head[],
  links: readonly Link[],
  quotations: readonly Span[],
  i: number,
): Link {
  if (link.kind !== 'linked') return link;
  const isQuoted = ({ start, endings: { end } }: Head): boolean =>
    quotations.some((one) => start >= one.start && end <= one.end);
  if (!isQuoted(heads[link.to]!) || isQuoted(heads[i]!)) return link;
  const past = heads.findIndex((head, j) => j > link.to && !isQuoted(head));
  return past < 0 ? { kind: 'none' } : { kind: 'linked', to: skipRelatives(links, past) };
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
  const said = HANDED_ON.test(after) ? heads.findIndex(({ lemma }, j) => j > i && j < i + 3 && isSaying(lemma)) : -1;
  if (said >= 0) return { kind: 'words', to: said, noun: null };
  const closed = CLOSING.exec(after);
  if (closed !== null) return { kind: 'words', to: next, noun: wordsAfter(nouns, endings.end + closed[0].length) };
  if (isOrdered && NOT_THAT.test(rest)) return { kind: 'words', to: null, noun: NO_WORDS };
  if (/(?:とか|なんて|など)$/.test(spelt) && (NOT_THAT.test(after) || NOTHING_OF_IT.test(after)))
    return { kind: 'words', to: null, noun: NO_WORDS };
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
  const following = next === null ? undefined : heads[next]!;
  const beside = following !== undefined && following.start === endings.end ? links[next!]!.kind : 'none';
  if (following?.kind === 'verb' && endings.form === 'U' && /^(?:nominal|relative|list)$/.test(beside))
    return { kind: 'list' }; // 殴る蹴るの暴行
  if (last === 'ask' && beside === 'list') return { kind: 'list' };
  // ころす スプレーを かいました: foreigners and children put spaces between words
  if (endings.form === 'U' && SPACED.test(text) && noun?.start === endings.end + 1 && isHeld(noun))
    return { kind: 'relative', noun };
  // 刺せる長さ: an adjective made a noun
  if (
    following?.kind === 'adjective' &&
    following.start === endings.end &&
    /さ/.test(text[following.endings.end - 1] ?? '')
  )
    return { kind: 'nominal', noun: '長さ', to: next };
  if (
    following !== undefined &&
    following.kind === 'noun' &&
    following.start === endings.end &&
    /^(?:U|Ta)$/.test(endings.form)
  )
    return {
      kind: 'relative',
      noun: { head: following.lemma, person: personOf(following.lemma) ?? 'third', kinds: kindsOf(following.lemma) },
    };
  return { kind: 'none' };
}

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
