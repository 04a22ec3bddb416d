import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

interface WhoCanProps {
  readonly messages: Messages;
  readonly people: readonly { readonly name: string }[]; // who could be the second person, beside whoever looks
  readonly mayInvite: boolean; // whoever looks looks after accounts
}

/** Whom to ask, or, where there is nobody, how somebody becomes the second person: no dead end. */
export function WhoCan({ messages: { secondPerson: say }, people, mayInvite }: WhoCanProps) {
  if (people.length > 0) return <p>{say.ask(people.map(({ name }) => inertLine(name, 60)).join(say.separator))}</p>;
  return (
    <p class="alert">
      {say.nobody} {mayInvite ? <a href="/people">{say.invite}</a> : say.askAdmin}
    </p>
  );
}
