import type { Config } from '../../config/index.ts';
import { compileInThread, type PackedRules, readRuleFiles } from '../../screening/index.ts';
import { createShadow, type ShadowScreening } from '../../screening/job/index.ts';
import { openPool } from '../../screening/pool/index.ts';
import { type Db, filesOfShadow } from '../../store/index.ts';
import { unpackVersions, withRules } from '../../tuning/index.ts';
import { type Logger, logFor } from '../../util/log.ts';

const LOOK_EVERY_MS = 5_000;
const DEADLINE_MS = 10_000; // of a mail; nobody waits for it

interface ShadowDeps {
  readonly config: Config;
  readonly db: Db;
  readonly packedRules: () => PackedRules; // in force
  readonly log: Logger;
}

/** Runs the shadow beside the screening of this process, while there is one: in a process of its own that gives way to others. */
export function startShadow({ config, db, packedRules, log }: ShadowDeps): ShadowScreening {
  const say = logFor(log, 'screen');
  const shadow = createShadow({
    db,
    now: () => new Date(),
    inForce: packedRules,
    async open({ id, rules }) {
      const files = await readRuleFiles(config);
      const folder = await filesOfShadow(db, id);
      const dictionary = folder === null ? await withRules(files.dictionary, rules) : unpackVersions(folder)[0]!;
      const packed = await compileInThread({ ...files, dictionary });
      return openPool({ threads: 1, rules: () => packed, log: say, deadlineMs: DEADLINE_MS, givesWay: true });
    },
  });
  const sweep = () =>
    shadow.sweep().catch((error: Error) => say.warn({ error: error.name }, 'the shadow could not be looked after'));
  let sweeping = sweep();
  const timer = setInterval(() => {
    sweeping = sweeping.then(sweep);
  }, LOOK_EVERY_MS);
  return {
    ...shadow,
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      await sweeping;
      await shadow[Symbol.asyncDispose]();
    },
  };
}
