import {
  type AuthenticationResult,
  type AuthenticationResults,
  type Origin,
  readAuthenticationResults,
} from '../mail/index.ts';

/** Why a mail at the consultation address is neither handed in nor shown: nobody of the company wrote it, or more are held than can be. */
export type RefusedBecause = 'outsider' | 'own' | 'bounce' | 'full';

/** Why the consultation desk is asked before a mail becomes a consultation. */
export const HELD_BECAUSE = ['unproven', 'ambiguous', 'automatic', 'many', 'no-desk'] as const;
export type HeldBecause = (typeof HELD_BECAUSE)[number];

/** What is known of the consultation address and of who may write to it. */
export interface ForwardingRules {
  readonly addresses: readonly string[]; // of consultations
  readonly confidentialAddresses: readonly string[]; // what comes to one of these is for the consultation desk alone
  readonly own: (address: string) => boolean; // an address from which we write ourselves, or another consultation address
  readonly company: (address: string) => boolean; // one of the company's people
  readonly server: string | null; // authserv-id that is believed; null: none, and every mail is held
}

export type Received =
  | { readonly kind: 'refused'; readonly because: RefusedBecause }
  | {
      readonly kind: 'held' | 'taken';
      readonly because: HeldBecause | null; // null when taken
      readonly sender: { readonly name: string; readonly address: string };
      readonly confidential: boolean;
      readonly answerable: boolean; // a receipt may be sent
    };

/** Ends the Message-IDs of all mails that we send: what answers one of them gets no receipt, or two machines would write to each other. */
const OUR_IDS = '@komainu.invalid';

/** What becomes of a mail at the consultation address, by its header alone. What only the store knows (too many of one sender) is asked later. */
export function receive(origin: Origin, rules: ForwardingRules): Received {
  const [sender, ...others] = origin.from;
  if (sender === undefined || others.length > 0 || origin.fromFields !== 1)
    return { kind: 'refused', because: 'outsider' };
  if (rules.own(sender.address)) return { kind: 'refused', because: 'own' };
  if (origin.bounce) return { kind: 'refused', because: 'bounce' };
  if (!rules.company(sender.address)) return { kind: 'refused', because: 'outsider' };
  const proof = proofOf(sender.address, origin.authentication, rules);
  const because = proof !== 'passed' ? proof : origin.automatic ? 'automatic' : null;
  return {
    kind: because === null ? 'taken' : 'held',
    because,
    sender,
    confidential: isConfidential(origin, rules),
    answerable: !origin.automatic && !origin.references.some((id) => id.toLowerCase().endsWith(OUR_IDS)),
  };
}

/** In brackets only: the word alone may stand in the subject of any mail. */
const CONFIDENTIAL = /[[［【(（]\s*(?:非公開|内密|confidential)\s*[\]］】)）]/i;

/** By the address, or by a word in the subject. Where the mail names neither address (Bcc), the careful answer. */
function isConfidential(
  { recipients, subject }: Origin,
  { addresses, confidentialAddresses }: ForwardingRules,
): boolean {
  const to = (list: readonly string[]) => list.some((one) => recipients.includes(one.toLowerCase()));
  if (CONFIDENTIAL.test(subject)) return true;
  return confidentialAddresses.length > 0 && (to(confidentialAddresses) || !to(addresses));
}

type Proof = 'passed' | Extract<HeldBecause, 'unproven' | 'ambiguous'>;

/**
 * Whether the server that is believed says that the mail comes from where it says. It writes one field; with a second one under its name
 * nobody can tell which is the sender's own.
 */
function proofOf(from: string, authentication: readonly string[], { server, company }: ForwardingRules): Proof {
  if (server === null) return 'unproven';
  const believed = authentication
    .map(readAuthenticationResults)
    .filter((one): one is AuthenticationResults => one?.server === server.toLowerCase());
  if (believed.length > 1) return 'ambiguous';
  return believed.length === 1 && passes(from, believed[0]!.results, company) ? 'passed' : 'unproven';
}

function passes(
  from: string,
  results: readonly AuthenticationResult[],
  company: (address: string) => boolean,
): boolean {
  const of = (method: string) => results.filter((one) => one.method === method);
  const domain = domainOf(from);
  const dmarc = of('dmarc');
  if (dmarc.some(({ result }) => result !== 'pass' && result !== 'none')) return false;
  if (dmarc.some(({ result, properties }) => result === 'pass' && properties.get('header.from') === domain))
    return true;
  const aligned = (value: string | undefined): boolean => {
    if (value === undefined) return false;
    const other = domainOf(value);
    return other === domain || other.endsWith(`.${domain}`) || (domain.endsWith(`.${other}`) && company(`x@${other}`));
  };
  const passed = (method: string, ...names: readonly string[]) =>
    of(method).some(
      ({ result, properties }) => result === 'pass' && names.some((name) => aligned(properties.get(name))),
    );
  const signedIn = of('auth').some(
    ({ result, properties }) => result === 'pass' && properties.get('smtp.auth') === from.toLowerCase(),
  );
  return passed('spf', 'smtp.mailfrom') || passed('dkim', 'header.d', 'header.i') || signedIn;
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();
