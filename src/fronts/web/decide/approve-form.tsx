import { AFFECTED, CAUSES, HARMS, SEVERITIES, type Severity } from '../../../cases/index.ts';
import { ACTS, type Act } from '../../../detect/index.ts';
import type { Policy } from '../../../policy/index.ts';
import { ACT_READINGS } from '../../shared/index.ts';
import { Group, Key, LongText, More, Note, Radio, Tick } from '../shell/form-components.tsx';
import { first, has, type Values } from '../shell/form-values.ts';
import type { Messages } from '../shell/messages.ts';
import { Ground } from './ground.tsx';

interface ApproveFormProps {
  readonly messages: Messages;
  readonly id: string; // of the case
  readonly assessed: readonly Act[];
  readonly proposed: Severity | null;
  readonly policy: Policy;
  readonly teaches: boolean; // dictionaries may learn from what is decided
  readonly values: Values;
  readonly errors: Readonly<Record<string, string>>;
}

/**
 * What a person found. The acts are suggested, and a severity is proposed, which the button names that confirms it; every other
 * judgement is the person's own tick. What is needed comes first, the rest is folded.
 */
export function ApproveForm(props: ApproveFormProps) {
  const { messages, id, policy, proposed, values, errors } = props;
  const say = messages.decide;
  return (
    <form method="post" action={`/cases/${id}/approve`}>
      <Ground messages={messages} policy={policy} values={values} error={errors.ground} />
      <SeverityGroup {...props} />
      <ActsGroup {...props} />
      <Optional {...props} />
      <p class="confirm">
        {proposed === null ? (
          <button type="submit" class="button primary">
            {say.submitApprove}
          </button>
        ) : (
          <button type="submit" class="button primary" name="proposed" value={String(proposed)}>
            <span class="as-proposed">{say.submitProposed(proposed)}</span>
            <span class="as-chosen">{say.submitApprove}</span>
          </button>
        )}
      </p>
    </form>
  );
}

function SeverityGroup({ messages, proposed, values, errors }: ApproveFormProps) {
  const say = messages.decide;
  const need = proposed === null ? { need: messages.form.needed } : { hint: say.proposedHint };
  return (
    <Group id="approve-severity" title={say.severity} {...need} error={errors.severity}>
      {SEVERITIES.map((one) => (
        <Radio
          values={values}
          name="severity"
          value={String(one)}
          label={`${one} ${say.severities[one]}`}
          press={String(one)}
          {...(one === proposed ? { badge: say.proposed } : {})}
        />
      ))}
    </Group>
  );
}

function ActsGroup({ messages, assessed, values, errors }: ApproveFormProps) {
  const say = messages.decide;
  const near = ACTS.filter((act) => assessed.includes(act) || has(values, 'acts', act));
  const act = (one: Act) => {
    const found = `${messages.acts[one]} ${ACT_READINGS[one]} ${one}`;
    return <Tick values={values} name="acts" value={one} label={messages.acts[one]} found={found} />;
  };
  return (
    <Group id="approve-acts" title={say.acts} need={messages.form.needed} hint={say.actsHint} error={errors.acts}>
      <FindAct messages={messages} />
      {near.map(act)}
      <details open={near.length === 0}>
        <summary>{say.otherActs}</summary>
        {ACTS.filter((one) => !near.includes(one)).map(act)}
      </details>
    </Group>
  );
}

/** Finds an act by a part of its name or its reading; the script shows it, for all that it does is to tick what is there. */
const FindAct = ({ messages: { decide: say } }: Pick<ApproveFormProps, 'messages'>) => (
  <p class="find-act" hidden data-find>
    <label for="approve-find">
      {say.findAct} <Key of="f" />
    </label>
    <input
      type="text"
      id="approve-find"
      autocomplete="off"
      maxlength={60}
      data-key="f"
      aria-describedby="approve-find-first"
    />
    <span class="muted small" id="approve-find-first" role="status" data-none={say.noSuchAct} />
  </p>
);

/** What nobody has to say; open where something was written. */
function Optional({ messages, teaches, values, errors }: ApproveFormProps) {
  const say = messages.decide;
  const written = ['affected', 'harms', 'missed', 'note'].some((name) => first(values, name) !== '');
  return (
    <More title={say.more} open={written || errors.missed !== undefined || errors.note !== undefined}>
      <Group id="approve-cause" title={say.ownCause}>
        {CAUSES.map((one) => (
          <Radio values={values} name="ownCause" value={one} label={say.ownCauses[one]} />
        ))}
      </Group>
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
      {teaches && (
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
      )}
      <Note messages={messages} id="approve-note" values={values} errors={errors} />
    </More>
  );
}
