import type { Phrase } from './bunsetsu.ts';
import type { Head } from './heads/index.ts';
import type { Reading } from './moods.ts';
import type { Person } from './types.ts';
import { isHappening, isHarming, isTaking } from './words/index.ts';

export interface People {
  readonly agent: Person;
  readonly target: Person;
}

const isSide = (person: Person): boolean => person !== 'third' && person !== 'nobody-said';

/**
 * Who does it to whom, from particles first, then from voice and mood: an order is for the reader, a will is the writer's.
 * In the passive the sufferer is the target.
 */
export function peopleOf({ lemma, kind, endings }: Head, reading: Reading, args: readonly Phrase[]): People {
  const chain = endings.names.join(' ');
  const said = {
    subject: find(args, 'subject'),
    topic: find(args, 'topic', 'also', 'only'),
    object: find(args, 'object'),
    to: find(args, 'to'),
    call: find(args, 'call'),
  };
  const bare = args.find(({ role, person }) => role === 'bare' && isSide(person)) ?? find(args, 'bare');
  const byAgent = find(args, 'by') ?? (reading.voice === 'passive' ? said.to : undefined) ?? find(args, 'from');
  if (kind !== 'verb') {
    const about = holder(said.subject, said.topic) ?? said.topic ?? bare ?? said.call;
    return { agent: about?.person ?? (reading.honours ? 'addressee' : 'nobody-said'), target: 'nobody-said' };
  }

  const assumed = assumedAgent(lemma, reading, chain);
  if (reading.voice === 'passive') {
    const wanted = reading.mood === 'wish' && said.to?.particle.startsWith('には') ? said.to : undefined; // 店長には殺されてほしい
    const sufferer =
      wanted ??
      said.subject ??
      said.topic ??
      [bare, said.call].find((phrase) => phrase !== undefined && isSide(phrase.person));
    return {
      agent:
        byAgent !== undefined && byAgent !== wanted && (byAgent.somebody || isSide(byAgent.person))
          ? byAgent.person
          : passiveAgent(reading, chain),
      target:
        sufferer?.person ??
        (reading.mood === 'ask' || reading.mood === 'order' || reading.mood === 'demand' ? 'addressee' : 'speaker'),
    };
  }

  // お前は殺す, 店長だけは許さない: the topic suffers what the writer means to do
  const { topic } = said;
  const suffers =
    topic !== undefined &&
    (topic.somebody || isSide(topic.person)) &&
    said.object === undefined &&
    topic.person !== 'speaker' &&
    (isHarming(lemma) || (reading.voice === 'causative' && reading.mood === 'will') || isTaking(lemma)) &&
    ((isTaking(lemma) && reading.past) ||
      reading.mood === 'will' ||
      reading.mood === 'wish' ||
      (reading.mood === 'state' && reading.denied) ||
      reading.mood === 'oblige') &&
    !(reading.mood === 'wish' && assumed === 'addressee');
  // 職員全員皆殺しにする
  const victim =
    bare !== undefined && reading.mood === 'will' && isSide(bare.person) && bare.person !== 'speaker'
      ? bare
      : undefined;
  // 店長に死んでもらう, お前に死んでほしい
  const asks = reading.voice === 'receive' || (/ hope\./.test(chain) && !RECEIVED.has(lemma));
  const asked = asks && said.to?.somebody ? said.to : undefined;
  const doer =
    (isHappening(lemma) || reading.voice === 'potential' ? holder(said.subject, topic) : said.subject) ??
    asked ??
    (suffers ? undefined : topic) ??
    args.find(isAnybody) ??
    (bare !== undefined && isSide(bare.person) && bare.role === 'bare' && bare !== victim ? bare : undefined);
  const agent =
    doer !== undefined && isAnybody(doer)
      ? 'nobody-said' // 誰か刺してくれ
      : doer !== undefined && (isSide(doer.person) || doer === said.subject || doer.somebody)
        ? doer.person
        : assumed;
  const acts = said.subject === undefined && topic !== undefined && doesHarm(topic, said.object);
  const goal = said.object ?? (suffers ? topic : undefined) ?? victim;
  const toward = (said.to === asked ? undefined : said.to) ?? find(args, 'with') ?? args.find(isThere);
  const target =
    goal !== undefined && isSide(goal.person)
      ? goal.person
      : toward !== undefined && isSide(toward.person)
        ? toward.person
        : ((goal !== undefined ? thing(goal, args) : null) ??
          (suffersCall(said.call, agent) || null) ??
          (toward?.somebody && toward.role !== 'at' ? toward.person : null) ??
          favourTarget(lemma, reading, agent, chain));
  return { agent: acts ? 'third' : agent, target };
}

/** あのホームは人を殺します: a thing, or an illness, does harm to people at large. */
const doesHarm = (topic: Phrase, object: Phrase | undefined): boolean =>
  isAnother(object) && !topic.somebody && topic.person === 'third' && topic.kinds.some((kind) => CAUSES.has(kind));
const isAnother = (phrase: Phrase | undefined): boolean => phrase?.somebody === true && phrase.person === 'third';
const CAUSES: ReadonlySet<string> = new Set(
  'place product vehicle nature illness food animal program weapon work fire clothing'.split(' '),
);

/** 自分で刺す, あなたの名前で話す: whom it is about; staff by whom a gap is filled (職員で埋める) are who does it. */
const isThere = ({ role, person, somebody, kinds }: Phrase): boolean =>
  role === 'at' && !(somebody && person === 'staff' && !kinds.includes('body'));

