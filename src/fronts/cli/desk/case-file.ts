import { type Command, Option } from 'commander';
import { CAUSES, HARMS, type Harm, type OwnCause } from '../../../cases/index.ts';
import {
  CONCERNED_AS,
  type ConcernedAs,
  NOTE_KINDS,
  type NoteKind,
  RELATIONS,
  type Relation,
} from '../../../response/index.ts';
import type { Context } from '../context.ts';
import { onDeed } from '../local/does.ts';
import { answerOf, withLocalApi } from '../local/local-api.ts';
import { language, say, word } from '../messages.ts';
import { jsonOption, tell } from '../terminal/done.ts';
import { localTime, printable } from '../terminal/terminal.ts';

interface Note {
  readonly words: string;
  readonly on?: string;
  readonly as: ConcernedAs;
  readonly relation: Relation;
  readonly name: string;
  readonly harm?: Harm;
  readonly cause?: OwnCause;
}

/** Kinds of notes and of what happened, in words. */
const KINDS = (): Readonly<Record<NoteKind | 'mail' | 'answer' | 'decision' | 'comment', string>> => ({
  person: say('関係者', 'person'),
  fact: say('事実', 'fact'),
  effect: say('影響', 'effect'),
  cause: say('当社側の原因', 'cause on our side'),
  judgement: say('評価', 'judgement'),
  mail: say('メール', 'mail'),
  answer: say('当社の返信', 'our answer'),
  decision: say('判断', 'decision'),
  comment: say('コメント', 'comment'),
});

export function addCaseFile(program: Command, context: Context): void {
  const { load, action } = context;
  const file = program.command('case-file').description(say('案件のファイル', 'case files'));

  file
    .command('show <case>')
    .description(say('経過と、書き留めたこと', 'what happened, and what is noted'))
    .addOption(jsonOption())
    .option('--reveal', say('伏せる言葉も表示', 'show words that are hidden else'))
    .action(
      action(async (id: string, { json, reveal }: { json?: true; reveal?: true }) => {
        const query = { reveal: json || reveal ? 'true' : 'false', language: language() } as const;
        const found = await withLocalApi(context, (api) =>
          answerOf(api.cases[':id'].file.$get({ param: { id }, query })),
        );
        const { timeZone } = load().config.company;
        const kinds = KINDS();
        const lines = [
          ...found.events.map(({ at, kind, by, source, band }) =>
            [localTime(at, timeZone), kinds[kind], by ?? source ?? '', band === null ? '' : word(band)].join(' '),
          ),
          ...found.notes.map(({ id: note, note: { kind, words, ...rest }, by, at, struck }) => {
            const name = 'name' in rest && rest.name !== '' ? `${rest.name} ` : '';
            const on = 'on' in rest && rest.on !== null ? `${rest.on} ` : '';
            const gone = struck === null ? '' : ` ${say('（取り消し済み）', '(struck)')}`;
            return `[${note}] ${localTime(at, timeZone)} ${kinds[kind]} ${by}: ${on}${name}${words}${gone}`;
          }),
        ];
        return tell(context, json, found, lines.map((line) => printable(line).trimEnd()).join('\n'));
      }),
    );

  onDeed(
    file
      .command('note <case> <kind>')
      .description(
        say(`書き留める（種類: ${NOTE_KINDS.join('、')}）`, `note something; kinds: ${NOTE_KINDS.join(', ')}`),
      )
      .option('--words <text>', say('言葉', 'words'), '')
      .option(
        '--on <day>',
        say('事実のあった日（YYYY-MM-DD、分からなければ省略）', 'day of the fact, when it is known'),
      )
      .addOption(
        new Option('--as <as>', say('関係者の立場', 'how the person is concerned'))
          .choices(CONCERNED_AS)
          .default('present'),
      )
      .addOption(
        new Option('--relation <relation>', say('当社との関係', 'who they are to us'))
          .choices(RELATIONS)
          .default('employee'),
      )
      .option('--name <name>', say('関係者の名前', 'name of the person'), '')
      .addOption(new Option('--harm <harm>', say('影響の種類', 'kind of effect')).choices(HARMS))
      .addOption(new Option('--cause <cause>', say('当社側の原因', 'cause on our side')).choices(CAUSES)),
    context,
    'noteInCase',
    (note: Note, id, kind) => ({ id, kind: kind as NoteKind, ...note }),
    () => say('書き留めました', 'noted'),
  );

  onDeed(
    file
      .command('strike <case> <note> <why>')
      .description(
        say(
          '誤りだったことを理由を添えて取り消す（読めるまま残る）',
          'strike a note that was wrong, and say why; it stays readable',
        ),
      ),
    context,
    'strikeInCase',
    (_, id, note, why) => ({ id, note, why }),
    () => say('取り消しました', 'struck'),
  );
}
