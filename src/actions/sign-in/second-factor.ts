import type { AuditAction, AuditActor } from '../../audit/index.ts';
import type { Db } from '../../store/index.ts';
import type { AuditLog } from '../audit-log.ts';
import { createAttempts } from './attempts.ts';
import type { Answer, Asking, Auth } from './auth.ts';

/** What a person needs to set up their app, shown once. */
export interface FactorSetUp {
  readonly uri: string; // otpauth://…, for the QR code
  readonly backupCodes: readonly string[]; // each gets in once without the app
}

export type FactorAnswer<T> =
  | { readonly kind: 'done'; readonly value: T; readonly cookies: readonly string[] } // Set-Cookie values
  | { readonly kind: 'refused' } // wrong password or code
  | { readonly kind: 'limited'; readonly seconds: number };

/** The second factor of the person whose cookie asks: codes of an app (TOTP, RFC 6238) and backup codes. */
export interface SecondFactor {
  /** Makes a secret, which counts once a code of it was given. */
  start(password: string, asking: Asking): Promise<FactorAnswer<FactorSetUp>>;
  confirm(code: string, asking: Asking): Promise<FactorAnswer<null>>;
  stop(password: string, asking: Asking): Promise<FactorAnswer<null>>;
  /** New backup codes; the old ones no longer work. */
  renew(password: string, asking: Asking): Promise<FactorAnswer<readonly string[]>>;
}

const ATTEMPTS = { most: 10, seconds: 60 }; // passwords and codes that one person gets wrong

export function openSecondFactor(
  { ask: askUnbounded }: Pick<Auth, 'ask'>,
  audit: Pick<AuditLog, 'record'>,
  counted: { readonly db: Db; readonly secret: string },
): SecondFactor {
  const attempts = createAttempts({ ...counted, about: 'factor', ...ATTEMPTS });
  async function ask(path: string, body: object, asking: Asking): Promise<Answer> {
    const person = asking.by.person ?? '';
    const seconds = await attempts.begin(person, asking.by.at);
    if (seconds > 0) return { kind: 'limited', seconds };
    const answer = await askUnbounded(path, body, asking);
    if (answer.kind === 'ok') await attempts.giveBack(person);
    return answer;
  }
  const kept = (by: AuditActor, action: AuditAction) =>
    audit.record({ ...by, action, target: `account/${by.person}`, details: {} });
  return {
    async start(password, asking) {
      return answered(await ask('/two-factor/enable', { password }, asking), (said) => ({
        uri: String(said.totpURI),
        backupCodes: said.backupCodes as string[],
      }));
    },
    async confirm(code, asking) {
      const answer = await ask('/two-factor/verify-totp', { code: digits(code) }, asking);
      if (answer.kind === 'ok') await kept(asking.by, 'factor.on');
      return answered(answer, () => null);
    },
    async stop(password, asking) {
      const answer = await ask('/two-factor/disable', { password }, asking);
      if (answer.kind === 'ok') await kept(asking.by, 'factor.off');
      return answered(answer, () => null);
    },
    async renew(password, asking) {
      const answer = await ask('/two-factor/generate-backup-codes', { password }, asking);
      if (answer.kind === 'ok') await kept(asking.by, 'factor.codes');
      return answered(answer, (said) => said.backupCodes as string[]);
    },
  };
}

function answered<T>(answer: Answer, read: (said: Record<string, unknown>) => T): FactorAnswer<T> {
  switch (answer.kind) {
    case 'ok':
      return { kind: 'done', value: read(answer.said), cookies: answer.cookies };
    case 'refused':
      return { kind: 'refused' };
    case 'limited':
      return answer;
  }
}

/** As people type them: with spaces, in full width. */
export const digits = (code: string): string => code.normalize('NFKC').replace(/\s/g, '');
