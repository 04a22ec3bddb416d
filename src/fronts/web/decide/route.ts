import type { Handler } from 'hono';
import { type DecisionInput, decide, gapsIn, undo } from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { casePage } from '../cases/case-page.tsx';
import { actorOf } from '../shell/actor.ts';
import { type Values, valuesOf } from '../shell/form-values.ts';
import { caseIdOf } from '../shell/id-of.ts';
import type { Messages } from '../shell/messages.ts';
import type { WebEnv } from '../shell/page.tsx';
import { goOn } from './claim-route.ts';
import { gapErrors, type Read, readApproval, readDismissal, readHandOver } from './form.ts';
import { refusedPage } from './refused.ts';

export const approve = (deps: FrontDeps): Handler<WebEnv> => deciding(deps, readApproval);

export const dismiss = (deps: FrontDeps): Handler<WebEnv> => deciding(deps, readDismissal);

export const handOver = (deps: FrontDeps): Handler<WebEnv> => deciding(deps, readHandOver);

/** Undoes the newest decision and shows the case again. */
export const reopen =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    try {
      await undo(deps, actorOf(c, deps), caseIdOf(c), { note: '' });
    } catch (error) {
      return refusedPage(c, deps, error);
    }
    return c.redirect(`/cases/${caseIdOf(c)}`, 303);
  };

/** Takes a form of a decision and goes on with the next case. One that cannot be taken comes back with what was written. */
const deciding =
  <I extends DecisionInput>(deps: FrontDeps, read: (values: Values, messages: Messages) => Read<I>): Handler<WebEnv> =>
  async (c) => {
    const values = valuesOf(await c.req.parseBody({ all: true }));
    const { input, errors } = read(values, c.get('messages'));
    const sent = { kind: input.kind, values };
    if (Object.keys(errors).length > 0) {
      const gaps = gapErrors(gapsIn(input, []), c.get('messages')); // all that is wrong at once
      return casePage(c, deps, { status: 400, form: { ...sent, errors: { ...gaps, ...errors } } });
    }
    try {
      await decide(deps, actorOf(c, deps), caseIdOf(c), input);
    } catch (error) {
      return refusedPage(c, deps, error, sent);
    }
    return goOn(c, deps, caseIdOf(c));
  };
