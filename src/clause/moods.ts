import type { Head } from './heads.ts';
import type { Mood, Politeness, Voice } from './types.ts';
import { isHappening } from './words/verbs.ts';

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
  /** Denied from above: 殺すつもりはない, 殺すわけではない. */
  readonly disowned: 'intention' | 'fact' | null;
  /** The row that decided, for those who debug the table. */
  readonly row: string;
}

interface MoodRow {
  readonly name: string;
  readonly when: RegExp;
  readonly mood: Mood;
  /** What the row says of negation; otherwise the negations of the chain are counted. */
  readonly denied?: boolean;
  readonly disowned?: 'intention' | 'fact';
  readonly rhetorical?: boolean;
  /** Only where the sentence ends: 返さなきゃ。 */
  readonly atEnd?: boolean;
}

/** Trailing particles that join or colour, and leave the mood as it is. */
const TRAILING = /(?: (?:final|because|though|and|to|say|explain|soas)\.\S+)+$/;

/**
 * Read from the end of the chain: the first row that matches decides. `$` is the end once trailing particles are off.
 * Examples stand beside each row.
 */
const ROWS: readonly MoodRow[] = [
  { name: '殺すな', when: / never\.X/, mood: 'prohibit', denied: true },
  {
    name: '殺してはいけない',
    when: /(?<=Tewa.*) forbidden\.\S+( polite\.\S+)?( not\.U)?$/,
    mood: 'prohibit',
    denied: true,
  },
  { name: '殺しちゃだめ', when: / but\.Tewa forbidden/, mood: 'prohibit', denied: true },
  { name: '殺したらだめ', when: / if\.Tara forbidden/, mood: 'prohibit', denied: true },
  { name: '殺すべきではない', when: / should\.\S+ (?:wa|not|lack)/, mood: 'prohibit', denied: true },
  {
    name: '殺すんじゃない',
    when: /^(?!.*(?:wish|not|past)\.).* no\.No no-pred\.Np lack\.U$/,
    mood: 'prohibit',
    denied: true,
  },
  { name: '殺さなければならない', when: / not\.Ban forbidden/, mood: 'oblige', denied: false },
  { name: '殺さないといけない', when: / not\.U to\.Q forbidden/, mood: 'oblige', denied: false },
  { name: '殺さなきゃ', when: / not\.Ban$/, mood: 'oblige', denied: false, atEnd: true },
  { name: '殺すしかない', when: / only\.Np lack/, mood: 'oblige', denied: false },
  { name: '殺さざるを得ない', when: / cannotbut/, mood: 'oblige', denied: false },

  {
    name: '殺すわけがない',
    when: / (?:reasonof|extent)\.Nn(?: wa\.Np)* lack/,
    mood: 'state',
    denied: true,
    disowned: 'fact',
  },
  {
    name: '殺すつもりはない',
    when: / planned\.N[np](?: wa\.Np| \w+\.Te)* (?:lack|not)/,
    mood: 'will',
    denied: true,
    disowned: 'intention',
  },
  { name: '殺すつもりか', when: / planned\.N[np](?: explain\.\S+| no\.No)* ask/, mood: 'ask', rhetorical: true },
  { name: '殺すつもりだ', when: / planned\./, mood: 'will' },
  { name: '殺すことはない', when: / thing\.Nn wa\.Np lack/, mood: 'state', denied: true, disowned: 'fact' },
  {
    name: '殺すのではない',
    when: / no\.No no-pred\.Np lack\.\S+(?! ask)/,
    mood: 'state',
    denied: true,
    disowned: 'fact',
  },
  { name: '殺すもんか', when: / mono\.Nn ask| mono\.Nn$(?<=か)/, mood: 'will', denied: true, rhetorical: true },

  {
    name: '殺されたいのか',
    when: / wish\.U(?: no\.No| explain\.\S+| polite\.\S+)* ask/,
    mood: 'ask',
    rhetorical: true,
  },
  {
    name: '殺してほしいのか',
    when: / hope\.U(?: no\.No| explain\.\S+| polite\.\S+)* ask/,
    mood: 'ask',
    rhetorical: true,
  },
  {
    name: '返してくれないか',
    when: / favour\.\S+( polite\.\S+)?( not\.U)?( polite\.\S+)?( no\.No)?( ask\.X)$/,
    mood: 'request',
    denied: false,
  },
  { name: '返して?', when: /^(?!.* ask-for).*(?:pres|not)\.Te ask\.X$/, mood: 'request' },
  { name: '返してくれない', when: / favour\.[AN]( polite\.\S+)? not\.U$/, mood: 'state' },
  {
    name: '返していただけますか',
    when: / receive\.P potential\.\S+( polite\.\S+)?( not\.U)?( polite\.\S+)?( ask\.X)$/,
    mood: 'request',
    denied: false,
  },
  {
    name: '返していただけますでしょうか',
    when: / receive\.P potential\.\S+( polite\.\S+)?( not\.U)?.* ask\.X$/,
    mood: 'request',
    denied: false,
  },
  { name: '返してもらえたら', when: / receive\.P potential\.\S+( polite\.\S+)?( if\.Ba)/, mood: 'state' },
  { name: 'してもらおうか', when: / receive\.(?:O|I polite\.O)( ask\.X)?$/, mood: 'demand' },
  { name: '返してもらいたい', when: / receive\.I wish/, mood: 'wish' },
  { name: 'してもらわないと', when: / receive\.A not\.(?:Ban|U)/, mood: 'demand', denied: false },
  { name: 'してもらう', when: / receive\.(?:U|I polite\.U)( no\.No| explain\.\S+)*$/, mood: 'demand' },
  { name: '返してほしい', when: / hope\./, mood: 'wish' },
  { name: '死んだらどうだ', when: / howabout/, mood: 'demand', denied: false },
  { name: '殺すべきだ', when: / should\./, mood: 'demand' },
  { name: '謝るのが筋だ', when: / proper\./, mood: 'demand' },
  { name: '殺されて当然だ', when: / deserved\./, mood: 'demand', denied: false },
  { name: '死んだほうがいい', when: / better\./, mood: 'demand' },

  { name: '殺してもいいですか', when: / fine\..* ask/, mood: 'ask' },
  { name: '殺してもいい', when: / fine\./, mood: 'permit' },
  { name: '殺しても知らない', when: / dontknow/, mood: 'guess', denied: false },
  { name: '死ねばいい', when: / good\./, mood: 'wish' },

  { name: '返してください', when: / (?:favour|please)\.M( ask\.X)?$/, mood: 'request' },
  { name: '返してちょうだい', when: /^ask-for\b/, mood: 'request' },
  { name: 'ご返金いただきます', when: / please\.(?:I polite\.U|U)$/, mood: 'request' },
  { name: '殺しなさい', when: / command\./, mood: 'order', denied: false },
  {
    name: '殺せ',
    when: /(?:^base|passive|causative|potential|scorn|ing|ready|away|try|show|goon|comeon|around|give|go|come|humbly|receive|aspect|doing|honorific)\.M$/,
    mood: 'order',
  },
  { name: '申してくださいませ', when: / polite\.M$/, mood: 'request' },
  {
    name: 'やめないか',
    when: /(?:^base|ing|ready|away|passive|causative)\.A not\.U ask\.X$/,
    mood: 'invite',
    denied: false,
  },
  {
    name: 'やめませんか',
    when: /(?:^base|ing|ready|away)\.I polite\.Az not\.U ask\.X$/,
    mood: 'invite',
    denied: false,
  },
  { name: '行きましょう', when: /^base\.I polite\.O( ask\.X)?$/, mood: 'invite' },
  { name: '殺そう', when: /\.O( ask\.X)?$(?<! guess\.O.*)/, mood: 'will' },
  { name: '殺そうとする', when: / attempt\./, mood: 'state' },
  { name: '殺そうと思う', when: / intend\./, mood: 'will' },

  { name: '殺すだろう', when: / guess\.O(?! ask)/, mood: 'guess' },
  { name: '殺すかもしれない', when: / maybe\./, mood: 'guess', denied: false },
  { name: '殺すのではないか', when: / no-pred\.Np lack\.\S+ ask/, mood: 'guess', denied: false },
  { name: '殺すはずだ', when: / (?:expect|certain|seem|appear|may|mai)\./, mood: 'guess' },
  { name: '殺しますか', when: / ask\.X$/, mood: 'ask' },
  { name: '殺したい', when: / wish\./, mood: 'wish' },
  { name: '殺すことだ', when: / thing\.Nn explain/, mood: 'order' },
];

