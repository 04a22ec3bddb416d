import type { Hono } from 'hono';
import { askExpert, caseExperts, noteExpertAnswer } from '../../../actions/index.ts';
import { type ExpertRequest, isLate, todayIn } from '../../../response/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { ActForm, formOf, statusOf, type Tried } from '../shell/acts/form.tsx';
import { Heading } from '../shell/acts/heading.tsx';
import { onAct } from '../shell/acts/route.ts';
import type { Clock } from '../shell/clock.ts';
import { caseIdOf } from '../shell/id-of.ts';
import { inert, inertLine } from '../shell/inert.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';

const HERE = '/cases/:id/experts';

/** What experts were asked about a case. */
export function mountCaseExperts(app: Hono<WebEnv>, deps: FrontDeps): void {
  const course = { back: `${HERE}?saved=1`, show: showCaseExperts };
  app.get(HERE, (c) => showCaseExperts(c, deps, null));
  onAct(app, deps, askExpert, course);
  onAct(app, deps, noteExpertAnswer, course);
}

async function showCaseExperts(c: WebContext, deps: FrontDeps, tried: Tried | null): Promise<Response> {
  const id = caseIdOf(c);
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
  return page(
    c,
    deps,
    { title: say.of(id), section: 'cases', status: statusOf(tried), here: `/cases/${id}/experts` },
    <div class="narrow">
      <Heading
        {...common}
        title={say.of(id)}
        up={{ href: `/cases/${id}`, title: say.back(id) }}
        saved={c.req.query('saved') === '1'}
      >
        {say.askLead}
      </Heading>
      {requests.length > 0 && (
        <section aria-labelledby="asked">
          <h2 id="asked">{say.asked}</h2>
          {requests.map((request) => (
            <Request {...common} clock={c.get('clock')} request={request} />
          ))}
        </section>
      )}
      {experts.length === 0 ? (
        <p>
          {say.noExpert} <a href="/experts">{say.title}</a>
        </p>
      ) : (
        <form class="card" method="post" action={action} aria-labelledby="ask">
          <h2 id="ask">{say.ask.title}</h2>
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
    </div>,
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
      <h3 id={`request-${id}`}>
        {say.kinds[expert.kind]} {inertLine(expert.name, 100)}
      </h3>
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
          <h4>{say.answer.fields.words.label}</h4>
          <p class="lines">{inert(answer.words)}</p>
          <p class="muted small">{say.by(inertLine(answer.by, 60), clock.date(answer.at))}</p>
        </>
      )}
    </article>
  );
}
