import { join } from '../../../actions/index.ts';
import type { CaseDetail, Joinable } from '../../../cases/index.ts';
import type { Day } from '../../../response/index.ts';
import { ACT_LABELS } from '../../shared/index.ts';
import { ActForm } from '../shell/acts/form.tsx';
import type { Clock } from '../shell/clock.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

interface JoinProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly today: Day;
  readonly detail: Pick<CaseDetail, 'id'>;
  readonly joinable: readonly Joinable[];
}

/** The ways into cases that were approved: a form for each, with its acts. None is ticked beforehand: what counts as made again a person says. */
export function JoinForms({ messages, clock, today, detail, joinable }: JoinProps) {
  const say = messages.further;
  const labels = ACT_LABELS[messages.language.code];
  return (
    <>
      {joinable.map(({ id, acts, decidedBy, decidedAt }) => {
        const title = say.into(id, inertLine(decidedBy, 60), clock.date(decidedAt));
        return (
          <section aria-label={title}>
            <h3>
              <a href={`/cases/${id}`}>{title}</a>
            </h3>
            <ActForm
              {...{ messages, today, tried: null }}
              act={join}
              say={{ do: say.join.do, fields: { acts: { label: say.join.acts, options: labels } } }}
              at={{ id: detail.id, into: id }}
              within={`join-${id}`}
              among={{ acts: acts.map((act) => ({ value: act, label: labels[act] })) }}
              called={`${say.join.do}: ${title}`}
            />
          </section>
        );
      })}
    </>
  );
}