/** A question mark asks nothing after these: 殺すぞ?, 死ねよ?, だろう?. */
const UNASKED = /(?: (?:final|never|ask|guess)\.\S+|\.M)$/;

const count = (chain: string, pattern: RegExp): number => chain.match(pattern)?.length ?? 0;

/** Reads a head's chain of endings. `after` is the text that follows it. */
export function readEndings(head: Head, after: string): Reading {
  const sign = /^[!！]*[?？]/.test(after);
  const spelt = head.endings.names.join(' ');
  const chain = sign && !UNASKED.test(spelt) ? `${spelt} ask.X` : spelt;
  const core = chain.replace(TRAILING, '');
  const ended = /^(?:[\s。．.!！?？、」』)）w笑♪☆…‥]|$)/u.test(after);
  const final = ended && !/^、/.test(after);
  const row = ROWS.find(({ when, atEnd }) => (when.test(core) || when.test(chain)) && (final || !atEnd));
  const asks = / ask\.X/.test(chain) || sign;
  const plain = row?.mood ?? byDefault(head, chain, core, final, sign);
  const negations = count(core, / (?:not\.(?!Ban)|lack\.)/g) + (/ not\.Ban/.test(core) && plain !== 'oblige' ? 1 : 0);
  return {
    mood: plain,
    denied: row?.denied ?? negations % 2 === 1,
    voice: voiceOf(chain),
    past: / past\.Ta/.test(core) || /\.T past/.test(core),
    politeness: politenessOf(chain, head),
    asks,
    rhetorical: row?.rhetorical ?? false,
    disowned: row?.disowned ?? null,
    row: row?.name ?? '',
  };
}

