import type { Hono } from 'hono';
import {
  CHANNEL_KINDS,
  perform,
  type SettingSeen,
  saveChannel,
  saveSmtp,
  testChannel,
} from '../../../actions/index.ts';
import { todayIn } from '../../../response/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { SetRows } from '../mailboxes/set-rows.tsx';
import { Channels } from '../operations/channels.tsx';
import { actorOf } from '../shell/actor.ts';
import { ActForm, isTried, statusOf, type Tried } from '../shell/acts/form.tsx';
import { Heading } from '../shell/acts/heading.tsx';
import { onAct } from '../shell/acts/route.ts';
import { Empty } from '../shell/components.tsx';
import { More } from '../shell/form-components.tsx';
import { first } from '../shell/form-values.ts';
import { can, page, type WebContext, type WebEnv } from '../shell/page.tsx';

const HERE = '/channels';

/** By which ways people are told, and another one. */
export function mountChannels(app: Hono<WebEnv>, deps: FrontDeps): void {
  const says = ['set-in-file', 'settings-changed', 'not-allowed'];
  const show = (c: WebContext, _: FrontDeps, tried: Tried) => showChannels(c, deps, tried);
  app.get(HERE, (c) => showChannels(c, deps, null));
  onAct(app, deps, saveChannel, {
    back: tryAtOnce,
    show: (c, _, tried) => show(c, deps, asDrawn(tried)),
    says,
  });
  onAct(app, deps, testChannel, { show, back: async (c, _, sent) => (sent ? c.redirect(HERE, 303) : c.notFound()) });
  onAct(app, deps, saveSmtp, { back: `${HERE}?saved=1`, show, says });
}

/** A message that says only that it arrived; whether it did, the page says. */
async function tryAtOnce(c: WebContext, deps: FrontDeps, name: string): Promise<Response> {
  await perform(testChannel, deps, actorOf(c, deps), { name });
  return c.redirect(`${HERE}?saved=1`, 303);
}

type Kind = (typeof CHANNEL_KINDS)[number];

/** What a kind does not ask, as its form sends it. */
const SETTLED: Readonly<Record<Kind, readonly string[]>> = {
  mail: ['name', 'room', 'address', 'signing'],
  slack: ['name', 'to', 'room', 'signing'],
  teams: ['name', 'to', 'room', 'signing'],
  chatwork: ['name', 'to', 'signing'],
  webhook: ['name', 'to', 'room'],
};
const settledOf = (kind: Kind) => ({ kind, ...Object.fromEntries(SETTLED[kind].map((name) => [name, ''])) });

function asDrawn(tried: Tried): Tried {
  const kind = CHANNEL_KINDS.find((one) => one === first(tried.values, 'kind')) ?? 'mail';
  const settled = Object.entries(settledOf(kind)).map(([name, value]) => [name, [value]]);
  return { ...tried, values: { ...tried.values, ...Object.fromEntries(settled) } };
}

async function showChannels(c: WebContext, deps: FrontDeps, tried: Tried | null): Promise<Response> {
  const messages = c.get('messages');
  const { channels } = await deps.status();
  const settings = can(c, 'settings.manage') ? await deps.settings.list() : [];
  const mayChange = can(c, 'settings.manage') && !deps.sample;
  const common = { messages, today: todayIn(deps.company.timeZone, deps.now()), tried };
  const view = (
    <div class="narrow">
      <Heading
        messages={messages}
        title={messages.status.channels}
        saved={c.req.query('saved') === '1'}
        tried={tried}
        refusals={messages.channels.refusals}
      >
        {messages.status.channelsLead}
      </Heading>
      {channels.length === 0 ? (
        <Empty>{messages.firstSteps.channels.none}</Empty>
      ) : (
        <Channels messages={messages} clock={c.get('clock')} channels={channels} mayTest={can(c, 'channels.test')} />
      )}
      <SetRows
        messages={messages}
        settings={settings.filter(({ section }) => section === 'channel')}
        mayChange={mayChange}
      />
      {mayChange && <Add {...common} settings={settings} hasServer={hasServer(deps)} />}
    </div>
  );
  return page(
    c,
    deps,
    { title: messages.status.channels, section: 'channels', status: statusOf(tried), here: HERE },
    view,
  );
}

const hasServer = ({ settings }: FrontDeps): boolean => settings.current().config.notify.smtp !== null;

type AddProps = Pick<Parameters<typeof ActForm>[0], 'messages' | 'today' | 'tried'> & {
  readonly settings: readonly SettingSeen[];
  readonly hasServer: boolean;
};

function Add({ settings, hasServer: has, ...common }: AddProps) {
  const { messages, tried } = common;
  const say = messages.channels;
  const smtp = settings.find(({ section, state }) => section === 'smtp' && state !== 'out');
  const { host, port, security, from, user } = (smtp?.value ?? {}) as Readonly<Record<string, string | number | null>>;
  return (
    <section class="card" aria-labelledby="add">
      <h2 id="add">{say.add}</h2>
      <p class="muted">{say.addLead}</p>
      {CHANNEL_KINDS.map((kind) => (
        <More title={say.kinds[kind]} open={isTried(tried, saveChannel, { kind })}>
          {kind === 'mail' && !has && <p class="notice">{say.needsServer}</p>}
          {(kind !== 'mail' || has || isTried(tried, saveChannel, { kind })) && (
            <ActForm
              {...common}
              act={saveChannel}
              say={say.save}
              at={settledOf(kind)}
              usual={{ about: ['urgent', 'digest', 'care', 'alarms'] }}
              {...(isTried(tried, saveChannel, { kind }) ? {} : { within: kind })}
            />
          )}
        </More>
      ))}
      <More title={say.server} open={isTried(tried, saveSmtp)}>
        {smtp?.origin === 'file' ? (
          <p class="muted">{messages.mailboxes.inFile(smtp.line ?? 0)}</p>
        ) : (
          <ActForm
            {...common}
            act={saveSmtp}
            say={say.smtp}
            usual={{
              ...{ host: String(host ?? ''), port: String(port ?? ''), security: String(security ?? 'starttls') },
              ...{ from: String(from ?? ''), user: String(user ?? '') },
            }}
          />
        )}
      </More>
    </section>
  );
}
