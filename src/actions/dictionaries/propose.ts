import type { CaseDetail, CaseId, FeedbackId } from '../../cases/index.ts';
import { type Act, type MeantHit, meantHits, toLines } from '../../detect/index.ts';
import { ownSentences } from '../../screening/index.ts';
import { feedbackById, loadCase, USUAL_VISIBILITY } from '../../store/index.ts';
import { completed, type Draft, type Place, proposeEntry, proposeException } from '../../tuning/index.ts';
import { auditActorOf, type PersonActor, requireRight } from '../actor.ts';
import { isClosedTo } from '../cases/is-closed-to.ts';
import type { ActionDeps } from '../deps.ts';
import { Refusal } from '../refusal.ts';

type ProposeDeps = Pick<ActionDeps, 'db' | 'audit' | 'now' | 'lab' | 'read'>;

/** A draft to begin with, and words that its author may take instead. */
export interface Proposal {
  readonly draft: Draft;
  readonly words: readonly string[];
}

/**
 * What a reviewer marked, as an entry or an exception to look at: the sentence made anonymous, in a form that saves nothing by itself.
 * Confidential cases teach nothing.
 *
 * @param label of an exception, for whoever reads an explanation
 * @throws Refusal `not-allowed`, `no-such-case`; `recused` when the case speaks of whoever asks
 */
export async function propose(
  deps: ProposeDeps,
  person: PersonActor,
  id: FeedbackId,
  label: string,
): Promise<Proposal> {
  requireRight(person, 'dictionaries.write');
  requireRight(person, 'cases.read');
  const { db, audit, lab } = deps;
  const work = await feedbackById(db, id);
  const detail = work === null ? null : await loadCase(db, work.caseId, USUAL_VISIBILITY);
  if (work === null || detail === null) throw new Refusal({ code: 'no-such-case' });
  if (await isClosedTo(deps, person, detail.id)) throw new Refusal({ code: 'recused' });
  await audit.record({
    ...auditActorOf(person, deps.now()),
    action: 'dictionary.propose',
    target: `case/${detail.id}`,
    details: { feedback: id },
  });
  const rules = await lab.rules();
  if (work.kind === 'misfire') {
    const rule = rules.dictionary.rules.get(work.entry ?? '');
    if (rule?.kind !== 'entry' || rule.role.kind === 'grammar') throw new Refusal({ code: 'no-such-change' });
    const hit = await hitIn(deps, detail, rule.id);
    const place = hit && { sentence: hit.line.written, start: hit.start, end: hit.end };
    return proposeException({ entry: rule, act: rule.role.act, place, label }, rules, await lab.kept());
  }
  return { draft: await entryFor(deps, detail, work.words ?? ''), words: [] };
}

/**
 * Words that somebody selected in a mail of a case, as an entry to look at; it saves nothing by itself.
 *
 * @throws Refusal as `propose`
 */
export async function proposeWords(
  deps: ProposeDeps,
  person: PersonActor,
  { caseId, words }: { caseId: CaseId; words: string },
): Promise<Draft> {
  requireRight(person, 'dictionaries.write');
  requireRight(person, 'cases.read');
  const detail = await loadCase(deps.db, caseId, USUAL_VISIBILITY);
  if (detail === null) throw new Refusal({ code: 'no-such-case' });
  if (await isClosedTo(deps, person, detail.id)) throw new Refusal({ code: 'recused' });
  await deps.audit.record({
    ...auditActorOf(person, deps.now()),
    action: 'dictionary.propose',
    target: `case/${detail.id}`,
    details: {},
  });
  return entryFor(deps, detail, words);
}

async function entryFor(deps: ProposeDeps, detail: CaseDetail, words: string): Promise<Draft> {
  const act: Act = detail.acts[0] ?? detail.foundActs[0] ?? 'other';
  const rules = await deps.lab.rules();
  const draft = proposeEntry({ act, words, place: await sentenceOf(deps, detail, words) }, rules);
  return completed(draft, rules.dictionary, await deps.lab.files());
}

/** A draft of a form, with what its author may leave out. */
export const completeDraft = async ({ lab }: Pick<ActionDeps, 'lab'>, draft: Draft): Promise<Draft> =>
  completed(draft, (await lab.rules()).dictionary, await lab.files());

/** The first place where an entry is found and meant, in the newest mail that has one. */
async function hitIn({ lab, read }: ProposeDeps, detail: CaseDetail, entry: string): Promise<MeantHit | null> {
  const { dictionary, tokenize } = await lab.rules();
  for (const item of detail.items.toReversed()) {
    const message = await read(item);
    if (message === null) continue;
    const hit = meantHits(dictionary, toLines(ownSentences(message).own, tokenize)).find(
      ({ rule }) => rule.id === entry,
    );
    if (hit !== undefined) return hit;
  }
  return null;
}

async function sentenceOf({ lab, read }: ProposeDeps, detail: CaseDetail, words: string): Promise<Place | null> {
  const { tokenize } = await lab.rules();
  for (const item of detail.items.toReversed()) {
    const message = await read(item);
    const lines = message === null ? [] : toLines(ownSentences(message).own, tokenize);
    const line = lines.find(({ written }) => written.includes(words));
    const start = line?.written.indexOf(words) ?? 0;
    if (line !== undefined) return { sentence: line.written, start, end: start + words.length };
  }
  return null;
}
