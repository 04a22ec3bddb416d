import type { Child } from 'hono/jsx';
import type { CaseDetail } from '../../../cases/index.ts';
import { todayIn } from '../../../response/index.ts';
import { type FrontDeps, maskingOf } from '../../shared/index.ts';
import type { Tried } from '../shell/acts/form.tsx';
import type { WebContext } from '../shell/page.tsx';
import { AnswerView } from './answer.tsx';

/** What was handed in and written since, and room for an answer. Null: nobody handed it in. */
export async function answerCard(
  c: WebContext,
  deps: FrontDeps,
  detail: CaseDetail,
  tried: Tried | null,
): Promise<Child> {
  if (detail.report === null) return null;
  const { maskAll } = c.get('preferences');
  const masking = await maskingOf(deps.db, detail, { language: c.get('language'), maskAll });
  return (
    <AnswerView
      messages={c.get('messages')}
      clock={c.get('clock')}
      caseId={detail.id}
      consultation={detail.report}
      cover={masking.cover}
      today={todayIn(deps.company.timeZone, deps.now())}
      tried={tried}
      sent={c.req.query('saved') === 'answer'}
    />
  );
}
