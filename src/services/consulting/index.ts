import { type ForwardingDeps, receiveForwarded } from '../../actions/index.ts';
import type { ForwardingRules } from '../../cases/index.ts';
import type { Config, ConsultSourceConfig, ImapSourceConfig } from '../../config/index.ts';
import type { SourceState } from '../../intake/index.ts';
import { matchesPatterns } from '../../util/address-patterns.ts';

/** Mails at the consultation address. The cursor moves when all are dealt with; a mail that comes again is known. */
export const consulting = (deps: ForwardingDeps, rules: ForwardingRules, state: SourceState): SourceState => ({
  ...state,
  async commit(deliveries, cursor) {
    for (const { raw, receivedAt } of deliveries)
      await receiveForwarded(deps, rules, { source: state.name, raw, receivedAt });
    await state.commit([], cursor);
  },
  part: (folder) => consulting(deps, rules, state.part(folder)),
});

/** The mailbox behind it, as a source is read. */
export const mailboxOf = ({
  addresses: _addresses,
  confidentialAddresses: _confidential,
  from: _from,
  trustedServer: _server,
  ...mailbox
}: ConsultSourceConfig): ImapSourceConfig => ({
  ...mailbox,
  ...{ kind: 'imap', folders: null, direction: 'in', mark: null, unopened: 'case' },
});

/** Of all sources: where people write, and who may. */
export const consultSources = ({ sources }: Pick<Config, 'sources'>): ConsultSourceConfig[] =>
  sources.filter((source): source is ConsultSourceConfig => source.kind === 'consult');

/** Patterns of the addresses of the company's people. */
export const peopleOf = ({ company, sources }: Pick<Config, 'company' | 'sources'>): string[] => [
  ...new Set([...company.addresses, ...consultSources({ sources }).flatMap(({ from }) => from)]),
];

export function rulesOf(
  source: ConsultSourceConfig,
  config: Pick<Config, 'company' | 'sources' | 'notify'>,
): ForwardingRules {
  const { addresses, confidentialAddresses, from, trustedServer: server } = source;
  const sender = /[^\s<>"]+@[^\s<>"]+/.exec(config.notify.smtp?.from ?? '')?.[0]?.toLowerCase();
  const own = new Set([
    ...consultSources(config).flatMap((one) => [...one.addresses, ...one.confidentialAddresses]),
    ...(sender === undefined ? [] : [sender]),
  ]);
  const company = matchesPatterns(from.length > 0 ? from : config.company.addresses);
  return { addresses, confidentialAddresses, own: (address) => own.has(address), company, server };
}
