import { BANDS } from '../../../detect/index.ts';
import type { Shadow, ShadowCount, ShadowDifference } from '../../../store/index.ts';
import type { Clock } from '../shell/clock.ts';
import { BandLabel, Empty, Scroll } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { Difference } from '../tuning/difference.tsx';
import { TuningHead } from '../tuning/head.tsx';

interface ShadowProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly shadow: Shadow | null;
  readonly counts: readonly ShadowCount[];
  readonly differences: readonly ShadowDifference[];
  readonly mayReadCases: boolean;
  readonly mayWrite: boolean;
  readonly notice: string | null;
  readonly complaint: string | null;
}

/** What is tried, what it would have done to the mails that came in, and the two ways to end it. */
export function ShadowView(props: ShadowProps) {
  const { messages, shadow, notice, complaint } = props;
  const say = messages.shadow;
  return (
    <>
      <TuningHead messages={messages} title={say.title} lead={say.lead} notice={notice} complaint={complaint} />
      {shadow === null ? <Empty>{say.none}</Empty> : <Running {...props} shadow={shadow} />}
    </>
  );
}

type RunningProps = ShadowProps & { readonly shadow: Shadow };

function Running(props: RunningProps) {
  const { messages, clock, shadow, mayWrite } = props;
  const say = messages.shadow;
  return (
    <>
      {shadow.trouble !== null && (
        <div class="alert" role="alert">
          <p>
            <b>{say.trouble}</b> {say.troubleHow}
          </p>
          <pre class="small">{inertLine(shadow.trouble, 1_000)}</pre>
        </div>
      )}
      <Counts {...props} />
      <Differences {...props} />
      <section class="card" aria-labelledby="changes">
        <h2 id="changes">{say.changes}</h2>
        <p class="small">
          {say.by(inertLine(shadow.by, 100))} · {say.since}{' '}
          <time datetime={shadow.at.toISOString()}>{clock.date(shadow.at)}</time>
        </p>
        {shadow.folder !== null && <p>{say.folder(inertLine(shadow.folder, 200))}</p>}
        {shadow.rules.map(({ entry, before, after }) => (
          <>
            <h3>
              <code>{entry}</code>
            </h3>
            <Difference messages={messages} before={before} after={after} />
          </>
        ))}
      </section>
      {mayWrite && <End messages={messages} shadow={shadow} />}
    </>
  );
}

function Counts({ messages, shadow, counts }: RunningProps) {
  const say = messages.shadow;
  const number = (n: number) => n.toLocaleString(messages.language.code);
  const of = (band: string, would: string) =>
    counts.find((one) => one.band === band && one.would === would)?.mails ?? 0;
  const looked = counts.reduce((sum, { mails }) => sum + mails, 0);
  return (
    <section class="card" aria-labelledby="counts">
      <h2 id="counts">{say.counts}</h2>
      <p>
        {looked === 0 ? say.nothing : say.looked(number(looked))}
        {shadow.skipped > 0 && ` · ${say.skipped(number(shadow.skipped))}`}
        {shadow.failed > 0 && ` · ${say.failed(number(shadow.failed))}`}
      </p>
      {looked > 0 && (
        <Scroll label={say.counts}>
          <table>
            <thead>
              <tr>
                <th scope="col">
                  {say.now} ＼ {say.would}
                </th>
                {BANDS.map((would) => (
                  <th scope="col">
                    <BandLabel messages={messages} band={would} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {BANDS.map((band) => (
                <tr data-band={band}>
                  <th scope="row">
                    <BandLabel messages={messages} band={band} />
                  </th>
                  {BANDS.map((would) => (
                    <td data-would={would}>
                      {band !== would && of(band, would) > 0 ? (
                        <b>{number(of(band, would))}</b>
                      ) : (
                        number(of(band, would))
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  );
}

function Differences({ messages, clock, differences, mayReadCases }: RunningProps) {
  const say = messages.shadow;
  return (
    <section class="card" aria-labelledby="differing">
      <h2 id="differing">{say.differing}</h2>
      {differences.length === 0 ? (
        <p class="muted">{say.same}</p>
      ) : (
        <>
          <p class="muted small">{say.differingLead}</p>
          <Scroll label={say.differing}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{say.received}</th>
                  <th scope="col">{say.mailbox}</th>
                  <th scope="col">{say.now}</th>
                  <th scope="col">{say.would}</th>
                  <th scope="col">{messages.tuning.case}</th>
                </tr>
              </thead>
              <tbody>
                {differences.map(({ receivedAt, source, band, would, caseId }) => (
                  <tr>
                    <td>
                      <time datetime={receivedAt.toISOString()}>{clock.date(receivedAt)}</time>
                    </td>
                    <td>{inertLine(source, 60)}</td>
                    <td>
                      <BandLabel messages={messages} band={band} />
                    </td>
                    <td>
                      <BandLabel messages={messages} band={would} />
                    </td>
                    <td>
                      {caseId !== null && mayReadCases ? <a href={`/cases/${caseId}`}>{say.open}</a> : say.notKept}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        </>
      )}
    </section>
  );
}

function End({ messages, shadow }: { readonly messages: Messages; readonly shadow: Shadow }) {
  const say = messages.shadow;
  if (shadow.folder !== null)
    return (
      <section class="card" aria-labelledby="drop">
        <h2 id="drop">{say.drop}</h2>
        <p class="hint">{say.folderLead}</p>
        <Drop messages={messages} shadow={shadow} />
      </section>
    );
  return (
    <section class="card" aria-labelledby="publish">
      <h2 id="publish">{say.publish}</h2>
      <p class="hint" id="publish-hint">
        {say.publishLead}
      </p>
      <form method="post" action="/dictionaries/shadow/publish">
        <input type="hidden" name="shadow" value={shadow.id} />
        <div class="field">
          <label for="reason">
            {say.reason}
            <span class="need">{messages.form.needed}</span>
          </label>
          <input id="reason" name="reason" maxlength={500} autocomplete="off" aria-describedby="publish-hint" />
        </div>
        <p class="buttons-line">
          <button type="submit" class="button primary">
            {say.publish}
          </button>
        </p>
      </form>
      <Drop messages={messages} shadow={shadow} />
    </section>
  );
}

const Drop = ({ messages: { shadow: say }, shadow }: { readonly messages: Messages; readonly shadow: Shadow }) => (
  <form method="post" action="/dictionaries/shadow/drop">
    <input type="hidden" name="shadow" value={shadow.id} />
    <button type="submit" class="button">
      {say.drop}
    </button>
  </form>
);
