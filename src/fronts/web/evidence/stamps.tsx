import { keepStamp } from '../../../actions/index.ts';
import type { CaseId } from '../../../cases/index.ts';
import type { KeptStamp } from '../../../store/index.ts';
import type { Clock } from '../shell/clock.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

interface StampsProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly id: CaseId;
  readonly pack: string; // SHA-256, hex
  readonly stamps: readonly KeptStamp[]; // of the case
}

/** The time stamps of one pack, what to take to an authority, and room for what comes back. */
export function Stamps({ messages, clock, id, pack, stamps }: StampsProps) {
  const say = messages.evidence;
  const own = stamps.filter((stamp) => stamp.pack === pack);
  const field = `stamp-${pack}`;
  return (
    <>
      {own.length > 0 && (
        <ul>
          {own.map((stamp) => (
            <li>
              <time datetime={stamp.stampedAt.toISOString()}>{clock.date(stamp.stampedAt)}</time>{' '}
              {inertLine(stamp.authority, 120)} ·{' '}
              <a href={`/cases/${id}/evidence/stamps/${stamp.id}`} download>
                {say.stampSave}
              </a>
            </li>
          ))}
        </ul>
      )}
      <p>
        {say.stamp}:{' '}
        <a href={`/cases/${id}/evidence/stamp-request?pack=${pack}`} download>
          {say.stampRequest}
        </a>
      </p>
      <details class="more">
        <summary>{say.stampAdd}</summary>
        <form method="post" action={`/cases/${id}/evidence/stamps`} enctype="multipart/form-data">
          <input type="hidden" name="pack" value={pack} />
          <div class="field">
            <label for={field}>{say.stampFile}</label>
            <input type="file" id={field} name="file" accept={keepStamp.shapes.file.accept} required />
          </div>
          <button type="submit" class="button">
            {say.stampKeep}
          </button>
        </form>
      </details>
    </>
  );
}
