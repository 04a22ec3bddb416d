import type { Phrase } from './bunsetsu.ts';
import type { Head } from './heads/index.ts';
import type { Link } from './links/index.ts';
import type { Reading } from './moods.ts';
import type { People } from './people.ts';

/** A clause on its way. */
export interface Draft {
  readonly head: Head;
  readonly reading: Reading;
  readonly link: Link;
  readonly people: People;
  readonly args: readonly Phrase[];
  /** Ends in も: 殺す気も、死ぬ気もない. */
  readonly also: boolean;
}