function byDefault(head: Head, chain: string, core: string, final: boolean, sign: boolean): Mood {
  if (head.kind !== 'verb') return sign ? 'ask' : 'state';
  if (/ pres\.Te$| not\.Te$/.test(core)) return final ? 'request' : 'state'; // 見せて, しないで
  if (/ favour\.A not\.U$/.test(core) && sign) return 'request';
  if (/ thing\.Nn$/.test(core) && final && !isHappening(head.lemma)) return 'order'; // 提出すること。
  if (/ soas\.Q$/.test(chain) && final) return 'order'; // 提出するように。
  if (sign) return 'ask';
  if (
    / (?:past|tari|favour|ing|there|seemwish|honour|thing|mono|reasonof|when|come|comeon|unable)\.|passive|potential|able|scorn/.test(
      core,
    )
  )
    return 'state';
  if (isHappening(head.lemma) && !/ (?:give|show|go|away|ready)\./.test(core)) return 'state';
  if (/ not\./.test(core)) return 'state';
  return /\.U(?: no\.No| explain\.\S+| polite\.U)*$/.test(core) ? 'will' : 'state';
}

function voiceOf(chain: string): Voice {
  if (/(?:^| )passive\./.test(chain)) return 'passive';
  if (/ causative\./.test(chain)) return 'causative';
  if (/ (?:receive)\./.test(chain)) return 'receive';
  if (/ (?:potential|able)\./.test(chain)) return 'potential';
  if (/ (?:give|favour)\./.test(chain)) return 'give';
  return 'plain';
}

function politenessOf(chain: string, head: Head): Politeness {
  if (/ (?:humbly)\.|receive\.I/.test(chain) && / polite/.test(chain)) return 'humble';
  if (/ (?:polite\.|please\.|honour\.)|favour\.M$|です/.test(chain) || /^ask-for/.test(chain)) return 'polite';
  if (/ (?:scorn|never|give|away)\.| final\.X$|^base\.M$|causative\.M$/.test(chain)) return 'rough';
  return head.lemma.startsWith('ぶ') ? 'rough' : 'plain';
}
