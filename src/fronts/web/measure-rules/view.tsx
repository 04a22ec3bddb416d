import { changeMeasureRules } from '../../../actions/index.ts';
import { APPROVING, approversOf, MEASURE_STEPS, type MeasureRules } from '../../../response/index.ts';
import { RulesFrame, type RulesProps, rulesForm } from '../escalation/rules-frame.tsx';
import { inert, inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { valuesOfRules } from './form.ts';

/** When each step comes into question, what the front line does, who approves; and what is due when a demand comes again. */
export function MeasureRulesView(props: RulesProps<MeasureRules>) {
  const { messages, clock, versions, mayChange } = props;
  const say = messages.measureRules;
  const newest = versions[0];
  return (
    <RulesFrame
      {...props}
      act={changeMeasureRules}
      say={say}
      lines={versions.map((one) => say.version(one.version, clock.date(one.at), inertLine(one.by, 60)))}
      asText={(rules) => <RulesAsText messages={messages} rules={rules} />}
    >
      <p class="hint">{mayChange ? say.notLegal : say.readOnly}</p>
      {mayChange ? (
        <RulesForm {...props} />
      ) : (
        newest !== undefined && <RulesAsText messages={messages} rules={newest.rules} />
      )}
    </RulesFrame>
  );
}

function RulesForm(props: RulesProps<MeasureRules>) {
  const { messages, versions } = props;
  const say = messages.measureRules;
  const { action, field, rows } = rulesForm(props, {
    act: changeMeasureRules,
    say: say.form,
    usual: valuesOfRules(versions[0]?.rules ?? null, messages),
    among: { approvers: APPROVING.map((value) => ({ value, label: messages.roles[value] })) },
  });
  return (
    <form method="post" action={action}>
      {field('after')}
      {rows('steps').map(({ nameOf, field }, i) => {
        const step = MEASURE_STEPS[i]!;
        return (
          <section class="card" aria-labelledby={`step-${step}`}>
            <h3 id={`step-${step}`}>{messages.measures.steps[step]}</h3>
            <input type="hidden" name={nameOf('step')} value={step} />
            {field('criteria', 3)}
            {field('frontLine', 2)}
            {approversOf({ step, approvers: APPROVING }).length === 1 ? (
              <>
                <input type="hidden" name={nameOf('approvers')} value="management" />
                <p class="hint">{say.managementOnly(messages.roles.management)}</p>
              </>
            ) : (
              field('approvers')
            )}
            {field('opinion')}
          </section>
        );
      })}
      <section class="card" aria-labelledby="repeats">
        <h3 id="repeats">{say.repeats}</h3>
        <p class="hint">{say.repeatsLead}</p>
        {field('caution')}
        {field('cautionReply', 3)}
        {field('end')}
        {field('endReply', 3)}
      </section>
      <button type="submit" class="button primary">
        {say.form.do}
      </button>
    </form>
  );
}

interface AsTextProps {
  readonly messages: Messages;
  readonly rules: MeasureRules;
}

function RulesAsText({ messages, rules }: AsTextProps) {
  const say = messages.measureRules;
  return (
    <>
      {rules.steps.map(({ step, criteria, frontLine, approvers, opinion = false }) => (
        <section class="card" aria-label={messages.measures.steps[step]}>
          <h3>{messages.measures.steps[step]}</h3>
          <dl class="answers">
            <dt>{say.form.fields.steps.row.criteria.label}</dt>
            <dd class="lines">{inert(criteria)}</dd>
            <dt>{say.form.fields.steps.row.frontLine.label}</dt>
            <dd class="lines">{inert(frontLine)}</dd>
            <dt>{say.form.fields.steps.row.approvers.label}</dt>
            <dd>
              {approversOf({ step, approvers })
                .map((role) => messages.roles[role])
                .join(messages.measures.separator)}
            </dd>
            <dt>{say.opinion}</dt>
            <dd>{opinion ? say.form.fields.steps.row.opinion.label : say.opinionWhere}</dd>
          </dl>
        </section>
      ))}
      <section class="card" aria-label={say.repeats}>
        <h3>{say.repeats}</h3>
        <dl class="answers">
          <dt>{say.form.fields.caution.label}</dt>
          <dd>{rules.repeats.caution}</dd>
          <dt>{say.form.fields.end.label}</dt>
          <dd>{rules.repeats.end}</dd>
        </dl>
      </section>
    </>
  );
}
