import type { CheckedSource } from '../../fronts/shared/index.ts';
import type { SignIns } from '../../intake/index.ts';
import type { Logger } from '../../util/log.ts';
import { createSource } from '../intake.ts';
import type { LiveSettings } from './live.ts';

/** Tries the sources that are set up in the store: those of the file whoever asks can try by itself. */
export async function checkSetUp(
  settings: Pick<LiveSettings, 'current'>,
  signIns: SignIns,
  log: Logger,
): Promise<readonly CheckedSource[]> {
  const { config, written } = settings.current();
  const own = config.sources.filter(({ name }) => !config.sample && !written.has(`source/${name}`));
  return Promise.all(
    own.map(async (source) => {
      const { name } = source;
      try {
        return { name, ok: true, sentence: await createSource(source, config, signIns, log).check() };
      } catch (error) {
        return { name, ok: false, sentence: (error as Error).message };
      }
    }),
  );
}
