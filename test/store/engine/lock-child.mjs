// Locks the directory named in argv, says 'owned' or why not, and holds it until it is killed or told to release.
import { createInterface } from 'node:readline';
import { lockDirectory } from '../../../dist/store/engine/lock.js';

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
process.stdout.write('ready\n');
await lines.next();
try {
  const lock = await lockDirectory(process.argv[2]);
  process.stdout.write('owned\n');
  await lines.next();
  await lock.release();
  process.stdout.write('released\n');
} catch (error) {
  process.stdout.write(`${error.code}\n`);
}
process.stdin.destroy();
