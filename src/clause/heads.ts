import type { Span, Token } from '../text/types.ts';
import { correct } from './corrections.ts';
import { type Form, type Forms, INFLECTIONS, inflectionOf, stemOf } from './endings/inflection.ts';
import { type Endings, parseEndings } from './endings/parse.ts';
import { fold, SPELT, type Spelt } from './words/verbs.ts';

/** A predicate with its endings read: `end` is where the word's own spelling stops, `endings.end` where the chain does. */
export interface Head extends Span {
  readonly lemma: string;
  readonly kind: 'verb' | 'adjective' | 'noun';
  readonly endings: Endings;
}

/** The sentence while heads are looked for. */
interface Scan {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly isBoundary: (at: number) => boolean;
}

const speltByLetter = new Map<string, { stem: string; word: Spelt }[]>();
for (const word of SPELT)
  for (const stem of word.stems) {
    const known = speltByLetter.get(stem[0]!) ?? [];
    speltByLetter.set(
      stem[0]!,
      [...known, { stem, word }].sort((a, b) => b.stem.length - a.stem.length),
    );
  }

/** The predicates of a sentence in order; none reaches into the next. */
export function findHeads(text: string, tokens: readonly Token[]): Head[] {
  const starts = new Set(tokens.map(({ start }) => start));
  const scan: Scan = { text, tokens, isBoundary: (at) => at === text.length || starts.has(at) };
  const heads: Head[] = [];
  for (let i = 0; i < tokens.length; ) {
    const head = spelt(scan, i) ?? ofNounAndVerb(scan, i) ?? inflecting(scan, i) ?? nominal(scan, i);
    if (head === null) {
      i++;
      continue;
    }
    heads.push(head);
    while (i < tokens.length && tokens[i]!.start < head.endings.end) i++;
  }
  return heads;
}

const isNoun = (token: Token | undefined): boolean => token?.pos[0] === '名詞';
const isVerb = (token: Token | undefined): boolean => token?.pos[0] === '動詞';

/** Words of the own list, which kuromoji cuts at will. A noun as in 殺し屋 needs an ending that only a verb has. */
function spelt({ text, tokens, isBoundary }: Scan, i: number): Head | null {
  const token = tokens[i]!;
  for (const { stem, word } of speltByLetter.get(token.surface[0]!) ?? []) {
    if (!text.startsWith(stem, token.start)) continue;
    const endings = parseEndings(text, token.start + stem.length, INFLECTIONS[word.inflection], isBoundary);
    if (endings === null || !isBoundary(endings.end)) continue;
    if (
      isNoun(token) &&
      endings.names.length < 2 &&
      endings.form !== 'U' &&
      endings.form !== 'M' &&
      endings.form !== 'O'
    )
      continue;
    return {
      start: token.start,
      end: wordEnd(tokens, i, token.start + stem.length),
      lemma: word.lemma,
      kind: 'verb',
      endings,
    };
  }
  return null;
}

function inflecting({ text, tokens, isBoundary }: Scan, i: number): Head | null {
  const token = tokens[i]!;
  if (!isVerb(token) && token.pos[0] !== '形容詞') return null;
  if (token.pos[1] === '接尾') return null;
  const { lemma: dictionary, conjugationType } = correct(token) ?? token;
  const inflection = inflectionOf(conjugationType ?? '', dictionary);
  const lemma = fold(dictionary);
  const stem = inflection === null ? '' : stemOf(dictionary, inflection);
  const kind = isVerb(token) ? 'verb' : 'adjective';
  const prefixed = tokens[i - 1]?.pos[0] === '接頭詞' && tokens[i - 1]!.end === token.start && kind === 'verb';
  const start = prefixed ? tokens[i - 1]!.start : token.start;
  if (inflection !== null && text.startsWith(stem, token.start)) {
    const endings = parseEndings(text, token.start + stem.length, INFLECTIONS[inflection], isBoundary);
    if (endings !== null) return { start, end: token.end, lemma, kind, endings };
  }
  const form = FORMS_OF_IPADIC.find(([name]) => token.conjugation?.startsWith(name))?.[1] ?? 'U';
  const endings = parseEndings(text, token.end, [['', form]], isBoundary);
  return endings && { start, end: token.end, lemma, kind, endings };
}

const FORMS_OF_IPADIC: readonly (readonly [string, Form])[] = [
  ['基本形', 'U'],
  ['未然', 'A'],
  ['連用タ', 'T'],
  ['連用テ', 'Ku'],
  ['連用', 'I'],
  ['仮定', 'E'],
  ['命令', 'M'],
  ['体言接続', 'U'],
];

