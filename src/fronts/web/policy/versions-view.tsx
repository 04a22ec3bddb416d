import type { PolicyVersion } from '../../../policy/index.ts';
import type { ListedVersion } from '../../../store/index.ts';
import type { Clock } from '../shell/clock.ts';
import { Done, Empty, Scroll } from '../shell/components.tsx';
import { inert, inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { PolicyText } from './policy-text.tsx';

interface Shown {
  readonly messages: Messages;
  readonly clock: Clock;
}

interface OpenedVersion {
  readonly version: PolicyVersion;
  readonly text: string;
}

interface VersionsProps extends Shown {
  readonly versions: readonly ListedVersion[]; // the newest first
  readonly opened: OpenedVersion | null;
  readonly inForce: string | null; // id
  readonly readings: ReadonlyMap<string, Date>; // of whoever looks, by version
  readonly mayManage: boolean;
  readonly published: boolean; // one, just now
}

/** Every version that was published, as it was published. */
export function Versions({
  messages,
  clock,
  versions,
  opened,
  inForce,
  readings,
  mayManage,
  published,
}: VersionsProps) {
  const say = messages.knowing;
  return (
    <section>
      <h2 id="versions">{say.versions}</h2>
      <p class="muted">{say.versionsLead}</p>
      <Done of={published && say.published} />
      {mayManage && (
        <p class="ways-in">
          <a class="button" href="/policy/edit">
            {say.edit}
          </a>
        </p>
      )}
      {versions.length === 0 ? (
        <Empty>{say.noVersions}</Empty>
      ) : (
        <Scroll card label={say.versions}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say.number}</th>
                <th scope="col">{say.form.fields.from.label}</th>
                <th scope="col">{say.publishedAt}</th>
                <th scope="col">{say.form.fields.note.label}</th>
                <th scope="col">{say.ownReading}</th>
                {mayManage && <th scope="col">{say.readers}</th>}
              </tr>
            </thead>
            <tbody>
              {versions.map((version) => (
                <tr>
                  <th scope="row">
                    <a href={`/policy?version=${version.number}#version`}>{say.version(version.number)}</a>{' '}
                    {version.id === inForce && <span class="pill">{say.inForce}</span>}
                  </th>
                  <td>
                    <time datetime={version.from}>{version.from}</time> {version.origin === 'file' && say.fileDay}
                  </td>
                  <td>
                    <PublishedBy messages={messages} clock={clock} version={version} />
                  </td>
                  <td>{inertLine(version.note)}</td>
                  <td>{dayOrDash(readings.get(version.id), clock)}</td>
                  {mayManage && <td>{say.people(version.readers)}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {opened !== null && <Opened messages={messages} opened={opened} />}
    </section>
  );
}

const dayOrDash = (at: Date | undefined, clock: Clock) =>
  at === undefined ? '–' : <time datetime={at.toISOString()}>{clock.day(at)}</time>;

const PublishedBy = ({ messages, clock, version: { origin, by, at } }: Shown & { readonly version: PolicyVersion }) => (
  <>
    <time datetime={at.toISOString()}>{clock.date(at)}</time>{' '}
    {origin === 'file' ? messages.knowing.fromFile : inertLine(by, 60)}
  </>
);

const Opened = ({
  messages: { knowing: say },
  opened: { version, text },
}: Pick<VersionsProps, 'messages'> & { readonly opened: OpenedVersion }) => (
  <section class="card prose" aria-labelledby="version">
    <h3 id="version">{say.version(version.number)}</h3>
    {version.note !== '' && <p class="lines">{inert(version.note)}</p>}
    <PolicyText text={text} />
  </section>
);
