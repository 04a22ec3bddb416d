import type { SettingSeen } from '../../../actions/index.ts';
import type { SourceHealth } from '../../../store/index.ts';
import { inLanguage } from '../../../util/both-languages.ts';
import { Empty } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import { Deeds } from './deeds.tsx';
import type { SetUp } from './props.ts';

type ListProps = SetUp & { readonly settings: readonly SettingSeen[]; readonly health: readonly SourceHealth[] };

/** The mailboxes there are: where each is set, how it is, and what can be done with it. */
export function MailboxList(props: ListProps) {
  const { messages, settings } = props;
  const say = messages.mailboxes;
  const there = settings.filter(({ section, state }) => section === 'source' && state !== 'out');
  return (
    <section class="card" aria-labelledby="now">
      <h2 id="now">{say.now}</h2>
      {there.length === 0 ? (
        <Empty>{say.none}</Empty>
      ) : (
        <ul class="plain set-list">
          {there.map((one) => (
            <Row {...props} setting={one} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ messages, clock, health, hasRoom, setting }: ListProps & { readonly setting: SettingSeen }) {
  const say = messages.mailboxes;
  const { name, value, state, locked } = setting;
  const {
    kind,
    direction = 'in',
    user,
    folder = 'INBOX',
    path,
  } = value as Readonly<Record<string, string | undefined>>;
  const how = health.find((one) => one.name === name);
  const what = kind === 'imap' ? (direction as 'in' | 'sent' | 'objections') : (kind as 'consult' | 'directory');
  const shown = state === 'paused' ? 'paused' : how?.trouble ? 'trouble' : how?.lastContactAt ? 'reading' : 'waiting';
  const pill = { paused: 'pill', trouble: 'pill pill-bad', reading: 'pill pill-good', waiting: 'pill' }[shown];
  return (
    <li>
      <div class="set-what">
        <strong>{inertLine(name, 60)}</strong>{' '}
        <span>
          {kind === 'directory'
            ? inertLine(path ?? '', 200)
            : `${inertLine(user ?? '', 254)} · ${inertLine(folder, 100)}`}
        </span>{' '}
        <span class="muted small">{say.kinds[what]}</span>
      </div>
      <div>
        <span class={pill}>{say.states[shown]}</span>{' '}
        {how?.lastContactAt && <span class="muted small">{say.contact(clock.short(how.lastContactAt))}</span>}
        {how?.trouble && <p class="error">{inertLine(inLanguage(how.trouble, messages.language.code))}</p>}
        {locked && <p class="error">{say.locked}</p>}
      </div>
      <Deeds messages={messages} setting={setting} mayChange={hasRoom} resume={say.resume}>
        {kind !== 'directory' && <a href={`/mailboxes?of=${encodeURIComponent(name)}`}>{say.change}</a>}
      </Deeds>
    </li>
  );
}
