import type { Head } from './heads/index.ts';
import type { Link } from './links/index.ts';
import { MOODS, type MoodRow } from './mood-table.ts';
import type { Mood, Politeness, Voice } from './types.ts';
import { isHappening, isHarming } from './words/index.ts';

/** What the endings alone say, before anybody around the predicate is looked at. */
export interface Reading {
  readonly mood: Mood;
  readonly denied: boolean;
  readonly voice: Voice;
  readonly past: boolean;
  readonly politeness: Politeness;
  /** Asked, by か or by a sign: 殺しますか, 返金して? */
  readonly asks: boolean;
  readonly rhetorical: boolean;
  /** Asked of oneself: 刺してくれないかな, 死んだほうがいいのかしら. */
  readonly wonders: boolean;
  /** 無能でいらっしゃる: of whom but the reader? */
  readonly honours: boolean;
  /** Denied from above: 殺すつもりはない, 殺すわけではない. */
  readonly disowned: 'intention' | 'fact' | null;
  /** The row that decided, for those who debug the table. */
  readonly row: string;
}

/** Trailing particles that join or colour, and leave the mood as it is. */
const TRAILING =
  /(?: (?:(?:final|because|though|and|to|toonly|say|soas|orrather)\.\S+|explain\.[UX]|just\.Nn(?: is\.[UO])?))+$/;

/**
 * What one name stands for depends on its neighbours: 返さんか orders where 返さないか invites, and な forbids only what
 * somebody may do (分かってるな).
 */
const plainly = (chain: string): string =>
  chain
    .replace(/^(base\.Az?) not-n\.U ask\.X/, '$1 command.M')
    .replace(/ not\.U handon\.X$/, ' not.U to.Q') // 説明しないとな
    .replace(' handon.X', ' final.X')
    .replace(/\.N final\.X/, '.U final.X') // すんぞ
    .replace(/ not-d\.Te$/, ' not.U final.X') // 許さへんで
    .replaceAll(' not-z.Te', ' not.Ku') // 役立たず
    .replaceAll(/ not-[nd]\./g, ' not.')
    .replace(/(?<=^| )(base|give|ing|ready|away|goon)\.X/, '$1.U') // やっから
    .replace(
      / (ing|wish|hope|potential|able|not|polite|there|explain|is|rumour|good|fine|easy|may|lack|have|certain|appear|seem|expect|proper|planned|deserved)\.U never\./,
      ' $1.U final.',
    );

/** A question mark asks nothing after these: 殺すぞ?, 死ねよ?, だろう?. */
const UNASKED = /(?: (?:final|never|ask|guess)\.\S+|\.M)$/;

/** 二度と来ないでもらえますか: the row is no negation itself, what stands before it may be one. */
const deniedBefore = (core: string, when: RegExp): boolean => {
  const at = core.slice(0, when.exec(core)?.index ?? 0);
  return count(at, / not\.(?!U$)/g) % 2 === 1;
};

const count = (chain: string, pattern: RegExp): number => chain.match(pattern)?.length ?? 0;

const WONDER = /(?:何|なに|なん(?=[だのて])|どう|どこ|どの|どんな|なぜ|いつ|誰|だれ|どれ|どっち)(?!か|も|でも|とか)/;

/**
 * Reads mood, negation, voice, tense and politeness of a predicate from its endings.
 *
 * @param around the text between the predicate before and this one, where a word like なぜ asks without か; the predicate as
 *   written; and the text behind its endings.
 * @param link what the predicate hangs on: 殺されるかと思った fears and does not ask.
 */
export function readMood(head: Head, around: readonly [string, string, string], link: Link['kind']): Reading {
  const [before, spelt, after] = around;
  const reading = readEndings(head, spelt, after);
  if (reading.row === '殺すことだ' && /[はが]/.test(before)) return { ...reading, mood: 'state' }; // 趣味は殺すことだ
  if (reading.row === '殺すことになる' && !isHarming(head.lemma)) return { ...reading, mood: 'state' }; // 痛い目を見ることになる
  if (link === 'thought' && reading.mood === 'ask') return { ...reading, mood: 'guess' };
  if (link === 'condition' && reading.mood === 'will') return { ...reading, mood: 'state' };
  const chain = head.endings.names.join(' ');
  const explains = / (?:no\.No|explain\.[UX])(?: final\.X)?$/.test(chain);
  if (!explains || !/^(?:state|will)$/.test(reading.mood) || !WONDER.test(before)) return reading;
  return { ...reading, mood: 'ask', asks: true, rhetorical: true }; // なにやってんだ
}

/** 殺せん, 殺しきれん: behind what can be done a last ん denies; 殺せんの goes on. */
const CANNOT = / potential\.N$/;

