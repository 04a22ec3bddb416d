import type { Act } from '../../../detect/index.ts';
import type { Language } from '../../shared/index.ts';
import type { Lesson } from './lesson.ts';
import { COMPANY_EN } from './lessons-company.en.ts';
import { COMPANY_JA } from './lessons-company.ja.ts';
import { PEOPLE_EN } from './lessons-people.en.ts';
import { PEOPLE_JA } from './lessons-people.ja.ts';

/** One for each act. */
export const LESSONS: Readonly<Record<Language, Readonly<Record<Act, Lesson>>>> = {
  ja: { ...PEOPLE_JA, ...COMPANY_JA },
  en: { ...PEOPLE_EN, ...COMPANY_EN },
};
