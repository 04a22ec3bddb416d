import type { PropsWithChildren } from 'hono/jsx';
import { type CaseComment, type Joinable, proposedSeverity, teaches } from '../../../cases/index.ts';
import type { Policy } from '../../../policy/index.ts';
import type { Day } from '../../../response/index.ts';
import type { ListedPerson } from '../../../store/index.ts';
import type { CaseView } from '../../shared/index.ts';
import { CaseHistory } from '../cases/history.tsx';
import { JoinForms } from '../further/join.tsx';
import type { Clock } from '../shell/clock.ts';
import { Key, More, Note } from '../shell/form-components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { ApproveForm } from './approve-form.tsx';
import { type ClaimView, PassOn } from './claim.tsx';
import { DismissForm } from './dismiss-form.tsx';
import { type DecisionForm, suggestedApproval } from './form.ts';
import { HandOverForm } from './hand-over-form.tsx';

interface DecideProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly view: CaseView;
  readonly claim: ClaimView;
  readonly people: readonly ListedPerson[];
  readonly desk: boolean;
  readonly policy: Policy;
  readonly form: DecisionForm | null; // a form that came back with errors
  readonly comments: readonly CaseComment[];
  readonly today: Day;
  readonly joinable: readonly Joinable[]; // decided cases that this one may be added to
}

/** Where a person decides, or sees what was decided and may undo it. */
export function DecidePanel(props: DecideProps) {
  const { messages, clock, claim, view, comments } = props;
  return (
    <section class="card decide" id="decide" aria-labelledby="decide-title">
      <h2 id="decide-title">{messages.decide.title}</h2>
      {claim.kind === 'mine' && <Open {...props} />}
      {(view.detail.status === 'approved' || view.detail.status === 'dismissed') && <Decided {...props} />}
      <CaseHistory messages={messages} clock={clock} detail={view.detail} comments={comments} masking={view.masking} />
    </section>
  );
}

function Open({ messages, clock, today, view, people, desk, policy, form, joinable }: DecideProps) {
  const say = messages.decide;
  const { id, acts } = view.detail;
  const of = (kind: DecisionForm['kind']) => (form?.kind === kind ? form : null);
  const [approval, dismissal, handOver] = [of('approve'), of('dismiss'), of('hand-over')];
  return (
    <>
      <p class="question">{say.question}</p>
      <Way id="approve" press="a" title={say.approve} hint={say.approveHint} open={approval !== null}>
        <ApproveForm
          messages={messages}
          id={id}
          assessed={acts}
          proposed={proposedSeverity(view.detail)}
          policy={policy}
          teaches={teaches(view.detail)}
          values={approval?.values ?? suggestedApproval(acts)}
          errors={approval?.errors ?? {}}
        />
      </Way>
      <Way id="dismiss" press="d" title={say.dismiss} hint={say.dismissHint} open={dismissal !== null}>
        <DismissForm
          messages={messages}
          view={view}
          values={dismissal?.values ?? {}}
          errors={dismissal?.errors ?? {}}
        />
      </Way>
      <Way id="hand-over" press="h" title={say.handOver} hint={say.handOverHint} open={handOver !== null}>
        <HandOverForm
          messages={messages}
          id={id}
          people={people}
          desk={desk}
          values={handOver?.values ?? {}}
          errors={handOver?.errors ?? {}}
        />
      </Way>
      {view.detail.decisions.at(-1)?.decision.kind === 'hand-over' && (
        <Undo id={id} lead={say.undoHandOverLead} label={say.undoHandOver} />
      )}
      {joinable.length > 0 && (
        <Way id="join" title={messages.further.way} hint={messages.further.wayHint} open={false}>
          <JoinForms messages={messages} clock={clock} today={today} detail={view.detail} joinable={joinable} />
        </Way>
      )}
      <div class="pass-on">
        <PassOn messages={messages} id={id} />
      </div>
    </>
  );
}

type WayProps = PropsWithChildren<{
  readonly id: string;
  readonly press?: string;
  readonly title: string;
  readonly hint: string;
  readonly open: boolean;
}>;

/** One way to decide; of several only one is open. A link to something inside opens it, also without scripts. */
function Way({ id, press, title, hint, open, children }: WayProps) {
  return (
    <details class={`way way-${id}`} name="way" id={`way-${id}`} open={open}>
      <summary data-key={press}>
        <span class="way-title">{title}</span>
        {press !== undefined && <Key of={press} />}
        <span class="way-lead muted">{hint}</span>
      </summary>
      <div class="way-form" id={id}>
        {children}
      </div>
    </details>
  );
}

function Decided({ messages, clock, view: { detail } }: DecideProps) {
  const say = messages.decide;
  const last = detail.decisions.at(-1);
  const said = detail.status === 'approved' ? say.approved : say.dismissed;
  return (
    <>
      {last && (
        <p class="outcome" role="status">
          {said(inertLine(last.by, 100), clock.date(last.at))}
        </p>
      )}
      <form method="post" action="/next" class="after">
        <button type="submit" class="button primary">
          {say.next}
        </button>
      </form>
      <Undo id={detail.id} lead={say.undoLead} label={say.undo}>
        <More title={say.undoWhy} open={false}>
          <Note messages={messages} id="undo-note" values={{}} errors={{}} />
        </More>
      </Undo>
    </>
  );
}

/** The way back from the newest decision. */
const Undo = ({
  id,
  lead,
  label,
  children,
}: PropsWithChildren<{ readonly id: string; readonly lead: string; readonly label: string }>) => (
  <form class="undo" method="post" action={`/cases/${id}/reopen`}>
    <p class="muted">{lead}</p>
    {children}
    <button type="submit" class="button" data-key="u">
      {label} <Key of="u" />
    </button>
  </form>
);
