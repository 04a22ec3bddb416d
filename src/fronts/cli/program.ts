import { Command, Option } from 'commander';
import { loadConfig } from '../../config/index.ts';
import { ownVersion } from '../../util/paths.ts';
import { addAcceptKey } from './commands/accept-key.ts';
import { addAudit } from './commands/audit.ts';
import { addBackup, addRestore } from './commands/backup.ts';
import { addCases } from './commands/cases.ts';
import { addCheck } from './commands/check.ts';
import { addEvidence } from './commands/evidence.ts';
import { addMails } from './commands/failed-mails.ts';
import { addPurge } from './commands/purge.ts';
import { addScan } from './commands/scan.ts';
import { addStart } from './commands/start.ts';
import { addStatus } from './commands/status.ts';
import { addUser } from './commands/user.ts';
import { addWhy } from './commands/why.ts';
import type { Context } from './context.ts';
import { addCaseFile } from './desk/case-file.ts';
import { addCounterparties } from './desk/counterparties.ts';
import { addWatches } from './desk/desk.ts';
import { addLetters } from './desk/letters.ts';
import { addMeasures } from './desk/measures.ts';
import { addDict } from './dict/dict.ts';
import type { ExitCode } from './errors.ts';
import { withOwnHelp } from './help.ts';
import type { Io } from './io.ts';
import { say } from './messages.ts';
import { addBackground } from './tuning/background.ts';
import { addEval } from './tuning/eval.ts';
import { addQuality } from './tuning/quality.ts';
import { addTrain } from './tuning/train.ts';
import { addRollback } from './upgrade/rollback.ts';
import { addUpgrade } from './upgrade/upgrade.ts';

/** Everything the command line understands. `ended` is told the exit code of the command that ran. */
export function createProgram(io: Io, ended: (code: ExitCode) => void): Command {
  const program = withOwnHelp(new Command('komainu'), io)
    .description(
      say('共有メールボックスのカスタマーハラスメント対応を支援', 'triage of customer harassment for shared mailboxes'),
    )
    .version(ownVersion(), '-V, --version', say('版を表示', 'show the version'))
    .addOption(
      new Option(
        '--lang <language>',
        say('表示言語（既定は LANG、なければ ja）', 'language (default: of LANG, else ja)'),
      ).choices(['ja', 'en']),
    )
    .option('--config <file>', say('設定ファイル（既定 komainu.yaml）', 'configuration file (default komainu.yaml)'));
  const context: Context = {
    io,
    load: (inParts) => loadConfig(program.opts<{ config?: string }>().config ?? null, io.env, io.cwd, inParts),
    action:
      (handle) =>
      async (...args) => {
        ended(await handle(...args));
      },
  };
  for (const add of [
    addStart,
    addStatus,
    addCheck,
    addScan,
    addWhy,
    addEval,
    addCases,
    addCaseFile,
    addCounterparties,
    addLetters,
    addMeasures,
    addWatches,
    addMails,
    addUser,
    addAudit,
    addEvidence,
    addDict,
    addBackup,
    addRestore,
    addUpgrade,
    addRollback,
    addAcceptKey,
    addPurge,
    addTrain,
    addBackground,
    addQuality,
  ])
    add(program, context);
  return program;
}
