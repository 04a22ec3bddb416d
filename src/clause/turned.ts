import type { Phrase } from './bunsetsu.ts';
import type { Head } from './heads/index.ts';
import type { Person } from './types.ts';
import { personOf } from './words/index.ts';

/** A predicate and its phrases; `head.start` lies where the noun that is said stands. */
interface Said {
  readonly head: Head;
  readonly args: readonly Phrase[];
}

/** Whether what is said to be this person is said of them. */
export const turns = (person: Person | null): person is Person =>
  person !== null && person !== 'speaker' && person !== 'third';

/** バカはお前だ, クズは御社のほうだ: what stands before は is said of the person behind it. */
export function turned(head: Head, args: readonly Phrase[], text: string): Said {
  const person = head.kind === 'noun' ? personOf(head.lemma) : null;
  const at = args.findIndex(({ role, somebody }) => role === 'topic' && !somebody);
  const topic = args[at];
  if (topic === undefined || topic.reach !== head.start || !turns(person)) return { head, args };
  const whom: Phrase = {
    head: head.lemma,
    text: text.slice(head.start, head.end),
    start: head.start,
    end: head.end,
    role: 'subject',
    person,
    kinds: [],
    reach: head.end,
    particle: '',
    somebody: true,
  };
  return {
    head: { ...head, start: topic.start, lemma: topic.head },
    args: [...args.slice(0, at), whom, ...args.slice(at + 1)],
  };
}
