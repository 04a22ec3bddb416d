import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api';
import { symmetricDecrypt } from 'better-auth/crypto';
import { type PersonId, parsePersonId } from '../../cases/index.ts';
import { type Db, factorSecret, takeTimeStep } from '../../store/index.ts';
import { timeStepOf } from './time-step.ts';

type Middleware = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

/**
 * Takes each code of an app once (RFC 6238 §5.2), which the library does not see to: whoever read it over a shoulder, or off the wire,
 * comes too late. The step is used up before the library looks at the code, so that of two who come together one gets in.
 */
export const codeOnce = (db: Db) => ({
  id: 'code-once',
  hooks: {
    before: [
      {
        matcher: ({ path }: { path?: string }) => path === '/two-factor/verify-totp',
        handler: createAuthMiddleware(async (c) => {
          const person = await askedFor(c);
          const kept = person && (await factorSecret(db, person));
          if (person === null || kept === null) return; // the library says what is wrong
          const secret = await symmetricDecrypt({ key: c.context.secretConfig, data: kept });
          const step = timeStepOf(String(c.body?.code), secret, new Date());
          if (step === null || (await takeTimeStep(db, person, step))) return;
          throw new APIError('UNAUTHORIZED', { code: 'INVALID_CODE', message: 'This code was used before.' });
        }),
      },
    ],
  },
});

/** Whose code is asked for: of the session or, half-way through a sign-in, of the account whose password was given. */
async function askedFor(c: Middleware): Promise<PersonId | null> {
  const session = await getSessionFromCtx(c, { disableCookieCache: true });
  if (session !== null) return parsePersonId(session.user.id);
  const { name } = c.context.createAuthCookie('two_factor');
  const challenge = await c.getSignedCookie(name, c.context.secret);
  if (!challenge) return null;
  return parsePersonId((await c.context.internalAdapter.findVerificationValue(challenge))?.value ?? '');
}
