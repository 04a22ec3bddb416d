import { draftDisclosure, giveDisclosure } from '../../../actions/index.ts';
import type { Disclosure } from '../../../response/index.ts';
import { DuePill } from '../deadlines/answers.tsx';
import { ActForm, isTried } from '../shell/acts/form.tsx';
import { inert, inertLine } from '../shell/inert.ts';

type RequestProps = Pick<Parameters<typeof ActForm>[0], 'messages' | 'today' | 'tried'> & {
  readonly me: string;
  readonly request: Disclosure;
};

/** One request as the register has it. */
export function Request({ request, me, ...common }: RequestProps) {
  const { messages, today, tried } = common;
  const say = messages.disclosures;
  const { id, from, role, identity, wants, words, received, due, by, draft, answered, erased } = request;
  const at = { request: id };
  const { options } = say.record.fields.wants;
  return (
    <article class="card" aria-labelledby={`request-${id}`}>
      <h3 id={`request-${id}`}>{say.of(say.record.fields.role.options[role], inertLine(from, 200))}</h3>
      <p class="muted small">
        {say.noted(received, inertLine(by, 60))} · {say.record.fields.due.label} {due}{' '}
        {answered === null && <DuePill messages={messages} due={due} today={today} />}
      </p>
      <p>{wants.map((want) => options[want]).join(messages.decide.separator)}</p>
      <p class="lines">{inert(words)}</p>
      <p class="muted small">
        {say.record.fields.identity.label}: {inertLine(identity, 500)}
      </p>
      {draft !== null && (
        <>
          <h4>
            {answered === null ? say.drafted : say.draft.fields.words.label}:{' '}
            {say.draft.fields.outcome.options[draft.outcome]}
          </h4>
          <p class="lines">{inert(draft.words)}</p>
          <p class="muted small">
            {say.writtenBy(inertLine(draft.by, 60))}
            {answered !== null && ` · ${say.givenBy(answered.day, inertLine(answered.by, 60))}`}
          </p>
        </>
      )}
      <p>
        <a href={`/disclosures?request=${id}`}>{say.kept.open}</a>
        {erased !== null && ` · ${say.kept.erasedOn}`}
      </p>
      {answered === null && draft !== null && draft.person !== me && (
        <ActForm {...common} act={giveDisclosure} say={say.give} at={at} usual={{ day: today }} />
      )}
      {answered === null && draft !== null && draft.person === me && <p class="hint">{say.secondPerson}</p>}
      {answered === null && (
        <details class="more" open={isTried(tried, draftDisclosure, at)}>
          <summary>{draft === null ? say.draft.title : say.draftAgain}</summary>
          <ActForm {...common} act={draftDisclosure} say={say.draft} at={at} />
        </details>
      )}
    </article>
  );
}
