import type { Child } from 'hono/jsx';
import { askExpert, caseExperts, noteExpertAnswer } from '../../../actions/index.ts';
import type { CaseId } from '../../../cases/index.ts';
import { type ExpertRequest, isLate, todayIn } from '../../../response/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { ActForm, formOf, type Tried } from '../shell/acts/form.tsx';
import type { Clock } from '../shell/clock.ts';
import { Done, NotDone } from '../shell/components.tsx';
import { inert, inertLine } from '../shell/inert.ts';
import type { WebContext } from '../shell/page.tsx';

/** What experts were asked about a case. */
export async function expertsCard(c: WebContext, deps: FrontDeps, id: CaseId, tried: Tried | null): Promise<Child> {
  const messages = c.get('messages');
  const say = messages.experts;
  const { experts, requests, needsConsent } = await caseExperts(deps, actorOf(c, deps), id);
  const common = { messages, tried, today: todayIn(deps.company.timeZone, deps.now()), at: { id } };
  const { action, field } = formOf({
    ...common,
    act: askExpert,
    say: say.ask,
    usual: { handed: 'words' },
    among: {
      expert: experts.map(({ id, kind, name }) => ({
        value: id,
        label: `${say.kinds[kind]} · ${inertLine(name, 60)}`,
      })),
    },
  });
  return (
    <section aria-labelledby="experts">
      <h2 id="experts">{say.link}</h2>
      <p class="muted">{say.askLead}</p>
      <Done of={tried === null && c.req.query('saved') === 'experts' && messages.fields.saved} />
      <NotDone of={tried !== null && messages.fields.unsaved} />
      {requests.length > 0 && (
        <section aria-labelledby="asked">
          <h3 id="asked">{say.asked}</h3>
          {requests.map((request) => (
            <Request {...common} clock={c.get('clock')} request={request} />
          ))}
        </section>
      )}
      {experts.length === 0 ? (
        <p>
          {say.noExpert} <a href="/people#experts">{say.title}</a>
        </p>
      ) : (
        <form class="card" method="post" action={action} aria-labelledby="ask">
          <h3 id="ask">{say.ask.title}</h3>
          {field('expert')}
          {field('question')}
          {field('handed')}
          {field('due')}
          {needsConsent && field('consent')}
          <div class="buttons">
            <button type="submit" class="button primary">
              {say.ask.do}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}

type RequestProps = Pick<Parameters<typeof ActForm>[0], 'messages' | 'today' | 'tried'> & {
  readonly at: { readonly id: string };
  readonly clock: Clock;
  readonly request: ExpertRequest;
};

function Request({ clock, request, at, ...common }: RequestProps) {
  const { messages, today } = common;
  const say = messages.experts;
  const { id, expert, question, handed, due, by, at: asked, answer } = request;
  const { options } = say.ask.fields.handed;
  return (
    <article class="card" aria-labelledby={`request-${id}`}>
      <h4 id={`request-${id}`}>
        {say.kinds[expert.kind]} {inertLine(expert.name, 100)}
      </h4>
      <p class="lines">{inert(question)}</p>
      <p class="muted small">
        {say.ask.fields.handed.label}: {options[handed]} · {say.by(inertLine(by, 60), clock.date(asked))}
        {due !== null && ` · ${say.ask.fields.due.label} ${due}`}{' '}
        {isLate(request, today) && <span class="pill pill-bad">{say.late}</span>}
      </p>
      {answer === null ? (
        <ActForm {...common} act={noteExpertAnswer} say={say.answer} at={{ ...at, request: id }} />
      ) : (
        <>
          <h5>{say.answer.fields.words.label}</h5>
          <p class="lines">{inert(answer.words)}</p>
          <p class="muted small">{say.by(inertLine(answer.by, 60), clock.date(answer.at))}</p>
        </>
      )}
    </article>
  );
}
