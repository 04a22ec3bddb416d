import { isStale, stageOf } from '../../../response/index.ts';
import { caseTabUrl, draftUrl } from '../cases/tabs.tsx';
import { WhoCan } from '../measures/who-can.tsx';
import { Done, NotDone } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { LetterProps } from './letter-props.ts';
import { Stage, standing } from './list-view.tsx';
import { Paper } from './paper.tsx';
import { Records } from './records.tsx';

/** A letter: what it says, how far it has come, and what can be done with it now. */
export function LetterView(props: LetterProps) {
  const { messages, detail, letter, layout, done, error, open, stopped } = props;
  const say = messages.letters;
  const stage = stageOf(letter);
  const stale = isStale(letter, standing(detail)) && stage !== 'withdrawn';
  const out = stage === 'sent' || stage === 'answered';
  const locked = stale || open > 0 || stopped;
  return (
    <div class="narrow">
      <p class="crumbs">
        <a href={caseTabUrl(letter.caseId, 'papers')}>← {say.backToAll}</a>
      </p>
      <h1>
        {say.one(letter.number, say.kinds[letter.kind])} <Stage messages={messages} letter={letter} stale={stale} />
      </h1>
      <Done of={done !== null && say.done[done]} />
      <NotDone of={error} />
      {stopped && !out && stage !== 'withdrawn' && <p class="alert">{messages.concerned.stopped}</p>}
      {stale && <p class="alert">{out ? say.staleSent : say.stale}</p>}
      {!stale && !out && stage !== 'withdrawn' && open > 0 && (
        <p class="alert">
          {say.locked(open)} <a href={caseTabUrl(letter.caseId, 'response')}>{say.toCare}</a>
        </p>
      )}
      <section class="card" aria-labelledby="preview-title">
        <h2 id="preview-title">{say.preview}</h2>
        <p class="hint">{say.previewHint}</p>
        {letter.language !== messages.language.code && (
          <p class="hint">{say.notTranslated(say.languages[letter.language])}</p>
        )}
        <Veil {...props} />
        <div class="paper" lang={letter.language}>
          <Paper blocks={layout.header} />
          <Paper blocks={layout.body} />
          <Paper blocks={layout.footer} />
        </div>
        {letter.unset.length > 0 && <p class="hint">{say.unset(letter.unset.join(' '))}</p>}
        {layout.pictures && <p class="hint">{say.pictures}</p>}
      </section>
      {stage === 'draft' && !locked && <Approval {...props} />}
      {(out || (stage === 'approved' && !locked)) && <Files {...props} />}
      {letter.approved !== null && letter.withdrawn === null && <Records {...props} />}
      <Facts {...props} />
      {(stage === 'draft' || stage === 'approved') && <Leaving {...props} />}
    </div>
  );
}

function Veil({ messages: { letters: say }, letter, veiled }: LetterProps) {
  if (veiled === 'nothing') return null;
  const here = `/cases/${letter.caseId}/letters/${letter.id}`;
  return (
    <p class="act">
      <span>{say.covered}</span>{' '}
      {veiled === 'hidden' ? <a href={`${here}?reveal=1`}>{say.reveal}</a> : <a href={here}>{say.hide}</a>}
    </p>
  );
}

function Approval({ messages, letter, mine, mayApprove, approvers, mayInvite }: LetterProps) {
  const say = messages.letters;
  const may = mayApprove && !mine;
  return (
    <section class="card" aria-labelledby="approve-title">
      <h2 id="approve-title">{say.approve}</h2>
      <p class="hint">{may ? say.approveLead : mine ? say.ownLetter : say.notApprover}</p>
      {!may && <WhoCan messages={messages} people={approvers} mayInvite={mayInvite} />}
      {may && (
        <form method="post" action={`/cases/${letter.caseId}/letters/${letter.id}/approve`}>
          <button type="submit" class="button primary">
            {say.approve}
          </button>
        </form>
      )}
    </section>
  );
}

const Files = ({ messages: { letters: say }, letter: { caseId, id } }: LetterProps) => (
  <section class="card" aria-labelledby="save-title">
    <h2 id="save-title">{say.save}</h2>
    <p class="hint">{say.saveLead}</p>
    <div class="buttons-line">
      {(['pdf', 'docx'] as const).map((file) => (
        <form method="post" action={`/cases/${caseId}/letters/${id}/files/${file}`}>
          <button type="submit" class="button">
            {file === 'pdf' ? say.asPdf : say.asDocx}
          </button>
        </form>
      ))}
    </div>
  </section>
);

function Facts({ messages: { letters: say }, clock, letter }: LetterProps) {
  const { drafted, approved, withdrawn, template, clause } = letter;
  const deed = ({ by, at }: { readonly by: string; readonly at: Date }) => say.deed(inertLine(by, 60), clock.date(at));
  return (
    <section class="card" aria-labelledby="facts-title">
      <h2 id="facts-title">{say.facts}</h2>
      <dl class="facts">
        <dt>{say.drafted}</dt>
        <dd>{deed(drafted)}</dd>
        {approved !== null && (
          <>
            <dt>{say.approvedBy}</dt>
            <dd>{deed(approved)}</dd>
          </>
        )}
        {withdrawn !== null && (
          <>
            <dt>{say.withdrawnBy}</dt>
            <dd>{deed(withdrawn)}</dd>
          </>
        )}
        {clause !== null && (
          <>
            <dt>{say.fields.clause}</dt>
            <dd>{inertLine(clause, 300)}</dd>
          </>
        )}
        <dt>{say.template}</dt>
        <dd>
          {template.name === null ? say.shipped : inertLine(template.name, 100)} <code>{template.sha256}</code>
        </dd>
        <dt>PDF {say.hashes}</dt>
        <dd>
          <code>{letter.pdfSha256}</code>
        </dd>
        <dt>Word {say.hashes}</dt>
        <dd>
          <code>{letter.docxSha256}</code>
        </dd>
      </dl>
    </section>
  );
}

const Leaving = ({ messages: { letters: say }, letter: { caseId, id, kind, language }, veiled }: LetterProps) => (
  <section class="card" aria-labelledby="change-title">
    <h2 id="change-title">{say.change}</h2>
    <p class="hint">{say.changeHint}</p>
    <div class="buttons-line">
      <a
        class="button"
        href={draftUrl(caseId, { kind, language, from: id, ...(veiled === 'revealed' ? { reveal: '1' } : {}) })}
      >
        {say.change}
      </a>
      <form method="post" action={`/cases/${caseId}/letters/${id}/withdraw`}>
        <button type="submit" class="button">
          {say.withdraw}
        </button>
      </form>
    </div>
  </section>
);