const DOES: ReadonlySet<string> = new Set(
  'する 致す いたす なさる 為さる やる くださる 下さる いただく 頂く 願う ねがう'.split(' '),
);
const ASKED: Forms = [
  ['お願いし', 'I'],
  ['お願いいたし', 'I'],
  ['お願い致し', 'I'],
  ['お願いでき', 'I'],
  ['お願い', 'M'],
  ['おねがいし', 'I'],
  ['ください', 'M'],
  ['下さい', 'M'],
];

/** 返金する, 土下座をしろ, ご返金ください, 返金お願いします: what is done is the noun. */
function ofNounAndVerb({ text, tokens, isBoundary }: Scan, i: number): Head | null {
  const token = tokens[i]!;
  const does = token.pos[1] === 'サ変接続' || token.pos[1] === '一般';
  if (!isNoun(token) || !does || isSign(token)) return null;
  let next = i + 1;
  while (tokens[next]?.pos[0] === '助詞' && /^(?:を|も|くらい|ぐらい|は|とか|だけ|でも)$/.test(tokens[next]!.surface))
    next++;
  if (next > i + 1 && token.pos[1] !== 'サ変接続') return null;
  const verb = tokens[next];
  if (verb === undefined) return null;
  const before = tokens[i - 1];
  const start = before?.pos[0] === '接頭詞' && before.end === token.start ? before.start : token.start;
  const head = { start, lemma: `${token.lemma}する`, kind: 'verb' } as const;
  const asked = token.pos[1] === 'サ変接続' && ASKED.find(([spelling]) => text.startsWith(spelling, verb.start));
  if (asked) {
    const polite = parseEndings(text, verb.start, [asked], isBoundary);
    if (polite !== null) return { ...head, end: verb.end, endings: { ...polite, names: ['ask-for', ...polite.names] } };
  }
  if (!isVerb(verb) || !DOES.has(verb.lemma)) return null;
  if (token.pos[1] !== 'サ変接続' && verb.lemma !== 'する') return null;
  const inflection = inflectionOf(verb.conjugationType ?? '', verb.lemma);
  if (inflection === null) return null;
  const stem = stemOf(verb.lemma, inflection);
  if (!text.startsWith(stem, verb.start)) return null;
  const endings = parseEndings(text, verb.start + stem.length, INFLECTIONS[inflection], isBoundary);
  if (endings === null) return null;
  const polite = /^(?:くださ|下さ|いただ|頂|願|ねが)/.test(verb.surface);
  return {
    ...head,
    end: verb.end,
    endings: polite ? { ...endings, names: [`${LIGHT[verb.lemma]}.I`, ...endings.names] } : endings,
  };
}
const LIGHT: Readonly<Record<string, string>> = {
  くださる: 'favour',
  下さる: 'favour',
  いただく: 'receive',
  頂く: 'receive',
  願う: 'please',
  ねがう: 'please',
};

/** A noun that is said of somebody: 無能だ, お前はバカか, この無能。 */
function nominal({ text, tokens, isBoundary }: Scan, i: number): Head | null {
  const token = tokens[i]!;
  if (!isNoun(token) || isSign(token) || token.pos[1] === '非自立' || token.pos[1] === '数') return null;
  const next = tokens[i + 1];
  if (isNoun(next) && !isSign(next!) && next!.pos[1] !== '非自立') return null;
  if (
    next?.pos[0] === '助詞' &&
    !/^(?:か|よ|ね|と|って|さ|の|やで|やん|かも|なんて|とか|が|じゃ|ちゃ|かい|くせに)/.test(next.surface)
  )
    return null;
  const endings = parseEndings(text, token.end, NOMINAL, isBoundary);
  if (endings === null) return null;
  const bare = endings.names.length === 1 && endings.form === 'Nx';
  if (bare && !isEndOfSentence(text, token.end)) return null;
  const last = endings.names.at(-1)!;
  if (/^to\./.test(last) && next?.pos[2] !== '引用' && endings.names.length === 2) return null;
  if (endings.names[0] === 'base.Te' && next?.pos[0] !== '助動詞') return null;
  const kind = token.pos[1] === '形容動詞語幹' ? 'adjective' : 'noun';
  return { start: token.start, end: token.end, lemma: fold(token.lemma), kind, endings };
}

const NOMINAL: Forms = [['', 'Nx'], ...INFLECTIONS.da.filter(([ending]) => ending !== 'に')];

const isSign = (token: Token): boolean => !/[\p{L}\p{N}]/u.test(token.surface);
const isEndOfSentence = (text: string, at: number): boolean =>
  /^[\s。．.!?！？、」』)）w笑…‥]*$|^[」』。！？!?]/u.test(text.slice(at, at + 40));

/** The end of the token a stem ends in. */
function wordEnd(tokens: readonly Token[], i: number, stemEnd: number): number {
  for (let at = i; at < tokens.length; at++) if (tokens[at]!.end >= stemEnd) return tokens[at]!.end;
  return stemEnd;
}
