import type { Child } from 'hono/jsx';
import { addNote } from '../../../actions/index.ts';
import type { Day } from '../../../response/index.ts';
import type { OwnCase, OwnConsultation, OwnFile } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { Told } from '../cases/consultation.tsx';
import { ActForm, type Tried } from '../shell/acts/form.tsx';
import type { Clock } from '../shell/clock.ts';
import { Empty } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { Ask, type AskProps, namesOf } from './ask.tsx';

interface ConsultationsProps extends AskProps {
  readonly clock: Clock;
  readonly consultations: readonly OwnConsultation[];
  readonly cases: readonly Omit<OwnCase, 'care'>[]; // that others put to them
}

/** The ways to ask for help, what a person handed in, and where each stands. */
export function ConsultationsView(props: ConsultationsProps) {
  const { messages, clock, consultations, cases } = props;
  const say = messages.reports;
  return (
    <div class="narrow">
      <h1>{messages.site.pages.consult}</h1>
      <Ask {...props} />
      <h2>{say.title}</h2>
      <p class="muted">{say.lead}</p>
      {consultations.length === 0 ? (
        <Empty>{say.none}</Empty>
      ) : (
        <ul class="card plain own-reports">
          {consultations.map((consultation) => (
            <li>
              <a href={`/reports/${consultation.id}`}>{inertLine(consultation.subject, 100) || say.one}</a>
              <p class="muted small">
                <Progress messages={messages} consultation={consultation} />{' '}
                {consultation.answered && <span class="pill pill-bad">{say.unread}</span>}{' '}
                {messages.handIn.channels[consultation.channel]} ·{' '}
                <time datetime={consultation.handedInAt.toISOString()}>{clock.date(consultation.handedInAt)}</time>
                {consultation.confidential && ` · ${say.confidential}`}
              </p>
            </li>
          ))}
        </ul>
      )}
      {cases.length > 0 && (
        <>
          <h2>{messages.concerned.own}</h2>
          <p class="muted">{messages.concerned.ownLead}</p>
          <ul class="card plain own-reports">
            {cases.map(({ key, at }) => (
              <li>
                <a href={`/reports/${key}`}>{messages.concerned.one(clock.day(at))}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

const Progress = ({
  messages,
  consultation,
}: {
  readonly messages: Messages;
  readonly consultation: OwnConsultation;
}) => (
  <span class={consultation.progress === 'done' ? 'pill pill-good' : 'pill'}>
    {messages.reports.progress[consultation.progress]}
  </span>
);

interface ConsultationProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly consultation: OwnConsultation;
  readonly today: Day;
  readonly tried: Tried | null; // what was not taken
  readonly own: Child | null; // what they say of the case, and what was done in it
  readonly said: 'received' | 'added' | null;
  readonly desk: readonly string[]; // names of those at the consultation desk
  readonly promise: FrontDeps['consultation'];
  readonly files: readonly OwnFile[];
  readonly taken: number; // files that came with it just now
}

/** One of them: what was written, where it stands, and room for more. */
export function ConsultationView(props: ConsultationProps) {
  const { messages, clock, consultation, today, tried, own, said, files, taken } = props;
  const say = messages.reports;
  return (
    <div class="narrow">
      <p class="crumbs">
        <a href="/reports">← {say.title}</a>
      </p>
      <h1>{say.one}</h1>
      {said !== null && (
        <div class="after-bar" role="status">
          <p>
            {say.said[said]} {taken > 0 && say.filesTaken(taken)}
          </p>
        </div>
      )}
      <section class="card" aria-labelledby="progress">
        <h2 id="progress">{say.where}</h2>
        <p>
          <Progress messages={messages} consultation={consultation} /> {say.progressHints[consultation.progress]}
        </p>
        {consultation.confidential && <p class="muted small">{say.confidentialHint}</p>}
        {consultation.progress !== 'done' && <Next {...props} />}
      </section>
      <section class="card" aria-labelledby="told">
        <h2 id="told">{say.told}</h2>
        {consultation.channel === 'mail' && <p class="muted">{say.mailKept}</p>}
        <Told messages={messages} clock={clock} consultation={consultation} cover={(text) => text} />
        {files.length > 0 && (
          <>
            <h3>{say.files}</h3>
            <ul>
              {files.map(({ filename, size }) => (
                <li>
                  <bdi>{inertLine(filename, 100)}</bdi>{' '}
                  <span class="muted">
                    {size.toLocaleString(messages.language.code)} {messages.case.bytes}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <section class="card" id="note" aria-label={say.note.fields.note.label}>
        <ActForm
          {...{ messages, today, tried }}
          act={addNote}
          say={say.note}
          at={{ report: consultation.id }}
          look="primary"
        />
      </section>
      {own}
    </div>
  );
}

/** What happens now, by when, and whom to turn to meanwhile. */
function Next({ messages: { reports: say }, consultation, desk, promise }: ConsultationProps) {
  const { answerDays, callNow } = promise;
  const names = namesOf(desk);
  return (
    <>
      <h3>{say.next}</h3>
      <ul>
        {say.nextPoints(consultation.confidential ? names : '').map((point) => (
          <li>{point}</li>
        ))}
      </ul>
      <h3>{say.by}</h3>
      <p>{answerDays === null ? say.byNothing : say.byDays(answerDays)}</p>
      <h3>{say.call}</h3>
      <p>{callNow ?? (names === '' ? say.callNobody : say.callDesk(names))}</p>
    </>
  );
}
