import { createSurroundings, isCancelled } from './context.ts';
import type { Dictionary, Entry } from './dictionary/index.ts';
import { findHits, type Hit, type Line } from './match.ts';

/** An entry of an act that stands in a line and is not cancelled by what stands around it. */
export type MeantHit = Hit<Entry>;

/** What the dictionaries find in the lines of one mail and take as meant, whatever it counts. */
export function meantHits(dictionary: Dictionary, lines: readonly Line[]): MeantHit[] {
  const hits = findHits(dictionary, lines);
  const surroundings = createSurroundings(dictionary, hits);
  return hits.filter(
    (hit): hit is MeantHit =>
      hit.rule.kind === 'entry' &&
      hit.rule.role.kind !== 'grammar' &&
      !isCancelled(surroundings(hit as MeantHit).factor),
  );
}
