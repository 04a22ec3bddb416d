import { Hono, type MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { AccountError, endOwnSession, Refusal, saveSettings } from '../../actions/index.ts';
import { preferencesOf, usualPreferences } from '../../store/index.ts';
import {
  everyRouteDeclared,
  type FrontDeps,
  headers,
  ownHostsOnly,
  ownPagesOnly,
  smallForms,
  unstored,
} from '../shared/index.ts';
import { ME, mePage } from './account/page.tsx';
import { endOtherSessions, showMe } from './account/route.tsx';
import { exportAudit, showAudit } from './audit/route.tsx';
import { mountCare } from './care/route.tsx';
import { mountCaseFile } from './case-file/route.tsx';
import { exportList } from './case-list/export-route.ts';
import { showPane } from './case-list/pane-route.tsx';
import { queue } from './case-list/route.tsx';
import { mountViews } from './case-list/saved-views-route.tsx';
import { offerFile, offerOriginal, sendFile, sendOriginal } from './cases/attachment-route.tsx';
import { showCase } from './cases/case-page.tsx';
import { recuse, recusedPage } from './cases/recusal.tsx';
import { mountChannels } from './channels/page.tsx';
import { mountComments } from './comments/route.tsx';
import { mountCompany } from './company/page.tsx';
import { mountAnswer } from './consultations/answer-route.tsx';
import { mountCounterparties } from './counterparties/edit-route.tsx';
import { mountDeciding } from './decide/route.ts';
import { dictionaryRoutes } from './dictionary-routes.ts';
import { everybodysRoutes } from './everybodys-routes.ts';
import { mountEvidence } from './evidence/mount.ts';
import { mountFirstSteps } from './first-steps/route.tsx';
import { mountFurther } from './further/routes.ts';
import { mountLetters } from './letters/mount.ts';
import { mountMailboxes } from './mailboxes/page.tsx';
import { measureRoutes } from './measures/routes.ts';
import { movedPages } from './moved.ts';
import { exportNumbers, showNumbers } from './numbers/route.tsx';
import { health, mountStatus } from './operations/status-route.tsx';
import { mountPeople } from './people/page.tsx';
import { onAct } from './shell/acts/route.ts';
import { serveAsset } from './shell/assets.ts';
import { type ErrorPage, errorPage } from './shell/error-page.tsx';
import { guard } from './shell/guard.ts';
import { chooseLanguage, detectLanguage } from './shell/language.ts';
import { messagesOf } from './shell/messages.ts';
import { setLanguage, type WebContext, type WebEnv } from './shell/page.tsx';
import { enterCode, showCode } from './sign-in/code-route.tsx';
import { confirmFactor, renewCodes, startFactor, stopFactor } from './sign-in/factor-route.tsx';
import { comeFromProvider, goToProvider } from './sign-in/provider-route.tsx';
import { showSignIn, signIn, signOut } from './sign-in/route.tsx';
import { showWelcome, welcome } from './sign-in/welcome-route.tsx';
import { mountSpotChecks } from './spot-checks/mount.ts';
import { decideListed, undoListed } from './together/route.tsx';
import { mountWatches } from './watches/route.tsx';

/** The review app. `access.ts` says what each route asks; the guard stands before all that do more than serve a file. */
export function webApp(deps: FrontDeps): Hono<WebEnv> {
  const app = new Hono<WebEnv>();

  app.use(headers(deps.secureCookies), unstored);
  app.get('/assets/:name', serveAsset);
  app.get('/healthz', health(deps)); // before anyone is looked up: it must answer when the store does not
  app.use(ownHostsOnly(deps, (c) => c.text(WRONG_HOST, 421)));
  app.use(detectLanguage);
  app.use(known(deps));
  app.use(ownPagesOnly(deps.url));
  app.use(smallForms((c, files) => errorPage(c as WebContext, deps, files ? 'mailTooLarge' : 'tooLarge')));
  app.use(guard(deps));
  app.use(recuse(deps));

  app.post('/language', chooseLanguage(deps));
  app.get('/sign-in', showSignIn(deps));
  app.post('/sign-in', signIn(deps));
  app.get('/sign-in/code', showCode(deps));
  app.post('/sign-in/code', enterCode(deps));
  app.get('/sign-in/with/:provider', goToProvider(deps));
  app.get('/sign-in/with/:provider/back', comeFromProvider(deps));
  app.post('/sign-out', signOut(deps));
  app.get('/welcome/:token', showWelcome(deps));
  app.post('/welcome/:token', welcome(deps));
  onAct(app, deps, saveSettings, {
    back: `${ME}?saved=1`,
    show: (c, _, tried) => mePage(c, deps, { tried, status: 400 }),
  });
  mountFirstSteps(app, deps);
  app.get('/me', showMe(deps));
  app.post('/account/factor', startFactor(deps));
  app.post('/account/factor/confirm', confirmFactor(deps));
  app.post('/account/factor/off', stopFactor(deps));
  app.post('/account/factor/codes', renewCodes(deps));
  app.post('/account/sessions/end-others', endOtherSessions(deps));
  onAct(app, deps, endOwnSession, { back: ME, show: async (c) => c.notFound() });
  movedPages(app); // before words that take any word
  everybodysRoutes(app, deps);
  mountMailboxes(app, deps);
  mountChannels(app, deps);
  mountCompany(app, deps);
  mountPeople(app, deps);
  app.get('/', queue(deps));
  app.get('/list/pane', showPane(deps));
  app.get('/list/export', exportList(deps));
  app.post('/list/decide', decideListed(deps));
  app.post('/list/undo', undoListed(deps));
  mountViews(app, deps);
  mountStatus(app, deps);
  dictionaryRoutes(app, deps);
  app.get('/numbers', showNumbers(deps));
  app.get('/numbers/export', exportNumbers(deps));
  mountSpotChecks(app, deps);
  app.get('/audit', showAudit(deps));
  app.get('/audit/export', exportAudit(deps));
  app.get('/cases/:id', showCase(deps));
  app.get('/cases/:id/mails/:mail', offerOriginal(deps));
  app.post('/cases/:id/mails/:mail', sendOriginal(deps));
  app.get('/cases/:id/mails/:mail/files/:index', offerFile(deps));
  app.post('/cases/:id/mails/:mail/files/:index', sendFile(deps));
  mountDeciding(app, deps);
  mountAnswer(app, deps);
  mountComments(app, deps);
  mountWatches(app, deps);
  measureRoutes(app, deps);
  mountCare(app, deps);
  mountCaseFile(app, deps);
  mountFurther(app, deps);
  mountCounterparties(app, deps);
  mountEvidence(app, deps);
  mountLetters(app, deps);

  app.notFound((c) => errorPage(c as WebContext, deps, 'notFound'));
  app.onError((error, c) => {
    if (error instanceof Refusal && error.code === 'not-allowed') return errorPage(c as WebContext, deps, 'forbidden');
    if (
      error instanceof Refusal &&
      ['no-such-case', 'no-such-letter', 'no-such-change', 'not-there'].includes(error.code)
    )
      return errorPage(c as WebContext, deps, 'notFound');
    if (error instanceof AccountError && error.code === 'unknown') return errorPage(c as WebContext, deps, 'notFound');
    if (error instanceof Refusal && error.code === 'recused') return recusedPage(c as WebContext, deps);
    const refused = error instanceof HTTPException && error.status === 403;
    if (!refused) deps.log.error({ error: error.name, code: codeOf(error) }, 'a request failed');
    return safely(c as WebContext, deps, refused ? 'crossSite' : 'failed');
  });
  everyRouteDeclared(app);
  return app;
}

/** For whoever set the service up: nobody else reaches it by a name that it does not know. */
const WRONG_HOST = `この名前では応答しません。管理者は設定の web.url か web.hosts に名前を書いてください。
This service does not answer to this name. Write it into web.url or web.hosts of the configuration.
`;

/** Whose request it is, and in which language to answer. */
const known =
  ({ accounts, company, db }: FrontDeps): MiddlewareHandler<WebEnv> =>
  async (c, next) => {
    const language = c.get('language');
    setLanguage(c, language, messagesOf(language), company.timeZone);
    c.set('person', null);
    c.set('preferences', usualPreferences);
    const person = await accounts.person(c.req.raw.headers);
    c.set('person', person);
    if (person !== null) c.set('preferences', await preferencesOf(db, person.id));
    await next();
  };

/** Only a code: the message of an error may quote a mail. */
const codeOf = (error: Error): string => String((error as { code?: unknown }).code ?? 'unknown');

/** The page as a stranger would see it: it asks the store nothing, which may be what failed. */
async function safely(c: WebContext, deps: FrontDeps, page: ErrorPage): Promise<Response> {
  const language = c.get('language') ?? 'ja';
  setLanguage(c, language, messagesOf(language), deps.company.timeZone);
  c.set('person', null);
  c.set('preferences', usualPreferences);
  return errorPage(c, deps, page);
}
