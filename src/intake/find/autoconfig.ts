import { Parser } from 'htmlparser2';
import { hostName } from '../../util/host-name.ts';
import type { UserForm } from './found.ts';

/** What a domain tells mail programs, as far as it is taken from it. */
export interface Autoconfig {
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls';
  readonly user: UserForm;
}

/** Where a domain publishes it. https alone: what comes unencrypted may name a server that collects passwords. */
export const autoconfigAddresses = (domain: string): readonly string[] => [
  `https://autoconfig.${domain}/mail/config-v1.1.xml`,
  `https://${domain}/.well-known/autoconfig/mail/config-v1.1.xml`,
];

const FIELDS = ['hostname', 'port', 'sockettype', 'username'] as const;
type Field = (typeof FIELDS)[number];
type Server = Partial<Record<Field, string>>;

/**
 * Reads Mozilla's config-v1.1.xml, and of it the first IMAP server that is encrypted.
 *
 * @param xml hostile: entities are not followed, nothing else in it is looked at
 * @param domain of the address; %EMAILDOMAIN% stands for it
 * @returns null when there is no such server in it
 */
export function readAutoconfig(xml: string, domain: string): Autoconfig | null {
  const servers: Server[] = [];
  let server: Server | null = null;
  let field: Field | null = null;
  const parser = new Parser(
    {
      onopentag(tag, { type }) {
        const name = tag.toLowerCase();
        if (name === 'incomingserver') server = type?.toLowerCase() === 'imap' ? {} : null;
        field = FIELDS.find((one) => one === name) ?? null;
        if (server !== null && field !== null) server[field] ??= '';
      },
      ontext(text) {
        if (server !== null && field !== null) server[field] += text;
      },
      onclosetag(tag) {
        field = null;
        if (tag.toLowerCase() !== 'incomingserver' || server === null) return;
        servers.push(server);
        server = null;
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  for (const one of servers) {
    const read = serverOf(one, domain);
    if (read !== null) return read;
  }
  return null;
}

function serverOf(server: Server, domain: string): Autoconfig | null {
  const said = (field: Field): string => server[field]?.trim() ?? '';
  const host = hostName(said('hostname').replaceAll('%EMAILDOMAIN%', domain));
  const port = Number(said('port'));
  const security = { SSL: 'tls', STARTTLS: 'starttls' }[said('sockettype').toUpperCase()] as
    | Autoconfig['security']
    | undefined;
  if (host === null || !host.includes('.') || security === undefined) return null;
  if (!Number.isInteger(port) || port < 1 || port > 65535) return null;
  const user = { '%EMAILADDRESS%': 'address', '%EMAILLOCALPART%': 'local-part' }[said('username').toUpperCase()] as
    | UserForm
    | undefined;
  return { host, port, security, user: user ?? 'own' };
}
