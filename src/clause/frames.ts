import type { Span } from '../text/types.ts';
import type { Head } from './heads.ts';
import type { Link } from './links.ts';
import type { Reading } from './moods.ts';
import type { People } from './people.ts';
import type { Frame, Person } from './types.ts';
import { isDeclaring, isWords } from './words/saying.ts';

/** A clause on its way. */
export interface Draft {
  readonly head: Head;
  readonly reading: Reading;
  readonly link: Link;
  readonly people: People;
}

/** What stands around the clause at `i`, by its own ending and by the clause it hangs on. */
export function framesOf(drafts: readonly Draft[], i: number, quotations: readonly Span[]): Frame[] {
  const { head, reading, link } = drafts[i]!;
  const names = head.endings.names;
  const frames: Frame[] = [];
  if (quotations.some(({ start, end }) => head.start >= start && head.start < end)) frames.push({ kind: 'quoted' });
  frames.push(...ofLink(drafts, i));
  const asked = reading.mood === 'ask' || (reading.asks && reading.mood !== 'request');
  if (asked && link.kind !== 'words' && link.kind !== 'thought')
    frames.push({ kind: 'question', manner: reading.rhetorical ? 'rhetorical' : 'real' });
  if (reading.disowned !== null) frames.push({ kind: 'disowned', what: reading.disowned });
  if (names.some((name) => /^seem\.(?!I)/.test(name)) && /らし/.test(names.join(''))) frames.push({ kind: 'hearsay' });
  if (names.some((name) => name.startsWith('go.') || name.startsWith('come.')))
    frames.push({ kind: 'purpose', lemma: names.some((name) => name.startsWith('go.')) ? '行く' : '来る' });
  return frames;
}

function ofLink(drafts: readonly Draft[], i: number): Frame[] {
  const { link, reading, head } = drafts[i]!;
  switch (link.kind) {
    case 'none':
      return [];
    case 'words':
      return ofWords(drafts, link, reading);
    case 'thought':
      return ofThought(drafts, link.to, reading);
    case 'hearsay':
      return [{ kind: 'hearsay' }];
    case 'list':
      return [{ kind: 'list' }];
    case 'condition':
      if (reading.mood === 'demand' || reading.mood === 'oblige') return []; // してもらわないと困る
      return [{ kind: 'condition', main: link.to }];
    case 'concessive':
      return [{ kind: 'concessive', main: link.to }];
    case 'reason':
      return link.to === null ? [] : [{ kind: 'reason', main: link.to }];
    case 'linked':
      return [{ kind: 'linked', main: link.to }];
    case 'relative':
      return isWords(link.noun.head) && /^(?:と|って)$/.test(head.endings.form)
        ? [{ kind: 'reported', by: 'nobody-said' }]
        : [{ kind: 'relative', head: link.noun.head, kinds: link.noun.kinds }];
    case 'nominal':
      if (reading.mood === 'order') return []; // 提出すること。
      return link.noun === 'ため' && link.to !== null
        ? [{ kind: 'purpose', lemma: drafts[link.to]!.head.lemma }]
        : [{ kind: 'nominal', head: link.noun }];
  }
}

type Words = Extract<Link, { kind: 'words' }>;

function ofWords(drafts: readonly Draft[], link: Words, reading: Reading): Frame[] {
  const saying = link.to === null ? null : drafts[link.to]!;
  if (link.noun !== null && (saying === null || !sayingFollows(saying)))
    return [{ kind: 'reported', by: 'nobody-said' }];
  if (saying === null) return [{ kind: 'reported', by: 'nobody-said' }];
  const { head, reading: said, people } = saying;
  const passive = said.voice === 'passive';
  if (said.denied && said.mood !== 'request' && said.mood !== 'prohibit')
    return [
      { kind: 'disowned', what: 'words' },
      { kind: 'reported', by: people.agent },
    ];
  if (passive) return [{ kind: 'reported', by: people.agent === 'nobody-said' ? 'third' : people.agent }];
  const declares = isDeclaring(head.lemma) || said.mood === 'will' || rough(said, saying);
  const speaker = people.agent === 'speaker' || (people.agent === 'nobody-said' && declares);
  const by: Person = said.mood === 'ask' || said.mood === 'order' ? 'addressee' : people.agent;
  if (speaker && !said.past && said.mood !== 'ask') return [{ kind: 'declared' }];
  if (by === 'speaker' && reading.mood !== 'state') return [{ kind: 'declared' }];
  return [{ kind: 'reported', by }];
}

/** 殺すって言ってんだよ, 殺すって言ってるだろ. */
const rough = (said: Reading, { head }: Draft): boolean =>
  said.politeness !== 'polite' &&
  said.politeness !== 'humble' &&
  !said.past &&
  /(?:no|explain|guess|final)\./.test(head.endings.names.join(' '));
const sayingFollows = ({ head }: Draft): boolean => /[言云話述書叫]/.test(head.lemma);

function ofThought(drafts: readonly Draft[], to: number, reading: Reading): Frame[] {
  const { reading: thought, people } = drafts[to]!;
  if (thought.mood === 'prohibit' || (thought.denied && thought.mood !== 'request'))
    return [{ kind: 'disowned', what: 'thought' }];
  const wills = /^(?:will|wish|demand|order|request)$/.test(reading.mood);
  if (thought.mood === 'order' || thought.mood === 'request') return [{ kind: 'thought', by: 'addressee' }];
  if (wills && !thought.past && !reading.asks && (people.agent === 'speaker' || people.agent === 'nobody-said'))
    return [{ kind: 'declared' }];
  return [{ kind: 'thought', by: people.agent === 'nobody-said' ? 'speaker' : people.agent }];
}
