import type { Hono } from 'hono';
import { type SettingSeen, saveCompany, saveRetention } from '../../../actions/index.ts';
import { todayIn } from '../../../response/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { ActForm, statusOf, type Tried } from '../shell/acts/form.tsx';
import { Heading } from '../shell/acts/heading.tsx';
import { onAct } from '../shell/acts/route.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';

const HERE = '/mailboxes?tab=company';

export function mountCompany(app: Hono<WebEnv>, deps: FrontDeps): void {
  const course = {
    back: `${HERE}&saved=1`,
    show: (c: WebContext, _: FrontDeps, tried: Tried) => showCompany(c, deps, tried),
    says: ['set-in-file', 'settings-changed', 'not-allowed'],
  };
  onAct(app, deps, saveCompany, course);
  onAct(app, deps, saveRetention, course);
}

/** Who the company is, and how long things are kept. */
export async function showCompany(c: WebContext, deps: FrontDeps, tried: Tried | null): Promise<Response> {
  const messages = c.get('messages');
  const say = messages.company;
  const { company, retention } = deps.settings.current().config;
  const settings = await deps.settings.list();
  const setting = (section: string) => settings.find((one) => one.section === section);
  const common = { messages, today: todayIn(deps.company.timeZone, deps.now()), tried };
  const view = (
    <div class="narrow">
      <Heading
        messages={messages}
        title={say.title}
        saved={c.req.query('saved') === '1'}
        tried={tried}
        refusals={messages.channels.refusals}
      >
        {say.lead}
      </Heading>
      <section class="card" aria-labelledby="company-title">
        <h2 id="company-title">{say.company}</h2>
        <Locked messages={messages} setting={setting('company')} />
        {mayChange(deps, setting('company')) && (
          <ActForm
            {...common}
            act={saveCompany}
            say={say.save}
            usual={{ company: company.name, addresses: company.addresses.join('\n'), timeZone: company.timeZone }}
          />
        )}
      </section>
      <section class="card" aria-labelledby="retention-title">
        <h2 id="retention-title">{say.retention}</h2>
        <p class="muted">{say.retentionLead}</p>
        <Locked messages={messages} setting={setting('retention')} />
        {mayChange(deps, setting('retention')) && (
          <ActForm
            {...common}
            act={saveRetention}
            say={say.keep}
            usual={Object.fromEntries(Object.entries(retention).map(([name, days]) => [name, String(days)]))}
          />
        )}
      </section>
    </div>
  );
  return page(c, deps, { title: say.title, section: 'company', status: statusOf(tried), here: HERE }, view);
}

const mayChange = ({ sample }: FrontDeps, setting: SettingSeen | undefined): boolean =>
  !sample && setting?.origin !== 'file';

function Locked({
  messages,
  setting,
}: {
  readonly messages: Parameters<typeof Heading>[0]['messages'];
  readonly setting: SettingSeen | undefined;
}) {
  if (setting?.origin !== 'file') return null;
  return (
    <p class="notice">
      <span aria-hidden="true">🔒</span> {messages.mailboxes.inFile(setting.line ?? 0)}
    </p>
  );
}
