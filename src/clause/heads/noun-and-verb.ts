import type { Token } from '../../text/index.ts';
import { type Endings, type Forms, INFLECTIONS, parseEndings } from '../endings/index.ts';
import { inflectionOf, stemOf } from '../endings/of-ipadic.ts';
import { isSign } from '../sign.ts';
import { fold } from '../words/index.ts';
import type { Head, Scan } from './head.ts';
import { isNoun, isVerb, startOf } from './tokens.ts';

/** Verbs that only carry a noun, and the endings they stand for: ご返金いただけますか is 返金していただけますか. */
const CARRIERS: Readonly<Record<string, readonly string[]>> = {
  する: ['base'],
  やる: ['base'],
  致す: ['base.I', 'humbly'],
  いたす: ['base.I', 'humbly'],
  なさる: ['base'],
  できる: ['base.P', 'potential'],
  くださる: ['base.I', 'favour'],
  下さる: ['base.I', 'favour'],
  いただく: ['base.I', 'receive'],
  頂く: ['base.I', 'receive'],
  いただける: ['base.I', 'receive.P', 'potential'],
  頂ける: ['base.I', 'receive.P', 'potential'],
  願う: ['base.I', 'please'],
  ねがう: ['base.I', 'please'],
};
const ASKED = (
  [
    ['お願いし', 'I'],
    ['お願いいたし', 'I'],
    ['お願い致し', 'I'],
    ['お願いでき', 'I'],
    ['お願い申し上げ', 'I'],
    ['お願い', 'M'],
    ['おねがいし', 'I'],
    ['ください', 'M'],
    ['下さい', 'M'],
    ['願います', 'M'],
  ] as Forms
).map((asked): { readonly spelling: string; readonly forms: Forms } => ({ spelling: asked[0], forms: [asked] }));
const BETWEEN =
  /^(?:よろしく|宜しく|どうぞ|何卒|を|も|くらい|ぐらい|は|とか|だけ|でも|なんて|なんか|など|の|ほど|のほど)$/;

/** The lemma of お願い, whatever is asked for. */
export const ASKS = 'お願いする';

/** Whether a noun may be what is done, with a verb behind it. */
export const mayCarry = (token: Token): boolean =>
  isNoun(token) && (token.pos[1] === 'サ変接続' || token.pos[1] === '一般');

/** 返金する, 土下座をしろ, ご返金ください, お待ちください, 返金をお願いします: what is done is the noun. */
export function nounAndVerb(scan: Scan, i: number): Head | null {
  const { text, tokens } = scan;
  const token = tokens[i]!;
  if (!mayCarry(token) || isSign(token)) return null;
  const isAct = token.pos[1] === 'サ変接続';
  const start = startOf(tokens, i);
  let next = i + 1;
  while (next < i + 6 && tokens[next] !== undefined && !isVerb(tokens[next]) && BETWEEN.test(tokens[next]!.surface))
    next++;
  const verb = tokens[next];
  if (verb === undefined) return null;
  const polite = start < token.start || /^[おご]/.test(token.surface);
  if (next > i + 1 && !isAct && !polite) return null;
  const asks = (isAct || polite) && ASKED.some(({ spelling }) => text.startsWith(spelling, verb.start));
  const endings = asks ? askedFor(scan, verb) : carried(scan, verb, isAct || polite);
  if (endings !== null && token.surface === 'お願い')
    return {
      start,
      end: verb.end,
      lemma: ASKS,
      kind: 'verb',
      endings: { ...endings, names: ['ask-for', ...endings.names] },
    };
  return endings && { start, end: Math.min(verb.end, endings.end), lemma: actOf(token), kind: 'verb', endings };
}

function askedFor({ text, isBoundary }: Scan, verb: Token): Endings | null {
  const asked = ASKED.find(({ spelling }) => text.startsWith(spelling, verb.start))!;
  const endings = parseEndings(text, verb.start, asked.forms, isBoundary);
  return endings && { ...endings, names: ['ask-for', ...endings.names] };
}

function carried({ text, isBoundary }: Scan, verb: Token, isAct: boolean): Endings | null {
  const carrier = CARRIERS[verb.lemma];
  if (!isVerb(verb) || carrier === undefined || (!isAct && verb.lemma !== 'する')) return null;
  const inflection = inflectionOf(verb.conjugationType ?? '', verb.lemma);
  if (inflection === null) return null;
  const stem = stemOf(verb.lemma, inflection);
  if (!text.startsWith(stem, verb.start)) return null;
  const endings = parseEndings(text, verb.start + stem.length, INFLECTIONS[inflection], isBoundary);
  if (endings === null) return null;
  const [first, ...rest] = endings.names;
  return { ...endings, names: [...carrier.slice(0, -1), first!.replace('base', carrier.at(-1)!), ...rest] };
}

const ONE_STEP = new Set('詫び 借り 降り 起き 過ぎ 見 着 居 浴び 用い 試み'.split(' '));
const I_ROW = 'いきぎしちにびみり';
const U_ROW = 'うくぐすつぬぶむる';

/** 返金 → 返金する; お待ち, お知らせ → 待つ, 知らせる. */
export function actOf({ surface, lemma }: Token): string {
  const word = surface.slice(1);
  const row = I_ROW.indexOf(word.at(-1) ?? '');
  if (!surface.startsWith('お') || word === '') return fold(`${lemma}する`);
  if (ONE_STEP.has(word) || 'えけげせてねべめれ'.includes(word.at(-1)!)) return fold(`${word}る`);
  return row < 0 ? `${word}する` : fold(word.slice(0, -1) + U_ROW[row]);
}
