import { DISMISS_REASONS, teaches } from '../../../cases/index.ts';
import { type CaseView, rankOf } from '../../shared/index.ts';
import { Group, More, Note, Radio, Tick } from '../shell/form-components.tsx';
import { first, type Values } from '../shell/form-values.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

interface DismissFormProps {
  readonly messages: Messages;
  readonly view: CaseView;
  readonly values: Values;
  readonly errors: Readonly<Record<string, string>>;
}

/** Why it is no such conduct; folded, which entry was wrong to say so. */
export function DismissForm({ messages, view, values, errors }: DismissFormProps) {
  const say = messages.decide;
  const entries = teaches(view.detail) ? countedEntries(view) : [];
  const written = ['misfires', 'note'].some((name) => first(values, name) !== '');
  return (
    <form method="post" action={`/cases/${view.detail.id}/dismiss`}>
      <Reasons messages={messages} values={values} errors={errors} />
      <More title={say.more} open={written || errors.note !== undefined}>
        {entries.length > 0 && (
          <Group id="dismiss-misfires" title={say.misfires} hint={say.misfiresHint}>
            {entries.map(({ entry, found }, index) => (
              <Tick
                values={values}
                name="misfires"
                value={entry}
                label={`${found}（${entry}）`}
                {...(index === 0 ? { press: 'e' } : {})}
              />
            ))}
          </Group>
        )}
        <Note messages={messages} id="dismiss-note" values={values} errors={errors} />
      </More>
      <p class="confirm">
        <button type="submit" class="button dismissal">
          {say.submitDismiss}
        </button>
      </p>
    </form>
  );
}

/** One a reason, in their order; a tenth has 0. */
const REASON_KEYS = '1234567890';

/** What is no such conduct, to choose one; keys choose it where no other form stands beside it. */
export function Reasons({
  messages,
  id = 'dismiss-reason',
  values,
  errors,
}: Omit<DismissFormProps, 'view'> & { readonly id?: string }) {
  const say = messages.decide;
  return (
    <Group id={id} title={say.reason} need={messages.form.needed} error={errors.reason}>
      {DISMISS_REASONS.map((reason, index) => (
        <Radio
          values={values}
          name="reason"
          value={reason}
          label={say.reasons[reason]}
          {...(id === 'dismiss-reason' ? { press: REASON_KEYS[index]! } : {})}
        />
      ))}
    </Group>
  );
}

const MOST = 12;
const WORDS = 40; // characters

/** Entries that are meant, the strongest first, each with words as far as they may be shown. */
function countedEntries({ mails }: CaseView): { readonly entry: string; readonly found: string }[] {
  const reasons = mails
    .flatMap((mail) => mail.reasons)
    .filter(({ match }) => match.strength !== null)
    .sort((a, b) => rankOf(b) - rankOf(a));
  const byEntry = new Map(reasons.toReversed().map(({ match, words }) => [match.entry, words])); // the strongest wins
  const order = [...new Set(reasons.map(({ match }) => match.entry))].slice(0, MOST);
  return order.map((entry) => ({ entry, found: inertLine(byEntry.get(entry) ?? '', WORDS) }));
}