function readEndings(head: Head, spelt: string, after: string): Reading {
  const names = plainly(head.endings.names.join(' ').replace(CANNOT, ' potential.A not-n.U'));
  const said =
    head.kind === 'verb'
      ? names
      : names.replace(/^base\.O/, 'base.U guess.O').replace(/^base\.U never\./, 'base.U final.'); // 無能だろう, 奴だな
  const sign = /^[!！]*[?？]/.test(after) && !UNASKED.test(said);
  const chain = sign ? `${said} ask.X` : said;
  const { core, rowAt } = coreOf(chain);
  const ended = /^(?:[\s。．.!！?？、」』)）w笑♪☆…‥]|$)/u.test(after);
  const final = ended && !/^、/.test(after);
  const row = rowAt(final);
  const asks = / ask\.X/.test(chain) || sign;
  const wonders = /か(?:な|なあ|なぁ|なー|しら)$/.test(spelt);
  const asked = row?.mood === 'order' && /^(?:くださる|ください)$/.test(head.lemma) ? 'request' : row?.mood; // 写真ください
  const plain = (wonders && asked === 'request' ? 'wish' : asked) ?? byDefault(head, chain, core, final, sign);
  const negations = count(core, / (?:not\.(?!Ban)|lack\.)/g) + (/ not\.Ban/.test(core) && plain !== 'oblige' ? 1 : 0);
  return {
    mood: plain,
    denied: row?.denied === false ? deniedBefore(core, row.when) : (row?.denied ?? negations % 2 === 1),
    voice: voiceOf(chain, head.lemma),
    past: row?.present !== true && (/ past\.Ta/.test(core) || /\.T past/.test(core)),
    politeness: politenessOf(chain, head),
    asks,
    rhetorical: row?.rhetorical ?? false,
    wonders,
    honours: head.kind !== 'verb' && /いらっしゃ|でおられ/.test(spelt),
    disowned: row?.disowned ?? null,
    row: row?.example ?? '',
  };
}

/** What the table says of a chain, where the sentence ends behind it and where it does not. */
interface Core {
  readonly core: string; // trailing particles off
  readonly rowAt: (final: boolean) => MoodRow | undefined;
}

const MOST_KEPT = 4000;
const cores = new Map<string, Core>(); // the usual chains come again and again

function coreOf(chain: string): Core {
  const known = cores.get(chain);
  if (known !== undefined) return known;
  const core = chain.replace(TRAILING, '');
  const rows = MOODS.filter(({ when }) => when.test(core) || when.test(chain));
  const [first, open] = [rows[0], rows.find(({ atEnd }) => !atEnd)];
  const found: Core = { core, rowAt: (final) => (final ? first : open) };
  if (cores.size >= MOST_KEPT) cores.clear();
  cores.set(chain, found);
  return found;
}

function byDefault(head: Head, chain: string, core: string, final: boolean, sign: boolean): Mood {
  if (head.kind !== 'verb') return sign ? 'ask' : 'state';
  if (/ pres\.Te$| not\.Te$/.test(core)) return final ? 'request' : 'state'; // 見せて, しないで
  if (/ favour\.A not\.U$/.test(core) && sign) return 'request';
  if (/ thing\.Nn$/.test(core) && final && !isHappening(head.lemma)) return 'order'; // 提出すること。
  if (/ soas\.Q$/.test(chain) && final) return 'order'; // 提出するように。
  if (sign) return 'ask';
  if (
    / (?:past|hearsay|tari|favour|ing|there|seemwish|honour|thing|mono|reasonof|when|comeon|unable)\.|passive|potential|able|scorn/.test(
      core,
    )
  )
    return 'state';
  if (isHappening(head.lemma) && !/ (?:causative|give|show|go|goon|away|ready)\./.test(core)) return 'state';
  if (/ not\./.test(core)) return 'state';
  return /\.U(?: no\.No| explain\.\S+| polite\.U)*$/.test(core) ? 'will' : 'state';
}

/** Verbs of one step whose られる says what one can do: 逃げられる, 会議に出られません. Of the others it is the passive. */
const CAN = new Set(
  '出る 来る 受ける 食べる 寝る 見つける 信じる 覚える 考える 認める 得る 続ける 変える 伝える 答える 入れる 借りる 着る 起きる 耐える 逃げる 避ける 受け入れる 応じる 降りる 決める 届ける 始める 忘れる 調べる 助ける 我慢する'.split(
    ' ',
  ),
);

function voiceOf(chain: string, lemma: string): Voice {
  if (/^base\.A1 passive\./.test(chain) && CAN.has(lemma)) return 'potential';
  if (/(?:^| )passive\./.test(chain)) return 'passive';
  if (/ causative\.T pres\.Te receive\.(?:U|I polite)/.test(chain)) return 'plain'; // 止めさせていただきます is one's own
  if (/ causative\./.test(chain)) return 'causative';
  if (/ (?:receive)\./.test(chain)) return 'receive';
  if (/ (?:potential|able)\./.test(chain)) return 'potential';
  if (/ (?:give|favour)\./.test(chain)) return 'give';
  return 'plain';
}

function politenessOf(chain: string, head: Head): Politeness {
  if (/ (?:humbly)\.|receive\.[IP]/.test(chain) && / polite/.test(chain)) return 'humble';
  if (/ (?:polite\.|please\.|honour\.)|favour\.M$|です/.test(chain) || /^ask-for/.test(chain)) return 'polite';
  if (/ (?:scorn|never|give|away)\.| final\.X$|^base\.M$|causative\.M$/.test(chain)) return 'rough';
  return head.lemma.startsWith('ぶ') ? 'rough' : 'plain';
}
