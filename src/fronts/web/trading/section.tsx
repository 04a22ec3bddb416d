import { answerTalk, noteTalk } from '../../../actions/index.ts';
import { type Counterparty, type Day, TALK_DAYS, type Talk, type TradingPoint } from '../../../response/index.ts';
import { dayAfter } from '../../../util/day.ts';
import { DuePill } from '../deadlines/answers.tsx';
import { ActForm, isTried, type Tried } from '../shell/acts/form.tsx';
import { inert, inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { TradingPoints } from './points.tsx';

interface SectionProps {
  readonly messages: Messages;
  readonly today: Day;
  readonly tried: Tried | null;
  readonly counterparty: Pick<Counterparty, 'id'>;
  readonly me: string; // who looks: as a rule who asked
  readonly points: readonly TradingPoint[]; // beside what was found of it
  readonly talks: readonly Talk[];
}

/** Fair trading with a company: what lies beside conduct that was found, and when it was asked for talks. Nothing else of a case stands here. */
export function TradingSection(props: SectionProps) {
  const { messages, today, tried, counterparty, me, points, talks } = props;
  const say = messages.trading;
  const at = { counterparty: counterparty.id };
  return (
    <section class="card" id="talks" aria-labelledby="talks-title">
      <h2 id="talks-title">{say.title}</h2>
      {points.length > 0 && (
        <details class="more">
          <summary>{say.found}</summary>
          <TradingPoints messages={messages} points={points} />
        </details>
      )}
      <h3>{say.talks}</h3>
      <p class="muted">{say.lead}</p>
      {talks.length === 0 && <p class="muted">{say.none}</p>}
      {talks.toReversed().map((talk) => (
        <TalkCard messages={messages} today={today} tried={tried} talk={talk} />
      ))}
      <details class="more" open={isTried(tried, noteTalk, at)}>
        <summary>{say.note.title}</summary>
        <ActForm
          {...{ messages, today, tried, at }}
          act={noteTalk}
          say={say.note}
          usual={{ asked: today, who: me, due: dayAfter(today, TALK_DAYS) }}
        />
      </details>
    </section>
  );
}

type TalkProps = Pick<SectionProps, 'messages' | 'today' | 'tried'> & { readonly talk: Talk };

function TalkCard({ talk, ...common }: TalkProps) {
  const { messages, today, tried } = common;
  const say = messages.trading;
  const { id, counterpartyId, asked, way, who, words, due, by, answer } = talk;
  const at = { counterparty: counterpartyId, talk: id };
  return (
    <article aria-labelledby={`talk-${id}`}>
      <h4 id={`talk-${id}`}>{say.asked(asked, say.note.fields.way.options[way], inertLine(who, 100))}</h4>
      <p class="lines">{inert(words)}</p>
      {answer === null ? (
        <>
          <p class="muted small">
            {say.note.fields.due.label} {due} <DuePill messages={messages} due={due} today={today} />{' '}
            {say.noted(inertLine(by, 60))}
          </p>
          <details class="more" open={isTried(tried, answerTalk, at)}>
            <summary>{say.answer.do}</summary>
            <ActForm {...common} act={answerTalk} say={say.answer} at={at} usual={{ day: today }} />
          </details>
        </>
      ) : (
        <>
          <p>
            <b>{say.answer.fields.what.options[answer.what]}</b> <span class="muted">{answer.day}</span>
          </p>
          {answer.words !== '' && <p class="lines">{inert(answer.words)}</p>}
          <p class="muted small">{say.noted(inertLine(answer.by, 60))}</p>
        </>
      )}
    </article>
  );
}
