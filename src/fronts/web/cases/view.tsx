import type { Child } from 'hono/jsx';
import type { SimilarDecision } from '../../../actions/index.ts';
import type { CaseComment, CaseId, Changes, Joinable, PersonId } from '../../../cases/index.ts';
import type { Policy } from '../../../policy/index.ts';
import type { Day } from '../../../response/index.ts';
import type { FeedbackWork, ListedPerson, Past, Takeover } from '../../../store/index.ts';
import type { CaseView } from '../../shared/index.ts';
import { CasePane, type PaneProps } from '../case-list/pane.tsx';
import { CommentForm } from '../comments/form.tsx';
import { CounterpartyCard, type CounterpartyInCase } from '../counterparties/card.tsx';
import { DeadlineCard } from '../deadlines/card.tsx';
import type { ShownClock } from '../deadlines/query.ts';
import { AssignForm } from '../decide/assign.tsx';
import { ActionBar, ClaimNotice, type ClaimView } from '../decide/claim.tsx';
import type { DecisionForm } from '../decide/form.ts';
import { HoldForm } from '../decide/hold.tsx';
import { Takeovers } from '../decide/takeovers.tsx';
import { DecidePanel } from '../decide/view.tsx';
import { MeasuresCard } from '../measures/card.tsx';
import type { ShownInForce } from '../measures/query.ts';
import { RepeatsCard } from '../repeats/card.tsx';
import type { Repeating } from '../repeats/query.ts';
import type { Tried } from '../shell/acts/form.tsx';
import type { Clock } from '../shell/clock.ts';
import { NotDone } from '../shell/components.tsx';
import { Key } from '../shell/form-components.tsx';
import type { Messages } from '../shell/messages.ts';
import { TradingCard } from '../trading/card.tsx';
import { Lessons } from '../tuning/lessons.tsx';
import { type Taught, TaughtBar } from '../tuning/taught.tsx';
import { TeachForm } from '../tuning/teach-form.tsx';
import { type Watchable, WatchCard } from '../watches/card.tsx';
import { type After, AfterBar } from './after.tsx';
import { ConsultationCard } from './consultation.tsx';
import { Head, mailOfSubject } from './head.tsx';
import { MailArticle } from './mail.tsx';
import { MailPages } from './mail-pages.tsx';
import { PastView } from './past.tsx';
import { SimilarDecisions } from './similar-decisions.tsx';
import { type CaseTab, CaseTabs } from './tabs.tsx';

export interface CasePageProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly now: Date;
  readonly view: CaseView;
  readonly tab: CaseTab;
  readonly contents: Child | null; // of a tab other than the mails
  readonly past: Past;
  readonly named: ReadonlySet<string>; // ids of cases of the past whose subject or sender speaks of whoever looks
  readonly changes: Changes | null; // null: there is no mail before
  readonly mayDecide: boolean;
  readonly mayTeach: boolean; // words of it to the dictionaries
  readonly maySuggest: boolean; // them to whoever may
  readonly taught: Taught | null; // a moment ago, beside this mail
  readonly mayHold: boolean;
  readonly mayTake: boolean; // to themselves
  readonly mayAssign: boolean; // to others
  readonly person: PersonId; // who looks
  readonly assignees: readonly ListedPerson[]; // to whom it can be assigned
  readonly clocks: readonly ShownClock[];
  readonly inForce: readonly ShownInForce[]; // against its counterparty
  readonly repeating: Repeating | null; // null: it asks for nothing, or is not for whoever looks
  readonly today: Day;
  readonly joinable: readonly Joinable[]; // decided cases that it may be added to
  readonly claim: ClaimView;
  readonly similar: number; // open near-duplicates
  readonly people: readonly ListedPerson[]; // to whom it can be handed
  readonly policy: Policy;
  readonly desk: boolean; // it can be handed to the consultation desk
  readonly mayTakeOver: boolean;
  readonly takeovers: readonly Takeover[]; // from whoever looks
  readonly form: DecisionForm | null; // a form that came back with errors
  readonly folded: string | null; // what it holds, where it is a row of mails that nobody can open
  readonly unopenedDays: number; // that those are kept
  readonly foundBySpot: boolean; // it began with an ordinary mail that somebody read to find what was missed
  readonly conflict: string | null; // someone else was first
  readonly comments: readonly CaseComment[];
  readonly wrongComment: Tried | null;
  readonly wrongSuggestion: Tried | null;
  readonly watchable: Watchable | null;
  readonly counterparty: CounterpartyInCase | null;
  readonly mayManage: boolean; // the register of counterparties
  readonly after: After | null;
  readonly pane: PaneProps;
  readonly lessons: readonly FeedbackWork[]; // that whoever looks may work on
  readonly decided: readonly SimilarDecision[]; // empty also for whoever decides nothing
}

