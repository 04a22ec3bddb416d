import { type CaseInList, type CaseSummary, parseCaseId } from '../../../cases/index.ts';
import {
  type CaseFilter,
  caseListPage,
  caseNumberIn,
  caseSummary,
  type Db,
  type Looking,
  wordsOf,
} from '../../../store/index.ts';
import type { Messages } from '../shell/messages.ts';

/** Decided cases of each kind that are shown below the open ones; their tabs have the rest. */
const SHOWN = 20;

/** The newest decided cases that a search found, approved ones first. @param narrow with what was found */
export async function decidedAmong(db: Db, narrow: CaseFilter, looking: Looking): Promise<CaseInList[]> {
  const slice = { limit: SHOWN, offset: 0 };
  return [
    ...(await caseListPage(db, { ...narrow, status: 'approved', ...slice }, looking)),
    ...(await caseListPage(db, { ...narrow, status: 'dismissed', ...slice }, looking)),
  ];
}

/** The case that a search means if it is a number and nothing else, in whatever state it is; null: it means none. */
export async function meantCase(db: Db, asked: string, { seesConfidential }: Looking): Promise<CaseSummary | null> {
  const words = wordsOf(asked);
  const id = words.length === 1 ? parseCaseId(caseNumberIn(words[0]!) ?? '') : null;
  return id === null ? null : caseSummary(db, id, { seesConfidential });
}

export function MeantCase({ messages, meant }: { readonly messages: Messages; readonly meant: CaseSummary }) {
  return (
    <p class="meant">
      <a href={`/cases/${meant.id}`}>{messages.case.title(meant.id)}</a> {messages.statuses[meant.status]}
    </p>
  );
}
