import type { Reporter, TestModule } from 'vitest/node';

/** Names every skipped test at the end of a run: none is left out silently. */
export default class SkipReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const skipped = modules.flatMap((module) => [...module.children.allTests('skipped')]);
    if (skipped.length > 0) console.log(['', 'Skipped:', ...skipped.map((test) => `  ${test.fullName}`)].join('\n'));
  }
}
