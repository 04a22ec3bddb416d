import type { StepView } from '../../shared/index.ts';
import { BandLabel } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { markId } from './evidence.tsx';

interface LadderProps {
  readonly messages: Messages;
  readonly steps: readonly StepView[];
  readonly mail: number; // position in the case
}

/** How the verdict comes about: reasons added one by one, each with the band that is reached so far. The last row is the verdict. */
export function Ladder({ messages, steps, mail }: LadderProps) {
  const say = messages.case.ladder;
  if (steps.length === 0) return null;
  const told = untilSettled(steps);
  const more = steps.length - told.length;
  return (
    <table class="ladder">
      <caption>{say.title}</caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">{say.reason}</th>
          <th scope="col">{say.reached}</th>
        </tr>
      </thead>
      <tbody>
        {told.map((step) => (
          <tr class={step.odds < 0 ? 'lowers' : undefined}>
            <th scope="row">
              <StepWords messages={messages} step={step} mail={mail} />
            </th>
            <td>
              <BandLabel messages={messages} band={step.reached} />
            </td>
          </tr>
        ))}
        {more > 0 && (
          <tr>
            <th scope="row" class="muted">
              {say.more(more)}
            </th>
            <td>
              <BandLabel messages={messages} band={steps.at(-1)!.reached} />
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** The steps up to the one from which on nothing changes any more. */
function untilSettled(steps: readonly StepView[]): readonly StepView[] {
  const last = steps.at(-1)!.reached;
  const unsettled = steps.findLastIndex(({ reached }) => reached !== last);
  return steps.slice(0, unsettled + 2);
}

const LONGEST = 60; // characters of a sentence

function StepWords({
  messages,
  step,
  mail,
}: {
  readonly messages: Messages;
  readonly step: StepView;
  readonly mail: number;
}) {
  const say = messages.case.ladder;
  const down = step.odds < 0 ? '↓ ' : '';
  const words = step.words !== null && (
    <>
      「<bdi>{inertLine(step.words, LONGEST)}</bdi>」
    </>
  );
  const linked = step.match === null ? words : <a href={`#${markId(mail, step.match)}`}>{words}</a>;
  const quoted = (
    <>
      {linked}
      <GlossLine messages={messages} gloss={step.gloss} />
    </>
  );
  switch (step.kind) {
    case 'asked':
      return (
        <>
          {quoted} <span class="muted">{say.asks(messages.bands[step.asks!])}</span>
        </>
      );
    case 'sentence':
      return <>{quoted}</>;
    case 'others':
      return <>{down + (step.odds < 0 ? say.calmer : say.others)}</>;
    case 'dictionaries':
    case 'frequency':
    case 'unjudged':
      return <>{down + say[step.kind]}</>;
  }
}

/** What words of another language say, for a reader of Japanese. */
function GlossLine({ messages, gloss }: Pick<LadderProps, 'messages'> & Pick<StepView, 'gloss'>) {
  if (gloss.length === 0 || messages.language.code !== 'ja') return null;
  return (
    <dl class="gloss small">
      {gloss.map(({ written, meaning }) => (
        <div>
          <dt>
            <bdi>{inertLine(written, LONGEST)}</bdi>
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
