import {
  approve,
  assign,
  changeCounterparty,
  comment,
  createCounterparty,
  type DeclaredAct,
  type DoneBy,
  dismiss,
  endMeasure,
  endSenderWatch,
  handOver,
  hold,
  nameCounterpartyOf,
  noteInCase,
  noteLetterReply,
  noteLetterSent,
  proposeMeasure,
  reopen,
  retryMails,
  revertChange,
  strikeInCase,
  watchSender,
  withdrawLetter,
} from '../../../actions/index.ts';
import type { Written } from './act.ts';
import { namedOfCase, savedJson } from './counterparties.ts';
import { assigned, commented, standing, watched } from './desk.ts';
import { letterNamed } from './letters.ts';
import { ended, proposed } from './measures.ts';

const told = <A extends DeclaredAct, T>(act: A, tell: (done: DoneBy<A>) => T) => ({ act, tell });

/** The acts that commands do, and what a command is told of each. What answers with a file or with a link is asked for by a route of its own. */
export const COMMANDED = {
  approve: told(approve, standing),
  dismiss: told(dismiss, standing),
  handOver: told(handOver, standing),
  reopen: told(reopen, standing),
  hold: told(hold, standing),
  assign: told(assign, assigned),
  comment: told(comment, commented),
  watchSender: told(watchSender, watched),
  endSenderWatch: told(endSenderWatch, (ended) => ended),
  noteInCase: told(noteInCase, ({ id }) => ({ id })),
  strikeInCase: told(strikeInCase, (struck) => struck),
  createCounterparty: told(createCounterparty, savedJson),
  changeCounterparty: told(changeCounterparty, savedJson),
  nameCounterpartyOf: told(nameCounterpartyOf, namedOfCase),
  withdrawLetter: told(withdrawLetter, letterNamed),
  noteLetterSent: told(noteLetterSent, letterNamed),
  noteLetterReply: told(noteLetterReply, letterNamed),
  proposeMeasure: told(proposeMeasure, proposed),
  endMeasure: told(endMeasure, ended),
  retryMails: told(retryMails, (retried) => ({ retried })),
  revertChange: told(revertChange, ({ change }) => ({ change })),
} as const;

export type CommandedName = keyof typeof COMMANDED;

/** What an act asks, by fields, as a command gives it: what its address names among it. */
export type GivenTo<Name extends CommandedName> = Written<(typeof COMMANDED)[Name]['act']['ask']>;
export type ToldOf<Name extends CommandedName> = ReturnType<(typeof COMMANDED)[Name]['tell']>;

/** Where it is asked for, by the API and on the socket alike. */
export const addressOf = ({ path, api }: Pick<DeclaredAct, 'path' | 'api'>): string => api?.path ?? path;
