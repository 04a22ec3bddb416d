import { parse } from 'yaml';
import {
  type DictionaryFile,
  type EntryId,
  OTHER_LANGUAGES,
  type OtherLanguages,
  OVERLAY,
  type SiteRule,
  siteFile,
  type Thresholds,
} from '../../detect/index.ts';

/** By what the thresholds of all mailboxes are named in the history of changes, as if they were a rule. */
export const THRESHOLDS = 'scoring.thresholds' as EntryId;

const MAILBOX = 'scoring.mailbox-';

/** The same for those of one. @param mailbox name of its source; null: all */
export const thresholdsOf = (mailbox: string | null): Omit<SiteRule, 'text'> =>
  mailbox === null
    ? { entry: THRESHOLDS, act: null, section: 'thresholds' }
    : { entry: `${MAILBOX}${mailbox}` as EntryId, act: null, section: 'mailboxes' };

/** By what the history names what becomes of mails in languages without a judge. */
export const LANGUAGES_RULE = {
  entry: 'scoring.other-languages' as EntryId,
  act: null,
  section: 'otherLanguages',
} as const satisfies Omit<SiteRule, 'text'>;

/** Whether a rule is a part of `scoring.yaml` and no entry. */
export const isThresholds = (entry: string): boolean =>
  entry === THRESHOLDS || entry === LANGUAGES_RULE.entry || entry.startsWith(MAILBOX);

/** Where they are in force, the site's first. */
const SCORING = [`${OVERLAY}scoring.yaml`, 'scoring.yaml'];
const LANGUAGES = [siteFile({ ...LANGUAGES_RULE, text: '' }).path, 'scoring.yaml'];

/** The thresholds in force as a rule. @returns null where they cannot be read, or a mailbox has none of its own */
export function locateThresholds(files: readonly DictionaryFile[], entry: EntryId): SiteRule | null {
  if (entry === LANGUAGES_RULE.entry) {
    const said = LANGUAGES.map((path) => languagesIn(files.find((file) => file.path === path)?.text ?? ''));
    const value = said.find((one) => one !== null);
    return value ? { ...LANGUAGES_RULE, text: languagesLine(value) } : null;
  }
  const mailbox = entry === THRESHOLDS ? null : entry.slice(MAILBOX.length);
  const inOrder =
    mailbox === null ? SCORING.flatMap((path) => files.find((file) => file.path === path) ?? []).slice(0, 1) : files;
  for (const { text } of inOrder) {
    const values = mailbox === null || text.includes('mailboxes:') ? thresholdsIn(text).get(mailbox) : undefined;
    if (values !== undefined) return { ...thresholdsOf(mailbox), text: linesOf(values, mailbox) };
  }
  return null;
}

export const languagesLine = (value: OtherLanguages): string => `otherLanguages: ${value}\n`;

/** What a `scoring.yaml` says of mails in languages without a judge; null: nothing. */
export const languagesIn = (text: string): OtherLanguages | null =>
  OTHER_LANGUAGES.find((one) => one === (parsed(text).otherLanguages as unknown)) ?? null;

/** @param mailbox null: of all */
export const linesOf = ({ grey, review }: Thresholds, mailbox: string | null = null): string =>
  `${mailbox ?? 'thresholds'}: { grey: ${grey}, review: ${review} }\n`;

/** What a `scoring.yaml` says of thresholds, also as it was when there were points: null is of all, others by mailbox. */
export function thresholdsIn(text: string): ReadonlyMap<string | null, Thresholds> {
  const { thresholds, classifier, mailboxes } = parsed(text);
  const all = classifier === undefined ? thresholds : { grey: classifier.surface, review: classifier.flag };
  const named = [[null, all] as const, ...Object.entries(mailboxes ?? {})];
  return new Map(named.flatMap(([mailbox, one]) => (isPair(one) ? [[mailbox, one]] : [])));
}

function parsed(text: string): Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>> {
  try {
    return parse(text) ?? {};
  } catch {
    return {};
  }
}

const isPair = (one: unknown): one is Thresholds => {
  const { grey, review } = (one ?? {}) as Partial<Record<keyof Thresholds, unknown>>;
  return typeof grey === 'number' && typeof review === 'number';
};