/** に of these tells to whom. */
const RECEIVED = new Set(
  '謝る 謝罪する 詫びる 土下座する 渡す 言う 伝える 払う 送る 返す 見せる 教える 連絡する 電話する 説明する 話す 会う つける 入れる 出す 対応する'.split(
    ' ',
  ),
);

/** 誰か刺してくれ */
export const isAnybody = ({ head, role, particle }: Phrase): boolean =>
  head === '誰' && particle.startsWith('か') && (role === 'bare' || role === 'subject' || role === 'to');

/** お前は頭が悪い, 担当者は日本語が通じない: of whom something of theirs is told. */
const holder = (subject: Phrase | undefined, topic: Phrase | undefined): Phrase | undefined =>
  subject !== undefined && !subject.somebody && topic !== undefined && isSide(topic.person) ? topic : subject;

/** Through these a person is reached, or they are only what it is done with: 火をつける, 腕を折る, パンツを脱ぐ. */
const REACHES: ReadonlySet<string> = new Set(
  'fire weapon message clothing document money body time place work product vehicle'.split(' '),
);
function thing({ kinds, person, start }: Phrase, args: readonly Phrase[]): Person | null {
  const owner = kinds.includes('body')
    ? args.find(({ role, reach }) => role === 'genitive' && reach === start)
    : undefined;
  if (owner !== undefined && !owner.somebody && owner.kinds.length > 0) return 'third'; // 椅子の足
  return kinds.some((kind) => REACHES.has(kind)) ? null : person;
}

const find = (args: readonly Phrase[], ...roles: Phrase['role'][]): Phrase | undefined =>
  args.find(({ role }) => roles.includes(role));

const suffersCall = (call: Phrase | undefined, agent: Person): Person | null =>
  call !== undefined && isSide(call.person) && agent === 'speaker' && call.person !== 'speaker' ? call.person : null;

/** やらせろ, 殴らせてください, and 誰かに殺してほしい: what the writer asks to be let do, they do to the reader. */
function favourTarget(lemma: string, reading: Reading, agent: Person, chain: string): Person {
  if (/ hope\./.test(chain) && reading.mood === 'wish' && isHarming(lemma) && reading.voice === 'plain')
    return 'speaker';
  if (reading.voice === 'causative' && agent === 'speaker') return 'addressee';
  return 'nobody-said';
}

function passiveAgent(reading: Reading, chain: string): Person {
  if (reading.mood === 'ask' && / wish\./.test(chain)) return 'speaker';
  return 'nobody-said';
}

/** Verbs that others are made to do, rather than asked to be let do: 辞めさせろ, 納得させろ. */
const MADE = new Set(
  (
    '飛ぶ 泣く 黙る 働く 困る 怒る 喜ぶ 笑う 驚く 悩む 苦しむ 転ぶ 立つ 並ぶ 安心する 納得する 満足する 後悔する 反省する 反論する ' +
    '辞める やめる 死ぬ 来る 謝る 謝罪する 土下座する 詫びる 辞職する 退職する 退社する 責任を取る 行く 電話する 連絡する 説明する 対応する 出る 弁償する'
  ).split(' '),
);

function assumedAgent(
  lemma: string,
  { mood, voice, past, politeness, denied, wonders }: Reading,
  chain: string,
): Person {
  const happening = isHappening(lemma);
  switch (mood) {
    case 'order':
    case 'request':
      // 殴らせろ asks to be let; 怒らせないで, 納得させて ask the reader to make somebody, or not to
      return voice === 'causative' && !MADE.has(lemma) && !happening && !denied ? 'speaker' : 'addressee';
    case 'prohibit':
    case 'invite':
      return 'addressee';
    case 'demand':
      if (wonders && happening) return 'speaker'; // もう死んだほうがいいのかな
      if (voice === 'causative' && voiceReceives(chain)) return 'speaker';
      return 'addressee';
    case 'ask':
      if (/^base\.U ask/.test(chain) && isHarming(lemma)) return 'speaker'; // もう殺すか
      return / give\.| fine\.| hope\./.test(chain) && (!happening || voice === 'causative') ? 'speaker' : 'addressee';
    case 'will':
      return 'speaker';
    case 'wish':
      if (/ good\.T past/.test(chain) && !/ favour\./.test(chain)) return happening ? 'nobody-said' : 'speaker'; // 殺しておけばよかった
      if (wonders && happening && !/ (?:favour|receive|hope)\./.test(chain)) return 'speaker'; // 死ねばいいのかな
      if (/ soas\./.test(chain)) return 'nobody-said'; // 死にますように
      return / (?:hope|receive|good|favour)\./.test(chain) ? 'addressee' : 'speaker';
    case 'permit':
      return / (?:no|explain|final)\./.test(chain) ? 'speaker' : 'addressee';
    case 'oblige':
      return / (?:only|cannotbut)\./.test(chain) ? 'speaker' : 'nobody-said';
    case 'guess':
      return happening || / (?:guess|expect|seem)\./.test(chain) ? 'nobody-said' : 'speaker';
    case 'state':
      if (/ (?:favour|honour|scorn|come|comeon)\./.test(chain)) return 'nobody-said';
      if (voice === 'potential' || / able\./.test(chain) || (denied && !past && isHarming(lemma))) return 'speaker';
      if (/^(?:知る|持つ|分かる)$/.test(lemma) && / ing\./.test(chain)) return 'speaker';
      return happening
        ? 'nobody-said'
        : past || politeness === 'humble' || / give\./.test(chain)
          ? 'speaker'
          : 'nobody-said';
  }
}

const voiceReceives = (chain: string): boolean => / receive\./.test(chain);
