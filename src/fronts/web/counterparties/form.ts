import type { CounterpartyProblem } from '../../../actions/index.ts';
import type { Contact, Counterparty } from '../../../response/index.ts';
import type { Tried } from '../shell/acts/form.tsx';
import { first, type Values } from '../shell/form-values.ts';
import type { Messages } from '../shell/messages.ts';

/** The facts of a counterparty that have parts, put together of their lines and fields. */
export function partsOf(values: Values): Readonly<Record<string, unknown>> {
  const written = (name: string) => first(values, name);
  const [agreedOn, document] = [written('clauseOn'), written('clauseDocument').trim()];
  return {
    version: Number(written('version')),
    domains: linesOf(written('domains')),
    addresses: linesOf(written('addresses')),
    contacts: linesOf(written('contacts')).map(contactIn),
    clause: agreedOn === '' && document === '' ? null : { agreedOn, document },
    capital: numberIn(written('capital')),
    staff: numberIn(written('staff')),
  };
}

/** One with more parts than there are has no name. */
function contactIn(line: string): Contact {
  const [name = '', post = '', email = '', phone = '', ...more] = line.split(/[,、，]/).map((part) => part.trim());
  return { name: more.length === 0 ? name : '', post, email, phone };
}

/** Null: nothing is written. */
function numberIn(written: string): number | null {
  const digits = written.normalize('NFKC').replace(/[,\s]/g, '');
  return digits === '' ? null : /^\d{1,16}$/.test(digits) ? Number(digits) : Number.NaN;
}

export type Errors = Readonly<Record<string, string>>;

/** What is wrong, by field of the form. */
export function errorsOf({ problems, code, act }: Tried, { counterparties: say, fields }: Messages): Errors {
  const words: Errors = {
    kind: say.kindMissing,
    name: say.nameMissing,
    contacts: say.contactWrong,
    clause: say.clauseHalf,
    capital: say.numberWrong,
    staff: say.numberWrong,
  };
  const wrong = Object.entries(problems).map(([name, problem]): [string, string] => {
    const most = act.shapes[name]?.maxLength;
    if (problem === 'too-long') return [name, most === undefined ? say.tooMany : fields.tooLong(most)];
    return [name === 'clause' ? 'clauseOn' : name, words[name] ?? fields.wrong];
  });
  return { ...Object.fromEntries(wrong), ...(code === 'wrong-day' ? { clauseOn: say.clauseHalf } : {}) };
}

/** Why it was not taken for what the register has already. */
export function errorOf(problem: CounterpartyProblem, { counterparties: say }: Messages): Errors {
  const said = say.problems[problem.code];
  if (!('sender' in problem)) return { version: said };
  return { [problem.sender.includes('@') ? 'addresses' : 'domains']: `${said} ${problem.sender.slice(0, 100)}` };
}

const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A counterparty as its form shows it. */
export const valuesOfCounterparty = (one: Counterparty): Values => ({
  kind: [one.kind],
  name: [one.name],
  domains: [one.domains.join('\n')],
  addresses: [one.addresses.join('\n')],
  postal: [one.postal],
  contacts: [one.contacts.map((contact) => contactLine(contact)).join('\n')],
  clauseOn: [one.clause?.agreedOn ?? ''],
  clauseDocument: [one.clause?.document ?? ''],
  capital: [one.capital === null ? '' : String(one.capital)],
  staff: [one.staff === null ? '' : String(one.staff)],
  notes: [one.notes],
  version: [String(one.version)],
});

const contactLine = ({ name, post, email, phone }: Contact): string =>
  [name, post, email, phone].join(', ').replace(/(, )+$/, '');
