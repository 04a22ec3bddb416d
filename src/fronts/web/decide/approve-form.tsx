import { AFFECTED, CAUSES, HARMS, SEVERITIES } from '../../../cases/index.ts';
import { ACTS, type Act } from '../../../detect/index.ts';
import { Group, LongText, Note, Radio, Tick } from '../shell/form-components.tsx';
import { has, type Values } from '../shell/form-values.ts';
import type { Messages } from '../shell/messages.ts';
import { Ground } from './ground.tsx';

interface ApproveFormProps {
  readonly messages: Messages;
  readonly id: string; // of the case
  readonly assessed: readonly Act[];
  readonly values: Values;
  readonly errors: Readonly<Record<string, string>>;
}

/** What a person found. Only the acts are suggested; every judgement is the person's own tick. */
export function ApproveForm({ messages, id, assessed, values, errors }: ApproveFormProps) {
  const say = messages.decide;
  const near = ACTS.filter((act) => assessed.includes(act) || has(values, 'acts', act));
  const act = (one: Act) => <Tick values={values} name="acts" value={one} label={messages.acts[one]} />;
  return (
    <form method="post" action={`/cases/${id}/approve`}>
      <div class="form-grid">
        <div>
          <Group id="approve-severity" title={say.severity} need={messages.form.needed} error={errors.severity}>
            {SEVERITIES.map((one) => (
              <Radio
                values={values}
                name="severity"
                value={String(one)}
                label={`${one} ${say.severities[one]}`}
                press={String(one)}
              />
            ))}
          </Group>
          <Group id="approve-cause" title={say.ownCause}>
            {CAUSES.map((one) => (
              <Radio values={values} name="ownCause" value={one} label={say.ownCauses[one]} />
            ))}
          </Group>
        </div>
        <div>
          <Group id="approve-acts" title={say.acts} need={messages.form.needed} hint={say.actsHint} error={errors.acts}>
            {near.map(act)}
            <details open={near.length === 0}>
              <summary>{say.otherActs}</summary>
              {ACTS.filter((one) => !near.includes(one)).map(act)}
            </details>
          </Group>
        </div>
        <div>
          <Ground messages={messages} values={values} error={errors.ground} />
        </div>
      </div>
      <div class="form-grid">
        <Group id="approve-affected" title={say.affected}>
          {AFFECTED.map((one) => (
            <Tick values={values} name="affected" value={one} label={say.affectedNames[one]} />
          ))}
        </Group>
        <Group id="approve-harms" title={say.harms}>
          {HARMS.map((one) => (
            <Tick values={values} name="harms" value={one} label={say.harmNames[one]} />
          ))}
        </Group>
        <LongText
          id="approve-missed"
          name="missed"
          label={say.missed}
          hint={say.missedHint}
          values={values}
          error={errors.missed}
          rows={2}
          most={5000}
        />
      </div>
      <Note messages={messages} id="approve-note" values={values} errors={errors} />
      <button type="submit" class="button primary">
        {say.submitApprove}
      </button>
    </form>
  );
}
