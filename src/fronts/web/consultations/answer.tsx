import { answer } from '../../../actions/index.ts';
import type { CaseId, Consultation } from '../../../cases/index.ts';
import type { Day } from '../../../response/index.ts';
import { Told } from '../cases/consultation.tsx';
import { ActForm, type Tried } from '../shell/acts/form.tsx';
import type { Clock } from '../shell/clock.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

interface AnswerProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly caseId: CaseId;
  readonly consultation: Consultation;
  readonly cover: (text: string) => string; // hides what hurts
  readonly today: Day;
  readonly tried: Tried | null;
  readonly sent: boolean;
}

/** The talk between whoever handed a case in and those who see to it. */
export function AnswerView({ clock, caseId, consultation, cover, sent, ...common }: AnswerProps) {
  const { messages, tried } = common;
  const say = messages.answer;
  return (
    <section aria-labelledby="answer-to">
      <h2 id="answer-to">{say.title}</h2>
      <p class="muted">{say.lead}</p>
      {sent && tried === null && (
        <div class="after-bar" role="status">
          <p>{say.sent}</p>
        </div>
      )}
      <section class="card" aria-labelledby="told">
        <h3 id="told">{messages.report.by(inertLine(consultation.reporter, 60))}</h3>
        <Told messages={messages} clock={clock} consultation={consultation} cover={cover} />
      </section>
      <section class="card" aria-label={say.write}>
        <ActForm {...common} act={answer} say={say.send} at={{ id: caseId }} within="answer" look="primary" />
      </section>
    </section>
  );
}
