import { finishSignIn } from '../../../actions/index.ts';
import { ActForm } from '../shell/acts/form.tsx';
import { first, type Values } from '../shell/form-values.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import type { SetUp } from './props.ts';

/** A link and no form: browsers do not let a form lead to another site than its own. */
export function GoOn({
  messages,
  url,
  values,
}: {
  readonly messages: Messages;
  readonly url: string;
  readonly values: Values;
}) {
  const { go: say } = messages.mailboxes;
  const provider = first(values, 'provider') as keyof typeof say.link;
  return (
    <div class="narrow card">
      <h1>{say.title}</h1>
      <p>{say.lead(inertLine(first(values, 'user'), 254))}</p>
      <p>
        <a class="button primary" href={url} rel="noreferrer">
          {say.link[provider]}
        </a>
      </p>
    </div>
  );
}

interface BackProps extends SetUp {
  readonly given: { readonly state: string; readonly code: string } | null; // null: it was not taken
  readonly kept: string;
}

/** Somebody is back from a provider. Nothing is done before they press: whoever leads them here by a link does nothing. */
export function Back(props: BackProps) {
  const { messages, given, kept, tried } = props;
  const { mailboxes: say } = messages;
  return (
    <div class="narrow card">
      <h1>{say.go.title}</h1>
      {tried !== null && (
        <p class="alert" role="alert" id="state-error">
          {say.back.fields.state.wrong}
        </p>
      )}
      {given !== null && given.code === '' && <p class="alert">{say.backRefused}</p>}
      {given !== null && given.code !== '' && (
        <ActForm
          {...props}
          act={finishSignIn}
          say={{ ...say.back, lead: say.backLead }}
          at={{ ...given, kept }}
          look="primary"
        />
      )}
      <p>
        <a href="/mailboxes">← {say.title}</a>
      </p>
    </div>
  );
}
