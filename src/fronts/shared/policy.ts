import { policyNow } from '../../actions/index.ts';
import type { PolicyInForce } from '../../policy/index.ts';
import type { FrontDeps } from './deps.ts';
import type { Language } from './language.ts';

/** What the company says now: as it was published in the browser, else as its file has it. */
export const policyInForce = (
  { db, now, company, policy }: Pick<FrontDeps, 'db' | 'now' | 'company' | 'policy'>,
  language: Language,
): Promise<PolicyInForce> => policyNow({ db, now, timeZone: company.timeZone }, () => policy(language));
