import type { LoadedConfig } from '../../config/index.ts';
import type { ExitCode } from './errors.ts';
import type { Io } from './io.ts';

/** What every command is given. */
export interface Context {
  readonly io: Io;
  /** The configuration that `--config` names, read when asked for; for a part by itself that is to be started. @throws ConfigError */
  readonly load: (inParts?: boolean) => LoadedConfig;
  /** Makes an action for commander out of a function that gives the exit code. */
  readonly action: <A extends unknown[]>(handle: (...args: A) => Promise<ExitCode>) => (...args: A) => Promise<void>;
}
