import { renewInvitation, revokeInvitation } from '../../../actions/index.ts';
import type { UnusedInvitation } from '../../../store/index.ts';
import { ActForm } from '../shell/acts/form.tsx';
import { Columns, Scroll } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import type { CardProps } from './props.ts';
import { roleNames } from './role-words.ts';

/** Shown once: nobody can look it up again. The button is there where a script can copy; the text can be selected anyway. */
export function OneTimeLink({
  messages,
  name,
  url,
}: {
  readonly messages: Messages;
  readonly name: string;
  readonly url: string;
}) {
  const say = messages.people;
  return (
    <section class="card" role="status">
      <h2>{say.link(inertLine(name, 60))}</h2>
      <p>{say.linkLead}</p>
      <label class="visually-hidden" for="link">
        {say.linkLabel}
      </label>
      <div class="copy-line">
        <input id="link" value={url} readonly autocomplete="off" />
        <button type="button" class="button" data-copy="link" data-copied={say.copied} hidden>
          {say.copy}
        </button>
      </div>
    </section>
  );
}

type UnusedProps = CardProps & { readonly invitations: readonly UnusedInvitation[] };

/** Links that were made and not used: each can be made anew or ended. */
export function UnusedLinks({ clock, now, invitations, ...common }: UnusedProps) {
  if (invitations.length === 0) return null;
  const { messages } = common;
  const say = messages.people;
  return (
    <section>
      <h2>{say.unused}</h2>
      <p class="muted">{say.unusedLead}</p>
      <Scroll card label={say.unused}>
        <table>
          <Columns of={[say.name, say.email, say.roles, say.linkKind, say.until, say.acts]} />
          <tbody>
            {invitations.map(({ id, name, email, roles, known, expiresAt }) => (
              <tr>
                <th scope="row">{inertLine(name || email, 60)}</th>
                <td>{inertLine(email)}</td>
                <td>{roleNames(messages, roles)}</td>
                <td>{known ? say.kindReset : say.kindInvite}</td>
                <td>
                  {expiresAt <= now ? (
                    <span class="pill pill-bad">{say.over}</span>
                  ) : (
                    <time datetime={expiresAt.toISOString()}>{clock.date(expiresAt)}</time>
                  )}
                </td>
                <td>
                  <div class="row-acts">
                    <ActForm
                      {...common}
                      act={renewInvitation}
                      say={say.renew}
                      at={{ invitation: id }}
                      called={say.renewOf(inertLine(name || email, 60))}
                    />
                    <ActForm
                      {...common}
                      act={revokeInvitation}
                      say={say.revoke}
                      at={{ invitation: id }}
                      called={say.revokeOf(inertLine(name || email, 60))}
                    />
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
