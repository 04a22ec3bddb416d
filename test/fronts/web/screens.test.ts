import { it } from 'vitest';
import { mayWith, ROLES } from '../../../src/cases/index.ts';
import { type Access, accessOf, type FrontDeps, isRoute } from '../../../src/fronts/shared/index.ts';
import { webApp } from '../../../src/fronts/web/index.ts';
import { isMoved } from '../../../src/fronts/web/moved.ts';
import { anything } from '../../contracts/anything.ts';
import { expectLines } from '../../contracts/lines.ts';

/** What is read, but is no page of its own: files and the words that stand before one, and a part of a page. */
const NO_SCREEN =
  /\/export$|^\/letter-templates\/:kind\/:language$|\/mails\/:mail(\/|$)|\/stamp-request$|\/stamps\/:stamp$|^\/list\/pane$/;

const lets = (access: Access | null, roles: readonly string[]): boolean =>
  access === 'account' || (access !== null && access !== 'anyone' && mayWith(roles, access));

/** Addresses that somebody with these roles can stand at: without sign-in, files, and old addresses that lead on. Tabs are none. */
const screensOf = (roles: readonly string[]): string[] =>
  webApp(anything<FrontDeps>())
    .routes.filter((route) => route.method === 'GET' && isRoute(route) && lets(accessOf(route), roles))
    .map(({ path }) => path)
    .filter((path) => !isMoved(path) && !NO_SCREEN.test(path));

const WHO = [...ROLES.map((role) => [role]), ['lead', 'admin'], [...ROLES]];

it('screens, by who meets them', async () => {
  const screens = [...new Set(screensOf(ROLES))];
  await expectLines('screens.txt', [
    ...WHO.map(
      (roles) =>
        `${roles.length === ROLES.length ? 'everything' : roles.join(' and ')}: ${new Set(screensOf(roles)).size}`,
    ),
    ...screens.map((path) => `${path} ${ROLES.filter((role) => screensOf([role]).includes(path)).join(' ')}`),
  ]);
});
