import { parentPort, workerData } from 'node:worker_threads';
import type { History } from '../../detect/index.ts';
import { UnreadableMailError } from '../../mail/index.ts';
import { createTokenizer, type Ipadic } from '../../text/index.ts';
import { rulesOver } from '../packed-rules.ts';
import { type HistoryOf, type Rules, screen } from '../pipeline.ts';
import { UnopenedMailError } from '../unopened.ts';
import type { FromThread, ToThread } from './protocol.ts';

// Runs as a worker thread. It judges one mail at a time, and whatever it throws ends it: its process starts a clean one.

const tokenize = createTokenizer(workerData as Ipadic);
let rules: Rules | null = null;
let answer: (history: History) => void = () => {};

const send = (message: FromThread): void => parentPort!.postMessage(message);

parentPort!.on('message', (message: ToThread) => {
  switch (message.kind) {
    case 'rules':
      rules = { ...rulesOver(message.rules), tokenize };
      send({ kind: 'ready' });
      break;
    case 'mail':
      void judge(message);
      break;
    case 'history':
      answer(message.history);
      break;
  }
});

async function judge({ id, mail }: Extract<ToThread, { kind: 'mail' }>): Promise<void> {
  // Should no history come, the promise is dropped with all that waits for it, and the next mail begins.
  const historyOf: HistoryOf = ({ from, messageId, inReplyTo, references }) =>
    new Promise((resolve) => {
      answer = resolve;
      send({ kind: 'asks', id, about: { from, messageId, inReplyTo, references } });
    });
  try {
    send({ kind: 'screened', id, screened: await screen(mail, rules!, historyOf) });
  } catch (error) {
    if (!(error instanceof UnreadableMailError)) throw error;
    if (error instanceof UnopenedMailError) send({ kind: 'unopened', id, code: error.code, message: error.mail });
    else send({ kind: 'unreadable', id, message: error.message });
  }
}
