import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shipped } from '../../../src/util/paths.ts';
import { eventually } from '../../support/eventually.ts';
import { fewRules } from './support.ts';

// Only Linux says which processes a process has started.
describe.runIf(process.platform === 'linux')('the room of a service that is killed with -9 ends too', () => {
  it.each(['opened', 'screened'])('when it has just %s', async (moment) => {
    const service = fork(shipped('test/screening/pool/pool-child.mjs'), [JSON.stringify(fewRules())], { execArgv: [] });
    while ((await once(service, 'message'))[0] !== moment);
    const [room] = childrenOf(service.pid!);
    expect(isThere(room!)).toBe(true);
    service.kill('SIGKILL');
    await eventually(() => !isThere(room!));
  });
});

const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);

function isThere(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8')); // dead, though nobody has asked for it
  } catch {
    return false;
  }
}
