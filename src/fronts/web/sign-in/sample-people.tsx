import type { SamplePeople } from '../../shared/index.ts';
import type { Messages } from '../shell/messages.ts';

interface SamplePeopleProps {
  readonly messages: Messages;
  readonly sample: SamplePeople | null;
  readonly next: string;
}

/** In sample mode: the invented people as whom one may look around, a button each. */
export function SamplePeopleList({ messages, sample, next }: SamplePeopleProps) {
  const { signIn: say, roles: names } = messages;
  if (sample === null) return null;
  return (
    <section class="sample-people" aria-labelledby="sample-people">
      <h2 id="sample-people">{say.samplePeople}</h2>
      <p class="muted small">{say.samplePeopleLead(sample.password)}</p>
      <ul class="providers">
        {sample.people.map(({ name, email, roles }) => (
          <li>
            <form method="post" action="/sign-in">
              <input type="hidden" name="next" value={next} />
              <input type="hidden" name="email" value={email} />
              <input type="hidden" name="password" value={sample.password} />
              <button type="submit" class="button wide">
                {say.sampleAs(name, roles.map((role) => names[role]).join(messages.decide.separator))}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
