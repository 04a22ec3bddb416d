import v8 from 'node:v8';
import { type Command, Option } from 'commander';
import type { StartStep } from '../../../app.ts';
import { createLogger } from '../../../util/log.ts';
import type { Context } from '../context.ts';
import { say } from '../messages.ts';
import { startSample } from './start-sample.ts';

const STEPS: Readonly<Record<StartStep, readonly [ja: string, en: string]>> = {
  store: ['データベースを開いています', 'Opening the database'],
  rules: ['辞書を読んでいます', 'Reading the dictionaries'],
  services: ['サービスを起動しています', 'Starting the services'],
};

export function addStart(program: Command, { io, load, action }: Context): void {
  program
    .command('start')
    .description(
      say('サービスを起動（設定がなければサンプルモード）', 'start the service; without configuration in sample mode'),
    )
    .addOption(
      new Option('--part <part>', say('起動する部分', 'which part to run'))
        .choices(['all', 'intake', 'screen', 'web'] as const)
        .default('all'),
    )
    .action(
      action(async ({ part }: { part: 'all' | 'intake' | 'screen' | 'web' }) => {
        const loaded = load(part !== 'all');
        const stopped = io.stopped(); // before the start, so that Ctrl-C during it ends cleanly too
        const tells = loaded.config.sample || io.errIsTerminal; // else standard error is the log's alone
        const tell = (line: string) => (tells ? void io.err.write(`${line}…\n`) : undefined);
        tell(say('起動しています', 'Starting'));
        // Of a part by itself, what loading leaves behind is collected at once and not kept as room to grow.
        const saves = part !== 'all';
        if (saves) v8.setFlagsFromString('--optimize-for-size');
        const [{ startApp }, { ownerOnlyFiles }] = await Promise.all([
          import('../../../app.ts'),
          import('../../../store/index.ts'),
        ]);
        ownerOnlyFiles(); // here and not where the store is opened: the mask is the whole process's
        const options = {
          part,
          log: createLogger(loaded.config.settings.logLevel),
          env: io.env,
          onStep: (step: StartStep) => tell(say(...STEPS[step])),
        };
        await using app = await (loaded.config.sample
          ? startSample(loaded, options, io.cwd)
          : startApp(loaded, options));
        if (saves) v8.setFlagsFromString('--no-optimize-for-size');
        if (loaded.config.sample) io.out.write(`${say('サンプルモードです', 'This is sample mode')}\n`);
        if (app.url !== null) io.out.write(`${say('審査画面', 'Review app')}: ${app.url}\n`);
        if (app.firstLink !== null)
          io.out.write(
            `${say('最初のサインイン（24時間有効、1回限り）', 'First sign-in (once, within 24 hours)')}: ${app.firstLink}\n`,
          );
        await stopped;
        io.out.write(`${say('停止しています', 'Stopping')}…\n`);
        return 0;
      }),
    );
}
