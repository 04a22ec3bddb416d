import type { PropsWithChildren } from 'hono/jsx';
import { namesOf } from '../policy/view.tsx';
import { Field } from '../shell/entrance.tsx';
import { FieldError, Group, LongText, Radio, Tick } from '../shell/form-components.tsx';
import { first, type Values } from '../shell/form-values.ts';
import type { Messages } from '../shell/messages.ts';
import { type Errors, INCIDENTS, MOST } from './form.ts';

interface HandInProps {
  readonly messages: Messages;
  readonly values: Values;
  readonly errors: Errors;
  readonly desk: readonly string[]; // names of those at the consultation desk
}

/** A mail, as a file or pasted, with whatever its reader wants to say to it. */
export function MailForm(props: HandInProps) {
  const { messages, values, errors } = props;
  const say = messages.handIn;
  const returned = Object.keys(errors).length > 0;
  return (
    <Frame {...props} kind="mail">
      <form method="post" enctype="multipart/form-data" class="card">
        <div class="field">
          <label for="mail">{say.mail.file}</label>
          <p class="hint" id="mail-hint">
            {say.mail.fileHint} {returned && say.mail.fileAgain}
          </p>
          <FieldError id="mail" error={errors.mail} />
          <input
            id="mail"
            name="mail"
            type="file"
            accept=".eml,message/rfc822"
            aria-describedby={errors.mail === undefined ? 'mail-hint' : 'mail-hint mail-error'}
            aria-invalid={errors.mail !== undefined}
          />
        </div>
        <LongText
          id="pasted"
          name="pasted"
          label={say.mail.pasted}
          hint={say.mail.pastedHint}
          values={values}
          error={errors.pasted}
          rows={5}
          most={MOST.pasted}
        />
        <Common {...props} wordsLabel={say.mail.words} wordsHint={say.mail.wordsHint} />
      </form>
    </Frame>
  );
}

/** A call, a visit, a post: whatever left no mail. */
export function IncidentForm(props: HandInProps) {
  const { messages, values, errors } = props;
  const say = messages.handIn;
  return (
    <Frame {...props} kind="incident">
      <form method="post" class="card">
        <Group id="channel" title={say.incident.channel} error={errors.channel}>
          {INCIDENTS.map((channel) => (
            <Radio values={values} name="channel" value={channel} label={say.channels[channel]} />
          ))}
        </Group>
        <Field
          name="when"
          label={say.incident.when}
          hint={say.incident.whenHint}
          type="datetime-local"
          value={first(values, 'when')}
          error={errors.when}
        />
        <Common {...props} wordsLabel={say.incident.words} wordsHint={say.incident.wordsHint} />
      </form>
    </Frame>
  );
}

function Frame({
  messages: { handIn: say },
  errors,
  kind,
  children,
}: PropsWithChildren<HandInProps & { readonly kind: 'mail' | 'incident' }>) {
  const wrong = Object.values(errors);
  return (
    <div class="narrow">
      <p class="crumbs">
        <a href="/policy">← {say.back}</a>
      </p>
      <h1>{say[kind].title}</h1>
      <p class="muted">
        {say[kind].lead} <a href={kind === 'mail' ? '/hand-in/incident' : '/hand-in/mail'}>{say[kind].other}</a>
      </p>
      {wrong.length > 0 && (
        <p class="alert" role="alert">
          {say.wrong} {wrong.join(' ')}
        </p>
      )}
      {children}
    </div>
  );
}

function Common({
  messages,
  values,
  errors,
  desk,
  wordsLabel,
  wordsHint,
}: HandInProps & { readonly wordsLabel: string; readonly wordsHint: string }) {
  const say = messages.handIn;
  return (
    <>
      <Field
        name="otherSide"
        label={say.otherSide}
        hint={say.otherSideHint}
        type="text"
        autocomplete="off"
        most={MOST.otherSide}
        value={first(values, 'otherSide')}
        error={errors.otherSide}
      />
      <LongText
        id="words"
        name="words"
        label={wordsLabel}
        hint={wordsHint}
        values={values}
        error={errors.messages}
        rows={8}
        most={MOST.words}
      />
      <LongText
        id="wish"
        name="wish"
        label={say.wish}
        hint={say.wishHint}
        values={values}
        error={errors.wish}
        rows={3}
        most={MOST.wish}
      />
      <Group
        id="confidence"
        title={say.confidence}
        hint={desk.length === 0 ? say.noDesk : say.confidenceHint(namesOf(desk))}
        error={errors.confidential}
      >
        {desk.length > 0 && <Tick values={values} name="confidential" value="1" label={say.confidential} />}
      </Group>
      <p class="hint">{say.noHarm}</p>
      <button type="submit" class="button primary">
        {say.submit}
      </button>
    </>
  );
}
