import type { Right } from '../../../cases/index.ts';
import type { ServiceStatus } from '../../shared/index.ts';
import { HealthPill } from './health.tsx';
import type { Messages } from './messages.ts';

/** The sections in the order of the menu, each with the right it asks for; null: for every account. */
const SECTIONS = [
  ['cases', '/', 'cases.read'],
  ['care', '/care', 'cases.decide'],
  ['dictionaries', '/dictionaries', 'dictionaries.read'],
  ['numbers', '/numbers', 'numbers.read'],
  ['status', '/status', 'status.read'],
  ['people', '/people', 'people.manage'],
  ['tokens', '/tokens', 'tokens.manage'],
  ['audit', '/audit', 'audit.read'],
  ['policy', '/policy', null],
  ['settings', '/settings', null],
] as const satisfies readonly (readonly [string, string, Right | null])[];

/** Where a page belongs; the account stands beside the menu. */
export type Section = (typeof SECTIONS)[number][0] | 'account';

interface MenuProps {
  readonly messages: Messages;
  readonly section: Section | null;
  readonly status: ServiceStatus | null;
  readonly may: (right: Right) => boolean; // the person who looks
}

export function Menu({ messages, section, status, may }: MenuProps) {
  return (
    <nav class="sections" aria-label={messages.site.menu}>
      {SECTIONS.filter(([, , right]) => right === null || may(right)).map(([name, path]) => (
        <a href={path} aria-current={section === name ? 'page' : undefined}>
          {messages.site[name]}
          {name === 'status' && status !== null && <HealthPill messages={messages} status={status} />}
        </a>
      ))}
    </nav>
  );
}
