import { ACTS, ASKED_BANDS, PERSON_NAMES } from '../../../detect/index.ts';
import { type Draft, type EntryDraft, EXAMPLE_FIELDS, EXCEPTION_PLACES, WORD_FIELDS } from '../../../tuning/index.ts';
import { chosen, first, ticked, type Values } from '../shell/form-values.ts';

/** Moods as a form offers them; signed ones change the usual set. */
export const MOODS = [
  ...['order', 'request', 'demand', 'will', 'wish', 'invite', 'prohibit', 'permit', 'oblige', 'ask', 'guess', 'state'],
  'did',
] as const;
export const SIGNED_MOODS = MOODS.flatMap((mood) => [`+${mood}`, `-${mood}`]);

/** What an entry asks for, as a form offers it; `reason`: nothing. */
export const ASKED = ['reason', ...ASKED_BANDS] as const;

function askedIn(values: Values): EntryDraft['atLeast'] {
  const asked = chosen(values, 'at_least', ASKED) ?? 'grey';
  return asked === 'reason' ? null : asked;
}

export const MOST_REASON = 500;

/** Most sentences that one entry leaves out. */
const MOST_HARMLESS = 10;

/** What a form asks to be looked at or saved. */
export const inputIn = (values: Values, draft: Draft) => ({
  draft,
  base: first(values, 'base'),
  harmless: (values.harmless ?? []).filter(Boolean).slice(0, MOST_HARMLESS),
});

const lines = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);

/** What a form says; what it says wrongly is left for the check to complain of. */
export function readDraft(values: Values): Draft {
  const list = (name: string) => lines(first(values, name));
  const id = first(values, 'id').trim();
  if (first(values, 'kind') === 'exception')
    return {
      kind: 'exception',
      id,
      acts: ticked(values, 'acts', ACTS),
      where: chosen(values, 'where', EXCEPTION_PLACES) ?? 'sentence',
      label: first(values, 'label').trim(),
      say: list('say'),
      match: list('match'),
      not: list('not'),
    };
  return {
    kind: 'entry',
    id,
    act: chosen(values, 'act', ACTS) ?? 'other',
    section: chosen(values, 'section', ['expressions', 'demands'] as const) ?? 'expressions',
    do: list('do'),
    be: list('be'),
    noun: list('noun'),
    say: list('say'),
    who: ticked(values, 'who', PERSON_NAMES),
    to: ticked(values, 'to', PERSON_NAMES),
    as: ticked(values, 'as', [...MOODS, ...SIGNED_MOODS]),
    atLeast: askedIn(values),
    note: first(values, 'note').trim().replace(/\s+/g, ' '),
    match: list('match'),
    not: list('not'),
    gaps: list('gaps'),
  };
}

/** A draft as a form shows it. */
export function valuesOfDraft(draft: Draft, base: string, { feedback = '', caseId = '' } = {}): Values {
  const text = (list: readonly string[]) => [list.join('\n')];
  const shared = {
    kind: [draft.kind],
    id: [draft.id],
    base: [base],
    feedback: [feedback],
    case: [caseId],
    reason: [''],
  };
  if (draft.kind === 'exception')
    return {
      ...shared,
      acts: draft.acts,
      where: [draft.where],
      label: [draft.label],
      say: text(draft.say),
      match: text(draft.match),
      not: text(draft.not),
    };
  const lists = Object.fromEntries([...WORD_FIELDS, ...EXAMPLE_FIELDS].map((field) => [field, text(draft[field])]));
  return {
    ...shared,
    act: [draft.act],
    section: [draft.section],
    ...lists,
    who: draft.who,
    to: draft.to,
    as: draft.as,
    at_least: [draft.atLeast ?? 'reason'],
    note: [draft.note],
  };
}

/** An entry that nobody has written yet. */
export const emptyDraft = (act: EntryDraft['act'], id: string): EntryDraft => ({
  kind: 'entry',
  id,
  act,
  section: 'expressions',
  do: [],
  be: [],
  noun: [],
  say: [],
  who: [],
  to: [],
  as: [],
  atLeast: 'grey',
  note: '',
  match: [],
  not: [],
  gaps: [],
});
