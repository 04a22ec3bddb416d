import type { FactorSetUp } from '../../../actions/sign-in/index.ts';
import { Field } from '../shell/acts/field.tsx';
import { NotDone } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { QrCode } from './qr.tsx';

/** The second factor on the page of one's own account: on or off, each with the password. */
export function FactorSection({
  messages,
  email,
  on,
  error,
}: {
  readonly messages: Messages;
  readonly email: string; // so that a keeper of passwords knows whose it is
  readonly on: boolean;
  readonly error: string | null;
}) {
  const say = messages.factor;
  return (
    <section class="card" aria-labelledby="factor">
      <h2 id="factor">{say.title}</h2>
      <p class="muted">{on ? say.onLead : say.offLead}</p>
      <NotDone of={error} />
      <form method="post" action="/account/factor">
        <div hidden>
          <input type="text" name="username" autocomplete="username" value={email} readonly />
        </div>
        <Field name="password" label={messages.signIn.password} type="password" autocomplete="current-password" />
        <div class="buttons">
          {on ? (
            <>
              <button type="submit" class="button" formaction="/account/factor/codes">
                {say.renew}
              </button>
              <button type="submit" class="button" formaction="/account/factor/off">
                {say.stop}
              </button>
            </>
          ) : (
            <button type="submit" class="button">
              {say.start}
            </button>
          )}
        </div>
      </form>
    </section>
  );
}

/** Shown once: the secret for the app, and the codes for the day it is lost. */
export function FactorSetUpView({ messages, setUp }: { readonly messages: Messages; readonly setUp: FactorSetUp }) {
  const say = messages.factor;
  const secret = new URL(setUp.uri).searchParams.get('secret') ?? '';
  return (
    <div class="narrow">
      <h1>{say.setUpTitle}</h1>
      <section class="card">
        <h2>{say.scan}</h2>
        <p>{say.scanLead}</p>
        <QrCode text={setUp.uri} label={say.qr} />
        <p>
          {say.byHand} <code>{secret.match(/.{1,4}/g)?.join(' ')}</code>
        </p>
      </section>
      <BackupCodes messages={messages} codes={setUp.backupCodes} />
      <Confirm messages={messages} error={null} />
    </div>
  );
}

export function BackupCodes({ messages, codes }: { readonly messages: Messages; readonly codes: readonly string[] }) {
  const say = messages.factor;
  return (
    <section class="card" aria-labelledby="codes">
      <h2 id="codes">{say.codes}</h2>
      <p>{say.codesLead}</p>
      <ul class="codes">
        {codes.map((code) => (
          <li>
            <code>{inertLine(code, 40)}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The app is set up once a code of it was given. */
export function Confirm({ messages, error }: { readonly messages: Messages; readonly error: string | null }) {
  const say = messages.factor;
  return (
    <section class="card">
      <h2>{say.confirm}</h2>
      <form method="post" action="/account/factor/confirm">
        <Field
          name="code"
          label={say.code}
          hint={say.confirmHint}
          type="text"
          autocomplete="one-time-code"
          error={error ?? undefined}
        />
        <div class="buttons">
          <button type="submit" class="button primary">
            {say.finish}
          </button>
        </div>
      </form>
    </section>
  );
}
