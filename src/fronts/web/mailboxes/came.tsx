import { inLanguage } from '../../../util/both-languages.ts';
import type { Clock } from '../shell/clock.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import type { Came } from './props.ts';

/** How far an attempt came, step by step, and what to do where it ended. */
export function CameView({
  messages,
  clock,
  came,
}: {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly came: Came;
}) {
  const { came: say, trouble, well, signedIn: who } = messages.mailboxes;
  const { attempt, signedIn } = came;
  const number = (n: number) => n.toLocaleString(messages.language.code);
  const { reached, signedInMs, folder, sentFolder, folders } = attempt;
  const seconds = (ms: number) => (ms / 1000).toLocaleString(messages.language.code, { maximumFractionDigits: 1 });
  return (
    <section
      class="came"
      role={attempt.trouble === null ? 'status' : 'alert'}
      aria-label={attempt.trouble === null ? well : trouble}
    >
      {attempt.trouble !== null && (
        <p class="alert">
          <strong>{trouble}</strong> {inertLine(inLanguage(attempt.trouble, messages.language.code), 1_000)}
        </p>
      )}
      <ul class="plain came-steps">
        {reached !== null && (
          <Step what={say.reached}>
            {signedInMs === null
              ? ''
              : reached.tls === null
                ? say.plain
                : say.security(
                    reached.tls.replace(/^TLSv/, 'TLS '),
                    reached.certificateUntil === null ? '?' : clock.day(reached.certificateUntil),
                  )}
          </Step>
        )}
        {signedInMs !== null && (
          <Step
            what={signedIn === null ? say.signedIn : who(inertLine(signedIn.who, 254), inertLine(signedIn.reads, 254))}
          >
            {say.seconds(seconds(signedInMs))}
          </Step>
        )}
        {folder !== null && (
          <Step what={say.folder(inertLine(folder.name, 60))}>
            {say.mails(number(folder.mails), folder.newest === null ? null : clock.day(folder.newest))}
          </Step>
        )}
        {folder !== null && sentFolder !== null && <Step what={say.sent(inertLine(sentFolder, 60))}>{''}</Step>}
      </ul>
      {folders.length > 0 && (
        <details class="more">
          <summary>{say.folders(folders.length)}</summary>
          <ul>
            {folders.map(({ path, mails }) => (
              <li>
                {inertLine(path, 100)}{' '}
                <span class="muted">{mails === null ? say.uncounted : say.mails(number(mails), null)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

const Step = ({ what, children }: { readonly what: string; readonly children: string }) => (
  <li>
    <span class="came-mark" aria-hidden="true">
      ✓
    </span>
    <span>{what}</span>
    <span class="muted small">{children}</span>
  </li>
);
