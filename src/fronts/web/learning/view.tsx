import type { HeldOutResult, ListedTaught, SiteLearningState, SiteVersion } from '../../../store/index.ts';
import type { Clock } from '../shell/clock.ts';
import { Empty, Scroll } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { TuningHead } from '../tuning/head.tsx';

export interface LearningProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly state: SiteLearningState;
  readonly versions: readonly SiteVersion[]; // newest first
  readonly taught: readonly ListedTaught[]; // of this page
  readonly at: number; // page, from 1
  readonly more: boolean;
  readonly mayWrite: boolean;
  readonly mayReadCases: boolean;
  readonly notice: string | null;
  readonly complaint: string | null;
}

/** What was learned here, how it does, and how it is undone. No word of a mail. */
export function LearningView(props: LearningProps) {
  const { messages, clock, state, versions, notice, complaint, mayWrite } = props;
  const say = messages.learning;
  const [newest] = versions;
  return (
    <>
      <TuningHead messages={messages} title={say.title} lead={say.lead} notice={notice} complaint={complaint} />
      <section class="card">
        <p>
          <strong>{stateOf(props)}</strong>
        </p>
        {state.by !== null && <p class="small muted">{say.setBy(inertLine(state.by, 60), clock.day(state.at!))}</p>}
        {state.since !== null && <p class="small muted">{say.since(clock.date(state.since))}</p>}
        {mayWrite && <Switches {...props} />}
      </section>
      {newest !== undefined && newest.unused !== 'nothing' && <Compared {...props} version={newest} />}
      <Taught {...props} />
      {versions.length > 0 && <Versions {...props} />}
    </>
  );
}

function stateOf({ messages, state, versions: [newest] }: LearningProps): string {
  const say = messages.learning;
  if (!state.enabled) return say.off;
  if (newest === undefined) return say.nothing;
  if (newest.unused !== null) return say.unused[newest.unused];
  return say.used((newest.figures.approved + newest.figures.dismissed).toLocaleString(messages.language.code));
}

function Switches({ messages, state }: LearningProps) {
  const say = messages.learning;
  return (
    <>
      <form method="post" action="/dictionaries/learning">
        <input type="hidden" name="to" value={state.enabled ? 'off' : 'on'} />
        <button type="submit" class="button">
          {state.enabled ? say.switchOff : say.switchOn}
        </button>
      </form>
      <details class="more">
        <summary>{say.forgetAll}</summary>
        <form method="post" action="/dictionaries/learning">
          <p class="hint">{say.forgetAllHint}</p>
          <input type="hidden" name="to" value="nothing" />
          <p>
            <label>
              <input type="checkbox" name="sure" value="1" required /> {say.forgetSure}
            </label>
          </p>
          <button type="submit" class="button">
            {say.forgetAll}
          </button>
        </form>
      </details>
    </>
  );
}

function Compared({ messages, version }: LearningProps & { readonly version: SiteVersion }) {
  const say = messages.learning;
  const { approved, dismissed, shipped, site } = version.figures;
  const number = (n: number) => n.toLocaleString(messages.language.code);
  const row = (label: string, { alarms, missed }: HeldOutResult) => (
    <tr>
      <th scope="row">{label}</th>
      <td>{say.of(number(alarms), number(dismissed))}</td>
      <td>{say.of(number(missed), number(approved))}</td>
    </tr>
  );
  return (
    <Scroll card label={say.compare}>
      <h2>{say.compare}</h2>
      <p class="hint">{say.compareLead}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{say.judgedBy}</th>
            <th scope="col">{say.alarms}</th>
            <th scope="col">{say.missed}</th>
          </tr>
        </thead>
        <tbody>
          {row(say.shipped, shipped)}
          {row(say.site, site)}
        </tbody>
      </table>
    </Scroll>
  );
}

function Taught(props: LearningProps) {
  const { messages, clock, taught, at, more, mayReadCases } = props;
  const say = messages.learning;
  const link = (page: number) => `/dictionaries/learning?page=${page}`;
  return (
    <>
      <h2>{say.taught}</h2>
      {taught.length === 0 ? (
        <Empty>{say.noTaught}</Empty>
      ) : (
        <Scroll card label={say.taught}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say.case}</th>
                <th scope="col">{say.direction}</th>
                <th scope="col">{say.decided}</th>
                <th scope="col">{say.unlearn}</th>
              </tr>
            </thead>
            <tbody>
              {taught.map((one) => (
                <tr>
                  <th scope="row">
                    {mayReadCases ? (
                      <a href={`/cases/${one.caseId}`}>{messages.case.title(one.caseId)}</a>
                    ) : (
                      messages.case.title(one.caseId)
                    )}
                  </th>
                  <td>{one.positive ? say.directions.approved : say.directions.dismissed}</td>
                  <td>
                    <time datetime={one.at.toISOString()}>{clock.day(one.at)}</time>
                  </td>
                  <td>
                    <Unlearn {...props} one={one} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <nav class="pages" aria-label={messages.queue.pages}>
        {at > 1 && (
          <a rel="prev" href={link(at - 1)}>
            {messages.queue.before}
          </a>
        )}
        {more && (
          <a rel="next" href={link(at + 1)}>
            {messages.queue.after}
          </a>
        )}
      </nav>
    </>
  );
}

function Unlearn({ messages, mayWrite, one }: LearningProps & { readonly one: ListedTaught }) {
  const say = messages.learning;
  if (one.forgottenBy !== null) return <span class="muted">{say.forgotten(inertLine(one.forgottenBy, 60))}</span>;
  if (!one.teaches) return <span class="muted">{say.empty}</span>;
  if (!mayWrite) return <span class="muted">–</span>;
  return (
    <form method="post" action={`/dictionaries/learning/${one.caseId}/forget`}>
      <button type="submit" class="button" aria-label={say.unlearnLong(one.caseId)}>
        {say.unlearn}
      </button>
    </form>
  );
}

function Versions({ messages, clock, versions }: LearningProps) {
  const say = messages.learning;
  const number = (n: number) => n.toLocaleString(messages.language.code);
  return (
    <details class="fold">
      <summary>{say.versions}</summary>
      <Scroll card label={say.versions}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say.versions}</th>
              <th scope="col">{say.learnedAt}</th>
              <th scope="col">{say.decisions}</th>
              <th scope="col">{say.state}</th>
            </tr>
          </thead>
          <tbody>
            {versions.map(({ id, at, unused, figures }) => (
              <tr>
                <th scope="row">{say.version(id)}</th>
                <td>
                  <time datetime={at.toISOString()}>{clock.date(at)}</time>
                </td>
                <td>{say.counts(number(figures.approved), number(figures.dismissed))}</td>
                <td>{unused === null ? say.inUse : say.notInUse[unused]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}
