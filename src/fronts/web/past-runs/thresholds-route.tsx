import type { Hono } from 'hono';
import { applyThresholds, takeThresholdsBack } from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import type { Tried } from '../shell/acts/form.tsx';
import { onAct } from '../shell/acts/route.ts';
import { first } from '../shell/form-values.ts';
import type { WebContext, WebEnv } from '../shell/page.tsx';
import { runPageOf } from './run-route.tsx';

/** Puts the thresholds in force that a trial proposes, what somebody has looked at and no others; and sets them back to what they were before. */
export function mountThresholds(app: Hono<WebEnv>, deps: FrontDeps): void {
  const again = { show: notSet, says: ['entry-changed'] };
  onAct(app, deps, applyThresholds, {
    ...again,
    read: (values) => ({ budget: first(values, 'budget') }),
    async back(c, _, change, sent) {
      if (change !== null) return c.redirect(`/past/${first(sent, 'run')}?applied=1`, 303);
      const budget = first(sent, 'budget');
      const complaint = c.get('messages').pastRuns.noProposal(budget);
      return runPageOf(c, deps, { complaint, status: 409, budget });
    },
  });
  onAct(app, deps, takeThresholdsBack, { ...again, back: '/past/:run?reverted=1' });
}

function notSet(c: WebContext, deps: FrontDeps, { code, problems, values }: Tried): Promise<Response> {
  const { pastRuns: say, fields } = c.get('messages');
  const budget = first(values, 'budget');
  if (code !== null) return runPageOf(c, deps, { complaint: say.conflict, status: 409, budget });
  return runPageOf(c, deps, {
    complaint: 'budget' in problems ? say.budgetWrong : fields.unsaved,
    status: 400,
    budget,
  });
}
