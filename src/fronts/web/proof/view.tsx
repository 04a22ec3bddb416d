import type { Duty, DutyFacts } from '../../../response/index.ts';
import type { Messages } from '../shell/messages.ts';

export interface ProofProps {
  readonly messages: Messages;
  readonly facts: DutyFacts;
  readonly duties: readonly Duty[];
  readonly today: string;
  readonly dictionary: string; // version
}

export function ProofView(props: ProofProps) {
  const say = props.messages.proof;
  return (
    <div class="narrow">
      <h1>{say.title}</h1>
      <p>{say.lead}</p>
      <p>
        <strong>{say.noAdvice}</strong>
      </p>
      <p class="ways-in">
        <a class="button" href="/proof/export">
          {say.save}
        </a>
      </p>
      <p class="muted">{say.basis(props.today, props.dictionary)}</p>
      <Duties {...props} />
    </div>
  );
}

/** The same on the page and in the file. */
export const Duties = ({ messages: { proof: say }, facts, duties }: ProofProps) => (
  <>
    {duties.map(({ id, unverified, records, gaps }) => (
      <section class="card prose" aria-labelledby={id}>
        <h2 id={id}>{say.duties[id]}</h2>
        {unverified && <p class="muted small">{say.unverified}</p>}
        <h3>{say.records}</h3>
        {records.length === 0 ? (
          <p class="muted">{say.noRecords}</p>
        ) : (
          <Lines lines={records.map((one) => say.found[one](facts))} />
        )}
        <h3>{say.gaps}</h3>
        {gaps.length === 0 ? <p class="muted">{say.noGaps}</p> : <Lines lines={gaps.map((one) => say.missing[one])} />}
      </section>
    ))}
  </>
);

const Lines = ({ lines }: { readonly lines: readonly string[] }) => (
  <ul>
    {lines.map((line) => (
      <li>{line}</li>
    ))}
  </ul>
);
