import { TOPICS } from '../../config/index.ts';
import type { ActionDeps } from '../deps.ts';
import { type ActDeps, course, perform } from '../kernel/act.ts';
import { choice, choices, type FieldProblems, line, secret, text, usualChoice } from '../kernel/ask.ts';
import { Refusal, wrongFields } from '../refusal.ts';
import { saveSetting } from '../site-settings/save.ts';

export const CHANNEL_KINDS = ['mail', 'slack', 'teams', 'chatwork', 'webhook'] as const;

type Deps = ActDeps & Pick<ActionDeps, 'audit' | 'settings'>;

/**
 * Puts a channel in use.
 *
 * @returns its name
 * @throws Refusal `wrong-fields`, `set-in-file`
 */
export const saveChannel = course({
  path: '/channels',
  right: 'settings.manage',
  ask: {
    name: line(40, 'maybe'), // '': a new one, called as its kind
    kind: choice(CHANNEL_KINDS),
    to: text(2000, 'maybe'), // addresses of mail, one a line
    room: line(20, 'maybe'), // of Chatwork
    address: secret(2000), // of a hook, or the token of Chatwork; '': the one that is kept
    signing: secret(500), // of a signed webhook
    about: choices(TOPICS),
  },
  async run(deps: Deps, { name: named, kind, to, room, address, signing, about }, { actor }): Promise<string> {
    const channels = (await deps.settings.list()).filter(({ section }) => section === 'channel');
    const name =
      named === ''
        ? nameFor(
            kind,
            channels.map((one) => one.name),
          )
        : named;
    const there = channels.find((one) => one.name === name && one.state !== 'out');
    const value = {
      ...{ kind, about },
      ...(kind === 'mail' && { to: to.split(/[\s,、]+/).filter(Boolean) }),
      ...(kind === 'chatwork' && { room }),
    };
    const secrets = { ...(address !== '' && { address }), ...(signing !== '' && { signing }) };
    await saying(FIELDS, () =>
      perform(saveSetting, deps, actor, { section: 'channel', name, value, secrets, version: there?.version ?? 0 }),
    );
    return name;
  },
});

const FIELDS: Readonly<Record<string, string>> = { 'secrets.address': 'address', 'secrets.signing': 'signing' };

/** The server that mails are handed to; without it no channel can be of mail. @throws Refusal `wrong-fields`, `set-in-file` */
export const saveSmtp = course({
  path: '/channels/smtp',
  right: 'settings.manage',
  ask: {
    host: line(255),
    port: line(5, 'maybe'),
    security: usualChoice('starttls', ['starttls', 'tls', 'none']),
    from: line(254),
    user: line(255, 'maybe'),
    password: secret(1000), // '': the one that is kept
  },
  async run(deps: Deps, { host, port, security, from, user, password }, { actor }): Promise<void> {
    const there = (await deps.settings.list()).find(({ section, state }) => section === 'smtp' && state !== 'out');
    const value = { host, ...(port !== '' && { port: Number(port) }), security, from, user: user === '' ? null : user };
    const secrets = password === '' ? {} : { password };
    await saying({ 'secrets.password': 'password' }, () =>
      perform(saveSetting, deps, actor, { section: 'smtp', name: '', value, secrets, version: there?.version ?? 0 }),
    );
  },
});

/** What is wrong with a value, by the fields of the form. */
export async function saying<T>(fields: Readonly<Record<string, string>>, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Refusal) || error.reason.code !== 'wrong-fields') throw error;
    const said: FieldProblems = Object.fromEntries(
      Object.entries(error.reason.fields).map(([path, problem]) => [fields[path] ?? path.split('.')[0]!, problem]),
    );
    throw wrongFields(said);
  }
}

function nameFor(kind: string, taken: readonly string[]): string {
  if (!taken.includes(kind)) return kind;
  for (let n = 2; ; n++) if (!taken.includes(`${kind}-${n}`)) return `${kind}-${n}`;
}
