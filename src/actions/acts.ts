import * as declared from './declared.ts';
import type { DeclaredAct } from './kernel/act.ts';

const isAct = (one: object): one is DeclaredAct => 'shapes' in one;

/** Everything that is declared as an act. What is not here nobody can do. */
export const ACTS: readonly DeclaredAct[] = Object.values<object>(declared).filter(isAct);
