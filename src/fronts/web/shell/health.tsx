import { problemsInWords } from '../../../detect/index.ts';
import type { ServiceStatus } from '../../shared/index.ts';
import { inertLine } from './inert.ts';
import type { Messages } from './messages.ts';

interface HealthProps {
  readonly messages: Messages;
  readonly status: ServiceStatus;
}

/** Sentences on everything that needs a hand; empty when all is well. */
function problemsOf({ messages: { status: say, language }, status }: HealthProps): string[] {
  const { clockAheadOf, queue } = status;
  const { problem, hosts } = status.dictionary;
  return [
    ...status.sources.flatMap(({ name, trouble }) =>
      trouble === null ? [] : [say.sourceTrouble(inertLine(name, 60), inertLine(trouble))],
    ),
    ...(clockAheadOf ? [say.clockTrouble(clockAheadOf.toISOString().slice(0, 10))] : []),
    ...(queue === null ? [] : [say.queueTrouble[queue.trouble]]),
    ...(hosts.length === 0 ? [] : [say.hostsTrouble(inertLine(namesOf(hosts), 600))]),
    ...(problem === null ? [] : [say.dictionaryTrouble(inertLine(problemsInWords(problem, language.code), 600))]),
  ];
}

/** Hosts, each with its version of the dictionaries. */
export const namesOf = (hosts: ServiceStatus['dictionary']['hosts']): string =>
  hosts.map(({ host, dictionary }) => `${host} (${dictionary})`).join(', ');

/** One word on the service beside the link to its page. */
export function HealthPill({ messages, status }: HealthProps) {
  const problems = problemsOf({ messages, status }).length;
  if (problems > 0) return <span class="pill pill-bad">{messages.status.trouble(problems)}</span>;
  if (status.backlog > 0) return <span class="pill">{messages.status.waiting(status.backlog)}</span>;
  return <span class="pill pill-good">{messages.status.well}</span>;
}

/** Above every page while something is wrong. */
export function HealthAlerts(props: HealthProps) {
  const problems = problemsOf(props);
  if (problems.length === 0) return null;
  return (
    <ul class="alerts">
      {problems.map((problem) => (
        <li>{problem}</li>
      ))}
    </ul>
  );
}

/** Of what nobody would be told: a sentence each. */
export function UntoldAlerts({ messages, status }: HealthProps) {
  if (status.untold.length === 0) return null;
  return (
    <ul class="alerts">
      {status.untold.map((one) => (
        <li>{messages.firstSteps.untold[one]}</li>
      ))}
    </ul>
  );
}
