import { requireCaseId } from '../../../actions/index.ts';
import { type CaseId, type MailId, parseMailId } from '../../../cases/index.ts';
import type { WebContext } from './page.tsx';

/** The case of an address. @throws Refusal `no-such-case` when no case can have such an id. */
export const caseIdOf = (c: WebContext): CaseId => requireCaseId(c.req.param('id') ?? '');

/** The mail of an address; null when no mail can have such an id. */
export const mailIdOf = (c: WebContext): MailId | null => parseMailId(c.req.param('mail') ?? '');
