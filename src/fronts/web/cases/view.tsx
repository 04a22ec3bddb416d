import type { Changes } from '../../../cases/index.ts';
import type { ListedPerson, Past } from '../../../store/index.ts';
import type { CaseView } from '../../shared/case-view.ts';
import type { Clock } from '../../shared/clock.ts';
import { ActionBar, ClaimNotice } from '../decide/claim.tsx';
import type { DecisionForm } from '../decide/form.ts';
import { HoldForm } from '../decide/hold.tsx';
import { DecidePanel } from '../decide/view.tsx';
import { BandLabel, Stranger } from '../shell/components.tsx';
import { Key } from '../shell/form-components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Words } from '../shell/messages.ja.ts';
import { AfterBar } from './after.tsx';
import type { After, ClaimView } from './case-page.tsx';
import { ReportCard } from './consultation.tsx';
import { MailArticle } from './mail.tsx';
import { PastView } from './past.tsx';
import { Summary } from './summary.tsx';

export interface CasePageProps {
  readonly words: Words;
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
  readonly form: DecisionForm | null; // a form that came back with errors
  readonly conflict: string | null; // someone else was first
  readonly after: After | null;
}

export function CasePage(props: CasePageProps) {
  const { words, clock, view, conflict, form, mayDecide, mayHold, claim, after } = props;
  const { detail, mails, veil } = view;
  return (
    <>
      <AfterBar words={words} after={after} />
      <p class="crumbs">
        <a href="/" data-key="l">
          ← {words.case.back}
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
          {words.form.wrong} {Object.values(form.errors).join(' ')}
        </p>
      )}
      <ClaimNotice words={words} clock={clock} id={detail.id} claim={claim} />
      <ReportCard words={words} clock={clock} report={detail.report} veil={veil} />
      <Summary {...props} />
      <PastView {...props} detail={detail} veil={veil} />
      <VeilSwitch words={words} view={view} />
      {mails.map((mail, index) => (
        <MailArticle
          words={words}
          clock={clock}
          veil={veil}
          view={mail}
          mail={index}
          of={mails.length}
          caseId={detail.id}
        />
      ))}
      {mayDecide && <DecidePanel {...props} />}
      {mayHold && <HoldForm words={words} detail={detail} />}
      {claim.kind === 'mine' && <ActionBar words={words} id={detail.id} />}
    </>
  );
}

function Head({ words, view: { detail, veil }, similar }: CasePageProps) {
  const { assignee } = detail;
  return (
    <div class="case-head">
      <p class="case-state">
        <BandLabel words={words} band={detail.band} />
        <span class={`state state-${detail.status}`}>{words.statuses[detail.status]}</span>
        <span class="muted">{words.case.title(detail.id)}</span>
        {detail.report !== null && <span class="pill">{words.queue.reports}</span>}
        {detail.report?.confidential && <span class="pill pill-bad">{words.queue.confidential}</span>}
        {detail.status === 'open' && assignee.kind === 'person' && (
          <span class="pill">{words.queue.assigned(inertLine(assignee.name, 60))}</span>
        )}
        {detail.heldBy !== null && <span class="pill">{words.hold.pill}</span>}
        {detail.status === 'open' && assignee.kind === 'desk' && !detail.report?.confidential && (
          <span class="pill">{words.queue.atDesk}</span>
        )}
        {similar > 0 && (
          <span>
            {words.similar.offer(similar)} <a href={`/cases/${detail.id}/similar`}>{words.similar.look}</a>
          </span>
        )}
      </p>
      <h1>
        <Stranger text={veil.cover(detail.subject)} otherwise={words.queue.noSubject} />
      </h1>
    </div>
  );
}

function VeilSwitch({ words, view: { covered, veil, detail } }: Pick<CasePageProps, 'words' | 'view'>) {
  const say = words.case;
  if (covered === 'nothing') return null;
  return (
    <p class="veil-switch">
      {!veil.hides ? say.revealed : covered === 'all' ? say.veilAllNote : say.veilNote}{' '}
      <a href={veil.hides ? `/cases/${detail.id}?reveal=1` : `/cases/${detail.id}`} data-key="m">
        {veil.hides ? say.reveal : say.veilAgain}
      </a>{' '}
      <Key of="m" />
    </p>
  );
}
