import {
  type CaseId,
  type ChangeId,
  type FeedbackId,
  type MailId,
  type PastRunId,
  type PersonId,
  parseCaseId,
  parseChangeId,
  parseFeedbackId,
  parseMailId,
  parsePastRunId,
  parsePersonId,
  parseViewId,
  parseWatchId,
  type ViewId,
  type WatchId,
} from '../../src/cases/index.ts';

import { entryId as entryIds } from '../../src/detect/dictionary/schema.ts';
import type { EntryId } from '../../src/detect/index.ts';

/** Ids as a test writes them down. */
export const caseId = (text: string): CaseId => valid(text, parseCaseId(text));
export const mailId = (text: string): MailId => valid(text, parseMailId(text));
export const personId = (text: string): PersonId => valid(text, parsePersonId(text));
export const entryId = (text: string): EntryId => entryIds.parse(text);
export const changeId = (text: string): ChangeId => valid(text, parseChangeId(text));
export const feedbackId = (text: string): FeedbackId => valid(text, parseFeedbackId(text));
export const pastRunId = (text: string): PastRunId => valid(text, parsePastRunId(text));
export const viewId = (text: string): ViewId => valid(text, parseViewId(text));
export const watchId = (text: string): WatchId => valid(text, parseWatchId(text));

function valid<Id>(text: string, id: Id | null): Id {
  if (id === null) throw new Error(`no id: ${text}`);
  return id;
}
