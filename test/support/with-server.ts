import { describe, inject, it } from 'vitest';
import { SERVERS, type ServerKind } from './available.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Why a server cannot be had, by kind; from the global setup. */
    missingServers: Partial<Record<ServerKind, string>>;
    /** Where the servers that test files share are asked for. */
    sharedServers: string;
    /** `npm run test:slow`: at length; else in the short form that runs with all other tests. */
    atLength: boolean;
  }
}

/** `describe` for tests that need a server: skipped by name and reason where there is none, failed with CI=true. */
export function describeWithServer(kind: ServerKind, title: string, define: () => void): void {
  const reason = inject('missingServers')[kind];
  if (reason === undefined) {
    describe(title, { timeout: SERVERS[kind].timeoutMs }, define);
  } else if (process.env.CI === 'true') {
    describe(title, () => {
      it(`needs ${SERVERS[kind].label}`, () => {
        throw new Error(reason);
      });
    });
  } else {
    describe.skip(`${title} [skipped: ${reason}]`, define);
  }
}
