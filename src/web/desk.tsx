import { Hono, type MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { preferencesOf, usualPreferences } from '../store/index.ts';
import { serveAsset } from './assets.ts';
import type { DeskDeps } from './deps.ts';
import { languageOf, wordsOf } from './language.ts';
import { can, type DeskContext, type DeskEnv, setLanguage } from './page.tsx';
import type { Right } from './rights.ts';
import { offerFile, offerOriginal, sendFile, sendOriginal } from './routes/attachment.tsx';
import { showCase } from './routes/case.tsx';
import { leave, renew, skip, startNext } from './routes/claim.ts';
import { approve, dismiss, handOver, reopen } from './routes/decide.ts';
import { chooseLanguage } from './routes/language.ts';
import { type Mishap, mishapPage } from './routes/mishap.tsx';
import { queue } from './routes/queue.tsx';
import { saveSettings, showSettings } from './routes/settings.tsx';
import { showSignIn, signIn, signOut } from './routes/sign-in.tsx';
import { dismissSimilar, showSimilar } from './routes/similar.tsx';
import { health, status, testChannel } from './routes/status.tsx';
import { showWelcome, welcome } from './routes/welcome.tsx';
import { headers, ownFormsOnly, smallForms, unstored } from './security.ts';

/** The review desk. Routes above `signedIn` are all that a stranger reaches; each route below names the right it needs. */
export function deskApp(deps: DeskDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const may = rightOf(deps);

  app.use(headers(deps.secureCookies), unstored);
  app.get('/assets/:name', serveAsset);
  app.get('/healthz', health(deps));
  app.use(known(deps));
  app.use(ownFormsOnly(deps.url));
  app.use(smallForms((c) => mishapPage(c as DeskContext, deps, 'tooLarge')));
  app.post('/language', chooseLanguage(deps));
  app.get('/sign-in', showSignIn(deps));
  app.post('/sign-in', signIn(deps));
  app.get('/welcome/:token', showWelcome(deps));
  app.post('/welcome/:token', welcome(deps));

  app.use(signedIn);
  app.post('/sign-out', signOut(deps));
  app.get('/settings', showSettings(deps));
  app.post('/settings', saveSettings(deps));
  app.get('/', home);
  app.get('/', may('cases.read'), queue(deps));
  app.get('/status', may('status.read'), status(deps));
  app.post('/status/channels/:name/test', may('channels.test'), testChannel(deps));
  app.get('/cases/:id', may('cases.read'), showCase(deps));
  app.get('/cases/:id/mails/:mail', may('cases.read'), offerOriginal(deps));
  app.post('/cases/:id/mails/:mail', may('cases.read'), sendOriginal(deps));
  app.get('/cases/:id/mails/:mail/files/:index', may('cases.read'), offerFile(deps));
  app.post('/cases/:id/mails/:mail/files/:index', may('cases.read'), sendFile(deps));
  app.post('/next', may('cases.decide'), startNext(deps));
  app.post('/cases/:id/claim', may('cases.decide'), renew(deps));
  app.post('/cases/:id/leave', may('cases.decide'), leave(deps));
  app.post('/cases/:id/skip', may('cases.decide'), skip(deps));
  app.post('/cases/:id/approve', may('cases.decide'), approve(deps));
  app.post('/cases/:id/dismiss', may('cases.decide'), dismiss(deps));
  app.post('/cases/:id/hand-over', may('cases.decide'), handOver(deps));
  app.post('/cases/:id/reopen', may('cases.decide'), reopen(deps));
  app.get('/cases/:id/similar', may('cases.decide'), showSimilar(deps));
  app.post('/cases/:id/similar', may('cases.decide'), dismissSimilar(deps));

  app.notFound((c) => mishapPage(c as DeskContext, deps, 'notFound'));
  app.onError((error, c) => {
    const refused = error instanceof HTTPException && error.status === 403;
    if (!refused) deps.log.error({ error: error.name, code: codeOf(error) }, 'a request failed');
    return safely(c as DeskContext, deps, refused ? 'crossSite' : 'failed');
  });
  return app;
}

/** Whose request it is, and in which language to answer. */
const known =
  ({ accounts, company, db }: DeskDeps): MiddlewareHandler<DeskEnv> =>
  async (c, next) => {
    const language = languageOf(c);
    setLanguage(c, language, wordsOf(language), company.timeZone);
    c.set('person', null);
    c.set('preferences', usualPreferences);
    const person = await accounts.person(c.req.raw.headers);
    c.set('person', person);
    if (person !== null) c.set('preferences', await preferencesOf(db, person.id));
    await next();
  };

/** Everybody else is sent to the sign-in page, and back to where they wanted to go. */
const signedIn: MiddlewareHandler<DeskEnv> = async (c, next) => {
  if (c.get('person') !== null) return next();
  const url = new URL(c.req.url);
  const to =
    c.req.method === 'GET' && url.pathname !== '/'
      ? `?${new URLSearchParams({ next: url.pathname + url.search })}`
      : '';
  if (c.req.header('hx-request') === 'true') return c.body(null, 401, { 'hx-redirect': '/sign-in' }); // the list of a session that ended
  return c.redirect(`/sign-in${to}`, 303);
};

/** Who may not read cases starts at the state of the service. */
const home: MiddlewareHandler<DeskEnv> = async (c, next) =>
  can(c, 'cases.read') || !can(c, 'status.read') ? next() : c.redirect('/status', 303);

const rightOf =
  (deps: DeskDeps) =>
  (right: Right): MiddlewareHandler<DeskEnv> =>
  async (c, next) =>
    can(c, right) ? next() : mishapPage(c, deps, 'forbidden');

/** Only a code: the message of an error may quote a mail. */
const codeOf = (error: Error): string => String((error as { code?: unknown }).code ?? 'unknown');

/** The page as a stranger would see it: it asks the store nothing, which may be what failed. */
async function safely(c: DeskContext, deps: DeskDeps, mishap: Mishap): Promise<Response> {
  const language = c.get('language') ?? 'ja';
  setLanguage(c, language, wordsOf(language), deps.company.timeZone);
  c.set('person', null);
  c.set('preferences', usualPreferences);
  return mishapPage(c, deps, mishap);
}
