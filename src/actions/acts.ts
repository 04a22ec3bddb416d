import { answerCooperation, recordCooperation } from './cooperation/requests.ts';
import { addExpert, endExpert } from './experts/contacts.ts';
import type { DeclaredAct } from './kernel/act.ts';

/** Everything that is declared as an act. What is not here nobody can do. */
export const ACTS = [recordCooperation, answerCooperation, addExpert, endExpert] as unknown as readonly DeclaredAct[];
