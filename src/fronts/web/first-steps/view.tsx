import type { Child } from 'hono/jsx';
import type { Day } from '../../../response/index.ts';
import { AddMailbox } from '../mailboxes/add.tsx';
import { More } from '../shell/form-components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { type ByHandStep, COMMANDS, LINES, VARIABLES } from './lines.ts';
import { type Facts, MANY_JUDGED, STEPS, type Step, type StepState, stateOfSteps } from './steps.ts';

interface FirstStepsProps {
  readonly messages: Messages;
  readonly today: Day;
  readonly facts: Facts;
  readonly sample: boolean;
  readonly file: string | null; // the configuration's
  readonly mayTry: boolean; // a text, in the browser
  readonly closed: boolean; // not offered above the list any more
}

/** What has to be done after the first sign-in, how far it is, and how each step is done. */
export function FirstStepsView(props: FirstStepsProps) {
  const { messages, facts, file, closed } = props;
  const say = messages.firstSteps;
  const states = stateOfSteps(facts);
  const done = STEPS.filter((step) => states[step] === 'done').length;
  return (
    <div class="narrow">
      <h1>{say.title}</h1>
      <p class="muted">{say.lead}</p>
      {props.sample && (
        <p class="after-bar">
          {say.sample} <a href="/mailboxes">{say.mailbox.link}</a>
        </p>
      )}
      <p>
        <strong>{say.bar(done, STEPS.length)}</strong>
      </p>
      <ol class="steps">
        {STEPS.map((step, index) => (
          <li class="card" id={step}>
            <h2>
              {index + 1}. {say[step].title} <StateLabel messages={messages} state={states[step]} />
            </h2>
            {sentencesOf(messages, facts)[step].map((sentence) => (
              <p>{sentence}</p>
            ))}
            {step === 'mailbox' && states[step] !== 'done' && !props.sample && (
              <AddMailbox messages={messages} today={props.today} tried={null} />
            )}
            <InBrowser {...props} step={step} />
            {step !== 'trial' && states[step] !== 'done' && (
              <More title={LINES[step] === undefined ? say.byCommand : say.byFile} open={false}>
                <ByHand messages={messages} step={step} file={file} />
              </More>
            )}
          </li>
        ))}
      </ol>
      <form method="post" action="/first-steps">
        <button type="submit" class="button" name="closed" value={closed ? '0' : '1'}>
          {closed ? say.again : say.close}
        </button>
        {!closed && <p class="hint">{say.closeHint}</p>}
      </form>
    </div>
  );
}

function StateLabel({ messages, state }: { readonly messages: Messages; readonly state: StepState }) {
  const kind = { done: 'pill pill-good', open: 'pill', trouble: 'pill pill-bad' }[state];
  return <span class={kind}>{messages.firstSteps.states[state]}</span>;
}

const judgedLine = (say: Messages['firstSteps']['trial'], judged: number): string =>
  judged === 0 ? say.none : judged < MANY_JUDGED ? say.judged(judged) : say.many(judged);

/** What is there, in words. */
function sentencesOf({ firstSteps: say }: Messages, facts: Facts): Readonly<Record<Step, readonly string[]>> {
  const { sources, policy, deciders, desk, unused, channels, judged } = facts;
  const urgent = channels.filter((one) => one.urgent);
  return {
    mailbox:
      sources.length === 0
        ? [say.mailbox.none]
        : sources.map(({ name, trouble, seen }) =>
            trouble === null
              ? say.mailbox[seen ? 'source' : 'waiting'](name)
              : say.mailbox.trouble(name, inertLine(trouble)),
          ),
    policy: [say.policy[policy]],
    people: [
      say.people.deciders(deciders) + (deciders < 2 ? ` ${say.people.enough}` : ''),
      say.people.desk(desk),
      ...(unused > 0 ? [say.people.unused(unused)] : []),
    ],
    channels:
      urgent.length === 0
        ? [say.channels.none]
        : urgent.map(({ name, trouble, lastToldAt }) =>
            trouble === null
              ? say.channels[lastToldAt === null ? 'untried' : 'well'](name)
              : say.channels.trouble(name, inertLine(trouble)),
          ),
    trial: [judgedLine(say.trial, judged), say.trial.what],
  };
}

const WHERE: Readonly<Record<Step, string>> = {
  mailbox: '/mailboxes',
  policy: '/policy',
  people: '/people',
  channels: '/channels',
  trial: '/mailboxes',
};

/** Where the step is done, or seen, without leaving the browser. */
function InBrowser({ messages, step, mayTry }: FirstStepsProps & { readonly step: Step }) {
  return (
    <p>
      <a class={step === 'people' || step === 'trial' ? 'button' : undefined} href={WHERE[step]}>
        {messages.firstSteps[step].link}
      </a>{' '}
      {step === 'trial' && mayTry && (
        <a class="button" href="/dictionaries?tab=try">
          {messages.firstSteps.trial.text}
        </a>
      )}
    </p>
  );
}

/** What to write and to type where the browser does not do it. */
function ByHand({
  messages: { firstSteps: say },
  step,
  file,
}: Pick<FirstStepsProps, 'messages' | 'file'> & { readonly step: ByHandStep }) {
  const [lines, variables] = [LINES[step], VARIABLES[step]];
  if (lines === undefined) return <Code lead={say.command}>{COMMANDS[step]}</Code>;
  return (
    <>
      <Code lead={file === null ? say.newFile : say.fileLead(inertLine(file))}>{lines}</Code>
      {variables !== undefined && <Code lead={say.variables}>{variables}</Code>}
      <Code lead={say.afterwards}>{COMMANDS[step]}</Code>
    </>
  );
}

const Code = ({ lead, children }: { readonly lead: string; readonly children: Child }) => (
  <>
    <p class="hint">{lead}</p>
    <pre class="lines-to-add">
      <code>{children}</code>
    </pre>
  </>
);
