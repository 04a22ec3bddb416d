import type { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import {
  beginInstallation,
  beginMailbox,
  type Connected,
  chooseThresholds,
  connectMailbox,
  type DeclaredAct,
  findMailboxOf,
  finishSignIn,
  goToSignIn,
  PURPOSES,
  pauseSetting,
  resumeSetting,
  SIGN_IN_WAYS,
  steerTrial,
  takeOutSetting,
  takeOverSetting,
  tryMailbox,
  tryPastOf,
} from '../../../actions/index.ts';
import { todayIn } from '../../../response/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { showCompany } from '../company/page.tsx';
import { firstStepsPage } from '../first-steps/route.tsx';
import { statusOf, type Tried } from '../shell/acts/form.tsx';
import { onAct } from '../shell/acts/route.ts';
import { first, type Values } from '../shell/form-values.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { MailboxView } from './mailbox.tsx';
import { MailboxesView } from './overview.tsx';
import type { Came, Draft, SetUp } from './props.ts';
import { Back, GoOn } from './sign-in.tsx';
import { trialOf } from './trial-facts.ts';

const HERE = '/mailboxes';
const COOKIE = 'komainu-mailbox-sign-in'; // sealed: what is known of a sign-in until somebody comes back
const COOKIE_SECONDS = 600;

/** The mailboxes that are read, and the way to one more: connect, trial, begin. */
export function mountMailboxes(app: Hono<WebEnv>, deps: FrontDeps): void {
  const overview = (c: WebContext, _: FrontDeps, tried: Tried) => showOverview(c, deps, tried);
  const connecting = (c: WebContext, _: FrontDeps, tried: Tried) =>
    showDraft(c, deps, draftIn(tried.values), { tried });
  const ofMailbox = (c: WebContext, _: FrontDeps, tried: Tried) =>
    showMailbox(c, deps, first(tried.values, 'name'), { tried });
  app.get(HERE, (c) => show(c, deps));
  onAct(app, deps, findMailboxOf, {
    back: (c, _, found, sent) => showDraft(c, deps, { ...draftIn(sent), found, isLooked: true }, {}),
    show: overview,
  });
  onAct(app, deps, connectMailbox, {
    back: (c, _, done, sent) => showCame(c, deps, done, { act: connectMailbox, sent }, null),
    show: (c, _, tried) => connecting(c, deps, known(tried, 'signIn', SIGN_IN_WAYS)),
    says: ['set-in-file', 'settings-changed'],
  });
  onAct(app, deps, goToSignIn, {
    back: async (c, _, { url, kept }, sent) => {
      setCookie(c, COOKIE, kept, {
        ...{ path: HERE, httpOnly: true, sameSite: 'Lax', secure: deps.secureCookies, maxAge: COOKIE_SECONDS },
      });
      return showSignIn(c, deps, <GoOn messages={c.get('messages')} url={url} values={sent} />);
    },
    show: (c, _, tried) => connecting(c, deps, known(tried, 'provider', ['microsoft', 'google', 'custom'])),
  });
  onAct(app, deps, finishSignIn, {
    back: (c, _, done) =>
      showCame(c, deps, done, null, done.signedIn === null ? null : { who: done.signedIn, reads: done.reads }),
    show: (c, _, tried) => showBack(c, deps, tried),
  });
  onAct(app, deps, tryMailbox, { back: (c, _, done) => showCame(c, deps, done, null, null), show: ofMailbox });
  onAct(app, deps, tryPastOf, { back: `${HERE}?of=:name#trial`, show: ofMailbox });
  onAct(app, deps, steerTrial, { back: `${HERE}?of=:name#trial`, show: ofMailbox });
  onAct(app, deps, chooseThresholds, {
    back: `${HERE}?of=:name&chosen=1#trial`,
    show: ofMailbox,
    says: ['entry-changed'],
  });
  onAct(app, deps, beginMailbox, { back: `${HERE}?of=:name&begun=1`, show: ofMailbox, says: ['set-in-file'] });
  onAct(app, deps, beginInstallation, { back: async (c, _, path) => c.redirect(path, 303), show: overview });
  for (const act of [pauseSetting, resumeSetting, takeOutSetting, takeOverSetting])
    onAct(app, deps, act, {
      back: async (c, _, __, sent) => c.redirect(`${PAGES[first(sent, 'section')] ?? HERE}?saved=1`, 303),
      show: overview,
      read: (values) => ({ name: first(values, 'name') }),
      says: ['set-in-file', 'not-allowed'],
    });
}

/** The page of each section that has rows. */
const PAGES: Readonly<Record<string, string>> = { source: HERE, channel: '/channels' };

async function show(c: WebContext, deps: FrontDeps): Promise<Response> {
  const tab = c.req.query('tab');
  if (tab === 'steps') return firstStepsPage(c, deps);
  if (tab === 'company') return showCompany(c, deps, null);
  if (c.req.query('state') !== undefined) return showBack(c, deps, null);
  const name = c.req.query('of');
  return name === undefined ? showOverview(c, deps, null) : showMailbox(c, deps, name, {});
}

const setUpOf = (c: WebContext, deps: FrontDeps, tried: Tried | null): SetUp => ({
  messages: c.get('messages'),
  clock: c.get('clock'),
  today: todayIn(deps.company.timeZone, deps.now()),
  tried,
  redirect: deps.mailboxes.redirect,
  hasRoom: !deps.sample,
});

const options = (c: WebContext, tried: Tried | null, title = c.get('messages').mailboxes.title) =>
  ({ title, section: 'mailboxes', status: statusOf(tried), here: HERE }) as const;

async function showOverview(c: WebContext, deps: FrontDeps, tried: Tried | null): Promise<Response> {
  const view = (
    <MailboxesView
      {...setUpOf(c, deps, tried)}
      settings={await deps.settings.list()}
      health={(await deps.status()).sources}
      saved={c.req.query('saved') === '1'}
      mayBegin={deps.settings.beginReal !== null}
    />
  );
  return page(c, deps, options(c, tried), view);
}

interface Shown {
  readonly tried?: Tried | null;
  readonly came?: Came | null;
}

/** A form that was taken stands filled in, too, when what it asked for did not come off: that is no error of the page. */
const refused = (tried: Tried | null): Tried | null =>
  tried !== null && (Object.keys(tried.problems).length > 0 || tried.code !== null) ? tried : null;

/** One that is not there yet. */
async function showDraft(
  c: WebContext,
  deps: FrontDeps,
  draft: Draft,
  { tried = null, came = null }: Shown,
): Promise<Response> {
  if (draft.name !== '') return showMailbox(c, deps, draft.name, { tried, came });
  const view = <MailboxView {...setUpOf(c, deps, tried)} draft={draft} came={came} trial={null} begin={null} />;
  return page(c, deps, { ...options(c, refused(tried), c.get('messages').mailboxes.add) }, view);
}

async function showMailbox(
  c: WebContext,
  deps: FrontDeps,
  name: string,
  { tried = null, came = null }: Shown,
): Promise<Response> {
  const all = await deps.settings.list();
  const setting = all.find((one) => one.section === 'source' && one.name === name && one.state !== 'out');
  if (setting === undefined || setting.origin === 'file')
    return tried === null ? c.notFound() : elsewhere(c, deps, tried);
  const setUp = setUpOf(c, deps, tried);
  const value = setting.value as {
    readonly kind: string;
    readonly direction?: 'in' | 'sent' | 'objections';
    readonly user?: string;
    readonly addresses?: readonly string[];
  };
  const purpose = value.kind === 'consult' ? 'consult' : (value.direction ?? 'in');
  const address = value.addresses?.[0] ?? value.user ?? '';
  const draft: Draft = { name, purpose, address, found: null, isLooked: false, there: setting };
  const facts = await trialOf(c, deps, name, purpose);
  const view = (
    <MailboxView
      {...setUp}
      draft={draft}
      came={came}
      trial={facts.trial === null ? null : { ...setUp, ...facts.trial, name }}
      begin={{ ...setUp, setting, ready: facts.ready, isBegun: c.req.query('begun') === '1' }}
    />
  );
  return page(c, deps, options(c, refused(tried), c.get('messages').mailboxes.of(name)), view);
}

/** A form of a mailbox that is not there: what connects one stands as that of a new one. */
const elsewhere = (c: WebContext, deps: FrontDeps, tried: Tried): Promise<Response> =>
  ([connectMailbox, goToSignIn] as readonly DeclaredAct[]).includes(tried.act)
    ? showDraft(c, deps, { ...draftIn(tried.values), name: '' }, { tried })
    : showOverview(c, deps, tried);

/** What came of trying; what was written stands in the form again when it was not taken. */
function showCame(
  c: WebContext,
  deps: FrontDeps,
  { name, attempt }: Connected,
  from: { readonly act: typeof connectMailbox; readonly sent: Values } | null,
  signedIn: Came['signedIn'],
): Promise<Response> {
  const came = { attempt, signedIn };
  const tried =
    from === null || attempt.trouble === null
      ? null
      : { act: from.act, values: from.sent, problems: {}, code: null, reason: null };
  if (attempt.trouble === null || from === null)
    return name === '' ? showDraft(c, deps, NOTHING, { came }) : showMailbox(c, deps, name, { came });
  return showDraft(c, deps, draftIn(from.sent), { tried, came });
}

async function showBack(c: WebContext, deps: FrontDeps, tried: Tried | null): Promise<Response> {
  const kept = getCookie(c, COOKIE) ?? '';
  const given = tried === null ? { state: c.req.query('state') ?? '', code: c.req.query('code') ?? '' } : null;
  return showSignIn(c, deps, <Back {...setUpOf(c, deps, tried)} given={given} kept={kept} />, tried);
}

const showSignIn = (c: WebContext, deps: FrontDeps, view: Parameters<typeof page>[3], tried: Tried | null = null) =>
  page(c, deps, options(c, tried, c.get('messages').mailboxes.add), view);

const NOTHING: Draft = { name: '', purpose: 'in', address: '', found: null, isLooked: false, there: null };

const draftIn = (values: Values): Draft => ({
  ...NOTHING,
  name: first(values, 'name'),
  purpose: PURPOSES.find((one) => one === first(values, 'purpose')) ?? 'in',
  address: first(values, 'address'),
});

/** A form that names none of the ways stands as the first of them. */
const known = (tried: Tried, name: string, of: readonly string[]): Tried =>
  of.includes(first(tried.values, name)) ? tried : { ...tried, values: { ...tried.values, [name]: [of[0]!] } };
