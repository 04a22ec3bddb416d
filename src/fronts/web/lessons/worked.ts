import type { Act } from '../../../detect/index.ts';
import type { Language } from '../../shared/index.ts';
import { WORKED_COMPANY_EN } from './worked-company.en.ts';
import { WORKED_COMPANY_JA } from './worked-company.ja.ts';
import type { WorkedMail } from './worked-mail.ts';
import { WORKED_PEOPLE_EN } from './worked-people.en.ts';
import { WORKED_PEOPLE_JA } from './worked-people.ja.ts';

/** Two mails for each act, of which at most one is to be approved; the order tells nothing. */
export const WORKED: Readonly<Record<Language, Readonly<Record<Act, readonly [WorkedMail, WorkedMail]>>>> = {
  ja: { ...WORKED_PEOPLE_JA, ...WORKED_COMPANY_JA },
  en: { ...WORKED_PEOPLE_EN, ...WORKED_COMPANY_EN },
};
