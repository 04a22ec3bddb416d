import type { Changes } from '../../../cases/index.ts';
import type { ListedPerson, Past, Takeover } from '../../../store/index.ts';
import type { CaseView } from '../../shared/index.ts';
import { ActionBar, ClaimNotice, type ClaimView } from '../decide/claim.tsx';
import type { DecisionForm } from '../decide/form.ts';
import { HoldForm } from '../decide/hold.tsx';
import { Takeovers } from '../decide/takeovers.tsx';
import { DecidePanel } from '../decide/view.tsx';
import type { Clock } from '../shell/clock.ts';
import { BandLabel, Stranger } from '../shell/components.tsx';
import { Key } from '../shell/form-components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { type After, AfterBar } from './after.tsx';
import { ConsultationCard } from './consultation.tsx';
import { MailArticle } from './mail.tsx';
import { MailPages } from './mail-pages.tsx';
import { PastView } from './past.tsx';
import { Summary } from './summary.tsx';

export interface CasePageProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly now: Date;
  readonly view: CaseView;
  readonly past: Past;
  readonly named: ReadonlySet<string>; // ids of cases of the past whose subject or sender speaks of whoever looks
  readonly changes: Changes | null; // null: there is no mail before
  readonly maskAll: boolean;
  readonly mayDecide: boolean;
  readonly mayHold: boolean;
  readonly claim: ClaimView;
  readonly similar: number; // open near-duplicates
  readonly people: readonly ListedPerson[]; // to whom it can be handed
  readonly desk: boolean; // it can be handed to the consultation desk
  readonly mayTakeOver: boolean;
  readonly takeovers: readonly Takeover[]; // from whoever looks
  readonly form: DecisionForm | null; // a form that came back with errors
  readonly conflict: string | null; // someone else was first
  readonly after: After | null;
}

export function CasePage(props: CasePageProps) {
  const { messages, clock, view, conflict, form, mayDecide, mayHold, claim, after } = props;
  const { detail, mails, masking, covered } = view;
  const revealed = covered !== 'nothing' && !masking.hides;
  return (
    <>
      <AfterBar messages={messages} after={after} />
      <Takeovers {...props} />
      <p class="crumbs">
        <a href="/" data-key="l">
          ← {messages.case.back}
        </a>
      </p>
      <Head {...props} />
      {conflict !== null && (
        <p class="alert" role="alert">
          {conflict}
        </p>
      )}
      {form !== null && (
        <p class="alert" role="alert">
          {messages.form.wrong} {Object.values(form.errors).join(' ')}
        </p>
      )}
      <ClaimNotice {...props} id={detail.id} />
      <ConsultationCard messages={messages} clock={clock} consultation={detail.report} masking={masking} />
      <Summary {...props} />
      <PastView {...props} detail={detail} masking={masking} />
      <VeilSwitch messages={messages} view={view} />
      <MailPages messages={messages} detail={detail} revealed={revealed} />
      {mails.map((mail) => (
        <MailArticle
          messages={messages}
          clock={clock}
          masking={masking}
          view={mail}
          of={detail.mails}
          caseId={detail.id}
        />
      ))}
      <MailPages messages={messages} detail={detail} revealed={revealed} />
      {mayDecide && <DecidePanel {...props} />}
      {mayHold && <HoldForm messages={messages} detail={detail} />}
      {claim.kind === 'mine' && <ActionBar messages={messages} id={detail.id} />}
    </>
  );
}

function Head({ messages, view: { detail, masking }, similar }: CasePageProps) {
  const { assignee } = detail;
  return (
    <div class="case-head">
      <p class="case-state">
        <BandLabel messages={messages} band={detail.band} />
        <span class={`state state-${detail.status}`}>{messages.statuses[detail.status]}</span>
        <span class="muted">{messages.case.title(detail.id)}</span>
        {detail.report !== null && <span class="pill">{messages.queue.reports}</span>}
        {detail.report?.confidential && <span class="pill pill-bad">{messages.queue.confidential}</span>}
        {detail.status === 'open' && assignee.kind === 'person' && (
          <span class="pill">{messages.queue.assigned(inertLine(assignee.name, 60))}</span>
        )}
        {detail.heldBy !== null && <span class="pill">{messages.hold.pill}</span>}
        {detail.status === 'open' && assignee.kind === 'desk' && !detail.report?.confidential && (
          <span class="pill">{messages.queue.atDesk}</span>
        )}
        {similar > 0 && (
          <span>
            {messages.similar.offer(similar)} <a href={`/cases/${detail.id}/similar`}>{messages.similar.look}</a>
          </span>
        )}
      </p>
      <h1>
        <Stranger text={masking.cover(detail.subject)} otherwise={messages.queue.noSubject} />
      </h1>
    </div>
  );
}

function VeilSwitch({ messages, view: { covered, masking, detail } }: Pick<CasePageProps, 'messages' | 'view'>) {
  const say = messages.case;
  if (covered === 'nothing') return null;
  return (
    <p class="masking-switch">
      {!masking.hides ? say.revealed : covered === 'all' ? say.maskAllNote : say.maskingNote}{' '}
      <a href={masking.hides ? `/cases/${detail.id}?reveal=1` : `/cases/${detail.id}`} data-key="m">
        {masking.hides ? say.reveal : say.maskAgain}
      </a>{' '}
      <Key of="m" />
    </p>
  );
}
