import type { Handler } from 'hono';
import { mayWith } from '../../../cases/index.ts';
import { findAccount, type OpenInvitation } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { askerOf, askingOf } from '../shell/actor.ts';
import { Field } from '../shell/acts/field.tsx';
import { NotDone } from '../shell/components.tsx';
import { Entrance } from '../shell/entrance.tsx';
import { text } from '../shell/form-values.ts';
import type { Messages } from '../shell/messages.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';

export const showWelcome =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const invitation = await invitationOf(c, deps);
    return invitation === null
      ? gonePage(c, deps)
      : welcomePage(c, deps, invitation, { name: invitation.name, errors: {} });
  };

/** Makes the account, or sets its new password, and signs the person in. */
export const welcome =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const invitation = await invitationOf(c, deps); // asked first, so that only a good link costs a password hash
    if (invitation === null) return gonePage(c, deps);
    const fields = await c.req.parseBody();
    const chosen = {
      name: text(fields.name, 100).trim(),
      password: text(fields.password, 128),
      again: text(fields.again, 128),
    };
    const errors = problemsOf(chosen, c.get('messages'));
    if (Object.keys(errors).length > 0)
      return welcomePage(c, deps, invitation, { name: chosen.name, errors, status: 400 });
    const email = await deps.accounts.accept(tokenOf(c), chosen, askerOf(c, deps));
    if (email === null) return gonePage(c, deps); // someone with the same link was faster
    const result = await deps.accounts.signIn({ email, password: chosen.password }, askingOf(c, deps));
    if (result.kind === 'in' || result.kind === 'code')
      for (const cookie of result.cookies) c.header('set-cookie', cookie, { append: true });
    const roles = invitation.known ? [] : ((await findAccount(deps.db, email))?.roles ?? []);
    const start = mayWith(roles, 'people.manage') ? '/first-steps' : '/';
    return c.redirect(result.kind === 'code' ? '/sign-in/code' : start, 303);
  };

const LEAST = 12; // characters of a password

interface Errors {
  readonly name?: string;
  readonly password?: string;
  readonly again?: string;
}

function problemsOf(
  { name, password, again }: { name: string; password: string; again: string },
  { form }: Messages,
): Errors {
  return {
    ...(name === '' ? { name: form.nameMissing } : {}),
    ...(password.length < LEAST ? { password: form.passwordShort } : {}),
    ...(password !== again ? { again: form.passwordDiffers } : {}),
  };
}

const tokenOf = (c: WebContext): string => c.req.param('token') ?? '';

const invitationOf = (c: WebContext, { accounts, now }: FrontDeps): Promise<OpenInvitation | null> =>
  accounts.invitation(tokenOf(c), now());

function gonePage(c: WebContext, deps: FrontDeps): Promise<Response> {
  const messages = c.get('messages');
  const { gone, goneLead } = messages.welcome;
  return page(
    c,
    deps,
    { title: gone, status: 410, here: '/sign-in' },
    <Entrance messages={messages} title={gone} lead={goneLead} />,
  );
}

function welcomePage(
  c: WebContext,
  deps: FrontDeps,
  { email, known }: OpenInvitation,
  { name, errors, status = 200 }: { readonly name: string; readonly errors: Errors; readonly status?: 200 | 400 },
): Promise<Response> {
  const messages = c.get('messages');
  const say = messages.welcome;
  const title = known ? say.resetTitle : say.title;
  return page(
    c,
    deps,
    { title, status },
    <Entrance messages={messages} title={title} lead={known ? say.resetLead : say.lead}>
      <NotDone of={Object.keys(errors).length > 0 && messages.form.wrong} />
      <form method="post">
        <Field name="email" label={messages.signIn.email} type="email" autocomplete="username" value={email} readonly />
        <Field
          name="name"
          label={say.name}
          hint={say.nameHint}
          type="text"
          autocomplete="name"
          value={name}
          error={errors.name}
          autofocus
        />
        <Field
          name="password"
          label={say.password}
          hint={say.passwordHint}
          type="password"
          autocomplete="new-password"
          error={errors.password}
        />
        <Field name="again" label={say.again} type="password" autocomplete="new-password" error={errors.again} />
        <button type="submit" class="button primary wide">
          {say.submit}
        </button>
      </form>
    </Entrance>,
  );
}
