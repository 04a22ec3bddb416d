import type { Hono } from 'hono';
import { addExpert, endExpert, expertsFor } from '../../../actions/index.ts';
import { type Day, todayIn } from '../../../response/index.ts';
import type { OpenRequest } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { caseTabUrl } from '../cases/tabs.tsx';
import { actorOf } from '../shell/actor.ts';
import { ActForm, type Tried } from '../shell/acts/form.tsx';
import { Heading } from '../shell/acts/heading.tsx';
import { onAct } from '../shell/acts/route.ts';
import { inert, inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { mountCaseExperts } from './case.tsx';

const HERE = '/experts';

/** Contacts outside, and what waits for an answer. */
export function mountExperts(app: Hono<WebEnv>, deps: FrontDeps): void {
  app.get(HERE, (c) => showExperts(c, deps, null));
  const course = { back: `${HERE}?saved=1`, show: showExperts };
  onAct(app, deps, addExpert, course);
  onAct(app, deps, endExpert, course);
  mountCaseExperts(app, deps);
}

async function showExperts(c: WebContext, deps: FrontDeps, tried: Tried | null): Promise<Response> {
  const messages = c.get('messages');
  const say = messages.experts;
  const { experts, open } = await expertsFor(deps, actorOf(c, deps));
  const common = { messages, tried, today: todayIn(deps.company.timeZone, deps.now()) };
  return page(
    c,
    deps,
    { title: say.title, section: 'experts', status: tried === null ? 200 : 400, here: HERE },
    <div class="narrow">
      <Heading {...common} title={say.title} saved={c.req.query('saved') === '1'}>
        {say.lead}
      </Heading>
      <Waiting {...common} open={open} />
      <section class="card" aria-labelledby="contacts">
        <h2 id="contacts">{say.contacts}</h2>
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
      </section>
      <section class="card" aria-labelledby="add">
        <h2 id="add">{say.add.title}</h2>
        <ActForm {...common} act={addExpert} say={say.add} look="primary" />
      </section>
    </div>,
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
      <h2 id="waiting">{say.waiting}</h2>
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
