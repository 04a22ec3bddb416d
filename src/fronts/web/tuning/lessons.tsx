import type { FeedbackWork } from '../../../store/index.ts';
import { dictionaryTabUrl } from '../dictionaries/tabs.ts';
import { Key } from '../shell/form-components.tsx';
import type { Messages } from '../shell/messages.ts';

/** On a decided case: what was marked becomes an entry or an exception. Nothing where nothing waits, or nobody may. */
export function Lessons({
  messages,
  lessons,
}: {
  readonly messages: Messages;
  readonly lessons: readonly FeedbackWork[];
}) {
  const say = messages.tuning;
  const open = lessons.filter(({ handled }) => handled === null);
  if (open.length === 0) return null;
  return (
    <section class="card hold" aria-labelledby="lessons">
      <h2 id="lessons">{say.lessons}</h2>
      <p class="hint">{say.lessonsLead}</p>
      <ul class="plain">
        {open.map(({ id, kind, entry }, index) => (
          <li>
            <a href={dictionaryTabUrl('propose', { feedback: id })} {...(index === 0 ? { 'data-key': 'e' } : {})}>
              {kind === 'misfire' ? say.proposeException : say.proposeEntry}
            </a>{' '}
            {entry !== null && <code>{entry}</code>} {index === 0 && <Key of="e" />}
          </li>
        ))}
      </ul>
    </section>
  );
}
