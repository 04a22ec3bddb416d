import type { Hono } from 'hono';
import { disclosuresFor, draftDisclosure, giveDisclosure, recordDisclosure } from '../../../actions/index.ts';
import { ANSWER_DAYS, type Disclosure, todayIn } from '../../../response/index.ts';
import { dayAfter } from '../../../util/day.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { DuePill } from '../deadlines/answers.tsx';
import { actorOf } from '../shell/actor.ts';
import { ActForm, isTried, statusOf, type Tried } from '../shell/acts/form.tsx';
import { Heading } from '../shell/acts/heading.tsx';
import { Register } from '../shell/acts/register.tsx';
import { onAct } from '../shell/acts/route.ts';
import { inert, inertLine } from '../shell/inert.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';

const HERE = '/disclosures';

/** What people ask about what is kept of them. */
export function mountDisclosures(app: Hono<WebEnv>, deps: FrontDeps): void {
  app.get(HERE, (c) => showDisclosures(c, deps, null));
  const course = { back: `${HERE}?saved=1`, show: showDisclosures, says: ['own-proposal'] };
  onAct(app, deps, recordDisclosure, course);
  onAct(app, deps, draftDisclosure, course);
  onAct(app, deps, giveDisclosure, course);
}

/** Requests that wait and that were answered, the form for one more, and a notice for the company's website. */
async function showDisclosures(c: WebContext, deps: FrontDeps, tried: Tried | null): Promise<Response> {
  const messages = c.get('messages');
  const say = messages.disclosures;
  const { waiting, answered } = await disclosuresFor(deps, actorOf(c, deps));
  const today = todayIn(deps.company.timeZone, deps.now());
  const common = { messages, today, tried, me: c.get('person')!.id as string };
  return page(
    c,
    deps,
    { title: say.title, section: 'disclosures', status: statusOf(tried), here: HERE },
    <div class="narrow">
      <Heading {...common} title={say.title} saved={c.req.query('saved') === '1'} refusals={say.refusals}>
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
            act={recordDisclosure}
            say={say.record}
            usual={{ received: today, due: dayAfter(today, ANSWER_DAYS) }}
            look="primary"
          />
        }
      >
        <details class="card">
          <summary>{say.notice}</summary>
          <p class="hint">{say.noticeHint}</p>
          <p class="lines">
            {say.noticeText(inertLine(deps.company.name === '' ? say.ourCompany : deps.company.name, 100))}
          </p>
        </details>
      </Register>
    </div>,
  );
}

type RequestProps = Pick<Parameters<typeof ActForm>[0], 'messages' | 'today' | 'tried'> & {
  readonly me: string;
  readonly request: Disclosure;
};

function Request({ request, me, ...common }: RequestProps) {
  const { messages, today, tried } = common;
  const say = messages.disclosures;
  const { id, from, role, identity, wants, words, received, due, by, draft, answered } = request;
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
