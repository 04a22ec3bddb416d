import type { ShadowId } from '../../cases/index.ts';
import type { DictionaryFile, EntryId } from '../../detect/index.ts';
import { beginShadow, currentShadow, type Db, endShadow, type ShadowRule } from '../../store/index.ts';
import { draftIn, fingerprint, locate, packVersions, withRules } from '../../tuning/index.ts';
import { type Actor, auditActorOf, nameOf, personIdOf, requireRight } from '../actor.ts';
import { Refusal } from '../refusal.ts';
import { type DraftInput, lookAtDraft, saveDraft } from './save-draft.ts';
import { type ChangeDeps, currentText } from './write-change.ts';

const MOST_RULES = 20;

/**
 * Lets a draft be tried beside the rules in force, with those that are tried already: what they would do is counted anew. Nothing of it
 * is in force.
 *
 * @throws Refusal `not-allowed`, `entry-wrong`, `entry-changed`
 */
export async function tryInShadow(deps: ChangeDeps, actor: Actor, input: DraftInput): Promise<ShadowId> {
  const looked = await lookAtDraft(deps, actor, input);
  if (looked.kind === 'wrong') throw new Refusal({ code: 'entry-wrong', problems: looked.problems });
  if (looked.kind === 'conflict') throw new Refusal({ code: 'entry-changed' });
  const { draft } = input;
  const { plan } = looked;
  const entry = draft.id as EntryId;
  const added: ShadowRule = {
    entry,
    act: draft.kind === 'entry' ? draft.act : null,
    section: plan.section,
    before: plan.before,
    after: plan.after!,
  };
  const at = deps.now();
  return deps.audit.during(
    (tx) =>
      beginShadow(tx, (before) => {
        const others = before?.rules.filter((one) => one.entry !== entry) ?? [];
        if (others.length >= MOST_RULES)
          throw new Refusal({ code: 'entry-wrong', problems: [{ code: 'shadow-full' }] });
        return { at, person: personIdOf(actor), by: nameOf(actor), rules: [...others, added] };
      }),
    (id) => ({
      ...auditActorOf(actor, at),
      action: 'dictionary.shadow',
      target: `entry/${entry}`,
      details: { shadow: id },
    }),
  );
}

/**
 * Lets the dictionaries of another folder be tried beside those in force, in the place of whatever was tried. Its files are kept as they are now; what
 * is in force stays untouched, and is changed where the folder is.
 *
 * @throws Refusal `not-allowed`
 */
export async function tryFolderInShadow(
  deps: Pick<ChangeDeps, 'audit' | 'now'>,
  actor: Actor,
  { folder, files }: { readonly folder: string; readonly files: readonly DictionaryFile[] },
): Promise<ShadowId> {
  requireRight(actor, 'dictionaries.write');
  const at = deps.now();
  const shadow = { at, person: personIdOf(actor), by: nameOf(actor), rules: [], folder, files: packVersions([files]) };
  return deps.audit.during(
    (tx) => beginShadow(tx, () => shadow),
    (id) => ({ ...auditActorOf(actor, at), action: 'dictionary.shadow', target: '', details: { shadow: id } }),
  );
}

/** Ends a shadow without taking anything of it over. @returns false when it is gone already */
export async function dropShadow(
  deps: Pick<ChangeDeps, 'audit' | 'now'>,
  actor: Actor,
  id: ShadowId,
): Promise<boolean> {
  requireRight(actor, 'dictionaries.write');
  return end(deps, actor, id, false);
}

/**
 * Puts the rules of a shadow in force, each as a change like others, and ends it. Stopped half-way, doing it again goes on with those
 * that are left.
 *
 * @throws Refusal `not-allowed`, `no-such-change`, `reason-needed`, `entry-wrong`, `entry-changed`, `file-unwritten`
 */
export async function publishShadow(deps: ChangeDeps, actor: Actor, id: ShadowId, reason: string): Promise<void> {
  requireRight(actor, 'dictionaries.write');
  if (reason === '') throw new Refusal({ code: 'reason-needed', perWeek: null });
  const shadow = await currentShadow(deps.db);
  if (shadow?.id !== id || shadow.folder !== null) throw new Refusal({ code: 'no-such-change' });
  for (const rule of shadow.rules) await publishRule(deps, actor, rule, reason);
  await end(deps, actor, id, true);
}

async function publishRule(deps: ChangeDeps, actor: Actor, rule: ShadowRule, reason: string): Promise<void> {
  const now = await currentText(deps, rule.entry);
  if (now === rule.after) return; // published before
  const files = await withRules(await deps.lab.folder.read(), [rule]);
  const known = locate(files, rule.entry);
  const draft = known && draftIn(known.file.text, rule.entry);
  if (draft === null) throw new Refusal({ code: 'entry-changed' });
  await saveDraft(deps, actor, { draft, base: fingerprint(rule.before), reason, feedback: null });
}

const end = (
  deps: Pick<ChangeDeps, 'audit' | 'now'>,
  actor: Actor,
  id: ShadowId,
  published: boolean,
): Promise<boolean> =>
  deps.audit.during(
    (tx: Db) => endShadow(tx, id),
    (ended) =>
      ended
        ? {
            ...auditActorOf(actor, deps.now()),
            action: 'dictionary.shadow-end',
            target: '',
            details: { shadow: id, published },
          }
        : null,
  );
