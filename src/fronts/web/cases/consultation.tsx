import type { CaseId, Consultation } from '../../../cases/index.ts';
import type { Masking } from '../../shared/index.ts';
import type { Clock } from '../shell/clock.ts';
import { inert, inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { caseTabUrl } from './tabs.tsx';

interface ConsultationProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly id?: string; // of its heading: a page may hold several
  readonly caseId: CaseId;
  readonly consultation: Consultation | null;
  readonly masking: Masking;
  readonly wordsBelow: number | null; // place of the mail that holds the words of an incident; null: they stand nowhere else
}

/** Why the case is there, in the words of whoever handed it in; null when a mail of a source began it. */
export function ConsultationCard(props: ConsultationProps) {
  const { messages, clock, id = 'report', caseId, consultation, masking, wordsBelow } = props;
  if (consultation === null) return null;
  const say = messages.report;
  return (
    <section class="card report" aria-labelledby={id}>
      <h2 id={id}>{say.title}</h2>
      {consultation.confidential && (
        <ul class="notices">
          <li>{say.confidential}</li>
        </ul>
      )}
      <p class="muted">
        {say.by(inertLine(consultation.reporter, 60))} ·{' '}
        <time datetime={consultation.handedInAt.toISOString()}>{clock.date(consultation.handedInAt)}</time>
      </p>
      <Told
        messages={messages}
        clock={clock}
        consultation={consultation}
        cover={masking.cover}
        wordsBelow={wordsBelow}
      />
      <p>
        <a class="button" href={`${caseTabUrl(caseId, 'response')}#answer-to`}>
          {messages.answer.write}
        </a>
      </p>
    </section>
  );
}

interface ToldProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly consultation: Consultation;
  readonly cover: (text: string) => string; // hides what hurts
  readonly wordsBelow?: number | null;
}

/** What was written, then and later. */
export function Told({ messages, clock, consultation, cover, wordsBelow = null }: ToldProps) {
  const say = messages.report;
  const { channel, happenedAt, happenedAbout, otherSide, wish, notes } = consultation;
  return (
    <>
      <dl class="facts told">
        <dt>{say.channel}</dt>
        <dd>{messages.handIn.channels[channel]}</dd>
        {happenedAt !== null && (
          <>
            <dt>{say.when}</dt>
            <dd>
              <time datetime={happenedAt.toISOString()}>
                {happenedAbout === null
                  ? clock.date(happenedAt)
                  : `${clock.day(happenedAt)} ${messages.handIn.dayParts[happenedAbout]}`}
              </time>
            </dd>
          </>
        )}
        <dt>{say.otherSide}</dt>
        <dd>
          {otherSide === '' ? <span class="muted">{say.unknown}</span> : <bdi>{inertLine(cover(otherSide))}</bdi>}
        </dd>
        <dt>{say.words}</dt>
        <dd class="lines">
          {wordsBelow !== null ? (
            <a href={`#mail-${wordsBelow}`}>{say.wordsBelow}</a>
          ) : consultation.words === '' ? (
            <span class="muted">{say.nothing}</span>
          ) : (
            inert(cover(consultation.words))
          )}
        </dd>
        <dt>{say.wish}</dt>
        <dd class="lines">{wish === '' ? <span class="muted">{say.nothing}</span> : inert(cover(wish))}</dd>
      </dl>
      {notes.map(({ author, by, words: added, at }) => (
        <div class="added">
          <p class="muted small">
            {author === 'answerer' ? say.answered(inertLine(by, 60)) : say.added}{' '}
            <time datetime={at.toISOString()}>{clock.date(at)}</time>
          </p>
          <p class="lines">{inert(cover(added))}</p>
        </div>
      ))}
    </>
  );
}
