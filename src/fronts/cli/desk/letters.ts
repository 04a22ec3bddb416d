import { type Command, Option } from 'commander';
import { LETTER_TITLES, SENDING_WAYS, type SendingWay } from '../../../response/index.ts';
import type { Context } from '../context.ts';
import { CommandError } from '../errors.ts';
import { onDeed } from '../local/does.ts';
import { answerOf, withLocalApi } from '../local/local-api.ts';
import { language, say } from '../messages.ts';
import { tell } from '../terminal/done.ts';
import { writeNew } from '../terminal/files.ts';
import { linesOption, printList } from '../terminal/list.ts';
import { localTime } from '../terminal/terminal.ts';

const STAGES = () => ({
  draft: say('起案', 'draft'),
  approved: say('承認済み', 'approved'),
  sent: say('送付済み', 'sent'),
  answered: say('返答あり', 'answered'),
  withdrawn: say('取り下げ', 'withdrawn'),
});

interface Sent {
  readonly day: string;
  readonly way: SendingWay;
  readonly note: string;
}

export function addLetters(program: Command, context: Context): void {
  const { io, load, action } = context;
  const letters = program
    .command('letters')
    .description(
      say(
        '相手方への文書（起案と承認は人が画面で行う）',
        'letters to the other side; people draft and approve them in the browser',
      ),
    );

  letters
    .command('list <case>')
    .description(say('案件の文書と、どこまで進んだか', 'letters of a case, and how far each has come'))
    .addOption(linesOption('1通1行のJSON', 'a line of JSON per letter'))
    .action(
      action(async (id: string, { json }: { json?: true }) => {
        const found = await withLocalApi(context, (api) => answerOf(api.cases[':id'].letters.$get({ param: { id } })));
        const { timeZone } = load().config.company;
        return printList(io, json, found.letters, [
          [say('番号', 'ID'), (one) => one.id],
          [say('種類', 'kind'), ({ kind }) => LETTER_TITLES[language()][kind]],
          [say('状態', 'stage'), ({ stage }) => STAGES()[stage]],
          [say('起案', 'drafted'), ({ drafted }) => `${localTime(drafted.at, timeZone)} ${drafted.by}`],
          [say('承認した人', 'approved by'), ({ approved }) => approved?.by ?? ''],
          [say('送付日', 'sent on'), ({ sent }) => sent?.day ?? ''],
        ]);
      }),
    );

  letters
    .command('save <case> <letter>')
    .description(say('承認した文書を保存する', 'save a file of an approved letter'))
    .requiredOption('--out <file>', say('作るファイル（.pdf か .docx）', 'file to write: .pdf or .docx'))
    .action(
      action(async (id: string, letter: string, { out }: { out: string }) => {
        const file = /\.(pdf|docx)$/i.exec(out)?.[1]?.toLowerCase() as 'pdf' | 'docx' | undefined;
        if (file === undefined)
          throw new CommandError(say('--out は .pdf か .docx で終わります', '--out ends in .pdf or .docx'), 2);
        const bytes = await withLocalApi(context, async (api) => {
          const response = await api.cases[':id'].letters[':letter'].file.$get({
            param: { id, letter },
            query: { file },
          });
          if (!response.ok) await answerOf<unknown>(Promise.resolve(response)); // says why
          return new Uint8Array(await response.arrayBuffer());
        });
        await writeNew(io, out, bytes);
        return tell(context, false, null, say(`${out} に保存しました`, `written to ${out}`));
      }),
    );

  onDeed(
    letters
      .command('withdraw <case> <letter>')
      .description(say('送っていない文書を取り下げる', 'withdraw one that has not gone out')),
    context,
    'withdrawLetter',
    (_, id, letter) => ({ id, letter }),
    () => say('取り下げました', 'withdrawn'),
  );

  onDeed(
    letters
      .command('sent <case> <letter>')
      .description(say('人が送ったことを記録する', 'write down that somebody sent one'))
      .requiredOption('--day <day>', say('送った日（YYYY-MM-DD）', 'day on which it was sent'))
      .addOption(new Option('--way <way>', say('送り方', 'how')).choices(SENDING_WAYS).makeOptionMandatory())
      .option('--note <text>', say('メモ', 'note'), ''),
    context,
    'noteLetterSent',
    (sent: Sent, id, letter) => ({ id, letter, ...sent }),
    () => say('記録しました', 'written down'),
  );

  onDeed(
    letters
      .command('reply <case> <letter>')
      .description(say('返ってきたことを記録する', 'write down what came back'))
      .requiredOption('--day <day>', say('届いた日（YYYY-MM-DD）', 'day on which it came'))
      .requiredOption('--note <text>', say('内容', 'what it says')),
    context,
    'noteLetterReply',
    ({ day, note }: Omit<Sent, 'way'>, id, letter) => ({ id, letter, day, note }),
    () => say('記録しました', 'written down'),
  );
}
