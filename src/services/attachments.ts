import type { FrontDeps } from '../fronts/shared/index.ts';
import { inThread } from '../util/in-thread.ts';
import { oneAtATime } from '../util/one-at-a-time.ts';
import { shipped } from '../util/paths.ts';

/**
 * Takes attachments out of mails in a thread, one after another: pages go on meanwhile, and no mail holds them up for long. What cannot
 * be taken out is in the original, which can be saved as it is.
 */
export function openAttachments({
  thread = shipped('dist/services/attachment-thread.js'),
  deadlineMs,
}: {
  readonly thread?: string;
  readonly deadlineMs?: number;
} = {}): FrontDeps['attachment'] {
  const inTurn = oneAtATime<null>();
  return (mail, index) => inTurn(null, () => inThread<Uint8Array>(thread, { mail, index }, { deadlineMs }));
}
