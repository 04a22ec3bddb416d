import type { ListedPastCase } from '../../../store/index.ts';
import type { BothShares, CasesFigures, KnownTurnover, Share } from '../../../tuning/index.ts';
import type { Messages } from '../shell/messages.ts';
import { Counts } from './backtest-view.tsx';
import { EntryName } from './entry-name.tsx';
import { Listed } from './listed.tsx';
import type { RunProps } from './props.ts';
import { VerdictCells } from './verdict-cells.tsx';

/** What another version makes of cases of which people have said what they are. */
export function CasesView(props: RunProps & { readonly figures: CasesFigures }) {
  const { messages, figures } = props;
  const say = messages.pastRuns;
  const number = (n: number) => n.toLocaleString(messages.language.code);
  return (
    <>
      <p>{say.casesJudged(number(figures.cases), number(figures.unjudged))}</p>
      <p class="muted small">{say.casesLead}</p>
      <Known messages={messages} title={say.surfacedCases} of={figures.surfaced} />
      <Known messages={messages} title={say.flaggedCases} of={figures.flagged} />
      <h2>{say.perEntryOfCases}</h2>
      {figures.entries.length === 0 ? (
        <p class="muted">{say.noDifference}</p>
      ) : (
        <Counts
          messages={messages}
          title={say.perEntryOfCases}
          rows={figures.entries.map((of) => ({ name: <EntryName {...props} entry={of.entry} />, of }))}
        />
      )}
      <Cases {...props} />
    </>
  );
}

function Known({
  messages,
  title,
  of,
}: {
  readonly messages: Messages;
  readonly title: string;
  readonly of: KnownTurnover;
}) {
  const say = messages.pastRuns;
  return (
    <>
      <h2>{title}</h2>
      <Counts
        messages={messages}
        title={title}
        neither
        rows={[
          { name: messages.statuses.approved, of: of.harassment },
          { name: messages.statuses.dismissed, of: of.harmless },
        ]}
      />
      <dl class="run-shares">
        <div>
          <dt>{say.precision}</dt>
          <dd>{bothOf(messages, of.precision)}</dd>
        </div>
        <div>
          <dt>{say.foundShare}</dt>
          <dd>{bothOf(messages, of.found)}</dd>
        </div>
      </dl>
    </>
  );
}

function bothOf({ language, pastRuns: say }: Messages, { before, after }: BothShares): string {
  const percent = (of: number) => of.toLocaleString(language.code, { style: 'percent', maximumFractionDigits: 0 });
  const one = (of: Share | null) =>
    of === null ? say.nothing : say.share(percent(of.share), percent(of.low), percent(of.high), `${of.part}/${of.of}`);
  return `${one(before)} → ${one(after)}`;
}

/** Cases that are judged otherwise; each is opened as any case, by whoever may. */
function Cases(props: RunProps) {
  const { messages, run, cases, more } = props;
  const say = messages.pastRuns;
  return (
    <Listed
      messages={messages}
      title={say.casesChanged}
      closed={say.casesClosed}
      heads={[say.case, say.when, say.decided, say.judgement, say.entry]}
      rows={cases}
      row={(one) => <Case {...props} one={one} />}
      next={more ? `/past/${run.id}?before=${cases?.at(-1)?.n}` : null}
    />
  );
}

function Case(props: RunProps & { readonly one: ListedPastCase }) {
  const { messages, clock, one } = props;
  const { caseId, receivedAt, outcome, verdicts } = one;
  return (
    <tr>
      <th scope="row">
        <a href={`/cases/${caseId}`} data-step>
          #{caseId}
        </a>
      </th>
      <td>
        <time datetime={receivedAt.toISOString()}>{clock.date(receivedAt)}</time>
      </td>
      <td>{messages.statuses[outcome]}</td>
      <VerdictCells {...props} verdicts={verdicts} />
    </tr>
  );
}
