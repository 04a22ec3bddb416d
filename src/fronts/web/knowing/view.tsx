import type { Knowing as Row } from '../../../store/index.ts';
import type { Clock } from '../shell/clock.ts';
import { Columns, Scroll } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

interface KnowingProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly people: readonly Row[];
  readonly hasPolicy: boolean; // one that people can say they have read
  readonly lessons: number; // there are
}

/** Who has read what. */
export function Knowing({ messages, clock, people, hasPolicy, lessons }: KnowingProps) {
  const say = messages.knowing;
  const read = people.filter(({ readAt }) => readAt !== null).length;
  return (
    <div>
      <h2 id="knowing">{say.who}</h2>
      <p class="muted">{say.whoLead}</p>
      <p>
        <strong>{hasPolicy ? say.readCount(read, people.length) : say.noPolicy}</strong>
      </p>
      <Scroll card label={say.who}>
        <table>
          <Columns of={[say.name, say.readAt, say.lessons, say.last]} />
          <tbody>
            {people.map(({ name, readAt, lessons: done, lastLessonAt }) => (
              <tr>
                <th scope="row">{inertLine(name, 60)}</th>
                <td>
                  {readAt === null ? (
                    <span class="muted">{say.notYet}</span>
                  ) : (
                    <time datetime={readAt.toISOString()}>{clock.day(readAt)}</time>
                  )}
                </td>
                <td>{say.lessonsOf(done, lessons)}</td>
                <td>
                  {lastLessonAt !== null && (
                    <time datetime={lastLessonAt.toISOString()}>{clock.day(lastLessonAt)}</time>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </div>
  );
}
