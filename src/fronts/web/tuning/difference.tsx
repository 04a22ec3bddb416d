import { difference } from '../../../tuning/index.ts';
import { inert } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

/** Two texts of a rule, line by line; told by a sign and in words, not by colour alone. */
export function Difference({
  messages: { tuning: say },
  before,
  after,
}: {
  readonly messages: Messages;
  readonly before: string | null;
  readonly after: string | null;
}) {
  const marks = { same: ' ', out: '−', in: '＋' } as const;
  return (
    <ul class="difference" aria-label={say.difference}>
      {difference(before ?? '', after ?? '').map(({ kind, text }) => (
        <li class={`line-${kind}`}>
          <span class="line-mark" aria-hidden="true">
            {marks[kind]}
          </span>
          {kind !== 'same' && <span class="visually-hidden">{kind === 'out' ? say.removed : say.added}: </span>}
          <code>{inert(text)}</code>
        </li>
      ))}
    </ul>
  );
}
