import type { CaseDetail, Changes } from '../../../cases/index.ts';
import type { Act } from '../../../detect/index.ts';
import type { Past } from '../../../store/index.ts';
import type { Clock } from '../../shared/clock.ts';
import { hidesSubject, type Veil } from '../../shared/masking.ts';
import { queueUrl, WIDE } from '../case-list/query.ts';
import { ActList, BandLabel, points, Stranger } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Words } from '../shell/messages.ja.ts';
import { type Happening, timelineOf } from './timeline.ts';

interface PastProps {
  readonly words: Words;
  readonly clock: Clock;
  readonly detail: CaseDetail;
  readonly past: Past;
  readonly changes: Changes | null;
  readonly named: ReadonlySet<string>; // ids of the other cases whose subject or sender speaks of whoever looks
  readonly veil: Veil; // over this case
  readonly maskAll: boolean;
}

/** More than this and the list is folded. */
const OPEN = 6;

/** What is known from before: shown to people, never scored. */
export function PastView(props: PastProps) {
  const { words, detail, past } = props;
  const say = words.past;
  const timeline = timelineOf(detail.id, past);
  return (
    <section class="card past" aria-labelledby="past">
      <h2 id="past">{say.title}</h2>
      <div class="past-grid">
        <dl class="counts">
          <div>
            <dt>{say.sender}</dt>
            <dd>
              <SenderCounts {...props} />
            </dd>
          </div>
          <div>
            <dt>{say.counterparty}</dt>
            <dd>
              <CounterpartyCounts {...props} />
            </dd>
          </div>
        </dl>
        <ChangesView {...props} />
      </div>
      {timeline.length > 0 && (
        <details class="fold" open={timeline.length <= OPEN}>
          <summary>{say.timeline(timeline.length)}</summary>
          <ol class="timeline">
            {timeline.map((one) => (
              <HappeningView {...props} happening={one} />
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

function SenderCounts({ words, past: { sender } }: PastProps) {
  const bands = (['urgent', 'review', 'grey', 'ordinary'] as const).filter((band) => sender[band] > 0);
  if (bands.length === 0) return <span class="muted">{words.past.none}</span>;
  return (
    <ul class="tallies">
      {bands.map((band) => (
        <li>
          {words.bands[band]} <b>{sender[band]}</b>
        </li>
      ))}
    </ul>
  );
}

function CounterpartyCounts({ words, detail: { counterparty }, past: { statuses } }: PastProps) {
  const say = words.past;
  if (counterparty === '') return <span class="muted">{say.unknownCounterparty}</span>;
  const narrowing = { ...WIDE, counterparty };
  return (
    <ul class="tallies">
      <li>
        <bdi>{inertLine(counterparty, 100)}</bdi>
      </li>
      {(['open', 'approved', 'dismissed'] as const).map((status) => (
        <li>
          <a href={queueUrl({ tab: status === 'open' ? 'all' : status, page: 1, live: true, narrowing })}>
            {words.statuses[status]} <b>{statuses[status]}</b>
          </a>
        </li>
      ))}
    </ul>
  );
}

function ChangesView({ words, changes }: PastProps) {
  if (changes === null) return null;
  const say = words.past;
  const { band, score } = changes;
  const acts = (title: string, list: readonly Act[]) =>
    list.length > 0 && (
      <>
        <dt>{title}</dt>
        <dd>
          <ActList words={words} acts={list} />
        </dd>
      </>
    );
  return (
    <div class="changes">
      <h3>{say.changes}</h3>
      <p>{say.waited(duration(words, changes.waited), changes.answered)}</p>
      <p>
        {band.from === band.to
          ? say.sameBand(words.bands[band.to])
          : say.band(words.bands[band.from], words.bands[band.to])}
        {' · '}
        {say.score(points(score.from), points(score.to))}
      </p>
      <dl class="facts">
        {acts(say.added, changes.added)}
        {acts(say.repeated, changes.repeated)}
        {acts(say.ceased, changes.ceased)}
      </dl>
    </div>
  );
}

function duration({ past: say }: Words, milliseconds: number): string {
  const minutes = Math.max(0, Math.round(milliseconds / 60_000));
  if (minutes < 120) return say.minutes(minutes);
  return minutes < 48 * 60 ? say.hours(Math.floor(minutes / 60)) : say.days(Math.floor(minutes / 1440));
}

function HappeningView({
  words,
  clock,
  detail,
  named,
  veil,
  maskAll,
  happening,
}: PastProps & { readonly happening: Happening }) {
  const say = words.past;
  return (
    <li class={`event event-${happening.kind}`}>
      <time class="muted" datetime={happening.at.toISOString()}>
        {clock.date(happening.at)}
      </time>
      {happening.kind === 'answer' && <span>{say.answer}</span>}
      {happening.kind === 'mail' && (
        <span>
          {say.mail} <BandLabel words={words} band={happening.band} />{' '}
          {happening.caseId === detail.id ? (
            <span class="muted">{say.thisCase}</span>
          ) : (
            happening.caseId !== null && <a href={`/cases/${happening.caseId}`}>{words.case.title(happening.caseId)}</a>
          )}
        </span>
      )}
      {happening.kind === 'case' && (
        <span>
          <a href={`/cases/${happening.file.id}`}>
            {named.has(happening.file.id) || hidesSubject(happening.file.acts, maskAll) ? (
              words.queue.hiddenSubject
            ) : (
              <Stranger text={veil.cover(happening.file.subject)} otherwise={words.queue.noSubject} />
            )}
          </a>{' '}
          <BandLabel words={words} band={happening.file.band} />{' '}
          <span class={`state state-${happening.file.status}`}>{words.statuses[happening.file.status]}</span>
        </span>
      )}
      <span class="muted">{happening.sources.map((source) => inertLine(source, 60)).join(words.decide.separator)}</span>
    </li>
  );
}
