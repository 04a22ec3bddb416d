import { aimDisclosure, bundleDisclosed, eraseDisclosed, type OpenedDisclosure } from '../../../actions/index.ts';
import { ERASED_KINDS, type ErasedCounts, type ErasedKept, KEPT_BECAUSE } from '../../../response/index.ts';
import { ActForm, isTried } from '../shell/acts/form.tsx';
import type { Clock } from '../shell/clock.ts';
import { Scroll } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';

type KeptProps = OpenedDisclosure &
  Pick<Parameters<typeof ActForm>[0], 'messages' | 'today' | 'tried'> & {
    readonly clock: Clock;
    readonly seesConfidential: boolean;
  };

/** Of whom what is kept is meant, what that is, and what can be done with it. */
export const KeptView = (props: KeptProps) => (
  <>
    <Whose {...props} />
    {props.kept !== null && props.kept !== 'too-large' && <Found {...props} kept={props.kept} />}
    {props.kept === 'too-large' && <p class="alert">{props.messages.disclosures.kept.refusals['too-large']}</p>}
    {props.request.subject !== null && <Bundling {...props} />}
    <Erasing {...props} />
  </>
);

function Whose({ request, people, counterparties, ...common }: KeptProps) {
  const { messages, tried } = common;
  const say = messages.disclosures.kept;
  const { id, subject, answered, draft, from, role } = request;
  const at = { request: id };
  const nameIn = (list: readonly { readonly id: string; readonly name: string }[], one: string) =>
    inertLine(list.find((row) => row.id === one)?.name ?? say.gone, 100);
  const options = (list: readonly { readonly id: string; readonly name: string }[]) => [
    { value: '', label: say.nobody },
    ...list.map((one) => ({ value: one.id as string, label: inertLine(one.name, 100) })),
  ];
  return (
    <section class="card" aria-labelledby="whose">
      <h2 id="whose">{say.whose}</h2>
      <p class="muted small">
        {messages.disclosures.of(messages.disclosures.record.fields.role.options[role], inertLine(from, 200))}
      </p>
      {subject === null ? (
        <p>{say.noSubject}</p>
      ) : (
        <ul>
          {subject.addresses.map((one) => (
            <li>
              <bdi>{inertLine(one, 254)}</bdi>
            </li>
          ))}
          {subject.person !== null && <li>{say.employee(nameIn(people, subject.person))}</li>}
          {subject.counterparty !== null && <li>{say.party(nameIn(counterparties, subject.counterparty))}</li>}
        </ul>
      )}
      {answered === null && (
        <details class="more" open={subject === null || isTried(tried, aimDisclosure, at)}>
          <summary>{say.aim.title}</summary>
          {draft !== null && <p class="hint">{say.aim.anew}</p>}
          <ActForm
            {...common}
            act={aimDisclosure}
            say={say.aim}
            at={at}
            usual={{
              addresses: subject?.addresses.join('\n') ?? '',
              person: subject?.person ?? '',
              counterparty: subject?.counterparty ?? '',
            }}
            among={{ person: options(people), counterparty: options(counterparties) }}
          />
        </details>
      )}
    </section>
  );
}

type Plan = Exclude<OpenedDisclosure['kept'], null | 'too-large'>;

function Found({ messages, kept, seesConfidential }: KeptProps & { readonly kept: Plan }) {
  const say = messages.disclosures.kept;
  const { cases, counts } = kept;
  return (
    <section class="card" aria-labelledby="found">
      <h2 id="found">{say.found}</h2>
      {cases.length === 0 ? (
        <p>{say.noCases}</p>
      ) : (
        <Scroll label={say.found}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say.columns.case}</th>
                <th scope="col">{say.columns.status}</th>
                <th scope="col">{say.columns.mails}</th>
                <th scope="col">{say.columns.because}</th>
              </tr>
            </thead>
            <tbody>
              {cases.map(({ id, status, mails, because }) => (
                <tr>
                  <td>
                    <a href={`/cases/${id}`}>#{id}</a>
                  </td>
                  <td>{messages.statuses[status]}</td>
                  <td>{mails}</td>
                  <td>{because.length === 0 ? say.free : because.map((why) => say.because[why]).join(say.and)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <p>{say.ordinary(counts.ordinary)}</p>
      {!seesConfidential && <p class="hint">{say.confidential}</p>}
      <p class="hint">{say.byName}</p>
    </section>
  );
}

function Bundling({ request, ...common }: KeptProps) {
  const { lead, ...say } = common.messages.disclosures.kept.bundle;
  return (
    <section class="card" aria-labelledby="bundle">
      <h2 id="bundle">{say.title}</h2>
      <p>{lead}</p>
      <ActForm {...common} act={bundleDisclosed} say={say} at={{ request: request.id }} within="bundle" />
      <p class="hint">{say.logged}</p>
    </section>
  );
}

function Erasing({ request, kept, clock, ...common }: KeptProps) {
  const { messages } = common;
  const say = messages.disclosures.kept.erase;
  const { erased } = request;
  const plan = kept === 'too-large' ? null : kept;
  return (
    <section class="card" aria-labelledby="erase">
      <h2 id="erase">{say.title}</h2>
      {erased !== null && (
        <>
          <p>{say.done(clock.time(erased.at), inertLine(erased.by, 60))}</p>
          <Counted {...common} {...erased} />
          <p class="small">
            {say.digest} <code>{erased.digest}</code>
          </p>
        </>
      )}
      {plan?.erasing !== true && <p>{say.needs}</p>}
      {plan?.erasing && (
        <>
          <h3>{say.goes}</h3>
          <Counted {...common} counts={plan.counts} left={plan.left} />
          <p class="hint">{say.hold}</p>
          {ERASED_KINDS.some((kind) => plan.counts[kind] > 0) && (
            <ActForm {...common} act={eraseDisclosed} say={say} at={{ request: request.id, seen: plan.seen }} />
          )}
        </>
      )}
      <h3>{say.stays}</h3>
      <ul class="small">
        {say.staysAlways.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </section>
  );
}

/** How much of what, and how many cases stay, by reason. */
function Counted({
  messages,
  counts,
  left,
}: Pick<KeptProps, 'messages'> & Pick<ErasedKept, 'left'> & { readonly counts: ErasedCounts }) {
  const say = messages.disclosures.kept;
  const some = ERASED_KINDS.filter((kind) => counts[kind] > 0);
  const reasons = KEPT_BECAUSE.filter((why) => (left[why] ?? 0) > 0);
  return (
    <>
      {some.length === 0 ? (
        <p>{say.erase.nothing}</p>
      ) : (
        <ul>
          {some.map((kind) => (
            <li>{say.counted(say.erase.kinds[kind], counts[kind])}</li>
          ))}
        </ul>
      )}
      {reasons.length > 0 && (
        <>
          <p>{say.erase.left}</p>
          <ul>
            {reasons.map((why) => (
              <li>{say.counted(say.because[why], left[why]!)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
