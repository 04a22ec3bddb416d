import { addExpert, endExpert } from '../../../actions/index.ts';
import type { Day, Expert } from '../../../response/index.ts';
import type { OpenRequest } from '../../../store/index.ts';
import { caseTabUrl } from '../cases/tabs.tsx';
import type { CardProps } from '../people/props.ts';
import { ActForm, isTried } from '../shell/acts/form.tsx';
import { Done } from '../shell/components.tsx';
import { More } from '../shell/form-components.tsx';
import { inert, inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

interface ExpertsProps extends CardProps {
  readonly experts: readonly Expert[];
  readonly open: readonly OpenRequest[]; // that whoever looks may know of
  readonly saved: boolean;
}

/** Contacts outside, and what waits for an answer. */
export function Experts({ experts, open, saved, ...common }: ExpertsProps) {
  const { messages, today } = common;
  const say = messages.experts;
  return (
    <section aria-labelledby="experts">
      <h2 id="experts">{say.title}</h2>
      <p class="muted">{say.lead}</p>
      <Done of={saved && messages.fields.saved} />
      <Waiting {...{ messages, open, today }} />
      <section class="card" aria-labelledby="contacts">
        <h3 id="contacts">{say.contacts}</h3>
        {experts.length === 0 && <p class="muted">{say.none}</p>}
        <ul class="plain own-reports">
          {experts.map(({ id, kind, name, contact }) => (
            <li>
              <strong>{inertLine(name, 100)}</strong> <span class="pill">{say.kinds[kind]}</span>
              <p class="lines">{inert(contact)}</p>
              <ActForm
                {...common}
                act={endExpert}
                say={say.end}
                at={{ expert: id }}
                look="quiet"
                called={say.endOf(inertLine(name, 100))}
              />
            </li>
          ))}
        </ul>
        <More title={say.add.title} open={isTried(common.tried, addExpert)}>
          <ActForm {...common} act={addExpert} say={say.add} within="expert" />
        </More>
      </section>
    </section>
  );
}

interface WaitingProps {
  readonly messages: Messages;
  readonly open: readonly OpenRequest[]; // that whoever looks may know of
  readonly today: Day;
}

function Waiting({ messages: { experts: say }, open, today }: WaitingProps) {
  return (
    <section class="card" aria-labelledby="waiting">
      <h3 id="waiting">{say.waiting}</h3>
      {open.length === 0 ? (
        <p class="muted">{say.nothingWaits}</p>
      ) : (
        <ul class="plain own-reports">
          {open.map(({ caseId, expert, due }) => (
            <li>
              <a href={`${caseTabUrl(caseId, 'response')}#experts`}>
                {say.case} {caseId}
              </a>{' '}
              {say.kinds[expert.kind]} {inertLine(expert.name, 60)}
              {due !== null && (
                <>
                  {' · '}
                  {say.ask.fields.due.label} <time datetime={due}>{due}</time>{' '}
                  {due < today && <span class="pill pill-bad">{say.late}</span>}
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
