import type { Person } from '../../../actions/sign-in/index.ts';
import { isRole, type Right } from '../../../cases/index.ts';
import type { ServiceStatus } from '../../shared/index.ts';
import { HealthPill } from './health.tsx';
import { inertLine } from './inert.ts';
import type { Messages } from './messages.ts';
import { PLACE_NAMES, pagesOf, placeOf, type Section } from './places.ts';

interface MenuProps {
  readonly messages: Messages;
  readonly section: Section | null;
  readonly status: ServiceStatus | null;
  readonly may: (right: Right) => boolean; // the person who looks
}

const workOf = (may: (right: Right) => boolean) =>
  PLACE_NAMES.filter((place) => place !== 'consult').flatMap((place) => {
    const [first] = pagesOf(place, may);
    return first === undefined ? [] : [{ place, path: first[1] }];
  });

/** The places that somebody works at, each opening on the first page they may see. Whoever has none sees the pages for everybody instead. */
export function Menu({ messages, section, status, may }: MenuProps) {
  const work = workOf(may);
  const own = work.length === 0 ? pagesOf('consult', may) : [];
  const here = placeOf(section);
  return (
    <nav class="sections" aria-label={messages.site.menu}>
      {work.map(({ place, path }) => (
        <a href={path} aria-current={here === place ? 'page' : undefined}>
          {messages.site.places[place]}
          {place === 'records' && status !== null && <HealthPill messages={messages} status={status} />}
        </a>
      ))}
      {own.map(([name, path]) => (
        <a href={path} aria-current={section === name ? 'page' : undefined}>
          {messages.site.pages[name]}
        </a>
      ))}
      {work.length > 0 && (
        <a class="consult" href="/reports" aria-current={here === 'consult' ? 'page' : undefined}>
          {messages.site.places.consult}
        </a>
      )}
    </nav>
  );
}

/** The other pages of the place where one is: tabs above the page, or, where they are many, a list beside it. */
export function PlaceMenu({ messages, section, may }: Omit<MenuProps, 'status'>) {
  const place = placeOf(section);
  const pages = place === null ? [] : pagesOf(place, may);
  const isAbove = place === 'consult' && workOf(may).length === 0;
  if (place === null || pages.length < 2 || isAbove) return null;
  const { site } = messages;
  const groups = [...new Set(pages.map(([, , , group]) => group))];
  return (
    <nav class={place === 'records' ? 'place-list' : 'tabs'} aria-label={site.places[place]}>
      {groups.map((group) => (
        <>
          {group !== undefined && <p>{site.groups[group]}</p>}
          <ul>
            {pages
              .filter(([, , , of]) => of === group)
              .map(([name, path]) => (
                <li>
                  <a href={path} aria-current={section === name ? 'page' : undefined}>
                    {site.pages[name]}
                  </a>
                </li>
              ))}
          </ul>
        </>
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
          <a href="/?tab=mine">
            {messages.mentions.title} {mentions > 0 && <span class="count unseen">{mentions}</span>}
          </a>
        )}
        <a href="/reports">{site.places.consult}</a>
        <a href="/me" aria-current={current('me')}>
          {site.me}
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
