import type { Hono } from 'hono';
import { answerCooperation, cooperationFor, recordCooperation } from '../../../actions/index.ts';
import { ANSWER_DAYS, type Cooperation, todayIn } from '../../../response/index.ts';
import { dayAfter } from '../../../util/day.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { DuePill } from '../deadlines/answers.tsx';
import { actorOf } from '../shell/actor.ts';
import { ActForm, isTried, type Tried } from '../shell/acts/form.tsx';
import { Heading } from '../shell/acts/heading.tsx';
import { Register } from '../shell/acts/register.tsx';
import { onAct } from '../shell/acts/route.ts';
import { inert, inertLine } from '../shell/inert.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';

const HERE = '/counterparties?tab=cooperation';

/** What is written down of requests among employers. */
export function mountCooperation(app: Hono<WebEnv>, deps: FrontDeps): void {
  const course = { back: `${HERE}&saved=1`, show: showRequests };
  onAct(app, deps, recordCooperation, course);
  onAct(app, deps, answerCooperation, course);
}

/** Requests among employers to help with the facts. */
export async function showRequests(c: WebContext, deps: FrontDeps, tried: Tried | null): Promise<Response> {
  const messages = c.get('messages');
  const say = messages.cooperation;
  const { waiting, answered } = await cooperationFor(deps, actorOf(c, deps));
  const today = todayIn(deps.company.timeZone, deps.now());
  const common = { messages, today, tried };
  return page(
    c,
    deps,
    { title: say.title, section: 'cooperation', status: tried === null ? 200 : 400, here: HERE },
    <div class="narrow">
      <Heading {...common} title={say.title} saved={c.req.query('saved') === '1'}>
        {say.lead}
      </Heading>
      <Register
        say={say}
        waiting={waiting}
        answered={answered}
        row={(request) => <Request {...common} request={request} />}
        add={
          <ActForm
            {...common}
            act={recordCooperation}
            say={say.record}
            usual={{ asked: today, due: dayAfter(today, ANSWER_DAYS) }}
            look="primary"
          />
        }
      />
    </div>,
  );
}

type RequestProps = Pick<Parameters<typeof ActForm>[0], 'messages' | 'today' | 'tried'> & {
  readonly request: Cooperation;
};

function Request({ request, ...common }: RequestProps) {
  const { messages, today, tried } = common;
  const say = messages.cooperation;
  const { id, direction, caseId, company, contact, words, asked, due, by, answer } = request;
  return (
    <article class="card" aria-labelledby={`request-${id}`}>
      <h3 id={`request-${id}`}>{say.of(say.record.fields.direction.options[direction], inertLine(company, 200))}</h3>
      <p class="muted small">
        {say.noted(asked, inertLine(by, 60))} · {say.record.fields.due.label} {due}{' '}
        {answer === null && <DuePill messages={messages} due={due} today={today} />}{' '}
        {caseId !== null && <a href={`/cases/${caseId}`}>{messages.case.title(caseId)}</a>}
      </p>
      {contact !== '' && <p class="muted small lines">{inert(contact)}</p>}
      <p class="lines">{inert(words)}</p>
      {answer === null ? (
        <details class="more" open={isTried(tried, answerCooperation, { request: id })}>
          <summary>{say.answer.do}</summary>
          <ActForm {...common} act={answerCooperation} say={say.answer} at={{ request: id }} usual={{ day: today }} />
        </details>
      ) : (
        <>
          <h4>{say.answer.fields.words.label}</h4>
          <p class="lines">{inert(answer.words)}</p>
          <p class="muted small">{say.noted(answer.day, inertLine(answer.by, 60))}</p>
        </>
      )}
    </article>
  );
}
