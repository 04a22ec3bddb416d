import type { Operations, ServiceStatus } from '../../shared/index.ts';
import { StepsBar } from '../first-steps/bar.tsx';
import { Columns, Scroll } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { DictionaryAndBacklog } from './dictionary.tsx';
import { FailedMails, type FailedMailsProps } from './failed-mails.tsx';
import { Sources } from './sources.tsx';

interface StatusProps extends FailedMailsProps {
  readonly now: Date;
  readonly status: ServiceStatus;
  readonly operations: Operations;
  readonly steps: number | null; // of the first ones that are done, where they are offered
}

/** How the service is, and what runs behind the review app: no mail text. */
export function StatusView(props: StatusProps) {
  const { messages, clock, now, status, operations, steps } = props;
  const lag = (source: string) => {
    const since = operations.lags.get(source);
    return since === undefined ? messages.status.never : clock.age(since, now);
  };
  return (
    <>
      <h1>{messages.status.title}</h1>
      <StepsBar messages={messages} done={steps} />
      <Sources messages={messages} clock={clock} sources={status.sources} lag={lag} />
      <DictionaryAndBacklog messages={messages} status={status} />
      <FailedMails {...props} />
      <Queues messages={messages} queues={operations.queues} />
      <div class="pair">
        <Storage messages={messages} storage={operations.storage} />
        <Versions messages={messages} versions={operations.versions} foreign={operations.foreign} />
      </div>
    </>
  );
}

function Queues({ messages, queues }: { readonly messages: Messages } & Pick<Operations, 'queues'>) {
  const say = messages.operations;
  return (
    <section class="card">
      <h2>{say.queues}</h2>
      <Scroll label={say.queues}>
        <table>
          <Columns of={[say.queue, say.waiting, say.active, say.again]} />
          <tbody>
            {queues.map(({ name, jobs }) => (
              <tr>
                <th scope="row">{say.jobs[name]}</th>
                {jobs === null ? (
                  <td colspan={3}>
                    <span class="trouble">{say.queueDown}</span>
                  </td>
                ) : (
                  [jobs.waiting, jobs.active, jobs.failed].map((count) => <td>{count}</td>)
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function Storage({ messages, storage }: { readonly messages: Messages } & Pick<Operations, 'storage'>) {
  const say = messages.operations;
  const { database, waiting, kept, disk } = storage;
  return (
    <section class="card">
      <h2>{say.storage}</h2>
      <dl class="facts">
        <dt>{say.database}</dt>
        <dd>{bytes(database)}</dd>
        <dt>{messages.status.backlog}</dt>
        <dd>
          {messages.queue.mails(waiting.mails)} <span class="muted">{bytes(waiting.bytes)}</span>
        </dd>
        <dt>{say.kept}</dt>
        <dd>
          {messages.queue.mails(kept.mails)} <span class="muted">{bytes(kept.bytes)}</span>
        </dd>
        <dt>{say.disk}</dt>
        <dd>{say.free(bytes(disk.free), bytes(disk.size))}</dd>
      </dl>
    </section>
  );
}

function Versions({
  messages,
  versions,
  foreign,
}: { readonly messages: Messages } & Pick<Operations, 'versions' | 'foreign'>) {
  const say = messages.operations;
  const store = `${versions.store.kind === 'pglite' ? 'PGlite, ' : ''}PostgreSQL ${versions.store.version}`;
  const rows = [
    ['Komainu', versions.komainu],
    ['Node.js', versions.node],
    [say.store, store],
    [say.queue, versions.queue ?? say.inStore],
    [messages.status.dictionary, versions.dictionary],
    [say.classifier, versions.classifier ?? say.noClassifier],
    [say.foreign, say.foreignMails(messages.queue.mails(foreign))],
  ] as const;
  return (
    <section class="card">
      <h2>{say.versions}</h2>
      <dl class="facts">
        {rows.map(([name, version]) => (
          <>
            <dt>{name}</dt>
            <dd>{inertLine(version, 100)}</dd>
          </>
        ))}
      </dl>
    </section>
  );
}

const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB'] as const;

/** With three digits at most: 1.5 GiB. */
function bytes(count: number): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log2(Math.max(1, count)) / 10));
  const value = count / 1024 ** power;
  return `${value.toFixed(power === 0 || value >= 100 ? 0 : 1)} ${UNITS[power]}`;
}
