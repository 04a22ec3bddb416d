import { mayWith } from '../../../cases/index.ts';
import { type EscalationPlan, type MeasureRules, SHIPPED_PLAN } from '../../../response/index.ts';
import { listPeople, rulesOf } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { valuesOfRules } from '../measure-rules/form.ts';
import { MeasureRulesView } from '../measure-rules/view.tsx';
import type { Values } from '../shell/form-values.ts';
import { can, page, type WebContext } from '../shell/page.tsx';
import { valuesOfPlan } from './form.ts';
import { EscalationView } from './view.tsx';

/** A form that was not taken. */
interface Tried {
  readonly kind: 'escalation' | 'measures';
  readonly values: Values | null; // null: the rules changed meanwhile, so that it begins anew
  readonly error: string;
}

/** What a company decides for itself: who acts within what time, and which step comes into question when. */
export async function rulesPage(c: WebContext, deps: FrontDeps, tried: Tried | null): Promise<Response> {
  const messages = c.get('messages');
  const plans = await rulesOf<EscalationPlan>(deps.db, 'escalation');
  const measures = await rulesOf<MeasureRules>(deps.db, 'measures');
  const plan = plans[0]?.rules ?? SHIPPED_PLAN;
  const common = { messages, clock: c.get('clock'), mayChange: can(c, 'rules.manage') };
  const becameOf = (kind: Tried['kind'], usual: Values) => ({
    values: (tried?.kind === kind ? tried.values : null) ?? usual,
    error: tried?.kind === kind ? tried.error : null,
    saved: tried === null && c.req.query('saved') === kind,
  });
  return page(
    c,
    deps,
    { title: messages.site.pages.rules, section: 'rules', here: '/escalation', status: tried === null ? 200 : 400 },
    <div class="narrow">
      <h1>{messages.site.pages.rules}</h1>
      <EscalationView
        {...common}
        {...becameOf('escalation', valuesOfPlan(plan))}
        plan={plan}
        versions={plans}
        people={(await listPeople(deps.db)).filter(({ roles }) => mayWith(roles, 'cases.decide'))}
      />
      <MeasureRulesView
        {...common}
        {...becameOf('measures', valuesOfRules(measures[0]?.rules ?? null, messages))}
        versions={measures}
      />
    </div>,
  );
}
