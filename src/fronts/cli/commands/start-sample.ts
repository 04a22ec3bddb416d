import type { App, StartOptions } from '../../../app.ts';
import { type LoadedConfig, loadWithoutFile } from '../../../config/index.ts';

/**
 * Starts the sample, which somebody at its review app may end: the real installation then begins beside it, in this process, and is served at
 * the same address from the moment that it works. What cannot begin leaves the sample as it is.
 *
 * @param cwd where the data of the real one are
 * @throws as `startApp`
 */
export async function startSample(loaded: LoadedConfig, options: StartOptions, cwd: string): Promise<App> {
  const [{ startApp }, { openDoor }] = await Promise.all([
    import('../../../app.ts'),
    import('../../../services/index.ts'),
  ]);
  const door = await openDoor(loaded.config);
  const running: App[] = [];
  let beginning: Promise<string> | null = null;
  let ending = Promise.resolve();

  const end = async (sample: App): Promise<void> => {
    try {
      await sample[Symbol.asyncDispose]();
    } catch (error) {
      options.log.error({ error: (error as Error).name }, 'the sample did not end as it should');
    }
  };

  /** Asked twice, it begins once, and only whoever was first is given the link. */
  async function begin(): Promise<string> {
    const { onStep: _, ...quietly } = options;
    const real = await startApp(loadWithoutFile(options.env, cwd), { ...quietly, door });
    running.push(real);
    const [sample] = running.splice(0, 1);
    ending = end(sample!);
    options.log.info('the sample has ended, and the real installation begun');
    return real.firstLink === null ? '/sign-in' : new URL(real.firstLink).pathname;
  }

  try {
    const sample = await startApp(loaded, {
      ...options,
      door,
      beginReal() {
        if (beginning !== null) return beginning.then(() => '/sign-in');
        beginning = begin();
        return beginning.catch((error) => {
          beginning = null; // and may be tried again
          throw error;
        });
      },
    });
    running.push(sample);
    const { url, firstLink } = sample;
    return {
      url,
      firstLink,
      async [Symbol.asyncDispose]() {
        await beginning?.catch(() => {});
        await ending;
        for (const one of running) await one[Symbol.asyncDispose]();
        await door[Symbol.asyncDispose]();
      },
    };
  } catch (error) {
    await door[Symbol.asyncDispose]();
    throw error;
  }
}
