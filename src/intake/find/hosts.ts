import type { FoundMailbox, UserForm } from './found.ts';

/** A host that companies in Japan use: whose mail goes to `mx` is read at `host`, over TLS at port 993. */
interface Host {
  readonly mx: RegExp;
  readonly host: string | null; // null: the server that takes the mail
  readonly user: UserForm;
  readonly signIn?: FoundMailbox['signIn']; // else with the password
}

/**
 * As their manuals say. What the domain's own records and files tell is looked for only where none of these fits: the hosts publish neither,
 * or something that their customers have never changed.
 */
const HOSTS: readonly Host[] = [
  {
    mx: /\.(protection\.outlook\.com|mx\.microsoft)$/,
    host: 'outlook.office365.com',
    user: 'address',
    signIn: 'microsoft',
  },
  {
    mx: /^(smtp|(alt\d\.)?(aspmx|gmail-smtp-in)\.l)\.google\.com$|\.googlemail\.com$/,
    host: 'imap.gmail.com',
    user: 'address',
    signIn: 'google',
  },
  { mx: /^mx\d*\.mail\.icloud\.com$/, host: 'imap.mail.me.com', user: 'local-part' },
  { mx: /\.mail\.yahoo\.co\.jp$/, host: 'imap.mail.yahoo.co.jp', user: 'local-part' },
  { mx: /^sv\d+\.xserver\.jp$/, host: null, user: 'address' },
  { mx: /\.sakura\.ne\.jp$/, host: null, user: 'address' },
  { mx: /^mail\d+\.conoha\.ne\.jp$/, host: null, user: 'address' },
  { mx: /\.lolipop\.jp$/, host: 'imap.lolipop.jp', user: 'address' },
  { mx: /\.heteml\.jp$/, host: 'imap.heteml.jp', user: 'address' },
  { mx: /\.muumuu-mail\.com$/, host: 'imap4.muumuu-mail.com', user: 'address' },
  { mx: /\.kagoya\.net$/, host: 'imap.kagoya.net', user: 'own' },
  { mx: /^mx\d*\.zoho\.jp$/, host: 'imap.zoho.jp', user: 'address' },
];

/** The host that takes the mail, when it is a known one. @param mx in small letters, without a dot at the end */
export function hostOf(mx: string): (Omit<Host, 'mx' | 'host'> & { readonly host: string }) | null {
  const known = HOSTS.find((one) => one.mx.test(mx));
  return known === undefined ? null : { ...known, host: known.host ?? mx };
}
