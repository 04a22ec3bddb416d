import { Buffer } from 'node:buffer';
import { parentPort } from 'node:worker_threads';

// The thread that screens, and that some mails are too much for.

const kept = [];
const poisons = {
  loop() {
    for (;;);
  },
  crash() {
    throw new TypeError('a bug');
  },
  exit() {
    process.exit(3);
  },
  heap() {
    for (let i = 0; ; i++) kept.push({ i, text: `${i}` });
  },
  abort() {
    process.kill(process.pid, 'SIGABRT'); // as V8 does at what is too big for it
  },
  buffers() {
    for (;;) kept.push(Buffer.alloc(10_000_000, 1));
  },
};

await import('../../../dist/screening/pool/thread.js'); // its listener comes first: who listens starts the port

parentPort.on('message', (message) => {
  if (message.kind !== 'mail') return;
  const poison = /^X-Poison: (.*)\r$/m.exec(Buffer.from(message.mail.bytes).toString('latin1'))?.[1];
  if (poison !== undefined) poisons[poison]();
});
