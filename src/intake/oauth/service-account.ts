import { importPKCS8, SignJWT } from 'jose';
import { z } from 'zod';
import type { TokenEndpoint } from './endpoint.ts';
import { TokenTroubleError } from './trouble.ts';

const LIFETIME = '10m'; // Google takes an hour at most; it is used at once

/** What matters of the file that Google Cloud gives for the key of a service account. */
const KeyFile = z.object({
  type: z.literal('service_account'),
  client_email: z.string().min(1),
  private_key_id: z.string().optional(),
  private_key: z.string(),
});

/**
 * Signs that the service account acts for `user` (RFC 7523; Google: domain-wide delegation).
 *
 * @throws TokenTroubleError `bad-key`, without a cause: it may quote the key.
 */
export async function assertionFor(keyFile: string, user: string, { url, scope }: TokenEndpoint): Promise<string> {
  try {
    const key = KeyFile.parse(JSON.parse(keyFile));
    return await new SignJWT(scope === null ? {} : { scope })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.private_key_id })
      .setIssuer(key.client_email)
      .setSubject(user)
      .setAudience(url)
      .setIssuedAt()
      .setExpirationTime(LIFETIME)
      .sign(await importPKCS8(key.private_key, 'RS256'));
  } catch {
    throw new TokenTroubleError('bad-key');
  }
}