/** The case itself, and beside it where a person decides, then care before whatever goes outside; on a narrow screen one below the other. */
export function CasePage(props: CasePageProps) {
  const { messages, view, form, mayDecide, mayHold, claim, pane } = props;
  const { detail } = view;
  return (
    <>
      <div class="panes">
        <CasePane {...pane} />
        <div class="pane-mail" id="case-mail">
          <CaseItself {...props} />
        </div>
        <div class="pane-decide" data-deciding={form === null ? undefined : ''}>
          <ClaimNotice {...props} id={detail.id} />
          {mayDecide && <DecidePanel {...props} />}
          <SimilarDecisions {...props} detail={detail} />
          <DeadlineCard {...props} />
          <Lessons messages={messages} lessons={props.lessons} />
          {mayDecide && <CommentForm {...props} id={detail.id} />}
          {mayDecide && <AssignForm {...props} detail={detail} />}
          <CounterpartyCard {...props} id={detail.id} sender={detail.counterparty !== ''} inCase={props.counterparty} />
          <RepeatsCard {...props} id={detail.id} />
          <TradingCard {...props} detail={detail} />
          <MeasuresCard {...props} id={detail.id} />
          <WatchCard {...props} id={detail.id} masking={view.masking} />
          {mayHold && <HoldForm messages={messages} detail={detail} />}
        </div>
        {props.mayTeach && <div class="pane-teach" id="teach-pane" />}
      </div>
      {claim.kind === 'mine' && <ActionBar messages={messages} id={detail.id} />}
    </>
  );
}

function CaseItself(props: CasePageProps) {
  const { messages, view, conflict, form, after } = props;
  const { detail } = view;
  return (
    <>
      <AfterBar messages={messages} after={after} />
      <TaughtBar messages={messages} id={detail.id} taught={props.taught} />
      <Takeovers {...props} />
      <Head {...props} />
      {props.folded !== null && (
        <p class="notice">
          <b>{props.folded}</b> {messages.case.folded(props.unopenedDays)}
        </p>
      )}
      {props.foundBySpot && <p class="notice">{messages.spotChecks.foundBySpot}</p>}
      <NotDone of={conflict} />
      <NotDone of={form !== null && `${messages.form.wrong} ${Object.values(form.errors).join(' ')}`} />
      <CaseTabs messages={messages} id={detail.id} current={props.tab} />
      {props.contents ?? <Mails {...props} />}
    </>
  );
}

/** What came in, and what is known of it. */
function Mails(props: CasePageProps) {
  const { messages, clock, view } = props;
  const { detail, mails, masking, covered } = view;
  const revealed = covered !== 'nothing' && !masking.hides;
  const titled = mailOfSubject(view);
  return (
    <>
      <VeilSwitch messages={messages} view={view} />
      <ConsultationCard
        messages={messages}
        clock={clock}
        caseId={detail.id}
        consultation={detail.report}
        masking={masking}
        wordsBelow={placeOfWords(view, detail.id)}
      />
      {detail.merging.parts.map((part) => (
        <ConsultationCard
          messages={messages}
          clock={clock}
          id={`report-${part.id}`}
          caseId={part.id}
          consultation={part.report}
          masking={masking}
          wordsBelow={placeOfWords(view, part.id)}
        />
      ))}
      <MailPages messages={messages} detail={detail} revealed={revealed} />
      {mails.map((mail) => (
        <MailArticle
          messages={messages}
          clock={clock}
          masking={masking}
          view={mail}
          titled={mail === titled}
          of={detail.mails}
          caseId={detail.id}
        />
      ))}
      <MailPages messages={messages} detail={detail} revealed={revealed} />
      {(props.mayTeach || props.maySuggest) && <TeachForm {...props} id={detail.id} />}
      <PastView {...props} detail={detail} masking={masking} />
    </>
  );
}

/** The mail of this page that holds the words of the incident with which a case began; null: none does. */
const placeOfWords = ({ mails }: CaseView, id: CaseId): number | null =>
  mails.find(({ item, parts }) => item.incidentOf === id && !item.withNote && parts.length > 0)?.place ?? null;

/** Shows what is hidden, or hides it again. The script changes the words where they stand; without it the page comes anew. */
function VeilSwitch({ messages, view: { covered, masking, detail } }: Pick<CasePageProps, 'messages' | 'view'>) {
  const say = messages.case;
  if (covered === 'nothing') return null;
  const query = new URLSearchParams({
    ...(detail.status === 'open' ? {} : { tab: 'body' }),
    ...(detail.mails > detail.items.length ? { mail: String(detail.first + 1) } : {}),
    ...(masking.hides ? { reveal: '1' } : {}),
  });
  return (
    <p class="masking-switch">
      {!masking.hides ? say.revealed : covered === 'all' ? say.maskAllNote : say.maskingNote}{' '}
      <a href={`/cases/${detail.id}${query.size === 0 ? '' : `?${query}`}`} data-key="m" data-veil>
        {masking.hides ? say.reveal : say.maskAgain}
      </a>{' '}
      <Key of="m" />
    </p>
  );
}
