import { isFlagged } from '../../detect/index.ts';
import { toRawMail } from '../../mail/index.ts';
import { type Mail, noHistory, type Rules, screen } from '../../screening/index.ts';
import type { JudgeText } from './run.ts';
import type { FunctionalText } from './texts.ts';

const DATE = '2026-10-06T10:00:00+09:00'; // a Tuesday morning: no points for the night

/** A generated text as the first mail of a stranger. */
export const functionalMail = ({ subject, body }: FunctionalText): Mail => ({
  bytes: toRawMail({
    id: 'functional',
    from: 'sato@example.com',
    to: 'support@example.jp',
    date: DATE,
    subject,
    body,
  }),
  receivedAt: new Date(DATE),
  source: 'functional',
});

export const judgeBy =
  (rules: Rules): JudgeText =>
  async (text) => {
    const { band, worry } = (await screen(functionalMail(text), rules, noHistory)).assessment;
    return worry.length > 0 && !isFlagged(band) ? 'review' : band; // a worry waits like what is to be reviewed
  };
