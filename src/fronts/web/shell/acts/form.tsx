import type { DeclaredAct, FieldProblem, FieldProblems, Shape } from '../../../../actions/index.ts';
import type { Day } from '../../../../response/index.ts';
import { Field, Group, LongText, Radio } from '../form-components.tsx';
import { first, type Values } from '../form-values.ts';
import type { Messages } from '../messages.ts';
import type { ActWords, FieldWords } from './words.ts';

/** A form that came and was not taken: shown again as it was, with what is wrong. */
export interface Tried {
  readonly act: DeclaredAct;
  readonly values: Values;
  readonly problems: FieldProblems;
}

interface ActFormProps<A extends DeclaredAct> {
  readonly act: A;
  readonly say: ActWords<A>;
  readonly messages: Messages;
  readonly today: Day;
  readonly tried: Tried | null;
  readonly at?: Readonly<Record<string, string>>; // what its address names
  readonly usual?: Readonly<Record<string, string>>; // what stands in its fields at first
  readonly look?: 'primary' | 'quiet'; // what people come to the page for, or what stands beside each line
  readonly called?: string; // the button, for whoever hears the page, where one of several does not say enough
}

/** Whether it was this form that was not taken: of several of one act, the one with the same address. */
export const isTried = (
  tried: Tried | null,
  { path }: DeclaredAct,
  at: Readonly<Record<string, string>> = {},
): boolean =>
  tried !== null &&
  tried.act.path === path &&
  Object.entries(at).every(([name, one]) => first(tried.values, name) === one);

/** The form of an act: its fields, what each takes, and what was wrong with them. */
export function ActForm<A extends DeclaredAct>({
  act,
  say,
  tried,
  at = {},
  usual = {},
  look,
  called,
  ...rest
}: ActFormProps<A>) {
  const own = isTried(tried, act, at) ? tried : null;
  const words = say.fields as Readonly<Record<string, FieldWords>>;
  const address = Object.entries(at).reduce((path, [name, one]) => path.replace(`:${name}`, one), act.path as string);
  const values = own?.values ?? Object.fromEntries(Object.entries(usual).map(([name, one]) => [name, [one]]));
  const fields = Object.entries(act.shapes).filter(([name]) => at[name] === undefined);
  const button = (
    <button
      type="submit"
      class={look === 'quiet' ? 'quiet' : look === 'primary' ? 'button primary' : 'button'}
      aria-label={called}
    >
      {say.do}
    </button>
  );
  return (
    <form method="post" action={address}>
      {fields.map(([name, shape]) => (
        <ActField
          {...{ name, shape, words: words[name]!, values, ...rest }}
          id={[name, ...Object.values(at)].join('-')}
          problem={own?.problems[name]}
        />
      ))}
      {fields.length === 0 ? button : <div class="buttons">{button}</div>}
    </form>
  );
}

interface ActFieldProps {
  readonly id: string;
  readonly name: string;
  readonly shape: Shape;
  readonly words: FieldWords;
  readonly values: Values;
  readonly problem: FieldProblem | undefined;
  readonly messages: Messages;
  readonly today: Day;
}

function ActField({ id, name, shape, words, values, problem, messages, today }: ActFieldProps) {
  const { label, hint, options = {} } = words;
  const most = shape.maxLength ?? 0;
  const error =
    problem && (problem === 'too-long' ? messages.fields.tooLong(most) : (words.wrong ?? messages.fields.wrong));
  const value = first(values, name);
  switch (shape.kind) {
    case 'line':
      return <Field {...{ id, name, label, hint, error, most, value }} type="text" autocomplete="off" />;
    case 'text':
      return <LongText {...{ id, name, label, error, values, most, rows: 4 }} hint={hint} />;
    case 'choice':
      return (
        <Group {...{ id, title: label, error }} {...(hint === undefined ? {} : { hint })}>
          {(shape.enum ?? []).map((one) => (
            <Radio {...{ values, name, value: one, label: options[one] ?? one }} />
          ))}
        </Group>
      );
    case 'day': {
      const range = shape.lies === 'ahead' ? { min: today } : { max: today };
      return <Field {...{ id, name, label, hint, error, value, ...range }} type="date" />;
    }
    case 'id':
      return <input type="hidden" name={name} value={value} />;
  }
}
