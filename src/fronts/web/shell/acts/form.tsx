import type { Child } from 'hono/jsx';
import type { DeclaredAct, FieldProblem, FieldProblems, RefusalReason, Shape } from '../../../../actions/index.ts';
import type { Day } from '../../../../response/index.ts';
import { FieldError, FileField, Group, LongText, Radio, Tick } from '../form-components.tsx';
import { first, type Values } from '../form-values.ts';
import type { Messages } from '../messages.ts';
import { Field, Select } from './field.tsx';
import type { FieldWords, SomeWords } from './words.ts';
import { inRow, rowsIn } from './written.ts';

/** A form that came and was not taken: shown again as it was, with what is wrong. */
export interface Tried {
  readonly act: DeclaredAct;
  readonly values: Values;
  readonly problems: FieldProblems;
  readonly code: string | null; // of a refusal that no field mends
  readonly reason: RefusalReason | null; // the same with what it tells
}

/** Of the page that shows it again. */
export function statusOf(tried: Tried | null): 200 | 400 | 403 | 409 {
  if (tried === null) return 200;
  if (['own-proposal', 'own-letter', 'wrong-role', 'involved'].includes(tried.code ?? '')) return 403;
  return tried.code !== null || Object.values(tried.problems).includes('taken') ? 409 : 400;
}

