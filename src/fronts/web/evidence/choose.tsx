import type { EvidenceState } from '../../../actions/index.ts';
import type { CaseId } from '../../../cases/index.ts';
import { CONTENTS, isShared, RECIPIENTS, type Recipient, SHARES } from '../../../response/index.ts';
import { caseTabUrl } from '../cases/tabs.tsx';
import type { Clock } from '../shell/clock.ts';
import { Done, NotDone } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { CaseDossier, type DossierProps } from './dossier-form.tsx';
import { Stamps } from './stamps.tsx';

export interface EvidenceProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly id: CaseId;
  readonly state: EvidenceState;
  readonly error: string | null;
  readonly wrong: string; // what stands before the error: that nothing was done
  readonly done: string | null;
}

/** Whom evidence can be handed to, with what each would see; the ways are shut while something stands before them. */
export function ChooseView(props: EvidenceProps & { readonly dossier: Pick<DossierProps, 'today' | 'tried'> }) {
  const { messages, id, state, error, wrong, done, dossier } = props;
  const say = messages.evidence;
  const locked = !state.approved || state.open.length > 0 || state.stopped;
  return (
    <section aria-labelledby="evidence">
      <h2 id="evidence">{say.title}</h2>
      <p class="muted">{say.lead}</p>
      <NotDone of={error !== null && `${wrong} ${error}`} />
      <Done of={done} />
      {state.stopped && (
        <p class="alert">
          {messages.concerned.stopped}{' '}
          <a href={`${caseTabUrl(id, 'response')}#concerned`}>{messages.concerned.title}</a>
        </p>
      )}
      {(!state.approved || state.open.length > 0) && (
        <p class="alert">
          {state.approved ? say.locked(state.open.length) : say.notApproved}{' '}
          {state.approved && <a href={caseTabUrl(id, 'response')}>{say.toCare}</a>}
        </p>
      )}
      {RECIPIENTS.map((recipient) => (
        <Choice {...props} recipient={recipient} locked={locked} />
      ))}
      {!locked && <CaseDossier {...dossier} messages={messages} id={id} handedIn={state.handedIn} />}
      <Made {...props} />
    </section>
  );
}

type ChoiceProps = EvidenceProps & { readonly recipient: Recipient; readonly locked: boolean };

function Choice({ messages, id, state, recipient, locked }: ChoiceProps) {
  const say = messages.evidence;
  const { purposes, decisions, staffNames, inDanger } = SHARES[recipient];
  const hurried = state.approved && state.open.length > 0 && !state.stopped && inDanger;
  const named = (shared: boolean) =>
    CONTENTS.filter((content) => isShared(recipient, content, true) === shared)
      .map((content) =>
        content === 'decisions' ? `${say.contents[content]}（${say.details[decisions]}）` : say.contents[content],
      )
      .join(messages.language.code === 'ja' ? '、' : '; ');
  return (
    <section class="card" aria-labelledby={recipient}>
      <h3 id={recipient}>{say.recipients[recipient]}</h3>
      <dl class="facts">
        <dt>{say.has}</dt>
        <dd>{named(true)}</dd>
        {named(false) !== '' && (
          <>
            <dt>{say.hasNot}</dt>
            <dd>{named(false)}</dd>
          </>
        )}
      </dl>
      {!staffNames && <p class="hint">{say.noNames}</p>}
      {hurried && <p class="alert">{say.inDanger}</p>}
      {(!locked || hurried) && (
        <p class="buttons">
          {purposes.map((purpose) => (
            <a
              class="button"
              href={`${caseTabUrl(id, 'papers', { for: recipient, purpose, ...(hurried ? { danger: '1' } : {}) })}#evidence`}
            >
              {say.purposes[purpose]}
            </a>
          ))}
        </p>
      )}
    </section>
  );
}

/** Packs of the case as the audit log has them: by these hashes they can be told. */
export function Made({ messages, clock, id, state }: Pick<EvidenceProps, 'messages' | 'clock' | 'id' | 'state'>) {
  const { made, stamps } = state;
  const say = messages.evidence;
  const label = (names: Readonly<Record<string, string>>, key: unknown) => names[String(key)] ?? '';
  return (
    <section class="card" aria-labelledby="made-title">
      <h3 id="made-title">{say.made}</h3>
      {made.length === 0 ? (
        <p class="muted">{say.none}</p>
      ) : (
        <>
          <p class="hint">{say.madeLead}</p>
          <p class="hint">{say.stampLead}</p>
          {stamps.length > 0 && <p class="hint">{say.stampHint}</p>}
          <ul class="plain">
            {made.map(({ at, name, details }) => (
              <li>
                <p>
                  <strong>
                    {label(say.recipients, details.recipient)} · {label(say.purposes, details.purpose)}
                    {details.dossier === true && ` · ${say.dossier.title}`}
                  </strong>{' '}
                  <span class="muted">
                    <time datetime={at.toISOString()}>{clock.date(at)}</time> · {inertLine(name, 60)}
                  </span>
                  {details.reason === 'danger' && <span class="small"> {say.madeInDanger}</span>}
                </p>
                <p class="small">
                  {say.hash} <code>{String(details.sha256 ?? '')}</code>
                </p>
                <Stamps messages={messages} clock={clock} id={id} pack={String(details.sha256 ?? '')} stamps={stamps} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
