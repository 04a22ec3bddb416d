import {
  filesIn,
  isNamed,
  type LoadedConfig,
  readSite,
  type SiteKey,
  type SiteSecretName,
  type SiteSecrets,
} from '../../config/index.ts';
import type { FieldProblem, FieldProblems } from '../kernel/ask.ts';

type Plain = Readonly<Record<string, unknown>>;
export const asPlain = (value: unknown): Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Plain) : {};

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
export const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((found, key) => asPlain(found)[key], value);

/**
 * What is wrong with a value that somebody wrote, by the path of the key: host, signIn.tenant.
 *
 * @param before what stands there: files that it names came from komainu.yaml, and may stay
 */
export function wrongIn(key: SiteKey, value: unknown, before: unknown, { config }: LoadedConfig): FieldProblems {
  const files = filesIn(value).filter((path) => !same(at(value, path), at(before, path)));
  const read = readSite(key, value);
  const problems = 'problems' in read ? read.problems : [];
  return {
    ...Object.fromEntries(
      problems.map(({ path, issue }): [string, FieldProblem] => [
        path === '' ? 'value' : path,
        issue.code === 'too_big' && issue.origin === 'string'
          ? 'too-long'
          : issue.code === 'invalid_type' && at(value, path) === undefined
            ? 'missing'
            : 'wrong',
      ]),
    ),
    ...Object.fromEntries(files.map((path): [string, FieldProblem] => [path, 'wrong'])),
    ...(key.section === 'channel' && asPlain(value).kind === 'mail' && config.notify.smtp === null
      ? { kind: 'wrong' as const } // mails need a server first
      : {}),
    ...wrongSources(
      key,
      value,
      config.sources.map(({ name }) => name),
    ),
  };
}

function wrongSources({ section }: SiteKey, value: unknown, names: readonly string[]): FieldProblems {
  const except = section === 'spotChecks' ? asPlain(value).exceptSources : [];
  return Array.isArray(except) && except.some((name) => !names.includes(name)) ? { exceptSources: 'wrong' } : {};
}

/** What says which mailbox a name stands for. Under the name of one that was read, no other may go on where that stood. */
export function otherMailbox(value: unknown, before: unknown): FieldProblems {
  const differing = ['kind', 'user', 'path', 'folder'].filter(
    (path) => !same(at(value, path) ?? USUAL[path], at(before, path) ?? USUAL[path]),
  );
  return Object.fromEntries(differing.map((path): [string, FieldProblem] => [path, 'taken']));
}

const USUAL: Plain = { folder: 'INBOX' };

/** Where secrets are sent. They stay with it: nobody has those that are kept sent elsewhere. */
const ADDRESSED = ['host', 'port', 'security', 'ca', 'user', 'kind', 'room', 'signIn'];

export const goesElsewhere = (value: unknown, before: unknown): boolean =>
  ADDRESSED.some((path) => !same(at(value, path), at(before, path)));

/** Secrets without which the setting cannot work, and which nobody has given. */
export function missingSecrets(
  { section }: SiteKey,
  value: unknown,
  secrets: SiteSecrets,
  environment: readonly SiteSecretName[],
): FieldProblems {
  const missing = neededBy(section, asPlain(value)).filter(
    (name) => secrets[name] === undefined && !environment.includes(name),
  );
  return Object.fromEntries(missing.map((name): [string, FieldProblem] => [`secrets.${name}`, 'missing']));
}

function neededBy(section: SiteKey['section'], value: Plain): SiteSecretName[] {
  if (section === 'smtp') return value.user ? ['password'] : [];
  if (!isNamed(section) || value.kind === 'directory' || value.kind === 'mail') return [];
  if (section === 'channel') return value.kind === 'webhook' ? ['address', 'signing'] : ['address'];
  if (value.signIn === undefined) return ['password'];
  switch (asPlain(value.signIn).grant ?? (asPlain(value.signIn).provider === 'google' ? 'service-account' : null)) {
    case 'service-account':
      return ['serviceAccountKey'];
    case 'refresh-token':
      return ['refreshToken'];
    default:
      return ['clientSecret'];
  }
}
