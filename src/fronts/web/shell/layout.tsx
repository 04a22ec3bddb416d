import type { PropsWithChildren } from 'hono/jsx';
import type { Person } from '../../../actions/sign-in/index.ts';
import type { Right } from '../../../cases/index.ts';
import type { ServiceStatus } from '../../shared/index.ts';
import { assetUrl } from './assets.ts';
import { HealthAlerts, UntoldAlerts } from './health.tsx';
import { SheetDialog } from './keys-sheet.tsx';
import { LanguageSwitch, Menu, PlaceMenu, UserMenu } from './menu.tsx';
import type { Messages } from './messages.ts';
import type { Section } from './places.ts';

type LayoutProps = PropsWithChildren<{
  readonly messages: Messages;
  readonly title: string;
  readonly section: Section | null;
  readonly person: Person | null;
  readonly company: string;
  readonly sample: boolean;
  readonly status: ServiceStatus | null;
  readonly may: (right: Right) => boolean; // the person who looks
  readonly mentions: number | null; // that they have not seen; null: nobody mentions them
  readonly keys: boolean; // single keys do something
  readonly start: boolean; // somebody's day begins here
  readonly pressing: number; // open cases that cannot wait
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
  mentions,
  keys,
  start,
  pressing,
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
        <title>{`${pressing > 0 ? `(${pressing}) ` : ''}${messages.title(title)}`}</title>
        <link
          rel="icon"
          type="image/svg+xml"
          href={assetUrl(pressing > 0 ? 'komainu-waiting.svg' : 'komainu.svg')}
          data-calm={assetUrl('komainu.svg')}
          data-waiting={assetUrl('komainu-waiting.svg')}
        />
        <link rel="stylesheet" href={assetUrl('app.css')} />
        {person !== null && <script src={assetUrl('htmx.js')} defer />}
        {person !== null && <script src={assetUrl('app.js')} defer />}
      </head>
      <body data-keys={person !== null && keys ? 'on' : undefined} data-sample={sample ? '' : undefined}>
        <a class="skip" href="#main">
          {site.skip}
        </a>
        <header class="chrome">
          {sample && (
            <p class="sample">
              <span>{site.sample}</span> <span class="sample-more">{site.sampleMore}</span>
            </p>
          )}
          <div class="top">
            <a class="brand" href="/">
              <img src={assetUrl('komainu.svg')} alt="" width="28" height="28" />
              <span class="brand-name">{site.name}</span>
              {company !== '' && <span class="brand-company">{company}</span>}
            </a>
            {person !== null && <Menu messages={messages} section={section} status={status} may={may} />}
            {person === null ? (
              <LanguageSwitch messages={messages} here={here} />
            ) : (
              <UserMenu messages={messages} section={section} person={person} mentions={mentions} here={here} />
            )}
          </div>
        </header>
        {status !== null && <HealthAlerts messages={messages} status={status} />}
        {status !== null && start && <UntoldAlerts messages={messages} status={status} />}
        {person === null ? (
          <main id="main">{children}</main>
        ) : (
          <div class="place">
            <PlaceMenu messages={messages} section={section} may={may} />
            <main id="main">{children}</main>
          </div>
        )}
        <footer class="foot">
          <p>
            {site.guard} {person !== null && <a href="/me#sheet-here">{site.keys}</a>}
          </p>
        </footer>
        {person !== null && <SheetDialog messages={messages} />}
      </body>
    </html>
  );
}
