import type { CaseId, Consultation } from '../../../cases/index.ts';
import { Told } from '../cases/consultation.tsx';
import type { Clock } from '../shell/clock.ts';
import { LongText } from '../shell/form-components.tsx';
import type { Values } from '../shell/form-values.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { MOST } from './form.ts';

interface AnswerProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly caseId: CaseId;
  readonly consultation: Consultation;
  readonly cover: (text: string) => string; // hides what hurts
  readonly values: Values;
  readonly error: string | null;
  readonly sent: boolean;
}

/** The talk between whoever handed a case in and those who see to it. */
export function AnswerView({ messages, clock, caseId, consultation, cover, values, error, sent }: AnswerProps) {
  const say = messages.answer;
  return (
    <div class="narrow">
      <p class="crumbs">
        <a href={`/cases/${caseId}`}>← {messages.care.back(caseId)}</a>
      </p>
      <h1>{say.title(caseId)}</h1>
      <p class="muted">{say.lead}</p>
      {sent && error === null && (
        <div class="after-bar" role="status">
          <p>{say.sent}</p>
        </div>
      )}
      <section class="card" aria-labelledby="told">
        <h2 id="told">{messages.report.by(inertLine(consultation.reporter, 60))}</h2>
        <Told messages={messages} clock={clock} consultation={consultation} cover={cover} />
      </section>
      <form method="post" action={`/cases/${caseId}/answer`} class="card">
        <LongText
          id="words"
          name="words"
          label={say.words}
          hint={say.hint}
          values={values}
          error={error ?? undefined}
          rows={6}
          most={MOST.words}
        />
        <button type="submit" class="button primary">
          {say.send}
        </button>
      </form>
    </div>
  );
}
