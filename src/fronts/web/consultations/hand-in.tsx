import { handIn } from '../../../actions/index.ts';
import { DAY_PARTS } from '../../../cases/index.ts';
import type { Day } from '../../../response/index.ts';
import { isDay } from '../../../util/day.ts';
import { formOf, type Tried } from '../shell/acts/form.tsx';
import { NotDone } from '../shell/components.tsx';
import { Group } from '../shell/form-components.tsx';
import { first } from '../shell/form-values.ts';
import type { Messages } from '../shell/messages.ts';
import { Danger, namesOf } from './ask.tsx';

interface HandInProps {
  readonly messages: Messages;
  readonly today: Day;
  readonly usual: Readonly<Record<string, string>>;
  readonly tried: Tried | null;
  readonly tooMany: boolean; // from this person in a day
  readonly desk: readonly string[]; // names of those at the consultation desk
}

/** Whatever somebody asks for help with, in one form: a mail, or a call, a visit, a post that left none. What belongs to the other is not in sight. */
export function HandInForm(props: HandInProps) {
  const { messages, today, usual, tried, tooMany, desk } = props;
  const { handIn: say, form } = messages;
  const { action, field } = formOf({
    act: handIn,
    say: wordsOf(props),
    among: {
      about: PARTS.map((value) => ({
        value,
        label: value === 'day' ? say.incident.aboutUnknown : say.dayParts[value],
      })),
    },
    ...{ messages, today, usual, tried },
  });
  return (
    <div class="narrow">
      <p class="crumbs">
        <a href="/reports">← {say.back}</a>
      </p>
      <h1>{say.title}</h1>
      <Danger messages={messages} />
      <p class="muted">{say.lead}</p>
      <NotDone of={tried !== null && `${say.wrong} ${tooMany ? say.tooMany : form.wrong}`} />
      <form method="post" action={action} enctype="multipart/form-data" class="card hand-in">
        {field('channel')}
        <div class="of-mail">
          {field('mail')}
          {field('pasted', 5)}
        </div>
        <div class="of-incident">
          <Group id="when-group" title={say.incident.when} need={form.needed} hint={say.incident.whenHint}>
            <div class="when-fields">
              {field('when')}
              {field('time')}
              {field('about')}
            </div>
          </Group>
        </div>
        {field('otherSide')}
        {field('words', 8)}
        <div class="of-incident">{field('files')}</div>
        {field('wish', 3)}
        <Group
          id="confidence"
          title={say.confidence}
          hint={desk.length === 0 ? say.noDesk : say.confidenceHint(namesOf(desk))}
        >
          {desk.length > 0 && field('confidential')}
        </Group>
        <p class="hint">{say.noHarm}</p>
        <button type="submit" class="button primary">
          {say.submit}
        </button>
      </form>
    </div>
  );
}

/** Whether somebody knows it no better than the day first. */
const PARTS = ['day', ...DAY_PARTS.filter((part) => part !== 'day')] as const;

/** What is said of each field; of some that are wrong by what is wrong with them. */
function wordsOf({ messages: { handIn: say, form }, tried }: HandInProps) {
  const again = tried === null ? '' : ` ${say.mail.fileAgain}`;
  const { mail, incident, problems } = say;
  return {
    do: say.submit,
    fields: {
      channel: { label: incident.channel, need: form.needed, options: say.channels, wrong: problems.channel },
      mail: {
        label: mail.file,
        hint: `${mail.fileHint}${again}`,
        wrong: tried?.problems.mail === 'missing' ? problems.noMail : problems.unreadable,
        taken: problems.bothWays,
        tooLong: problems.mailTooLarge,
      },
      pasted: { label: mail.pasted, hint: mail.pastedHint, tooLong: problems.pastedTooLong },
      when: { label: incident.day, wrong: isDay(first(tried?.values ?? {}, 'when')) ? problems.later : problems.when },
      time: { label: incident.time, wrong: problems.when },
      about: { label: incident.about, options: say.dayParts },
      otherSide: { label: say.otherSide, hint: say.otherSideHint },
      words: { label: say.words, hint: say.wordsHint, wrong: problems.words },
      files: { label: incident.files, hint: `${incident.filesHint}${again}`, tooLong: problems.files },
      wish: { label: say.wish, hint: say.wishHint },
      confidential: { label: say.confidential, wrong: say.noDesk },
    },
  };
}
