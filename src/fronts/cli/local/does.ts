import type { Command } from 'commander';
import type { DeclaredAct } from '../../../actions/index.ts';
import type { CommandedName, GivenTo, ToldOf } from '../../api/local/index.ts';
import type { Context } from '../context.ts';
import { jsonOption, tell } from '../terminal/done.ts';
import { type Answer, answerOf, type Reached, reachLocalApi } from './local-api.ts';

/** Does an act for whoever gives the command, where the store was found. @throws CommandError in the words of what refused it */
export async function does<Name extends CommandedName>(
  { send }: Pick<Reached, 'send'>,
  name: Name,
  given: GivenTo<Name>,
): Promise<ToldOf<Name>> {
  const { addressOf, COMMANDED } = await import('../../api/local/index.ts');
  const { act }: { readonly act: Pick<DeclaredAct, 'path' | 'api'> } = COMMANDED[name];
  const fields: Readonly<Record<string, unknown>> = given;
  const path = addressOf(act).replace(/:(\w+)/g, (_, field) => encodeURIComponent(String(fields[field])));
  const meant = act.api?.kind === undefined ? {} : { kind: act.api.kind };
  return answerOf<ToldOf<Name>>(send(path, { ...fields, ...meant }) as Promise<Answer<ToldOf<Name>>>);
}

/** A command that does one act, and says so: as JSON, or in a sentence. */
export function onDeed<Name extends CommandedName, Options extends object>(
  command: Command,
  context: Context,
  name: Name,
  given: (options: Options, ...named: string[]) => GivenTo<Name>,
  said: (told: ToldOf<Name>, asked: GivenTo<Name>) => string,
): void {
  command.addOption(jsonOption()).action(
    context.action(async (...all: unknown[]) => {
      const named = all.slice(0, -2) as string[];
      const { json, ...options } = all.at(-2) as { readonly json?: true };
      const asked = given(options as Options, ...named);
      const answer = await reachLocalApi(context, (reached) => does(reached, name, asked));
      return tell(context, json, answer, said(answer, asked));
    }),
  );
}
