import { problemWords as inWords } from '../../../detect/index.ts';
import type { DraftProblem } from '../../../tuning/index.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

/** What is wrong with a draft, as a sentence for whoever wrote it. */
export function problemWords(problem: DraftProblem, { tuning: say, language }: Messages): string {
  switch (problem.code) {
    case 'id':
    case 'id-exception':
    case 'id-taken':
    case 'no-words':
    case 'no-example':
    case 'no-acts':
    case 'no-label':
      return say.problems[problem.code];
    case 'too-many':
      return say.tooMany(say.field(problem.field), problem.has, problem.most);
    case 'too-long':
      return say.tooLong(say.field(problem.field), inertLine(problem.words), problem.most);
    case 'regex':
      return say.regex(inertLine(problem.words, 60));
    case 'matches-everything':
      return say.everything(problem.sentence);
    case 'example-missed':
      return say.exampleMissed(inertLine(problem.sentence, 120));
    case 'example-found':
      return say.exampleFound(inertLine(problem.sentence, 120));
    case 'not-left-out':
      return say.notLeftOut(inertLine(problem.sentence, 120));
    case 'written':
      return inertLine(inWords(problem.problem.message, language.code));
  }
}
