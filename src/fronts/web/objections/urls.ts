import type { CaseId } from '../../../cases/index.ts';
import type { Objection } from '../../../response/index.ts';
import { caseTabUrl } from '../cases/tabs.tsx';

/** Where an objection is: in its case; where it has none, in the list of all. */
export const objectionUrl = (
  { id, caseId, aside = null }: Pick<Objection, 'id' | 'caseId'> & Partial<Pick<Objection, 'aside'>>,
  more: Readonly<Record<string, string>> = {},
): string =>
  caseId === null || aside !== null
    ? `/objections?${new URLSearchParams({ objection: id, ...more })}#objection`
    : `${caseTabUrl(caseId, 'response', { objection: id, ...more })}#objection`;

/** Where one more is written down. @param against as its form has it: `case`, `letter-1`, `measure-1` */
export const objectingUrl = (caseId: CaseId, against: string): string =>
  `${caseTabUrl(caseId, 'response', { against })}#add`;
