import { CHANNELS, DAY_PARTS } from '../../../cases/index.ts';
import { Field } from '../shell/acts/field.tsx';
import { Choice } from '../shell/choice.tsx';
import { FileField, Group, LongText, Radio, Tick } from '../shell/form-components.tsx';
import { first, type Values } from '../shell/form-values.ts';
import type { Messages } from '../shell/messages.ts';
import { Danger, namesOf } from './ask.tsx';
import { type Errors, MOST } from './form.ts';

interface HandInProps {
  readonly messages: Messages;
  readonly values: Values;
  readonly errors: Errors;
  readonly desk: readonly string[]; // names of those at the consultation desk
}

/** Whatever somebody asks for help with, in one form: a mail, or a call, a visit, a post that left none. What belongs to the other is not in sight. */
export function HandInForm(props: HandInProps) {
  const { messages, values, errors, desk } = props;
  const say = messages.handIn;
  const wrong = Object.values(errors);
  const again = wrong.length > 0 ? ` ${say.mail.fileAgain}` : '';
  return (
    <div class="narrow">
      <p class="crumbs">
        <a href="/reports">← {say.back}</a>
      </p>
      <h1>{say.title}</h1>
      <Danger messages={messages} />
      <p class="muted">{say.lead}</p>
      {wrong.length > 0 && (
        <p class="alert" role="alert">
          {say.wrong} {wrong.join(' ')}
        </p>
      )}
      <form method="post" action="/hand-in/mail" enctype="multipart/form-data" class="card hand-in">
        <Group id="channel" title={say.incident.channel} need={messages.form.needed} error={errors.channel}>
          {CHANNELS.map((channel) => (
            <Radio values={values} name="channel" value={channel} label={say.channels[channel]} />
          ))}
        </Group>
        <div class="of-mail">
          <FileField
            id="mail"
            label={say.mail.file}
            hint={`${say.mail.fileHint}${again}`}
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
        </div>
        <div class="of-incident">
          <When {...props} />
        </div>
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
          label={say.words}
          hint={say.wordsHint}
          values={values}
          error={errors.words}
          rows={8}
          most={MOST.words}
        />
        <div class="of-incident">
          <FileField
            id="files"
            label={say.incident.files}
            hint={`${say.incident.filesHint}${again}`}
            error={errors.files}
            multiple
          />
        </div>
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
      </form>
    </div>
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
