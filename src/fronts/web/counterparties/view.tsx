import type { Child } from 'hono/jsx';
import type { CaseSummary } from '../../../cases/index.ts';
import { type Counterparty, sizeHint } from '../../../response/index.ts';
import type { CounterpartyCases } from '../../../store/index.ts';
import { CounterpartyDossier, type DossierProps } from '../evidence/dossier-form.tsx';
import type { Clock } from '../shell/clock.ts';
import { BandLabel, Columns, Empty, Scroll, Stranger } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

interface CounterpartyProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly counterparty: Counterparty;
  readonly inSight: CasesInSight | null; // null: not for whoever looks, nor are notes
  readonly trading: Child;
  readonly mayManage: boolean;
  readonly saved: boolean;
  readonly form: Child | null; // it is being changed
  readonly dossier: Pick<DossierProps, 'today' | 'tried'> | null; // null: not for whoever looks
}

interface CasesInSight {
  readonly cases: readonly (CaseSummary & { readonly hidden: boolean })[]; // the newest; `hidden`: its subject
  readonly statuses: CounterpartyCases['statuses'];
}

/** One counterparty: what is known, the clause, and the cases. */
export function CounterpartyView(props: CounterpartyProps) {
  const { messages, clock, counterparty: one, saved } = props;
  const say = messages.counterparties;
  return (
    <>
      <p class="crumbs">
        <a href="/counterparties">← {say.back}</a>
      </p>
      <h1>
        <bdi>{inertLine(one.name, 100)}</bdi>
      </h1>
      {saved && (
        <div class="after-bar" role="status">
          <p>{say.saved}</p>
        </div>
      )}
      <section class="card" aria-labelledby="clause-title">
        <h2 id="clause-title">{say.clause}</h2>
        {one.clause === null ? (
          <p class="alert">{say.clauseMissing}</p>
        ) : (
          <p>{say.clauseOf(one.clause.agreedOn, inertLine(one.clause.document))}</p>
        )}
        {one.clauseNoted !== null && (
          <p class="hint">{say.clauseNoted(inertLine(one.clauseNoted.by, 60), clock.date(one.clauseNoted.at))}</p>
        )}
      </section>
      {props.form ?? <Facts {...props} />}
      {props.trading}
      {props.inSight !== null && <Cases {...props} {...props.inSight} />}
      {props.dossier !== null && props.inSight !== null && (
        <CounterpartyDossier
          {...props.dossier}
          messages={messages}
          counterparty={one}
          approved={props.inSight.statuses.approved}
        />
      )}
    </>
  );
}

function Facts({ messages, clock, counterparty: one, mayManage, inSight }: CounterpartyProps) {
  const say = messages.counterparties;
  const hint = sizeHint(one);
  const size = [
    ...(one.capital === null ? [] : [say.capitalOf(one.capital.toLocaleString('en'))]),
    ...(one.staff === null ? [] : [say.staffOf(one.staff.toLocaleString('en'))]),
  ];
  const people = one.contacts.map(({ name, post, email, phone }) =>
    [name, post, email, phone].filter((part) => part !== '').join(' · '),
  );
  return (
    <section class="card" aria-label={say.title}>
      <dl class="facts">
        <Fact title={say.kind}>{say.kinds[one.kind]}</Fact>
        <Fact title={say.senders}>
          <Lines lines={[...one.domains, ...one.addresses]} otherwise={say.unknown} />
        </Fact>
        <Fact title={say.postal}>
          <Lines lines={one.postal.split('\n').filter((line) => line !== '')} otherwise={say.unknown} />
        </Fact>
        <Fact title={say.contacts}>
          <Lines lines={people} otherwise={say.unknown} />
        </Fact>
        <Fact title={say.size}>
          <Lines lines={size} otherwise={say.unknown} />
          {hint !== null && <p class="hint">{say.hints[hint]}</p>}
        </Fact>
        {inSight !== null && (
          <Fact title={say.notes}>
            <Lines lines={one.notes.split('\n').filter((line) => line !== '')} otherwise={say.unknown} />
          </Fact>
        )}
      </dl>
      <div class="act">
        <p class="muted">{say.changed(inertLine(one.by, 60), clock.date(one.at))}</p>
        {mayManage && (
          <a class="button" href={`/counterparties/${one.id}?edit=1#edit`}>
            {say.edit}
          </a>
        )}
      </div>
    </section>
  );
}

const Fact = ({ title, children }: { readonly title: string; readonly children?: Child }) => (
  <>
    <dt>{title}</dt>
    <dd>{children}</dd>
  </>
);

function Lines({ lines, otherwise }: { readonly lines: readonly string[]; readonly otherwise: string }) {
  if (lines.length === 0) return <span class="muted">{otherwise}</span>;
  return (
    <>
      {lines.map((line, index) => (
        <>
          {index > 0 && <br />}
          <bdi>{inertLine(line, 500)}</bdi>
        </>
      ))}
    </>
  );
}

function Cases({ messages, clock, cases, statuses }: Pick<CounterpartyProps, 'messages' | 'clock'> & CasesInSight) {
  const say = messages.counterparties;
  const all = statuses.open + statuses.approved + statuses.dismissed;
  return (
    <section class="card" aria-labelledby="cases-title">
      <h2 id="cases-title">{say.cases}</h2>
      <p class="muted">
        {say.casesLead}{' '}
        {(['open', 'approved', 'dismissed'] as const)
          .map((status) => `${messages.statuses[status]} ${statuses[status]}`)
          .join(messages.decide.separator)}
        {all > cases.length && ` (${say.newest(cases.length)})`}
      </p>
      {cases.length === 0 ? (
        <Empty>{say.noCases}</Empty>
      ) : (
        <Scroll label={say.casesLead}>
          <table>
            <Columns of={[say.case, say.band, say.state, say.subject, say.received]} />
            <tbody>
              {cases.map(({ id, band, status, subject, hidden, receivedAt }) => (
                <tr>
                  <th scope="row">
                    <a href={`/cases/${id}`}>{messages.case.title(id)}</a>
                  </th>
                  <td>
                    <BandLabel messages={messages} band={band} />
                  </td>
                  <td>
                    <span class={`state state-${status}`}>{messages.statuses[status]}</span>
                  </td>
                  <td>
                    {hidden ? (
                      messages.queue.hiddenSubject
                    ) : (
                      <Stranger text={subject} otherwise={messages.queue.noSubject} />
                    )}
                  </td>
                  <td>
                    <time datetime={receivedAt.toISOString()}>{clock.date(receivedAt)}</time>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  );
}
