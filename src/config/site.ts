import type { z } from 'zod';
import { ConfigFile, Source } from './file.ts';
import { Channel, DigestAt, Smtp } from './notify.ts';

/**
 * What a company may set up in the browser, by section, each with its schema in `komainu.yaml`. Sources and channels have names;
 * of the others there is one.
 */
export const SITE_SCHEMAS = {
  source: Source,
  channel: Channel,
  smtp: Smtp,
  digest: DigestAt,
  company: ConfigFile.shape.company,
  review: ConfigFile.shape.review,
  spotChecks: ConfigFile.shape.spotChecks,
  consultation: ConfigFile.shape.consultation,
  retention: ConfigFile.shape.retention,
} as const;
export type SiteSection = keyof typeof SITE_SCHEMAS;
export const SITE_SECTIONS = Object.keys(SITE_SCHEMAS) as readonly SiteSection[];

/** What may be secret of a section: kept sealed, and never given out again. */
export const SITE_SECRETS = {
  source: ['password', 'clientSecret', 'refreshToken', 'serviceAccountKey'],
  channel: ['address', 'signing'],
  smtp: ['password'],
} as const satisfies { readonly [S in SiteSection]?: readonly string[] };
export type SiteSecretName = (typeof SITE_SECRETS)[keyof typeof SITE_SECRETS][number];
export type SiteSecrets = Partial<Readonly<Record<SiteSecretName, string>>>;

/** Which setting: `name` is that of the source or channel, '' for the sections of which there is one. */
export interface SiteKey {
  readonly section: SiteSection;
  readonly name: string;
}

export const siteKey = ({ section, name }: SiteKey): string => `${section}/${name}`;

export const isNamed = (section: SiteSection): section is 'source' | 'channel' =>
  section === 'source' || section === 'channel';

/** A setting of the store, its secrets opened. */
export interface SiteSetting extends SiteKey {
  readonly value: unknown; // as komainu.yaml would have it, without its name
  readonly secrets: SiteSecrets | null; // null: sealed with another key; a person has to enter them again
  readonly paused?: boolean; // of a source: tried, and not read
}

/**
 * Files of the machine. Somebody at a browser names none: whoever may write settings would else read any file by sending it to a server of
 * their own. What was taken over from the file keeps those that are no secrets.
 */
const FILE_KEYS = ['passwordFile', 'ca', 'path', 'policy', 'urlFile', 'tokenFile', 'secretFile'] as const;
const SIGN_IN_FILES = ['clientSecretFile', 'refreshTokenFile', 'keyFile'] as const;

type Plain = Readonly<Record<string, unknown>>;
const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The keys of `value` that name files, by their path. */
export const filesIn = (value: unknown): string[] =>
  isPlain(value)
    ? [
        ...FILE_KEYS.filter((key) => value[key] !== undefined && value[key] !== null),
        ...SIGN_IN_FILES.filter((key) => isPlain(value.signIn) && value.signIn[key] !== undefined).map(
          (key) => `signIn.${key}`,
        ),
      ]
    : [];

/** What is wrong with a value, by the path of the key: port, signIn.tenant. */
export type SiteProblems = readonly { readonly path: string; readonly issue: z.core.$ZodIssue }[];

/** Checks a value by the schema that `komainu.yaml` is checked by. */
export function readSite(
  { section, name }: SiteKey,
  value: unknown,
): { readonly value: unknown } | { readonly problems: SiteProblems } {
  const read = SITE_SCHEMAS[section].safeParse(isNamed(section) && isPlain(value) ? { ...value, name } : value);
  if (read.success) return { value: read.data };
  return {
    problems: read.error.issues.flatMap((issue) => {
      const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
      return paths.map((path) => ({ path: path.join('.'), issue }));
    }),
  };
}
