import { ACTS } from '../../detect/index.ts';
import { noteLesson } from '../../store/index.ts';
import { act } from '../kernel/act.ts';
import { choice, named } from '../kernel/ask.ts';
import { lessonOn } from './lessons.ts';

/** Looks at an answer: only a right one is noted, as a lesson that was finished. How often somebody answered before, and what, is nobody's business. */
export const finishLesson = act({
  path: '/lessons/:act',
  right: 'account',
  audit: 'lesson.finish',
  ask: { act: named(ACTS), answer: choice(['0', '1']) },
  logged: ['act'],
  told: ({ right }: { readonly right: boolean; readonly account: string }) => (right ? {} : null),
  to: (_, { account }) => account,
  async do(tx, { act, answer }, { person, at }) {
    const right = Number(answer) === lessonOn(act, 'ja').check.which; // it is the same in both languages
    if (right) await noteLesson(tx, person!, act, at);
    return { right, account: `account/${person}` };
  },
});
