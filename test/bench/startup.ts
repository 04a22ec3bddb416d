import { measured, type Part } from './figures.ts';
import { peakMemory, serviceFolder, startService } from './service-process.ts';

const ROUNDS = 5;

export const startupPart: Part = {
  about:
    'sample mode on PGlite, as `npm start` runs it, in an empty folder and again; from spawn until it logs `started`',
  async measure() {
    const first: number[] = [];
    const again: number[] = [];
    const memory: (number | null)[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      using folder = serviceFolder();
      for (const times of [first, again]) {
        await using service = await startService(folder.path);
        times.push(service.startedMs);
        memory.push(await service.peakMemory());
      }
    }
    return [
      measured('first start', 'ms', first),
      measured('second start', 'ms', again),
      peakMemory('peak memory when started', memory),
    ];
  },
};
