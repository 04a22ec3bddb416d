import type { Child } from 'hono/jsx';
import type { CaseDetail } from '../../../cases/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { careCard } from '../care/section.tsx';
import { fileCard } from '../case-file/section.tsx';
import { answerCard } from '../consultations/answer-section.tsx';
import { similarCard } from '../decide/similar-section.tsx';
import { evidenceCard } from '../evidence/section.tsx';
import { expertsCard } from '../experts/case-section.tsx';
import { addedCard } from '../further/added.tsx';
import { lettersCard } from '../letters/section.tsx';
import { measuresCard } from '../measures/section.tsx';
import { referralsCard } from '../objections/referrals.tsx';
import { objectionsCard } from '../objections/section.tsx';
import { can, type WebContext } from '../shell/page.tsx';
import { NextStep, nextStepOf } from './next-step.tsx';
import type { CaseTab } from './tabs.tsx';

/** Parts of tabs, of which one may come back with a form that was not taken. */
export type Parts = Readonly<
  Partial<
    Record<
      'similar' | 'care' | 'measures' | 'experts' | 'answer' | 'letters' | 'evidence' | 'file' | 'referrals',
      Child
    >
  >
>;

/** What stands in a tab; parts that somebody has no right to are not there. Null: the mails themselves, in whose place those that are alike can stand. */
export async function contentsOf(
  c: WebContext,
  deps: FrontDeps,
  { detail, tab, came }: { readonly detail: CaseDetail; readonly tab: CaseTab; readonly came: Parts },
): Promise<Child | null> {
  const { id } = detail;
  switch (tab) {
    case 'body':
      return came.similar ?? (c.req.query('similar') === '1' ? similarCard(c, deps, id, { values: null }) : null);
    case 'response':
      return (
        <>
          {await addedCard(c, deps, detail)}
          {detail.status === 'approved' && (
            <NextStep messages={c.get('messages')} id={id} next={await nextStepOf(c, deps, detail)} />
          )}
          {came.care ?? (await careCard(c, deps, id, null))}
          {came.measures ?? (await measuresCard(c, deps, id, null))}
          {await objectionsCard(c, deps, detail)}
          {came.referrals ?? (await referralsCard(c, deps, id, null))}
          {detail.report !== null && (came.answer ?? (await answerCard(c, deps, detail, null)))}
          {can(c, 'experts.manage') && (came.experts ?? (await expertsCard(c, deps, id, null)))}
        </>
      );
    case 'papers': // a letter that is written, or a pack that is put together, stands alone
      return (
        <>
          {can(c, 'cases.letters') &&
            c.req.query('for') === undefined &&
            (came.letters ?? (await lettersCard(c, deps, id)))}
          {can(c, 'cases.evidence') &&
            c.req.query('kind') === undefined &&
            (came.evidence ?? (await evidenceCard(c, deps, id)))}
        </>
      );
    case 'history':
      return came.file ?? (await fileCard(c, deps, detail, {}));
  }
}
