import type { AssessedMatch, Assessment } from '../detect/index.ts';
import type { Screened } from '../screen.ts';
import { type MailView, viewMail } from './case-view.ts';
import type { DeskDeps } from './deps.ts';
import { type PartView, partView } from './evidence.ts';
import type { Language } from './language.ts';
import { openVeil } from './veil.ts';

/** A judged text as a case page would lay it out; nothing hides, since whoever looks has written it. */
export interface JudgedView {
  readonly assessment: Assessment;
  readonly subject: PartView | null; // null: there is none
  readonly mail: MailView;
  readonly left: number; // matches that are not shown
}

/** A page with thousands of reasons helps nobody, and the desk would stand still while it is written. */
const MOST_SHOWN = 200;

export function viewJudged(
  { explain }: Pick<DeskDeps, 'explain'>,
  { message, assessment: whole }: Screened,
  language: Language,
): JudgedView {
  const assessment = { ...whole, matches: telling(whole.matches) };
  const explanation = explain(assessment, language);
  const { receivedAt, warnings } = message;
  const item = { mailId: '', source: '', receivedAt, raw: null, assessment, warnings, failure: null, deliveries: 1 };
  const subject = message.parts.find(({ id }) => id === 'subject');
  return {
    assessment,
    subject: subject ? partView(subject, message.segments.get('subject') ?? [], assessment.matches, []) : null,
    mail: viewMail(item, message, explanation, openVeil),
    left: whole.matches.length - assessment.matches.length,
  };
}

/** Where there are too many: each kind once, since repeats add no points, and of the kinds the strongest. */
function telling(matches: readonly AssessedMatch[]): readonly AssessedMatch[] {
  if (matches.length <= MOST_SHOWN) return matches;
  const kinds = new Map<string, AssessedMatch>();
  for (const match of matches) {
    const kind = `${match.entry} ${match.text}`;
    const known = kinds.get(kind);
    if (known === undefined || match.points > known.points) kinds.set(kind, match);
  }
  const kept = new Set([...kinds.values()].sort((a, b) => b.points - a.points).slice(0, MOST_SHOWN));
  return matches.filter((match) => kept.has(match));
}
