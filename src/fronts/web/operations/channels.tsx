import type { ReachableChannel } from '../../shared/index.ts';
import type { Clock } from '../shell/clock.ts';
import { Scroll } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { State } from './state.tsx';

interface ChannelsProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly channels: readonly ReachableChannel[];
  readonly mayTest: boolean;
}

/** By which ways people are told that something waits, and how each way is. */
export function Channels({ messages, clock, channels, mayTest }: ChannelsProps) {
  const say = messages.status;
  return (
    <Scroll card label={say.channels}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say.name}</th>
            <th scope="col">{say.channelKind}</th>
            <th scope="col">{say.state}</th>
            <th scope="col">{say.lastTold}</th>
            {mayTest && <th scope="col">{say.tryIt}</th>}
          </tr>
        </thead>
        <tbody>
          {channels.map(({ name, kind, trouble, troubleSince, lastToldAt }) => (
            <tr>
              <th scope="row">{inertLine(name, 60)}</th>
              <td>{kind}</td>
              <td>
                <State messages={messages} clock={clock} trouble={trouble} since={troubleSince} />
              </td>
              <td>{lastToldAt === null ? say.never : clock.date(lastToldAt)}</td>
              {mayTest && (
                <td>
                  <form method="post" action={`/status/channels/${name}/test`}>
                    <button type="submit">{say.tryIt}</button>
                  </form>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
