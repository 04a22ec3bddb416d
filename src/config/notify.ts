import { z } from 'zod';

const name = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'use a-z, 0-9 and -, 40 characters at most');
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write a time like 09:00');

/**
 * What a channel may be told: cases that cannot wait, the others at set times, with them days of care that have come, sources that
 * need a hand, and where the audit log ends.
 */
export const TOPICS = ['urgent', 'digest', 'care', 'alarms', 'audit'] as const;
export type Topic = (typeof TOPICS)[number];

/** The end of the audit log is for somebody who cannot change it: whoever is told has to be named. */
const about = z.array(z.enum(TOPICS)).min(1).default(['urgent', 'digest', 'care', 'alarms']);

/** Addresses of hooks are secrets: KOMAINU_NOTIFY_<NAME> in the environment, or a file. */
const hook = { name, about, urlFile: z.string().nullable().default(null) };

export const Channel = z.discriminatedUnion('kind', [
  z.strictObject({ name, about, kind: z.literal('mail'), to: z.array(z.email()).min(1) }),
  z.strictObject({ ...hook, kind: z.literal('slack') }), // and what takes the same: Mattermost, Rocket.Chat …
  z.strictObject({ ...hook, kind: z.literal('teams') }),
  z.strictObject({
    name,
    about,
    kind: z.literal('chatwork'),
    room: z.string().regex(/^\d{1,20}$/, 'write the number of the room'),
    tokenFile: z.string().nullable().default(null), // else KOMAINU_NOTIFY_<NAME>
  }),
  z.strictObject({
    ...hook,
    kind: z.literal('webhook'), // signed as Standard Webhooks has it
    secretFile: z.string().nullable().default(null), // else KOMAINU_NOTIFY_<NAME>_SECRET
  }),
]);

export const Smtp = z.strictObject({
  host: z.string().min(1),
  port: z.int().min(1).max(65535).default(587),
  security: z.enum(['tls', 'starttls', 'none']).default('starttls'),
  ca: z.string().nullable().default(null), // PEM file of the operator's own authority
  user: z.string().nullable().default(null),
  passwordFile: z.string().nullable().default(null), // else KOMAINU_SMTP_PASSWORD
  from: z.string().min(3),
});

/** When digests are sent, in the company's time zone. */
export const DigestAt = z.array(clockTime).min(1).default(['09:00', '13:00', '17:00']);

/** The section `notify` of the configuration. */
export const NotifySettings = z
  .strictObject({
    digestAt: DigestAt,
    smtp: Smtp.nullable().default(null),
    channels: z
      .array(Channel)
      .default([])
      .refine((list) => new Set(list.map((one) => one.name)).size === list.length, 'two channels have the same name'),
  })
  .superRefine(({ smtp, channels }, context) => {
    if (smtp !== null || !channels.some(({ kind }) => kind === 'mail')) return;
    context.addIssue({ code: 'custom', path: ['smtp'], message: 'a channel of kind mail needs smtp' });
  })
  .prefault({});

export type NotifySettings = z.output<typeof NotifySettings>;
export type ChannelSettings = NotifySettings['channels'][number];
export type SmtpSettings = z.output<typeof Smtp>;

/** What the environment or files hold for one channel; null where nothing was given. */
export interface ChannelSecrets {
  readonly address: string | null; // URL of a hook, or the token of Chatwork
  readonly signing: string | null; // secret of a signed webhook
}
