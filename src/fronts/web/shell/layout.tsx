import type { PropsWithChildren } from 'hono/jsx';
import type { Person } from '../../../actions/sign-in/index.ts';
import { isRole, type Right } from '../../../cases/index.ts';
import type { ServiceStatus } from '../../shared/index.ts';
import { assetUrl } from './assets.ts';
import { HealthAlerts } from './health.tsx';
import { inertLine } from './inert.ts';
import { SheetDialog } from './keys-sheet.tsx';
import { Menu, type Section } from './menu.tsx';
import type { Messages } from './messages.ts';

type LayoutProps = PropsWithChildren<{
  readonly messages: Messages;
  readonly title: string;
  readonly section: Section | null;
  readonly person: Person | null;
  readonly company: string;
  readonly sample: boolean;
  readonly status: ServiceStatus | null;
  readonly may: (right: Right) => boolean; // the person who looks
  readonly keys: boolean; // single keys do something
  readonly here: string;
}>;

/** The frame of every page. */
export function Layout({
  messages,
  title,
  section,
  person,
  company,
  sample,
  status,
  may,
  keys,
  here,
  children,
}: LayoutProps) {
  const { site } = messages;
  return (
    <html lang={messages.language.code}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex, nofollow" />
        <title>{messages.title(title)}</title>
        <link rel="icon" type="image/svg+xml" href={assetUrl('komainu.svg')} />
        <link rel="stylesheet" href={assetUrl('app.css')} />
        {person !== null && <script src={assetUrl('htmx.js')} defer />}
        {person !== null && <script src={assetUrl('app.js')} defer />}
      </head>
      <body data-keys={person !== null && keys ? 'on' : undefined}>
        <a class="skip" href="#main">
          {site.skip}
        </a>
        {sample && <p class="sample">{site.sample}</p>}
        <header class="top">
          <a class="brand" href="/">
            <img src={assetUrl('komainu.svg')} alt="" width="36" height="36" />
            <span class="brand-name">{site.name}</span>
            {company !== '' && <span class="brand-company">{company}</span>}
          </a>
          {person !== null && <Menu messages={messages} section={section} status={status} may={may} />}
          <div class="who">
            {person !== null && (
              <p class="person">
                <a href="/account" aria-current={section === 'account' ? 'page' : undefined}>
                  {inertLine(person.name, 60)}
                </a>
                <span class="roles">
                  {person.roles
                    .filter(isRole)
                    .map((role) => messages.roles[role])
                    .join('・')}
                </span>
              </p>
            )}
            <form method="post" action="/language">
              <input type="hidden" name="back" value={here} />
              <button
                type="submit"
                class="quiet"
                name="language"
                value={messages.language.otherCode}
                lang={messages.language.otherCode}
              >
                {messages.language.other}
              </button>
            </form>
            {person !== null && (
              <form method="post" action="/sign-out">
                <button type="submit" class="quiet">
                  {site.signOut}
                </button>
              </form>
            )}
          </div>
        </header>
        {status !== null && <HealthAlerts messages={messages} status={status} />}
        <main id="main">{children}</main>
        <footer class="foot">
          <p>
            {site.guard} {person !== null && <a href="/settings#sheet-here">{site.keys}</a>}
          </p>
        </footer>
        {person !== null && <SheetDialog messages={messages} />}
      </body>
    </html>
  );
}
