import type { Child } from 'hono/jsx';
import { addNote } from '../../../actions/index.ts';
import type { Day } from '../../../response/index.ts';
import type { OwnCase } from '../../../store/index.ts';
import { ActForm, type Tried } from '../shell/acts/form.tsx';
import type { Clock } from '../shell/clock.ts';
import { Done } from '../shell/components.tsx';
import type { Messages } from '../shell/messages.ts';

interface OwnCaseProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly today: Day;
  readonly own: OwnCase;
  readonly tried: Tried | null;
  readonly added: boolean;
  readonly cards: Child;
}

/** A case that somebody put to the person whom it befell: theirs to speak of, with no word that is not theirs. */
export function OwnCaseView({ messages, clock, today, own, tried, added, cards }: OwnCaseProps) {
  const { concerned: say, reports } = messages;
  return (
    <div class="narrow">
      <p class="crumbs">
        <a href="/reports">← {reports.title}</a>
      </p>
      <h1>{say.one(clock.day(own.at))}</h1>
      <p class="muted">{say.whatIsShown}</p>
      {cards}
      <section class="card" id="note" aria-labelledby="note-title">
        <h2 id="note-title">{say.add}</h2>
        <Done of={added && reports.said.added} />
        <ActForm {...{ messages, today, tried }} act={addNote} say={reports.note} at={{ report: own.key }} />
      </section>
    </div>
  );
}
