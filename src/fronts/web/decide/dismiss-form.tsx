import { DISMISS_REASONS } from '../../../cases/index.ts';
import type { CaseView } from '../../shared/index.ts';
import { Group, Note, Radio, Tick } from '../shell/form-components.tsx';
import type { Values } from '../shell/form-values.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

interface DismissFormProps {
  readonly messages: Messages;
  readonly view: CaseView;
  readonly values: Values;
  readonly errors: Readonly<Record<string, string>>;
}

/** Why it is no such conduct, and which entry was wrong to say so. */
export function DismissForm({ messages, view, values, errors }: DismissFormProps) {
  const say = messages.decide;
  const entries = countedEntries(view);
  return (
    <form method="post" action={`/cases/${view.detail.id}/dismiss`}>
      <div class="form-grid">
        <Reasons messages={messages} values={values} errors={errors} />
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
      </div>
      <Note messages={messages} id="dismiss-note" values={values} errors={errors} />
      <button type="submit" class="button primary">
        {say.submitDismiss}
      </button>
    </form>
  );
}

export function Reasons({ messages, values, errors }: Omit<DismissFormProps, 'view'>) {
  const say = messages.decide;
  return (
    <Group id="dismiss-reason" title={say.reason} need={messages.form.needed} error={errors.reason}>
      {DISMISS_REASONS.map((reason, index) => (
        <Radio values={values} name="reason" value={reason} label={say.reasons[reason]} press={String(index + 1)} />
      ))}
    </Group>
  );
}

const MOST = 12;
const WORDS = 40; // characters

/** Entries that counted, the strongest first, each with words as far as they may be shown. */
function countedEntries({ mails }: CaseView): { readonly entry: string; readonly found: string }[] {
  const reasons = mails
    .flatMap((mail) => mail.reasons)
    .filter(({ match }) => match.points > 0)
    .sort((a, b) => b.match.points - a.match.points);
  const byEntry = new Map(reasons.toReversed().map(({ match, words }) => [match.entry, words])); // the strongest wins
  const order = [...new Set(reasons.map(({ match }) => match.entry))].slice(0, MOST);
  return order.map((entry) => ({ entry, found: inertLine(byEntry.get(entry) ?? '', WORDS) }));
}
