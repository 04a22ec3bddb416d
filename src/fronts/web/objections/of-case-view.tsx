import { type Day, type Objection, objectionStage } from '../../../response/index.ts';
import { DuePill } from '../deadlines/answers.tsx';
import type { Clock } from '../shell/clock.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { objectionUrl } from './urls.ts';
import { againstWords } from './words.ts';

interface OfCaseProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly today: Day;
  readonly list: readonly Objection[];
  readonly add: string; // where one more is written down
}

/** The objections of a case, a line each: never their words. */
export function OfCaseView({ messages, clock, today, list, add }: OfCaseProps) {
  const say = messages.objections;
  return (
    <section class="card" aria-labelledby="objections">
      <h2 id="objections">{say.title}</h2>
      {list.length > 0 && (
        <ul class="plain">
          {list.map((one) => (
            <li>
              <a href={objectionUrl(one)}>{inertLine(one.from, 100)}</a> {againstWords(messages, one.against)}{' '}
              {one.answered === null ? (
                <>
                  {say.stages[objectionStage(one)]} {one.due}{' '}
                  <DuePill messages={messages} due={one.due} today={today} />
                </>
              ) : (
                say.answeredOn(
                  say.draft.fields.effect.options[one.draft?.effect ?? 'upheld'],
                  clock.day(one.answered.at),
                )
              )}
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={add}>{say.record.title}</a>
      </p>
    </section>
  );
}
