import type { ChangeId, FeedbackId } from '../../cases/index.ts';
import type { ContextRule, Dictionary, Entry } from '../../detect/index.ts';
import { handleFeedback } from '../../store/index.ts';
import {
  checkRule,
  type Draft,
  type DraftProblem,
  effectOf,
  fingerprint,
  leaveOut,
  type Plan,
  type Preview,
  plainProblems,
  planDraft,
  previewRule,
} from '../../tuning/index.ts';
import { type Actor, auditActorOf, nameOf, requireRight } from '../actor.ts';
import { act } from '../kernel/act.ts';
import { choice, rowId } from '../kernel/ask.ts';
import { Refusal } from '../refusal.ts';
import { type ChangeDeps, writeChange } from './write-change.ts';

/** What a draft would do, or why it cannot. */
export type LookedAt =
  | { readonly kind: 'wrong'; readonly problems: readonly DraftProblem[] }
  | { readonly kind: 'conflict'; readonly theirs: string | null; readonly ours: string | null } // changed since the form was made
  | {
      readonly kind: 'fits';
      readonly plan: Plan;
      readonly exception: { readonly plan: Plan; readonly words: readonly string[] } | null; // of this entry alone, with its words
      readonly preview: Preview;
      readonly rule: Entry | ContextRule | null;
    }; // as it is in force

export interface DraftInput {
  readonly draft: Draft;
  readonly base: string; // fingerprint of the rule that the form was made of; '' for a new one
  readonly harmless?: readonly string[]; // sentences that an entry is not to be found in
}

/** Checks a draft and previews it on the cases that are kept; writes nothing. @throws Refusal `not-allowed` */
export async function lookAtDraft(
  { lab }: Pick<ChangeDeps, 'lab'>,
  actor: Actor,
  { draft, base, harmless = [] }: DraftInput,
): Promise<LookedAt> {
  requireRight(actor, 'dictionaries.write');
  const problems = plainProblems(draft);
  if (problems.length > 0) return { kind: 'wrong', problems };
  const plan = planDraft(await lab.files(), draft);
  const rules = await lab.rules();
  if (base === '' && (plan.before !== null || rules.dictionary.rules.has(draft.id)))
    return { kind: 'wrong', problems: [{ code: 'id-taken' }] };
  if (fingerprint(plan.before) !== base) return { kind: 'conflict', theirs: plan.before, ours: plan.after };
  const checked = checkRule({ ...plan, text: plan.after ?? '' }, rules);
  if (!checked.ok) return { kind: 'wrong', problems: checked.problems };
  const rule = rules.dictionary.rules.get(draft.id) ?? null;
  if (draft.kind === 'exception' || harmless.length === 0) {
    const preview = await previewOf(lab, rules.dictionary, checked.dictionary, draft.id, checked.rule);
    return { kind: 'fits', plan, exception: null, preview, rule };
  }
  const within = { dictionary: checked.dictionary, tokenize: rules.tokenize };
  const { exception, unlike } = leaveOut(draft, harmless, within, await lab.kept());
  if (exception === null)
    return { kind: 'wrong', problems: unlike.map((sentence) => ({ code: 'not-left-out', sentence })) };
  const beside = planDraft(await lab.files(), exception);
  const both = checkRule({ ...beside, text: beside.after ?? '' }, within);
  if (!both.ok) return { kind: 'wrong', problems: both.problems };
  const preview = await previewOf(lab, rules.dictionary, both.dictionary, draft.id, checked.rule);
  return { kind: 'fits', plan, exception: { plan: beside, words: exception.say }, preview, rule };
}

export const previewOf = async (
  lab: ChangeDeps['lab'],
  before: Dictionary,
  after: Dictionary,
  id: string,
  rule: Entry | ContextRule | null,
): Promise<Preview> =>
  previewRule(await lab.kept(), { id, before: before.rules.get(id) ?? null, after: rule }, before, after);

export interface SaveInput extends DraftInput {
  readonly reason: string;
  readonly feedback: FeedbackId | null; // what it answers
  readonly lost?: number; // approved cases that its author knows to be found no longer
}

/**
 * Puts a draft in force, with author, reason and effect.
 *
 * @returns null when the draft says what is in force already
 * @throws Refusal `not-allowed`, `entry-wrong`, `entry-changed`, `reason-needed`, `loses-approved`
 *
 * @example
 * await saveDraft(deps, actor, { draft, base: '', reason: 'said in many calls', feedback: null });
 */
export async function saveDraft(deps: ChangeDeps, actor: Actor, input: SaveInput): Promise<ChangeId | null> {
  const { draft, reason, feedback } = input;
  const looked = await lookAtDraft(deps, actor, input);
  if (looked.kind === 'wrong') throw new Refusal({ code: 'entry-wrong', problems: looked.problems });
  if (looked.kind === 'conflict') throw new Refusal({ code: 'entry-changed' });
  const { plan, exception, preview, rule } = looked;
  if (plan.before === plan.after && exception === null) return null;
  if (preview.perWeek > deps.lab.newCasesWithoutReason && reason === '')
    throw new Refusal({ code: 'reason-needed', perWeek: preview.perWeek });
  if (reason === '' && asksForMore(draft, rule)) throw new Refusal({ code: 'reason-needed', perWeek: null });
  if (preview.lost.approved > (input.lost ?? 0))
    throw new Refusal({ code: 'loses-approved', cases: preview.lost.approved });
  const told = { kind: 'save', reason, effect: effectOf(preview), reverts: null } as const;
  const id = await writeChange(deps, actor, plan, told, exception === null ? [] : [exception.plan]);
  if (feedback !== null) await answered(deps, actor, feedback);
  return id;
}

/** What a reviewer marked has become this change. */
async function answered({ audit, now }: ChangeDeps, actor: Actor, feedback: FeedbackId): Promise<void> {
  const at = now();
  const entry = {
    action: 'dictionary.handle',
    target: `feedback/${feedback}`,
    details: { handled: 'changed' },
  } as const;
  await audit.during(
    (tx) => handleFeedback(tx, feedback, 'changed', { by: nameOf(actor), at }),
    (known) => (known ? { ...auditActorOf(actor, at), ...entry } : null),
  );
}

/** Whether an entry is to put mails before people that nothing like it put there before. */
function asksForMore(draft: Draft, before: Entry | ContextRule | null): boolean {
  const asked = before?.kind === 'entry' ? before.atLeast : null;
  return (
    draft.kind === 'entry' && draft.atLeast !== null && draft.atLeast !== 'grey' && (asked === null || asked === 'grey')
  );
}

/** Sets aside what a reviewer marked, or has it wait again. */
export const settleFeedback = act({
  path: '/dictionaries/work/:feedback',
  right: 'dictionaries.write',
  audit: 'dictionary.handle',
  ask: { feedback: rowId<FeedbackId>(), to: choice(['open', 'dropped']) },
  logged: [],
  async do(tx, { feedback, to }, { by, at }) {
    const handled = to === 'open' ? null : to;
    if (!(await handleFeedback(tx, feedback, handled, { by, at }))) throw new Refusal({ code: 'not-there' });
  },
  told: (_, { to }) => ({ handled: to }),
  to: ({ feedback }) => `feedback/${feedback}`,
});
