import type { Lane } from '../../store/index.ts';
import type { AssessMail } from '../pipeline.ts';

/** The slow lane has threads of its own. */
type InTurn = Exclude<Lane, 'slow'>;

/** Of so many turns the backlog has one, however many living mails wait. */
const BACKLOG_EVERY = 5;

/**
 * Gives mails their turn at the threads: at most `places` at a time, a living mail before those of the backlog. Without it a
 * batch would put a hundred mails in front of a living one.
 */
export function createTurns(places: number): (lane: InTurn, screen: AssessMail) => AssessMail {
  const waiting: Record<InTurn, (() => void)[]> = { screen: [], backlog: [] };
  let free = places;
  let living = 0; // turns in a row, while the backlog waited

  function next(): (() => void) | undefined {
    const backlogsTurn = waiting.screen.length === 0 || living >= BACKLOG_EVERY - 1;
    const turn = backlogsTurn ? waiting.backlog.shift() : undefined;
    living = turn === undefined && waiting.backlog.length > 0 ? living + 1 : 0;
    return turn ?? waiting.screen.shift();
  }

  async function take(lane: InTurn): Promise<void> {
    if (free === 0) return new Promise((begin) => void waiting[lane].push(begin));
    free -= 1;
  }

  /** Whoever waits next takes the place over. */
  function giveBack(): void {
    const begin = next();
    if (begin === undefined) free += 1;
    else begin();
  }

  return (lane, screen) => async (mail, historyOf) => {
    await take(lane);
    try {
      return await screen(mail, historyOf);
    } finally {
      giveBack();
    }
  };
}
