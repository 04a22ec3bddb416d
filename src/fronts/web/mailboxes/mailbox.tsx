import { tryMailbox } from '../../../actions/index.ts';
import { ActForm } from '../shell/acts/form.tsx';
import { Heading } from '../shell/acts/heading.tsx';
import { More } from '../shell/form-components.tsx';
import { inertLine } from '../shell/inert.ts';
import { Begin, type BeginProps } from './begin.tsx';
import { CameView } from './came.tsx';
import { Connect } from './connect.tsx';
import type { Came, Draft, SetUp } from './props.ts';
import { Trial, type TrialProps } from './trial.tsx';

interface MailboxProps extends SetUp {
  readonly draft: Draft;
  readonly came: Came | null;
  readonly trial: TrialProps | null; // null: it is not connected yet, or has none
  readonly begin: BeginProps | null; // null: it is not connected yet
}

/** One mailbox, and its three steps. Nothing of it is read before the last. */
export function MailboxView(props: MailboxProps) {
  const { messages, draft, came, trial, begin, tried } = props;
  const say = messages.mailboxes;
  const { name, address, purpose, there } = draft;
  const isTried = tried !== null && (Object.keys(tried.problems).length > 0 || tried.code !== null);
  const steps = purpose === 'in' ? [0, 1, 2] : [0, 2];
  const at =
    begin === null ? 0 : begin.setting.state === 'on' ? 3 : trial !== null && trial.run?.state !== 'done' ? 1 : 2;
  return (
    <div class="narrow">
      <Heading
        messages={messages}
        title={name === '' ? say.add : say.of(name)}
        up={{ href: '/mailboxes', title: say.title }}
        saved={false}
        tried={isTried ? tried : null}
        refusals={say.refusals}
      >
        {inertLine(address, 254)} · {say.purposes[purpose]}
      </Heading>
      <ol class="set-up-steps">
        {steps.map((step) => (
          <li class={step < at ? 'is-done' : undefined} aria-current={step === at ? 'step' : undefined}>
            {say.stepNames[step]}
          </li>
        ))}
      </ol>
      <section class="card" aria-labelledby="connect">
        <h2 id="connect">{say.stepNames[0]}</h2>
        {came !== null && <CameView messages={messages} clock={props.clock} came={came} />}
        {there === null ? (
          <Connect {...props} />
        ) : (
          <>
            <ActForm {...props} act={tryMailbox} say={say.tryAgain} at={{ name }} />
            <More title={say.change} open={tried !== null}>
              <Connect {...props} />
            </More>
          </>
        )}
      </section>
      {begin !== null && purpose === 'in' && (
        <section class="card" aria-labelledby="try">
          <h2 id="try">{say.stepNames[1]}</h2>
          {trial === null ? <p class="muted">{say.trial.cannot}</p> : <Trial {...trial} />}
        </section>
      )}
      {begin !== null && (
        <section class="card next-step" aria-labelledby="begin">
          <h2 id="begin">{say.stepNames[2]}</h2>
          <Begin {...begin} />
        </section>
      )}
    </div>
  );
}
