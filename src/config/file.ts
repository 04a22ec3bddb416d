import { z } from 'zod';
import { hostName } from '../util/host-name.ts';
import { isNetwork } from '../util/networks.ts';
import { NotifySettings } from './notify.ts';
import { SignIn } from './sign-in.ts';
import { WebSignIn } from './web-sign-in.ts';

const name = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'use a-z, 0-9 and -, 40 characters at most');
const days = z.int().min(1).max(36500);
const folder = z.string().min(1).max(1000);
const period = z
  .string()
  .regex(/^\d{1,4}d$/, 'write a number of days, like 30d')
  .transform((text) => Number.parseInt(text, 10));

/** How a mailbox is reached. */
const mailbox = {
  host: z.string().min(1),
  port: z.int().min(1).max(65535).optional(),
  security: z.enum(['tls', 'starttls', 'none']).default('tls'),
  ca: z.string().optional(), // PEM file of the operator's own authority
  user: z.string().min(1),
  passwordFile: z.string().optional(), // else KOMAINU_PASSWORD_<NAME>
  signIn: SignIn.optional(), // OAuth2; else with the password
  folder: folder.default('INBOX'),
  backfill: period.nullable().default(null),
};

/** What is read there: mails to the company, what it sent, or objections and questions, which are never judged. */
const direction = z.enum(['in', 'sent', 'objections']).default('in');

/** What becomes of mails without words that hold what nobody can open: a row for each sender and day, or a case for each. */
const unopened = z.enum(['fold', 'case']).default('fold');

const MailboxSource = z.strictObject({
  name,
  kind: z.literal('imap'),
  ...mailbox,
  folders: z.array(folder).min(1).nullable().default(null), // names and patterns; instead of `folder`
  direction,
  alarmsFrom: z.iso.datetime({ offset: true }).optional(), // of mails that came before nobody is told
  unopened,
  mark: z
    .strictObject({
      keyword: z
        .string()
        .regex(/^[A-Za-z$][A-Za-z0-9$_.-]{0,49}$/, 'write a keyword like $Harassment')
        .nullable()
        .default(null),
      moveTo: folder.nullable().default(null),
    })
    .nullable()
    .default(null), // what is done to flagged mails; null: the mailbox stays as it is
});

/** What a source marks must not come in again by what it watches; there is one way to sign in. */
const ImapSource = MailboxSource.superRefine(({ folder, folders, direction, mark, passwordFile, signIn }, context) => {
  const wrong = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
  if (signIn !== undefined && passwordFile !== undefined) wrong(['signIn'], 'give passwordFile or signIn, not both');
  if (folders !== null && folder !== 'INBOX') wrong(['folders'], 'give folder or folders, not both');
  if (mark === null) return;
  if (direction !== 'in') wrong(['mark'], 'only incoming mails are judged, so none of these is marked');
  if (mark.keyword === null && mark.moveTo === null) wrong(['mark'], 'give keyword or moveTo');
  if (mark.moveTo !== null && (folders ?? [folder]).includes(mark.moveTo))
    wrong(['mark', 'moveTo'], 'the folder that mails are moved to cannot be watched');
});

/** The address to which employees forward what they want to ask about. */
const ConsultSource = z
  .strictObject({
    name,
    kind: z.literal('consult'),
    ...mailbox,
    addresses: z.array(z.email().toLowerCase()).default([]), // to which people write
    confidentialAddresses: z.array(z.email().toLowerCase()).default([]), // the same for what the consultation desk alone sees
    from: z.array(z.string().min(1)).default([]), // who may, as company.addresses has it; beside them whoever has an account
    trustedServer: z.string().min(1).max(255).nullable().default(null), // the name in Authentication-Results that is believed; null: the desk confirms each mail
  })
  .superRefine(({ addresses, confidentialAddresses, passwordFile, signIn }, context) => {
    const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (addresses.length + confidentialAddresses.length === 0)
      wrong('addresses', 'name the address to which people write');
    if (addresses.some((one) => confidentialAddresses.includes(one)))
      wrong('confidentialAddresses', 'an address is in both lists');
    if (signIn !== undefined && passwordFile !== undefined) wrong('signIn', 'give passwordFile or signIn, not both');
  });

export const DirectorySource = z.strictObject({
  name,
  kind: z.literal('directory'),
  path: z.string().min(1),
  format: z.enum(['auto', 'eml', 'maildir', 'mbox']).default('auto'),
  direction,
  unopened,
});

export const Source = z.discriminatedUnion('kind', [ImapSource, DirectorySource, ConsultSource]);