interface ActFormProps<A extends DeclaredAct> {
  readonly act: A;
  readonly say: SomeWords<A>;
  readonly messages: Messages;
  readonly today: Day;
  readonly tried: Tried | null;
  readonly at?: Readonly<Record<string, string>>; // what its address names, and what else is settled: nobody is asked for it
  readonly usual?: Readonly<Record<string, string | readonly string[]>>; // what stands in its fields at first
  readonly among?: Readonly<Record<string, readonly Option[]>>; // what a field that picks offers, or a choice whose words are those of another page
  readonly within?: string; // part of the page, where several of its forms ask for something of the same name
  readonly look?: 'primary' | 'quiet'; // what people come to the page for, or what stands beside each line
  readonly called?: string; // the button, for whoever hears the page, where one of several does not say enough
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** One row of a form. */
export interface FormRow {
  readonly values: Values; // of the form
  readonly nameOf: (field: string) => string;
  readonly wrong: boolean; // something in it
  readonly field: (name: string, rows?: number) => Child;
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

/** The parts of a form of an act, for a page that puts them where it wants them. */
export function formOf<A extends DeclaredAct>(props: ActFormProps<A>) {
  const { act, say, tried, at = {}, usual = {}, among = {}, messages, today, within } = props;
  const own = isTried(tried, act, at) ? tried : null;
  const values = own?.values ?? Object.fromEntries(Object.entries(usual).map(([name, one]) => [name, [one].flat()]));
  const words = say.fields as Readonly<
    Record<string, FieldWords & { readonly row?: Readonly<Record<string, FieldWords>> }>
  >;
  const named = Object.entries(at).filter(([name]) => act.path.includes(`:${name}`));
  const drawn = (field: string, name: string, shape: Shape, words: FieldWords | undefined, rows?: number) => (
    <ActField
      {...{ name, values, messages, today, rows, shape, words }}
      among={among[field] ?? []}
      id={[...(within === undefined ? [] : [within]), name.replaceAll('.', '-'), ...named.map(([, one]) => one)].join(
        '-',
      )}
      problem={own?.problems[name]}
    />
  );
  return {
    tried: own,
    action: named.reduce((path, [name, one]) => path.replace(`:${name}`, encodeURIComponent(one)), act.path as string),
    names: Object.keys(act.shapes).filter((name) => at[name] === undefined) as (keyof A['ask'] & string)[],
    /** What is settled and not named by the address. */
    settled: Object.entries(at)
      .filter(([name]) => !act.path.includes(`:${name}`))
      .map(([name, one]) => <input type="hidden" name={name} value={one} />),
    field: (name: keyof A['ask'] & string, rows?: number) => drawn(name, name, act.shapes[name]!, words[name], rows),
    /** The rows of a field that has them, and `more` to add, each with its own fields. */
    rows(name: keyof A['ask'] & string, more = 0): readonly FormRow[] {
      const shapes = act.shapes[name]!.items!.properties!;
      return Array.from({ length: rowsIn(values, name) + more }, (_, i) => ({
        values,
        nameOf: (field: string) => inRow(name, i, field),
        wrong: Object.keys(own?.problems ?? {}).some((one) => one.startsWith(inRow(name, i, ''))),
        field: (field: string, rows?: number) =>
          drawn(field, inRow(name, i, field), shapes[field]!, words[name]?.row?.[field], rows),
      }));
    },
  };
}

/** The form of an act: its fields, what each takes, and what was wrong with them. What its words say of it stands beside its button. */
export function ActForm<A extends DeclaredAct>(props: ActFormProps<A>) {
  const { say, look, called } = props;
  const { action, names, settled, field } = formOf(props);
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
    <form method="post" action={action} class={say.lead === undefined ? undefined : 'act'}>
      {say.lead !== undefined && <p>{say.lead}</p>}
      {settled}
      {names.map((name) => field(name))}
      {names.length === 0 ? button : <div class="buttons">{button}</div>}
    </form>
  );
}

interface ActFieldProps {
  readonly id: string;
  readonly name: string;
  readonly shape: Shape;
  readonly words: FieldWords | undefined;
  readonly values: Values;
  readonly problem: FieldProblem | undefined;
  readonly among: readonly Option[];
  readonly rows: number | undefined; // of several lines
  readonly messages: Messages;
  readonly today: Day;
}

function ActField({ id, name, shape, words, values, problem, among, rows = 4, messages, today }: ActFieldProps) {
  const { label, hint, need, options = {} } = words ?? NO_WORDS;
  const most = shape.maxLength ?? 0;
  const error = problem && wordsOf(problem, words, most, messages);
  const value = first(values, name);
  const offered = (of: readonly string[] = []): readonly Option[] =>
    among.length > 0 ? among : of.map((one) => ({ value: one, label: options[one] ?? one }));
  switch (shape.kind) {
    case 'line':
      return <Field {...{ id, name, label, hint, error, most, value }} type="text" autocomplete="off" />;
    case 'email':
      return <Field {...{ id, name, label, hint, error, most, value }} type="email" autocomplete="off" />;
    case 'secret':
      return <Field {...{ id, name, label, hint, error, most }} type="password" autocomplete="off" />;
    case 'text':
      return <LongText {...{ id, name, label, need, error, values, most, rows, hint }} />;
    case 'choice':
      if (among.length > 0) return <Select {...{ id, name, label, hint, error, values }} options={among} />;
      return (
        <Group {...{ id, title: label, need, hint, error }}>
          {offered(shape.enum).map((one) => (
            <Radio {...{ values, name, ...one }} />
          ))}
        </Group>
      );
    case 'choices':
      return (
        <Group {...{ id, title: label, need, hint, error }}>
          {offered(shape.items?.enum).map((one) => (
            <Tick {...{ values, name, ...one }} />
          ))}
        </Group>
      );
    case 'tick':
      return (
        <>
          <FieldError id={id} error={error} />
          <Tick {...{ values, name, value: '1', label }} />
        </>
      );
    case 'day': {
      const range = shape.lies && (shape.lies === 'ahead' ? { min: today } : { max: today });
      return <Field type="date" {...{ id, name, label, need, hint, error, value }} {...range} />;
    }
    case 'pick':
      return <Select {...{ id, name, label, hint, error, values }} options={among} />;
    case 'number': {
      const { minimum: min, maximum: max } = shape;
      return <Field type="number" {...{ id, name, label, hint, error, value, min, max }} />;
    }
    case 'time':
      return <Field type="time" {...{ id, name, label, hint, error, value }} />;
    case 'days':
      return <LongText {...{ id, name, label, error, values, rows, hint }} most={DAY_LINE * (shape.maxItems ?? 0)} />;
    case 'picks':
      return <Select {...{ id, name, label, hint, error, values }} options={among} several />;
    case 'file':
      return <FileField {...{ id, name, label, error, accept: shape.accept }} hint={hint ?? ''} />;
    case 'files':
      return <FileField {...{ id, name, label, error }} hint={hint ?? ''} multiple />;
    case 'rows':
    case 'parts':
      return <FieldError id={id} error={error} />;
    case 'id':
    case 'seen':
      return <input type="hidden" name={name} value={value} />;
  }
}

const NO_WORDS: FieldWords = { label: '' }; // of what nobody sees
const DAY_LINE = 11; // characters: a day and the end of its line

/** What is said beside a field. */
function wordsOf(
  problem: FieldProblem,
  words: FieldWords | undefined,
  most: number,
  { fields: say }: Messages,
): string {
  if (problem === 'too-long') return words?.tooLong ?? say.tooLong(most);
  return (problem === 'taken' ? words?.taken : undefined) ?? words?.wrong ?? say.wrong;
}
