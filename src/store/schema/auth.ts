import { bigint, boolean, index, integer, pgSchema, text } from 'drizzle-orm/pg-core';
import type { PersonId } from '../../cases/index.ts';
import { time } from './columns.ts';

/** Accounts. Names and fields are those better-auth asks for; `roles` and `invitation` are ours. */
export const auth = pgSchema('auth');

export const user = auth.table('user', {
  id: text('id').$type<PersonId>().primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text('image'),
  roles: text('roles').array().notNull().default([]),
  twoFactorEnabled: boolean('two_factor_enabled').notNull().default(false),
  deactivatedAt: time('deactivated_at'), // null: the account works
  createdAt: time('created_at').notNull().defaultNow(),
  updatedAt: time('updated_at').notNull().defaultNow(),
});

const userId = () =>
  text('user_id')
    .$type<PersonId>()
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' });

export const session = auth.table(
  'session',
  {
    id: text('id').primaryKey(),
    userId: userId(),
    token: text('token').notNull().unique(),
    expiresAt: time('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: time('created_at').notNull().defaultNow(),
    updatedAt: time('updated_at').notNull().defaultNow(),
  },
  (t) => [index('session_user').on(t.userId)],
);

export const account = auth.table(
  'account',
  {
    id: text('id').primaryKey(),
    userId: userId(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: time('access_token_expires_at'),
    refreshTokenExpiresAt: time('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'), // hashed by better-auth
    createdAt: time('created_at').notNull().defaultNow(),
    updatedAt: time('updated_at').notNull().defaultNow(),
  },
  (t) => [index('account_user').on(t.userId)],
);

export const verification = auth.table(
  'verification',
  {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: time('expires_at').notNull(),
    createdAt: time('created_at').notNull().defaultNow(),
    updatedAt: time('updated_at').notNull().defaultNow(),
  },
  (t) => [index('verification_identifier').on(t.identifier)],
);

/** Secret and backup codes are encrypted by better-auth, with the key that signs sessions. */
export const twoFactor = auth.table(
  'two_factor',
  {
    id: text('id').primaryKey(),
    userId: userId(),
    secret: text('secret').notNull(),
    backupCodes: text('backup_codes').notNull(),
    verified: boolean('verified').notNull().default(true),
    failedVerificationCount: integer('failed_verification_count').notNull().default(0),
    lockedUntil: time('locked_until'),
    lastStep: bigint('last_step', { mode: 'number' }), // of the code used last; null: none was
  },
  (t) => [index('two_factor_user').on(t.userId)],
);

/** A one-time link to get in: only the hash of its token is kept. */
export const invitation = auth.table('invitation', {
  tokenHash: text('token_hash').primaryKey(),
  email: text('email').notNull(),
  name: text('name').notNull(),
  roles: text('roles').array().notNull().default([]),
  expiresAt: time('expires_at').notNull(),
  usedAt: time('used_at'),
});

/** Programs that may ask the API: only the hash of a token is kept. Names are used once, so that the audit log is plain. */
export const apiToken = auth.table('api_token', {
  id: text('id').primaryKey(),
  name: text('name').notNull().unique(),
  tokenHash: text('token_hash').notNull().unique(), // hex
  roles: text('roles').array().notNull().default([]),
  createdBy: text('created_by').notNull(), // name of a person
  owner: text('owner').$type<PersonId>(), // their account; null: a command made it
  createdAt: time('created_at').notNull(),
  expiresAt: time('expires_at').notNull(),
  revokedAt: time('revoked_at'),
  lastUsedAt: time('last_used_at'), // to the minute
});
