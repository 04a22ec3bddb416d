import { mayWith } from '../../../cases/index.ts';
import { type EscalationPlan, type MeasureRules, SHIPPED_PLAN, todayIn } from '../../../response/index.ts';
import { listPeople, rulesOf } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { MeasureRulesView } from '../measure-rules/view.tsx';
import { statusOf, type Tried } from '../shell/acts/form.tsx';
import { can, page, type WebContext } from '../shell/page.tsx';
import { EscalationView } from './view.tsx';

/** What a company decides for itself, with its versions: who acts within what time, and which step comes into question when. */
export async function rulesPage(c: WebContext, deps: FrontDeps, tried: Tried | null): Promise<Response> {
  const messages = c.get('messages');
  const { part, version = '' } = c.req.query();
  const plans = await rulesOf<EscalationPlan>(deps.db, 'escalation');
  const measures = await rulesOf<MeasureRules>(deps.db, 'measures');
  const versions = part === 'measures' ? measures : plans;
  if (part !== undefined && !versions.some((one) => String(one.version) === version)) return c.notFound() as Response;
  const common = {
    ...{ messages, tried, clock: c.get('clock'), mayChange: can(c, 'rules.manage') },
    today: todayIn(deps.company.timeZone, deps.now()),
    saved: (tried === null && c.req.query('saved')) || null,
    asked: part === undefined ? null : { part, version },
  };
  return page(
    c,
    deps,
    { title: messages.site.pages.rules, section: 'rules', here: '/escalation', status: statusOf(tried) },
    <div class="narrow">
      <h1>{messages.site.pages.rules}</h1>
      <EscalationView
        {...common}
        plan={plans[0]?.rules ?? SHIPPED_PLAN}
        versions={plans}
        people={(await listPeople(deps.db)).filter(({ roles }) => mayWith(roles, 'cases.decide'))}
      />
      <MeasureRulesView {...common} versions={measures} />
    </div>,
  );
}
