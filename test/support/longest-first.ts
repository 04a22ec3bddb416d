import { BaseSequencer, type TestSpecification } from 'vitest/node';

const LONG = ['slow', 'chromium', 'integration']; // as a name says it, from what takes minutes to what takes seconds

/** What takes longest begins first, or at the end one worker would be left alone with it. */
export class LongestFirst extends BaseSequencer {
  /** Within a kind by the time of the last run, or by size where there was none: Vitest's own order. */
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

function rank({ moduleId }: TestSpecification): number {
  const place = LONG.findIndex((kind) => moduleId.includes(`.${kind}.test.`));
  return place < 0 ? LONG.length : place;
}
