import type { Person } from '../../../actions/sign-in/index.ts';
import { isRole, type Right } from '../../../cases/index.ts';
import type { ServiceStatus } from '../../shared/index.ts';
import { HealthPill } from './health.tsx';
import { inertLine } from './inert.ts';
import type { Messages } from './messages.ts';

/** The work, in the order of the menu, each with the right it asks for; null: for every account. */
const SECTIONS = [
  ['cases', '/', 'cases.read'],
  ['care', '/care', 'cases.decide'],
  ['deadlines', '/deadlines', 'cases.decide'],
  ['counterparties', '/counterparties', 'counterparties.read'],
  ['dictionaries', '/dictionaries', 'dictionaries.read'],
  ['numbers', '/numbers', 'numbers.read'],
  ['status', '/status', 'status.read'],
  ['people', '/people', 'people.manage'],
  ['tokens', '/tokens', 'tokens.manage'],
  ['audit', '/audit', 'audit.read'],
  ['rules', '/escalation', 'rules.read'],
  ['policy', '/policy', null],
] as const satisfies readonly (readonly [string, string, Right | null])[];

/** Where a page belongs; the account and how it looks stand in the menu of the person. */
export type Section = (typeof SECTIONS)[number][0] | 'account' | 'settings' | 'mentions';

interface MenuProps {
  readonly messages: Messages;
  readonly section: Section | null;
  readonly status: ServiceStatus | null;
  readonly may: (right: Right) => boolean; // the person who looks
}

export function Menu({ messages, section, status, may }: MenuProps) {
  return (
    <nav class="sections" aria-label={messages.site.menu}>
      {SECTIONS.filter(([, , right]) => right === null || may(right)).map(([name, path]) => (
        <a href={path} aria-current={section === name ? 'page' : undefined}>
          {messages.site[name]}
          {name === 'status' && status !== null && <HealthPill messages={messages} status={status} />}
        </a>
      ))}
    </nav>
  );
}

interface LanguageProps {
  readonly messages: Messages;
  readonly here: string; // where a change of language leads
}

export function LanguageSwitch({ messages: { language }, here }: LanguageProps) {
  return (
    <form method="post" action="/language" class="language">
      <input type="hidden" name="back" value={here} />
      <button type="submit" class="quiet" name="language" value={language.otherCode} lang={language.otherCode}>
        {language.other}
      </button>
    </form>
  );
}

interface UserMenuProps extends LanguageProps {
  readonly section: Section | null;
  readonly person: Person;
  readonly mentions: number | null; // that they have not seen; null: nobody mentions them
}

/** What is about the person and not about the work: who they are here, how they see it, and the way out. */
export function UserMenu({ messages, section, person, mentions, here }: UserMenuProps) {
  const { site } = messages;
  const name = inertLine(person.name, 60);
  const unseen = mentions !== null && mentions > 0 ? [messages.mentions.unseen(mentions)] : [];
  const current = (one: Section) => (section === one ? 'page' : undefined);
  return (
    <details class="user-menu" data-menu>
      <summary aria-label={[site.userMenu(name), ...unseen].join(' · ')}>
        <span class="user-name">{name}</span>
        {mentions !== null && mentions > 0 && (
          <span class="count unseen" title={messages.mentions.unseen(mentions)}>
            {mentions}
          </span>
        )}
      </summary>
      <div class="user-sheet">
        <span class="roles">
          {person.roles
            .filter(isRole)
            .map((role) => messages.roles[role])
            .join('・')}
        </span>
        {mentions !== null && (
          <a href="/mentions" aria-current={current('mentions')}>
            {messages.mentions.title} {mentions > 0 && <span class="count unseen">{mentions}</span>}
          </a>
        )}
        <a href="/account" aria-current={current('account')}>
          {site.account}
        </a>
        <a href="/settings" aria-current={current('settings')}>
          {site.settings}
        </a>
        <LanguageSwitch messages={messages} here={here} />
        <form method="post" action="/sign-out">
          <button type="submit" class="quiet">
            {site.signOut}
          </button>
        </form>
      </div>
    </details>
  );
}
