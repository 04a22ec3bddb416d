import type { Hono } from 'hono';
import {
  aimDisclosure,
  bundleDisclosed,
  disclosuresFor,
  draftDisclosure,
  eraseDisclosed,
  giveDisclosure,
  openDisclosure,
  recordDisclosure,
} from '../../../actions/index.ts';
import { parseRowId } from '../../../cases/index.ts';
import { ANSWER_DAYS, type DisclosureId, todayIn } from '../../../response/index.ts';
import { dayAfter } from '../../../util/day.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { ActForm, statusOf, type Tried } from '../shell/acts/form.tsx';
import { Heading } from '../shell/acts/heading.tsx';
import { Register } from '../shell/acts/register.tsx';
import { onAct } from '../shell/acts/route.ts';
import { first } from '../shell/form-values.ts';
import { inertLine } from '../shell/inert.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { KeptView } from './kept-view.tsx';
import { Request } from './request-view.tsx';

const HERE = '/disclosures';

/** What people ask about what is kept of them. */
export function mountDisclosures(app: Hono<WebEnv>, deps: FrontDeps): void {
  app.get(HERE, (c) => (c.req.query('request') === undefined ? showDisclosures : showKept)(c, deps, null));
  const course = { back: `${HERE}?saved=1`, show: showDisclosures, says: ['own-proposal'] };
  onAct(app, deps, recordDisclosure, course);
  onAct(app, deps, draftDisclosure, course);
  onAct(app, deps, giveDisclosure, course);
  const about = {
    back: `${HERE}?request=:request&saved=1`,
    show: showKept,
    says: ['too-large', 'case-changed', 'no-sender'],
  };
  onAct(app, deps, aimDisclosure, about);
  onAct(app, deps, eraseDisclosed, about);
  onAct(app, deps, bundleDisclosed, {
    ...about,
    back: async (c, _, { bytes, sha256 }, sent) =>
      c.body(bytes, 200, {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="komainu-kept-${first(sent, 'request')}-${sha256.slice(0, 12)}.zip"`,
      }),
  });
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

/** One request: of whom what is kept is meant, what that is, a file of it, and its deletion. */
async function showKept(c: WebContext, deps: FrontDeps, tried: Tried | null): Promise<Response> {
  const id = parseRowId<DisclosureId>(c.req.param('request') ?? c.req.query('request') ?? '');
  const opened = id && (await openDisclosure(deps, actorOf(c, deps), id));
  if (opened === null) return c.notFound();
  const messages = c.get('messages');
  const say = messages.disclosures;
  const common = { messages, today: todayIn(deps.company.timeZone, deps.now()), tried };
  return page(
    c,
    deps,
    { title: say.kept.title, section: 'disclosures', status: statusOf(tried), here: `${HERE}?request=${id}` },
    <div class="narrow">
      <Heading
        {...common}
        title={say.kept.title}
        up={{ href: HERE, title: say.title }}
        saved={c.req.query('saved') === '1'}
        refusals={say.kept.refusals}
      >
        {say.kept.lead}
      </Heading>
      <KeptView
        {...common}
        {...opened}
        clock={c.get('clock')}
        seesConfidential={c.get('person')!.roles.includes('desk')}
      />
    </div>,
  );
}
