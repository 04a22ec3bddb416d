import type { PropsWithChildren } from 'hono/jsx';
import type { Person } from '../accounts.ts';
import { assetUrl } from '../assets.ts';
import type { DeskStatus } from '../deps.ts';
import { inertLine } from '../inert.ts';
import { isRole, type Right } from '../rights.ts';
import type { Words } from '../words/ja.ts';
import { HealthAlerts, HealthPill } from './health.tsx';
import { SheetDialog } from './sheet.tsx';

export type Section =
  | 'cases'
  | 'dictionaries'
  | 'numbers'
  | 'status'
  | 'people'
  | 'tokens'
  | 'audit'
  | 'policy'
  | 'settings'
  | 'account';

type LayoutProps = PropsWithChildren<{
  readonly words: Words;
  readonly title: string;
  readonly section: Section | null;
  readonly person: Person | null;
  readonly company: string;
  readonly sample: boolean;
  readonly status: DeskStatus | null;
  readonly may: (right: Right) => boolean; // the person who looks
  readonly keys: boolean; // single keys do something
  readonly here: string;
}>;

/** The frame of every page. */
export function Layout({
  words,
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
  const { site } = words;
  return (
    <html lang={words.language.code}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex, nofollow" />
        <title>{words.title(title)}</title>
        <link rel="icon" type="image/svg+xml" href={assetUrl('komainu.svg')} />
        <link rel="stylesheet" href={assetUrl('desk.css')} />
        {person !== null && <script src={assetUrl('htmx.js')} defer />}
        {person !== null && <script src={assetUrl('desk.js')} defer />}
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
          {person !== null && (
            <nav class="sections" aria-label={site.menu}>
              {may('cases.read') && (
                <a href="/" aria-current={section === 'cases' ? 'page' : undefined}>
                  {site.cases}
                </a>
              )}
              {may('dictionaries.read') && (
                <a href="/dictionaries" aria-current={section === 'dictionaries' ? 'page' : undefined}>
                  {site.dictionaries}
                </a>
              )}
              {may('numbers.read') && (
                <a href="/numbers" aria-current={section === 'numbers' ? 'page' : undefined}>
                  {site.numbers}
                </a>
              )}
              {may('status.read') && (
                <a href="/status" aria-current={section === 'status' ? 'page' : undefined}>
                  {site.status}
                  {status !== null && <HealthPill words={words} status={status} />}
                </a>
              )}
              {may('people.manage') && (
                <a href="/people" aria-current={section === 'people' ? 'page' : undefined}>
                  {site.people}
                </a>
              )}
              {may('tokens.manage') && (
                <a href="/tokens" aria-current={section === 'tokens' ? 'page' : undefined}>
                  {site.tokens}
                </a>
              )}
              {may('audit.read') && (
                <a href="/audit" aria-current={section === 'audit' ? 'page' : undefined}>
                  {site.audit}
                </a>
              )}
              <a href="/policy" aria-current={section === 'policy' ? 'page' : undefined}>
                {site.policy}
              </a>
              <a href="/settings" aria-current={section === 'settings' ? 'page' : undefined}>
                {site.settings}
              </a>
            </nav>
          )}
          <div class="who">
            {person !== null && (
              <p class="person">
                <a href="/account" aria-current={section === 'account' ? 'page' : undefined}>
                  {inertLine(person.name, 60)}
                </a>
                <span class="roles">
                  {person.roles
                    .filter(isRole)
                    .map((role) => words.roles[role])
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
                value={words.language.otherCode}
                lang={words.language.otherCode}
              >
                {words.language.other}
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
        {status !== null && <HealthAlerts words={words} status={status} />}
        <main id="main">{children}</main>
        <footer class="foot">
          <p>
            {site.guard} {person !== null && <a href="/settings#sheet-here">{site.keys}</a>}
          </p>
        </footer>
        {person !== null && <SheetDialog words={words} />}
      </body>
    </html>
  );
}
