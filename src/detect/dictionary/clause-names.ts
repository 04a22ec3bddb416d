import type { Kind, Mood, Person } from '../../clause/index.ts';

/** Moods as an entry names them; `did` is a statement of what was done, which the usual moods leave out. */
const MOODS = [
  ...['order', 'request', 'demand', 'will', 'wish', 'invite', 'prohibit', 'permit', 'oblige', 'ask', 'guess', 'state'],
  'did',
] as const satisfies readonly (Mood | 'did')[];
export type EntryMood = (typeof MOODS)[number];
type MoodName = EntryMood | `+${EntryMood}` | `-${EntryMood}`;
/** `+did` adds to the usual moods, `-ask` takes from them. */
export const MOOD_NAMES = MOODS.flatMap((mood): MoodName[] => [mood, `+${mood}`, `-${mood}`]);

/** Persons as an entry names them. */
export const PERSONS = {
  speaker: 'speaker',
  addressee: 'addressee',
  company: 'addressee-company',
  family: 'addressee-family',
  staff: 'staff',
  third: 'third',
  nobody: 'nobody-said',
} as const satisfies Readonly<Record<string, Person>>;
/** `theirs`: whoever is of the side that the mail goes to. */
export const PERSON_NAMES = [...(Object.keys(PERSONS) as (keyof typeof PERSONS)[]), 'theirs', 'anyone'] as const;
export type PersonName = (typeof PERSON_NAMES)[number];

export const KINDS = [
  ...['program', 'food', 'animal', 'game', 'fiction', 'sport', 'money', 'time', 'place', 'body', 'weapon', 'fire'],
  ...['document', 'product', 'vehicle', 'message', 'feeling', 'nature', 'illness', 'work', 'clothing', 'training'],
] as const satisfies readonly Kind[];

/** What the clause of a match can tell against it; `grammar/contexts.yaml` gives each a label and a factor. */
export const FRAME_NAMES = [
  'reported', // 殺すと言われた
  'hearsay', // 殺すらしい
  'thought', // 殺されるかと思った
  'denied', // 殺すつもりはない, 無能ではない
  'condition', // 殺したら: not said to happen
  'spoken-of', // 人を殺す話, 殺すこと, 殺すなど
  'other-thing', // プロセスを殺す
  'third-party', // 犯人を殺す
  'self', // 自分を殺す
] as const;
export type FrameName = (typeof FRAME_NAMES)[number];
