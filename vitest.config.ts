import { availableParallelism, tmpdir } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';
import { memoryFolder } from './test/support/system.ts';

process.env.TMPDIR ??= memoryFolder() ?? tmpdir(); // for the workers and what they start, too

const INTEGRATION = ['test/**/*.{integration,chromium}.test.ts'];
const SERVERS = ['test/support/global-setup.ts'];
const SLOW = ['test/**/*.slow.test.ts'];
const IMAGE = ['test/image/*.test.ts'];

/**
 * A test's name says what it needs. `x.test.ts`: nothing (`npm run test:unit`). `x.integration.test.ts`: a store, a server or
 * the build; `x.chromium.test.ts`: a browser besides. `x.slow.test.ts`: shortened in `npm test`, at length with
 * `npm run test:slow` (`--mode slow`). test/image builds and runs the image, with `npm run test:image` alone.
 */
export default defineConfig(({ mode }) => ({
  test: {
    maxWorkers: availableParallelism() + 1, // a third of a run is waiting for servers, timers and other processes
    sequence: { sequencer: LongestFirst },
    reporters: ['default', './test/support/skip-reporter.ts'],
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/**/*.test.{ts,tsx}'], exclude: [...INTEGRATION, ...SLOW, ...IMAGE] },
      },
      { extends: true, test: { name: 'integration', include: INTEGRATION, globalSetup: SERVERS } },
      // At the project itself: what it extends is read anew without the mode.
      {
        extends: true,
        test: { name: 'slow', include: SLOW, globalSetup: SERVERS, provide: { atLength: mode === 'slow' } },
      },
      ...(mode === 'image' ? [{ extends: true as const, test: { name: 'image', include: IMAGE } }] : []), // takes minutes, and a machine of its own
    ],
    experimental: { fsModuleCache: true }, // what was compiled is kept in node_modules: a third of a run while one works
    isolate: false, // a worker keeps what it has imported, and kuromoji's dictionary, from file to file
    testTimeout: 30_000, // nothing is asserted about time; what needs longer says so at the test
    hookTimeout: 60_000, // hooks start servers, on a machine that may do much else
  },
}));
