import { noHistory, type Rules, screen } from '../../screening/index.ts';
import { toRawMail } from '../raw-mail.ts';
import type { JudgeText } from './run.ts';

const DATE = '2026-10-06T10:00:00+09:00'; // a Tuesday morning: no points for the night

/** Judges a generated text as the first mail of a stranger. */
export const judgeBy =
  (rules: Rules): JudgeText =>
  async ({ subject, body }) => {
    const bytes = toRawMail({
      id: 'functional',
      from: 'sato@example.com',
      to: 'support@example.jp',
      date: DATE,
      subject,
      body,
    });
    const { assessment } = await screen({ bytes, receivedAt: new Date(DATE), source: 'functional' }, rules, noHistory);
    return assessment.band;
  };
