import { lettersState } from '../../../actions/index.ts';
import type { CaseDetail, CaseId } from '../../../cases/index.ts';
import { isDue, LETTER_KINDS, type LetterKind, stageOf, stepFor, todayIn } from '../../../response/index.ts';
import { loadCare, measuresOfCase } from '../../../store/index.ts';
import { ACT_LABELS, type FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import type { Messages } from '../shell/messages.ts';
import type { WebContext } from '../shell/page.tsx';
import { visibilityOf } from '../shell/reviewer.ts';
import { caseTabUrl, draftUrl } from './tabs.tsx';

/** What is to be done next in a case that was approved, with the way there. */
export type Next =
  | { readonly what: 'care'; readonly left: number }
  | { readonly what: 'ask' } // how the person concerned is
  | { readonly what: 'measure' } // a proposal waits for a second person
  | { readonly what: 'write'; readonly kind: LetterKind } // which a measure in force asks for
  | { readonly what: 'letter' | 'send'; readonly href: string }
  | { readonly what: 'reply' } // the other side has not answered yet
  | { readonly what: 'nothing' };

/** The first open of: care, a measure that waits, a letter to write, to approve, to send, a day to ask on, a reply. */
export async function nextStepOf(c: WebContext, deps: FrontDeps, { id }: CaseDetail): Promise<Next> {
  const { open, stopped, letters, inForce } = await lettersState({ ...deps, acts: ACT_LABELS }, actorOf(c, deps), id);
  if (open.length > 0) return { what: 'care', left: open.length };
  const measures = await measuresOfCase(deps.db, id, visibilityOf(c));
  if (measures.some(({ outcome }) => outcome === null)) return { what: 'measure' };
  const standing = letters.filter((letter) => stageOf(letter) !== 'withdrawn');
  const kinds = LETTER_KINDS.filter((kind) => stepFor(kind) !== null && stepFor(kind) === inForce.at(-1));
  const asked = standing.some(({ kind }) => kinds.includes(kind)) ? undefined : kinds.at(-1); // the gravest: a warning ends no dialogue
  if (asked !== undefined && !stopped) return { what: 'write', kind: asked };
  for (const [stage, what] of [
    ['draft', 'letter'],
    ['approved', 'send'],
  ] as const) {
    const waits = standing.find((letter) => stageOf(letter) === stage);
    if (waits !== undefined && !stopped) return { what, href: `/cases/${id}/letters/${waits.id}` };
  }
  const care = await loadCare(deps.db, id, visibilityOf(c));
  const today = todayIn(deps.company.timeZone, deps.now());
  if (care?.followUps.some((one) => isDue(one, today))) return { what: 'ask' };
  return standing.some((letter) => stageOf(letter) === 'sent') ? { what: 'reply' } : { what: 'nothing' };
}

interface NextProps {
  readonly messages: Messages;
  readonly id: CaseId;
  readonly next: Next;
}

/** One step, in words. */
export function NextStep({ messages, id, next }: NextProps) {
  const say = messages.caseTabs;
  const href = hrefOf(id, next);
  return (
    <section class="card next-step" aria-labelledby="next-step">
      <div>
        <p class="muted small">{say.next}</p>
        <h2 id="next-step">
          {next.what === 'care'
            ? say.steps.care(next.left)
            : next.what === 'write'
              ? say.steps.write(messages.letters.kinds[next.kind])
              : say.steps[next.what]}
        </h2>
      </div>
      {href !== null && (
        <a class="button primary" href={href}>
          {say.go}
        </a>
      )}
    </section>
  );
}

function hrefOf(id: CaseId, next: Next): string | null {
  switch (next.what) {
    case 'care':
      return '#care';
    case 'ask':
      return '#days';
    case 'measure':
      return '#measures-of-case';
    case 'write':
      return draftUrl(id, { kind: next.kind });
    case 'letter':
    case 'send':
      return next.href;
    case 'reply':
      return caseTabUrl(id, 'papers');
    case 'nothing':
      return null;
  }
}
