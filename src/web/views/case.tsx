import type { CaseView } from '../case-view.ts';
import type { Clock } from '../clock.ts';
import type { DecisionForm } from '../decision-form.ts';
import type { Words } from '../words/ja.ts';
import { DecidePanel } from './decide.tsx';
import { MailArticle } from './mail.tsx';
import { BandLabel, Stranger } from './parts.tsx';
import { Summary } from './summary.tsx';

export interface CasePageProps {
  readonly words: Words;
  readonly clock: Clock;
  readonly now: Date;
  readonly view: CaseView;
  readonly mayDecide: boolean;
  readonly next: string | null; // id of the case to go on with
  readonly form: DecisionForm | null; // a form that came back with errors
  readonly conflict: string | null; // someone else was first
}

export function CasePage(props: CasePageProps) {
  const { words, clock, view, conflict, form, mayDecide } = props;
  const { detail, mails, veil } = view;
  const say = words.case;
  return (
    <>
      <p class="crumbs">
        <a href="/">← {say.back}</a>
      </p>
      <div class="case-head">
        <p class="case-state">
          <BandLabel words={words} band={detail.band} />
          <span class={`state state-${detail.status}`}>{words.statuses[detail.status]}</span>
          <span class="muted">{say.title(detail.id)}</span>
        </p>
        <h1>
          <Stranger text={veil.cover(detail.subject)} otherwise={words.queue.noSubject} />
        </h1>
        {mayDecide && (
          <a class="jump" href="#decide">
            {say.jump} ↓
          </a>
        )}
      </div>
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
      <Summary {...props} />
      <VeilSwitch words={words} view={view} />
      {mails.map((mail, index) => (
        <MailArticle words={words} clock={clock} veil={veil} view={mail} mail={index} of={mails.length} />
      ))}
      {mayDecide && <DecidePanel words={words} clock={clock} detail={detail} next={props.next} form={form} />}
    </>
  );
}

function VeilSwitch({ words, view: { painful, veil, detail } }: Pick<CasePageProps, 'words' | 'view'>) {
  const say = words.case;
  if (!painful) return null;
  return (
    <p class="veil-switch">
      {veil.hides ? say.veilNote : say.revealed}{' '}
      <a href={veil.hides ? `/cases/${detail.id}?reveal=1` : `/cases/${detail.id}`}>
        {veil.hides ? say.reveal : say.veilAgain}
      </a>
    </p>
  );
}
