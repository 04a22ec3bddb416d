import type { SignInConfig } from '../../config/index.ts';

/** Where tokens are asked for, and for what. */
export interface TokenEndpoint {
  readonly url: string;
  readonly scope: string | null; // null: what the grant was given for
}

/**
 * Sources: Microsoft, "Authenticate an IMAP, POP or SMTP connection using OAuth"; Google, "Using OAuth 2.0 for Server to
 * Server Applications" and "IMAP, POP, and SMTP" (OAuth 2.0 mechanism).
 */
export function endpointOf(signIn: SignInConfig): TokenEndpoint {
  switch (signIn.provider) {
    case 'microsoft':
      return {
        url: `https://login.microsoftonline.com/${signIn.tenant}/oauth2/v2.0/token`,
        scope:
          signIn.grant === 'client-credentials'
            ? 'https://outlook.office365.com/.default'
            : 'https://outlook.office.com/IMAP.AccessAsUser.All offline_access',
      };
    case 'google':
      return {
        url: 'https://oauth2.googleapis.com/token',
        scope: signIn.grant === 'service-account' ? 'https://mail.google.com/' : null,
      };
    case 'custom':
      return { url: signIn.tokenUrl, scope: signIn.scope ?? null };
  }
}
