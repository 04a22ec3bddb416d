import type { Message, PartId } from '../mail/index.ts';
import type { Segment } from '../text/index.ts';

/** A message together with which stretches of its parts are own words, quoted, signature. */
export interface ReadMessage extends Message {
  readonly segments: ReadonlyMap<PartId, readonly Segment[]>;
}
