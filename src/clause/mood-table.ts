import type { Mood } from './types.ts';

/** A row of the table of moods. */
export interface MoodRow {
  readonly example: string;
  /** Matched against the names of the endings, `base.A not.U`, with trailing particles off and, failing that, on. */
  readonly when: RegExp;
  readonly mood: Mood;
  /** false: its own negation is part of the expression (しなければならない), only one before it counts. */
  readonly denied?: boolean;
  readonly disowned?: 'intention' | 'fact';
  readonly rhetorical?: boolean;
  /** What is settled or was all but done is told in the past and is none: 殺すことにした. */
  readonly present?: true;
  /** Only where the sentence ends: 返さなきゃ。 */
  readonly atEnd?: boolean;
}

const row = (
  example: string,
  when: RegExp,
  mood: Mood,
  more: Omit<MoodRow, 'example' | 'when' | 'mood'> = {},
): MoodRow => ({
  example,
  when,
  mood,
  ...more,
});
const DENIED = { denied: true } as const;
const WHOLE = { denied: false } as const;

/** The first row that matches decides, so what stands further right in a sentence, and rules the rest, comes first. */
export const MOODS: readonly MoodRow[] = [
  row('殺すな', / never\.X/, 'prohibit', DENIED),
  row('死んでもらわなければならない', / receive\.A not\.(?:Ban|U to\.Q) forbidden/, 'demand', WHOLE),
  row('殺さなくてはならない', / not\.Te but\.Tewa forbidden/, 'oblige', WHOLE),
  row('殺さないことだ', / not\.U thing\.Nn is\.U/, 'prohibit', DENIED),
  row('殺してはいけない', / but\.Tewa forbidden/, 'prohibit', DENIED),
  row('殺したらだめ', / if\.Tara forbidden/, 'prohibit', DENIED),
  row('殺すべきではない', / should\.\S+ (?:wa|not|lack)/, 'prohibit', DENIED),
  row('殺すべきではない', / should\.Te but\.Tewa not/, 'prohibit', DENIED),
  row('殺すんじゃない', /^(?!.*(?:wish|not|past|better|good|ing)\.).* no\.No no-pred\.Np lack\.U$/, 'prohibit', DENIED),
  row('殺さなければならない', / not\.Ban forbidden/, 'oblige', WHOLE),
  row('殺さないといけない', / not\.U to\.Q forbidden/, 'oblige', WHOLE),
  row('殺さなきゃ', / not\.Ban$/, 'oblige', { denied: false, atEnd: true }),
  row('殺すしかない', / only\.Np lack/, 'oblige', WHOLE),
  row('殺さざるを得ない', / cannotbut/, 'oblige', WHOLE),
  row('殺さずにはおかない', / willnotbut/, 'will', WHOLE),
  row('死んだほうがいい', / better\./, 'demand', WHOLE),

  row('殺すわけにはいかない', / reasonof\.Nn wa\.Np goon/, 'state', DENIED),
  row('殺すわけがない', / (?:reasonof|extent|upto)\.Nn(?: wa\.Np| explain\.Np)* lack/, 'state', {
    denied: true,
    disowned: 'fact',
  }),
  row('殺すつもりはない', / planned\.N[np](?: wa\.Np)* lack| planned\.Nn is\.Te but\.Tewa not/, 'will', {
    denied: true,
    disowned: 'intention',
  }),
  row('殺すつもりか', / planned\.N[np](?: \w+\.(?:U|No|X))* ask/, 'ask', { rhetorical: true }),
  row('殺したつもりが', / past\.\S+ planned\./, 'state'), // believed to be done
  row('殺すつもりだ', / planned\./, 'will'),
  row('殺すことはない', / thing\.Nn wa\.Np lack/, 'state', { denied: true, disowned: 'fact' }),
  row(
    '殺すんじゃないか',
    / no-pred\.Np lack\.\S+(?: (?:guess|polite)\.\S+| no\.No)*(?: ask| no\.No$|(?<= no\.No)$)/,
    'guess',
    WHOLE,
  ),
  row('殺すのではない', / no\.No no-pred\.Np lack\./, 'state', { denied: true, disowned: 'fact' }),
  row('殺すもんか', / asif\./, 'will', { denied: true, rhetorical: true }),
  row('殺した覚えはない', / memory\.N[np](?: wa\.Np)* lack/, 'state', { denied: true, disowned: 'fact' }),
  row('殺すことはしない', / thing\.Nn wa\.Np decide\.\S+( polite\.\S+)? not/, 'state', {
    denied: true,
    disowned: 'fact',
  }),

  row('汚くないですか', /^base\.Ku not\.U(?: polite\.U| no\.No)* ask/, 'ask', { denied: false, rhetorical: true }),
  row('無能じゃないか', /^base\.Nx not\.U(?: no\.No$|(?: (?:polite|guess)\.O| no\.No)* ask)/, 'ask', {
    denied: false,
    rhetorical: true,
  }),
  row('殺されたいの', /^base\.\w+ passive\.I wish\.U no\.No$/, 'ask', { rhetorical: true }),
  row('殺されたいのか', / (?:wish|hope)\.U(?: \w+\.(?:No|U))* ask/, 'ask', { rhetorical: true }),
  row(
    '返してくれないか',
    / favour\.\S+( polite\.\S+)?( not\.U)?( polite\.\S+)?( no\.No)?( guess\.O)? ask\.X$/,
    'request',
    WHOLE,
  ),
  row('返していただけますか', / receive\.P potential\.\S+( \w+\.\S+)* ask\.X$/, 'request', WHOLE),
  row('いただけると助かります', / receive\.P potential\.\S+( polite\.\S+)? (?:to\.Q|if\.\S+)$/, 'request'),
  row('してもらおうか', / receive\.(?:O|I polite\.O)( ask\.X)?$/, 'demand'),
  row('返してもらいたい', / receive\.I wish/, 'wish'),
  row('してもらわないと', / receive\.A not\.(?:Ban|U to)/, 'demand', WHOLE),
  row('殴らせてもらう', / causative\.T pres\.Te receive\.(?:U|I polite\.U)( no\.No| explain\.\S+)*$/, 'will'),
  row('してもらう', / receive\.(?:U|I polite\.U)( no\.No| explain\.\S+)*$/, 'demand'),
  row('返してほしい', / hope\./, 'wish'),
  row('死んだらどうだ', / howabout/, 'demand', WHOLE),
  row('死ねば?', /^(?!.* (?:passive|ing)).* if\.(?:Ba|Tara) ask\.X$/, 'demand', WHOLE),
  row('殺すべきだ', / should\./, 'demand'),
  row('謝るのが筋だ', / proper\./, 'demand'),
  row('殺されて当然だ', / deserved\./, 'demand', WHOLE),

  row('殺してもいいですか', / fine\..* ask/, 'ask'),
  row('殺してもいい', / fine\./, 'permit'),
  row('殺しても知らない', / dontknow/, 'guess', WHOLE),
  row('死ねばいい', / good\./, 'wish'),

  row('返して?', /^(?!ask-for).*(?:pres|not)\.Te ask\.X$/, 'request'),
  row('返してください', / (?:favour|please)\.M( ask\.X)?$/, 'request'),
  row('返金お願いします', /^ask-for/, 'request'),
  row('ご返金願います', / please\.(?:I polite\.U|U)$/, 'request'),
  row('殺しなさい', / command\./, 'order', WHOLE),
  row('申してくださいませ', / polite\.M$/, 'request'),
  row('殺せ', /\.M$/, 'order'),
  row('殺さないか', /^(?!.* polite)(?:.* )?\w+\.A not\.U ask\.X$/, 'invite', WHOLE),
  row('やめませんか', /(?:^base|ing|ready|away|go)\.I polite\.Az not\.U ask\.X$/, 'invite', WHOLE),
  row('行きましょう', /^base\.I polite\.O( ask\.X)?$/, 'invite'),
  row('殺すだろう', / (?:guess|explain|is|polite)\.O$(?<!^base\.I polite\.O)/, 'guess'),
  row('殺そう', /(?<!guess)\.Os?( ask\.X)?$/, 'will'),
  row('殺すことにした', / thing\.Nn settle\./, 'will', { present: true }),
  row('殺すことになる', /^(?!.* (?:passive|not|past)).* thing\.Nn fate\.(?:U|I polite\.U)/, 'oblige'),
  row('殺すところだった', /^(?!.* (?:passive|ing)\.).* nearly\.Nn is\.T/, 'guess', { present: true }),
  row('死にますように', / polite\.U soas\.Q$/, 'wish', { atEnd: true }),
  row('殺そうとする', / attempt\./, 'state'),
  row('殺そうと思う', / intend\./, 'will'),

  row('殺すかもしれない', / maybe\./, 'guess', WHOLE),
  row('殺すはずだ', / (?:expect|certain|seem|rumour|appear|may|mai)\./, 'guess'),
  row('殺しますか', / ask\.X$/, 'ask'),
  row('殺したい', / wish\./, 'wish'),
  row('殺すことだ', / thing\.Nn is\.U$/, 'order'),
];
