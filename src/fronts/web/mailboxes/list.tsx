import {
  type DeclaredAct,
  pauseSetting,
  resumeSetting,
  type SettingSeen,
  takeOutSetting,
  takeOverSetting,
} from '../../../actions/index.ts';
import type { SourceHealth } from '../../../store/index.ts';
import { inLanguage } from '../../../util/both-languages.ts';
import { Empty } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
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
  const { name, value, origin, line, state, locked, taken } = setting;
  const {
    kind,
    direction = 'in',
    user,
    folder = 'INBOX',
    path,
  } = value as Readonly<Record<string, string | undefined>>;
  const how = health.find((one) => one.name === name);
  const what = kind === 'imap' ? (direction as 'in' | 'sent') : (kind as 'consult' | 'directory');
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
      <div class="set-deeds">
        {origin === 'file' ? (
          <>
            <p class="muted small">
              <span aria-hidden="true">🔒</span> {say.inFile(line ?? 0)} {taken && say.taken}
            </p>
            {hasRoom && !taken && <Deed act={takeOverSetting} setting={setting} label={say.takeOver} say={say.about} />}
          </>
        ) : (
          hasRoom && (
            <>
              {kind !== 'directory' && <a href={`/mailboxes?of=${encodeURIComponent(name)}`}>{say.change}</a>}
              {state === 'on' ? (
                <Deed act={pauseSetting} setting={setting} label={say.pause} say={say.about} />
              ) : (
                <Deed act={resumeSetting} setting={setting} label={say.resume} say={say.about} />
              )}
              <Deed act={takeOutSetting} setting={setting} label={say.takeOut} say={say.about} />
            </>
          )
        )}
      </div>
    </li>
  );
}

interface DeedProps {
  readonly act: DeclaredAct;
  readonly setting: Pick<SettingSeen, 'section' | 'name'>;
  readonly label: string;
  readonly say: (deed: string, name: string) => string;
}

/** One press beside a line. */
export const Deed = ({ act, setting: { section, name }, label, say }: DeedProps) => (
  <form method="post" action={act.path}>
    <input type="hidden" name="section" value={section} />
    <input type="hidden" name="name" value={name} />
    <button type="submit" class="quiet" aria-label={say(label, name)}>
      {label}
    </button>
  </form>
);
