import type { PropsWithChildren } from 'hono/jsx';
import { DAY_PARTS } from '../../../cases/index.ts';
import { Field } from '../shell/acts/field.tsx';
import { Choice } from '../shell/choice.tsx';
import { FileField, Group, LongText, Radio, Tick } from '../shell/form-components.tsx';
import { first, type Values } from '../shell/form-values.ts';
import type { Messages } from '../shell/messages.ts';
import { Danger, HAND_INS, type HandInKind, handInUrl, namesOf } from './ask.tsx';
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
      <form method="post" action="/hand-in/mail" enctype="multipart/form-data" class="card">
        <FileField
          id="mail"
          label={say.mail.file}
          hint={`${say.mail.fileHint}${returned ? ` ${say.mail.fileAgain}` : ''}`}
          error={errors.mail}
          accept=".eml,message/rfc822"
        />
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
      <form method="post" action="/hand-in/incident" enctype="multipart/form-data" class="card">
        <Group id="channel" title={say.incident.channel} need={messages.form.needed} error={errors.channel}>
          {INCIDENTS.map((channel) => (
            <Radio values={values} name="channel" value={channel} label={say.channels[channel]} />
          ))}
        </Group>
        <When {...props} />
        <Common
          {...props}
          need={messages.form.needed}
          wordsLabel={say.incident.words}
          wordsHint={say.incident.wordsHint}
        >
          <FileField
            id="files"
            label={say.incident.files}
            hint={`${say.incident.filesHint}${Object.keys(errors).length > 0 ? ` ${say.mail.fileAgain}` : ''}`}
            error={errors.files}
            multiple
          />
        </Common>
      </form>
    </Frame>
  );
}

/** The day, and as much of the hour as somebody remembers. */
function When({ messages, values, errors }: HandInProps) {
  const { handIn: say } = messages;
  const [day, time] = first(values, 'when').split('T');
  return (
    <Group
      id="when-group"
      title={say.incident.when}
      need={messages.form.needed}
      hint={say.incident.whenHint}
      error={undefined}
    >
      <div class="when-fields">
        <Field name="when" label={say.incident.day} type="date" value={day ?? ''} error={errors.when} />
        <Field name="time" label={say.incident.time} type="time" value={time ?? first(values, 'time')} />
        <Choice
          name="about"
          label={say.incident.about}
          any={say.incident.aboutUnknown}
          value={first(values, 'about')}
          options={DAY_PARTS.filter((part) => part !== 'day').map((part) => [part, say.dayParts[part]])}
        />
      </div>
    </Group>
  );
}

function Frame({ messages, errors, kind, children }: PropsWithChildren<HandInProps & { readonly kind: HandInKind }>) {
  const { handIn: say } = messages;
  const wrong = Object.values(errors);
  return (
    <div class="narrow">
      <p class="crumbs">
        <a href="/reports">← {say.back}</a>
      </p>
      <h1>{say.title}</h1>
      <nav class="tabs" aria-label={say.kinds}>
        <ul>
          {HAND_INS.map((one) => (
            <li>
              <a href={handInUrl(one)} aria-current={one === kind ? 'page' : undefined}>
                {say[one].tab}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Danger messages={messages} />
      <p class="muted">{say[kind].lead}</p>
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
  need,
  children,
}: PropsWithChildren<
  HandInProps & { readonly wordsLabel: string; readonly wordsHint: string; readonly need?: string }
>) {
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
        {...(need === undefined ? {} : { need })}
        hint={wordsHint}
        values={values}
        error={errors.words}
        rows={8}
        most={MOST.words}
      />
      {children}
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
