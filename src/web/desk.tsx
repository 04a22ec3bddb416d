import { Hono, type MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { preferencesOf, usualPreferences } from '../store/index.ts';
import { everyRouteDeclared } from './access.ts';
import { serveAsset } from './assets.ts';
import type { DeskDeps } from './deps.ts';
import { entryBook } from './entry-book.ts';
import { guard } from './guard.ts';
import { languageOf, wordsOf } from './language.ts';
import { type DeskContext, type DeskEnv, setLanguage } from './page.tsx';
import { recuse } from './recusal.tsx';
import { endOtherSessions, endOwnSession, showAccount } from './routes/account.tsx';
import { offerFile, offerOriginal, sendFile, sendOriginal } from './routes/attachment.tsx';
import { exportAudit, showAudit } from './routes/audit.tsx';
import { showCase } from './routes/case.tsx';
import { decline, leave, renew, skip, startNext } from './routes/claim.ts';
import { enterCode, showCode } from './routes/code.tsx';
import { approve, dismiss, handOver, reopen } from './routes/decide.ts';
import { showDictionaries } from './routes/dictionaries.tsx';
import { showEntry } from './routes/entry.tsx';
import { confirmFactor, renewCodes, startFactor, stopFactor } from './routes/factor.tsx';
import { handInIncident, handInMail, showIncidentForm, showMailForm } from './routes/hand-in.tsx';
import { holdOrRelease } from './routes/hold.ts';
import { chooseLanguage } from './routes/language.ts';
import { type Mishap, mishapPage } from './routes/mishap.tsx';
import { showMissed } from './routes/missed.tsx';
import { exportNumbers, showNumbers } from './routes/numbers.tsx';
import { retry, showOperations } from './routes/operations.tsx';
import { invitePerson, showPeople } from './routes/people.tsx';
import {
  removePersonFactor,
  resetPerson,
  savePersonRoles,
  showPerson,
  signPersonOut,
  switchPerson,
} from './routes/person.tsx';
import { showPolicy } from './routes/policy.tsx';
import { comeFromProvider, goToProvider } from './routes/provider.tsx';
import { queue } from './routes/queue.tsx';
import { addNote, showReport, showReports } from './routes/reports.tsx';
import { showRest } from './routes/rest.tsx';
import { deleteOwnView, saveOwnView } from './routes/saved-views.tsx';
import { saveSettings, showSettings } from './routes/settings.tsx';
import { showSignIn, signIn, signOut } from './routes/sign-in.tsx';
import { dismissSimilar, showSimilar } from './routes/similar.tsx';
import { health, status, testChannel } from './routes/status.tsx';
import { makeToken, revoke, showTokens } from './routes/tokens.tsx';
import { showTry, tryText } from './routes/try.tsx';
import { showWelcome, welcome } from './routes/welcome.tsx';
import { headers, ownFormsOnly, smallForms, unstored } from './security.ts';

/** The review desk. `access.ts` says what each route asks; the guard stands before all that do more than serve a file. */
export function deskApp(deps: DeskDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const book = entryBook(deps);

  app.use(headers(deps.secureCookies), unstored);
  app.get('/assets/:name', serveAsset);
  app.get('/healthz', health(deps)); // before anyone is looked up: it must answer when the store does not
  app.use(known(deps));
  app.use(ownFormsOnly(deps.url));
  app.use(smallForms((c, mail) => mishapPage(c as DeskContext, deps, mail ? 'mailTooLarge' : 'tooLarge')));
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
  app.get('/settings', showSettings(deps));
  app.post('/settings', saveSettings(deps));
  app.get('/account', showAccount(deps));
  app.post('/account/factor', startFactor(deps));
  app.post('/account/factor/confirm', confirmFactor(deps));
  app.post('/account/factor/off', stopFactor(deps));
  app.post('/account/factor/codes', renewCodes(deps));
  app.post('/account/sessions/end-others', endOtherSessions(deps));
  app.post('/account/sessions/:session/end', endOwnSession(deps));
  app.get('/policy', showPolicy(deps));
  app.get('/hand-in/mail', showMailForm(deps));
  app.post('/hand-in/mail', handInMail(deps));
  app.get('/hand-in/incident', showIncidentForm(deps));
  app.post('/hand-in/incident', handInIncident(deps));
  app.get('/reports', showReports(deps));
  app.get('/reports/:report', showReport(deps));
  app.post('/reports/:report/notes', addNote(deps));
  app.get('/people', showPeople(deps));
  app.post('/people', invitePerson(deps));
  app.get('/people/:id', showPerson(deps));
  app.post('/people/:id/roles', savePersonRoles(deps));
  app.post('/people/:id/active', switchPerson(deps));
  app.post('/people/:id/reset', resetPerson(deps));
  app.post('/people/:id/sign-out', signPersonOut(deps));
  app.post('/people/:id/factor', removePersonFactor(deps));
  app.get('/tokens', showTokens(deps));
  app.post('/tokens', makeToken(deps));
  app.post('/tokens/:id/revoke', revoke(deps));
  app.get('/', queue(deps));
  app.post('/views', saveOwnView(deps));
  app.post('/views/:view/delete', deleteOwnView(deps));
  app.get('/status', status(deps));
  app.post('/status/channels/:name/test', testChannel(deps));
  app.get('/operations', showOperations(deps));
  app.post('/operations/retry', retry(deps));
  app.get('/dictionaries', showDictionaries(deps, book));
  app.get('/dictionaries/try', showTry(deps));
  app.post('/dictionaries/try', tryText(deps));
  app.get('/dictionaries/missed', showMissed(deps));
  app.get('/dictionaries/:id', showEntry(deps, book));
  app.get('/numbers', showNumbers(deps));
  app.get('/numbers/export', exportNumbers(deps));
  app.get('/audit', showAudit(deps));
  app.get('/audit/export', exportAudit(deps));
  app.get('/cases/:id', showCase(deps));
  app.get('/cases/:id/mails/:mail', offerOriginal(deps));
  app.post('/cases/:id/mails/:mail', sendOriginal(deps));
  app.get('/cases/:id/mails/:mail/files/:index', offerFile(deps));
  app.post('/cases/:id/mails/:mail/files/:index', sendFile(deps));
  app.post('/next', startNext(deps));
  app.get('/rest', showRest(deps));
  app.post('/cases/:id/claim', renew(deps));
  app.post('/cases/:id/leave', leave(deps));
  app.post('/cases/:id/skip', skip(deps));
  app.post('/cases/:id/decline', decline(deps));
  app.post('/cases/:id/approve', approve(deps));
  app.post('/cases/:id/dismiss', dismiss(deps));
  app.post('/cases/:id/hand-over', handOver(deps));
  app.post('/cases/:id/reopen', reopen(deps));
  app.post('/cases/:id/hold', holdOrRelease(deps));
  app.get('/cases/:id/similar', showSimilar(deps));
  app.post('/cases/:id/similar', dismissSimilar(deps));

  app.notFound((c) => mishapPage(c as DeskContext, deps, 'notFound'));
  app.onError((error, c) => {
    const refused = error instanceof HTTPException && error.status === 403;
    if (!refused) deps.log.error({ error: error.name, code: codeOf(error) }, 'a request failed');
    return safely(c as DeskContext, deps, refused ? 'crossSite' : 'failed');
  });
  everyRouteDeclared(app);
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