/** The shape of `komainu.yaml`: one schema for names, defaults and ranges. */
export const ConfigFile = z
  .strictObject({
    company: z
      .strictObject({
        name: z.string().default(''),
        addresses: z.array(z.string().min(1)).default([]), // exact address, or *.domain for a domain and all below it
        policy: z.string().nullable().default(null), // file shown on the policy page
        timeZone: z.string().refine(isTimeZone, 'unknown time zone; write one like Asia/Tokyo').default('Asia/Tokyo'),
      })
      .prefault({}),
    sources: z
      .array(Source)
      .default([])
      .refine(
        (list) => new Set(list.map((source) => source.name)).size === list.length,
        'two sources have the same name',
      ),
    store: z
      .strictObject({ path: z.string().default('data/komainu'), url: z.string().nullable().default(null) })
      .prefault({}),
    queue: z.strictObject({ url: z.string().nullable().default(null) }).prefault({}),
    web: z
      .strictObject({
        host: z.string().default('127.0.0.1'),
        port: z.int().min(0).max(65535).default(8787),
        metrics: z.enum(['local', 'any', 'off']).default('local'), // who may read /metrics
        url: z.url().nullable().default(null), // as people reach it, when a proxy stands before it
        hosts: z
          .array(z.string().refine((one) => hostName(one) !== null, 'write a name or an address, without a port'))
          .default([]), // by which it is asked besides; requests for others are refused
        trustedProxies: z
          .array(z.string().refine(isNetwork, 'write an address, or a network like 10.0.0.0/8'))
          .nullable()
          .default(null), // whose X-Forwarded-For is believed; null: loopback and private addresses, when url is given
        signIn: WebSignIn, // providers beside the password
      })
      .prefault({}),
    settings: z
      .strictObject({
        pollSeconds: z.number().min(1).max(3600).default(60),
        spoolLimit: z.int().min(10).max(1_000_000).default(2000), // mails of one folder that may wait for a verdict
        sourceAlarmMinutes: z.number().min(1).max(10_080).default(15),
        sweepSeconds: z.number().min(1).max(3600).default(30),
        screenConcurrency: z.int().min(1).max(64).default(2),
        attempts: z.int().min(1).max(10).default(3),
        dictionaries: z.string().nullable().default(null), // folder; null: the one that ships
        classifier: z.boolean().default(true),
        freeMailDomains: z
          .array(z.string())
          .default([
            'gmail.com',
            'yahoo.co.jp',
            'outlook.jp',
            'outlook.com',
            'hotmail.com',
            'icloud.com',
            'docomo.ne.jp',
          ]),
        logLevel: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
      })
      .prefault({}),
    notify: NotifySettings,
    audit: z
      .strictObject({
        anchor: z.array(z.string().min(1)).default(['journal']), // where its end is noted once a day: the log, or files elsewhere
      })
      .prefault({}),
    review: z
      .strictObject({
        dailyCap: z.int().min(1).max(10_000).default(40), // cases a day after which a person is asked to rest
        newCasesWithoutReason: z.number().min(0).max(10_000).default(5), // a week; a change of the dictionaries that adds more needs a reason
      })
      .prefault({}),
    spotChecks: z
      .strictObject({
        oneIn: z.int().min(1).max(1_000_000).nullable().default(null), // of so many ordinary mails one is kept to be read; null: none
        days: z.int().min(1).max(90).default(30), // that its text is kept
        readers: z.int().min(1).max(2).default(1), // of each mail
        perDay: z.int().min(1).max(200).default(10), // mails that one person reads at most
        exceptSources: z.array(name).default([]), // of which no mail is kept
      })
      .prefault({}),
    consultation: z
      .strictObject({
        answerDays: z.int().min(1).max(60).nullable().default(null), // working days to the first answer, as people are told; null: nothing is promised
        callNow: z.string().max(300).nullable().default(null), // whom to call at once, as people are told; null: the consultation desk by name
      })
      .prefault({}),
    retention: z
      .strictObject({
        verdictDays: days.default(180),
        greyDays: days.default(30),
        dismissedDays: days.default(90),
        approvedDays: days.default(1826),
        unopenedDays: days.default(14), // of mails in folded rows
        reportDays: days.default(1096), // dismissed consultations
        registerDays: days.default(1096), // answered objections and requests, of no case
      })
      .prefault({}),
  })
  .superRefine(({ sources, spotChecks }, context) => {
    for (const [at, except] of spotChecks.exceptSources.entries())
      if (!sources.some((one) => one.name === except))
        context.addIssue({
          code: 'custom',
          path: ['spotChecks', 'exceptSources', at],
          message: `no source has the name ${except}`,
        });
  });

export type ConfigFileValues = z.output<typeof ConfigFile>;
export type ImapSourceConfig = z.output<typeof ImapSource> & { readonly port: number };
export type DirectorySourceConfig = z.output<typeof DirectorySource>;
export type ConsultSourceConfig = z.output<typeof ConsultSource> & { readonly port: number };
export type SourceConfig = ImapSourceConfig | DirectorySourceConfig | ConsultSourceConfig;

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
