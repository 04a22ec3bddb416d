import { and, arrayContains, arrayOverlaps, asc, desc, eq, gte, isNull, lt, type SQL, sql } from 'drizzle-orm';
import { type CaseId, type CaseKind, type CaseStatus, GRAVE, type PersonId } from '../../cases/index.ts';
import type { Act, Band } from '../../detect/index.ts';
import { anyOf } from '../engine/any-of.ts';
import { clean } from '../engine/clean.ts';
import { wordsOf } from '../engine/search.ts';
import { caseFile } from '../schema/core.ts';
import { isFoundBy } from '../search/words.ts';
import { isVisible, type Visibility } from './visibility.ts';
import { standsByItself } from './whereabouts.ts';

/** Which cases are meant; what is left out does not narrow. */
export interface CaseFilter {
  readonly status?: CaseStatus;
  readonly band?: Band;
  readonly kind?: CaseKind;
  readonly act?: Act;
  readonly worry?: true; // one of its mails is no harassment, and not to vanish
  readonly safety?: boolean; // somebody's safety is at stake: urgent, and of a grave act
  readonly source?: string;
  readonly counterparty?: string;
  readonly since?: Date; // newest mail at this time or later
  readonly before?: Date; // newest mail earlier than this
  readonly assignee?:
    | { readonly kind: 'nobody' }
    | { readonly kind: 'desk' }
    | { readonly kind: 'person'; readonly id: PersonId };
  readonly among?: readonly CaseId[]; // what a search has found: see `searchCases`
  readonly words?: string; // all of them, in any order: in subject, sender or text of kept mails, or the case's number or counterparty
}

/** A page of a list. */
export interface Slice {
  readonly limit: number;
  readonly offset: number;
}

export function conditionOf(filter: CaseFilter, visibility: Visibility): SQL | undefined {
  const { status, band, kind, act, source, counterparty, since, before, assignee, words, among, worry, safety } =
    filter;
  return and(
    isVisible(visibility),
    among === undefined ? undefined : anyOf(caseFile.id, among),
    status === undefined ? standsByItself : eq(caseFile.status, status),
    band === undefined ? undefined : eq(caseFile.band, band),
    kind === undefined ? undefined : eq(caseFile.kind, kind),
    kind === 'unreadable' ? isNull(caseFile.band) : undefined, // always so; lets the index of the list be used
    worry === undefined ? undefined : caseFile.worry,
    safety === undefined ? undefined : safety ? ofSafety : sql`(${ofSafety}) is not true`,
    act === undefined ? undefined : arrayContains(caseFile.acts, [act]),
    source === undefined ? undefined : arrayContains(caseFile.sources, [clean(source)]),
    counterparty === undefined ? undefined : eq(caseFile.counterparty, clean(counterparty)),
    since === undefined ? undefined : gte(caseFile.receivedAt, since),
    before === undefined ? undefined : lt(caseFile.receivedAt, before),
    assignee === undefined ? undefined : waitsFor(assignee),
    ...(words === undefined ? [] : wordsOf(words).map((word) => isFoundBy(word))),
  );
}

/** As `isOfSafety` tells it of one case. */
const ofSafety = and(eq(caseFile.band, 'urgent'), arrayOverlaps(caseFile.acts, [...GRAVE]))!;

function waitsFor(assignee: NonNullable<CaseFilter['assignee']>): SQL | undefined {
  switch (assignee.kind) {
    case 'nobody':
      return and(isNull(caseFile.assignee), eq(caseFile.withConsultation, false));
    case 'desk':
      return and(isNull(caseFile.assignee), eq(caseFile.withConsultation, true));
    case 'person':
      return eq(caseFile.assignee, assignee.id);
  }
}

/** Urgent first, then review, grey and those without band; within a band the oldest mail first. Decided ones by the newest decision. */
export const orderOf = ({ status }: CaseFilter): SQL[] =>
  status === 'approved' || status === 'dismissed'
    ? [sql`${caseFile.decidedAt} desc nulls last`, asc(caseFile.id)]
    : pressing;

export const pressing: SQL[] = [sql`${caseFile.band} desc nulls last`, asc(caseFile.receivedAt), asc(caseFile.id)];

export const newestFirst: SQL[] = [desc(caseFile.receivedAt), desc(caseFile.id)];
