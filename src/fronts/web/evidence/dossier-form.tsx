import type { PropsWithChildren } from 'hono/jsx';
import { DOSSIER_REFUSALS, makeCaseDossier, makeCounterpartyDossier } from '../../../actions/index.ts';
import type { CaseId } from '../../../cases/index.ts';
import type { Counterparty, Day } from '../../../response/index.ts';
import { ActForm, isTried, type Tried } from '../shell/acts/form.tsx';
import type { Messages } from '../shell/messages.ts';

export interface DossierProps {
  readonly messages: Messages;
  readonly today: Day;
  readonly tried: Tried | null;
}

/** The form for a case whose care list is done. */
export function CaseDossier({
  id,
  handedIn,
  ...props
}: DossierProps & { readonly id: CaseId; readonly handedIn: boolean }) {
  const { messages, tried } = props;
  return (
    <Card {...props} act={makeCaseDossier} lead={messages.evidence.dossier.leadOfCase}>
      <ActForm
        {...props}
        act={makeCaseDossier}
        say={messages.evidence.dossier}
        at={{ id, ...(handedIn ? {} : { consent: '' }) }}
        tried={isTried(tried, makeCaseDossier) ? tried : null}
        within="dossier"
      />
    </Card>
  );
}

/** The form for all cases of a counterparty that may leave the house. */
export function CounterpartyDossier({
  counterparty: { id },
  approved,
  ...props
}: DossierProps & { readonly counterparty: Pick<Counterparty, 'id'>; readonly approved: number }) {
  const say = props.messages.evidence.dossier;
  return (
    <Card {...props} act={makeCounterpartyDossier} lead={say.leadOfCounterparty(approved)}>
      {approved > 0 && (
        <ActForm {...props} act={makeCounterpartyDossier} say={say} at={{ counterparty: id }} within="dossier" />
      )}
    </Card>
  );
}

function Card({
  messages,
  tried,
  act,
  lead,
  children,
}: PropsWithChildren<Omit<DossierProps, 'today'> & { readonly act: Tried['act']; readonly lead: string }>) {
  const say = messages.evidence.dossier;
  const code = isTried(tried, act) ? (DOSSIER_REFUSALS.find((one) => one === tried!.code) ?? null) : null;
  return (
    <section class="card" id="dossier" aria-labelledby="dossier-title">
      <h3 id="dossier-title">{say.title}</h3>
      <p>{lead}</p>
      {code !== null && (
        <p class="alert" role="alert">
          {messages.evidence.wrong} {say.problems[code]}
        </p>
      )}
      {children}
      <p class="hint">{messages.evidence.logged}</p>
    </section>
  );
}
