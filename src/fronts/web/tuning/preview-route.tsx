import type { Handler } from 'hono';
import { completeDraft, isClosedTo, type LookedAt, lookAtDraft } from '../../../actions/index.ts';
import { isNamedIn, searched, speaksOf } from '../../../cases/index.ts';
import { declinedAmong } from '../../../store/index.ts';
import { anonymised, type Preview, type PreviewExample } from '../../../tuning/index.ts';
import { type FrontDeps, hiddenLabel, hidesSubject, painfulLabel } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { first, type Values, valuesOf } from '../shell/form-values.ts';
import { can, type WebContext, type WebEnv } from '../shell/page.tsx';
import { editPage } from './edit-page.tsx';
import { inputIn, readDraft } from './form.ts';
import { PreviewBody, type PreviewState, type ShownExample } from './preview.tsx';
import { problemWords } from './problem-words.ts';

const LONGEST = 400_000; // UTF-16 units of a field: what is too much is told in a sentence

export const valuesIn = async (c: WebContext): Promise<Values> =>
  valuesOf(await c.req.parseBody({ all: true }), LONGEST);

/** What a draft would change: a part of the page for the script, the page with it for everybody else. */
export const previewDraft =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const values = await valuesIn(c);
    const draft = await completeDraft(deps, readDraft(values));
    const input = inputIn(values, draft);
    let looked = await lookAtDraft(deps, actorOf(c, deps), input);
    const more = await sentenceLeftOut(c, deps, looked, first(values, 'leave-out'));
    const harmless = [...input.harmless, ...more].filter((one) => one !== first(values, 'take-in'));
    if (harmless.length !== input.harmless.length)
      looked = await lookAtDraft(deps, actorOf(c, deps), { ...input, harmless });
    const preview = await previewState(c, deps, looked, harmless);
    if (c.req.header('hx-request') === undefined)
      return editPage(c, deps, { values: { ...values, harmless }, preview });
    return c.html(<PreviewBody messages={c.get('messages')} state={preview} />);
  };

/** The sentence in which a case would be found, without what tells of whom it is; none that is closed to whoever asks. */
async function sentenceLeftOut(c: WebContext, deps: FrontDeps, looked: LookedAt, caseId: string): Promise<string[]> {
  if (caseId === '' || looked.kind !== 'fits' || !can(c, 'cases.read')) return [];
  const shown = await shownExamples(c, deps, looked.preview);
  if (!shown.some((one) => one.caseId === caseId)) return [];
  const found = looked.preview.examples.find((one) => one.case.id === caseId && one.kind === 'found');
  return found === undefined ? [] : [anonymised(found.sentence, found, (await deps.lab.rules()).tokenize)];
}

export async function previewState(
  c: WebContext,
  deps: FrontDeps,
  looked: LookedAt,
  harmless: readonly string[] = [],
): Promise<PreviewState> {
  const messages = c.get('messages');
  switch (looked.kind) {
    case 'wrong':
      return { kind: 'wrong', complaints: looked.problems.map((one) => problemWords(one, messages)), harmless };
    case 'conflict':
      return { kind: 'wrong', complaints: [messages.tuning.conflict], harmless };
    case 'fits':
      return {
        kind: 'shown',
        preview: looked.preview,
        harmless,
        beside: looked.exception?.words ?? [],
        broad: looked.preview.perWeek > deps.lab.newCasesWithoutReason,
        examples: can(c, 'cases.read') ? await shownExamples(c, deps, looked.preview) : null,
      };
  }
}

const MOST = 5;

/** Examples of cases that are not closed to whoever looks; what hurts is named, not shown. */
async function shownExamples(c: WebContext, deps: FrontDeps, { examples }: Preview): Promise<ShownExample[]> {
  const person = c.get('person')!;
  const actor = actorOf(c, deps);
  const ids = [...new Set(examples.map((one) => one.case.id))];
  const declined = await declinedAmong(deps.db, ids, person.id);
  const shown: ShownExample[] = [];
  for (const example of examples) {
    if (shown.length === MOST) break;
    const { case: of, sentence } = example;
    if (declined.has(of.id) || speaksOf(of, person) || isNamedIn(searched([sentence]), person)) continue;
    if (await isClosedTo(deps, actor, of.id)) continue;
    shown.push(shownExample(c, example));
  }
  return shown;
}

function shownExample(c: WebContext, { case: of, kind, sentence, start, end }: PreviewExample): ShownExample {
  const { maskAll } = c.get('preferences');
  const language = c.get('language');
  const label = hidesSubject(of, maskAll)
    ? hiddenLabel([...of.acts, ...of.foundActs], maskAll, language)
    : painfulLabel(sentence, language);
  return {
    caseId: of.id,
    status: of.status,
    kind,
    before: sentence.slice(Math.max(0, start - 60), start),
    words: sentence.slice(start, end),
    after: sentence.slice(end, end + 60),
    hidden: label,
  };
}
