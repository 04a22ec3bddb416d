import type { Level, TrialFigures } from '../../../tuning/index.ts';
import { Columns, Scroll } from '../shell/components.tsx';
import { EntryName } from './entry-name.tsx';
import { ProposalView } from './proposal.tsx';
import type { RunProps } from './props.ts';
import { rateOf } from './rate.ts';

/** What a mailbox would bring, and thresholds for as much as somebody can handle. */
export function TrialView(props: RunProps & { readonly figures: TrialFigures }) {
  const { messages, figures, proposal, run } = props;
  const say = messages.pastRuns;
  const number = (n: number) => n.toLocaleString(messages.language.code);
  return (
    <>
      <h2>{say.expected}</h2>
      <p class="muted small">{say.weeks(number(figures.weeks))}</p>
      <Levels {...props} chosen={proposal?.level ?? null} />
      <p class="notice">{say.held(rateOf(messages, figures.held))}</p>
      {proposal !== null && <ProposalView {...props} proposal={proposal} run={run.id} />}
      <h2>{say.noisiest}</h2>
      <p class="muted">{say.noisiestLead}</p>
      <Scroll label={say.noisiest} card>
        <table class="run-counts">
          <Columns of={[say.entry, say.mails, say.alone]} />
          <tbody>
            {figures.noisiest.map(({ entry, mails, alone }) => (
              <tr>
                <th scope="row">
                  <EntryName {...props} entry={entry} />
                </th>
                <td>{number(mails)}</td>
                <td>{number(alone)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{say.byClassifier}</th>
              <td>{number(figures.byClassifier)}</td>
              <td />
            </tr>
          </tbody>
        </table>
      </Scroll>
    </>
  );
}

function Levels({
  messages,
  figures: { levels },
  chosen,
}: RunProps & { readonly figures: TrialFigures; readonly chosen: Level | null }) {
  const say = messages.pastRuns;
  return (
    <Scroll label={say.expected} card>
      <table class="run-counts run-levels">
        <thead>
          <tr>
            <th scope="col">{say.level}</th>
            <th scope="col">{say.cases}</th>
            {(['urgent', 'review', 'grey'] as const).map((band) => (
              <th scope="col">{messages.bands[band]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {levels.map(({ factor, thresholds: { grey, review }, cases, byBand }) => (
            <tr aria-current={factor === chosen?.factor ? 'true' : undefined}>
              <th scope="row">
                {say.percent(grey)} / {say.percent(review)} {factor === 1 && <span class="muted">{say.levelNow}</span>}
              </th>
              <td>
                <b>{rateOf(messages, cases)}</b>
              </td>
              {(['urgent', 'review', 'grey'] as const).map((band) => (
                <td>{rateOf(messages, byBand[band])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
