import type { Right } from '../../../cases/index.ts';

/** What a page asks to be shown in the menu; null: nothing but an account. */
type Needs = Right | null;

/** A page with its address. Where there are groups, the menu of the place stands beside it and says them. */
type Entry<Name extends string = string> = readonly [
  name: Name,
  path: string,
  needs: Needs,
  group?: 'records' | 'rules' | 'setup',
];

/** The places of the program, each with the pages of its own menu, in their order. */
const PLACES = {
  cases: [['cases', '/', 'cases.read']],
  counterparties: [
    ['counterparties', '/counterparties', 'talks.manage'],
    ['watches', '/counterparties?tab=watches', 'cases.read'],
    ['measures', '/counterparties?tab=measures', 'cases.read'],
    ['cooperation', '/counterparties?tab=cooperation', 'cooperation.manage'],
  ],
  dictionaries: [
    ['dictionaries', '/dictionaries', 'dictionaries.read'],
    ['work', '/dictionaries?tab=work', 'cases.read'],
    ['try', '/dictionaries?tab=try', 'dictionaries.read'],
    ['log', '/dictionaries?tab=log', 'dictionaries.read'],
  ],
  records: [
    ['numbers', '/numbers', 'quality.read', 'records'],
    ['missed', '/missed/read', 'cases.spot-check', 'records'],
    ['proof', '/proof', 'proof.read', 'records'],
    ['disclosures', '/disclosures', 'disclosures.manage', 'records'],
    ['audit', '/audit', 'audit.read', 'records'],
    ['timelines', '/timelines', 'timelines.read', 'records'],
    ['rules', '/escalation', 'rules.read', 'rules'],
    ['policy-edit', '/policy/edit', 'policy.manage', 'rules'],
    ['templates', '/letter-templates', 'letters.templates', 'rules'],
    ['mailboxes', '/mailboxes', 'settings.manage', 'setup'],
    ['channels', '/channels', 'status.read', 'setup'],
    ['company', '/mailboxes?tab=company', 'settings.manage', 'setup'],
    ['people', '/people', 'people.read', 'setup'],
    ['status', '/status', 'status.read', 'setup'],
  ],
  consult: [
    ['consult', '/reports', null],
    ['policy', '/policy', null],
    ['draft', '/reports?tab=draft', null],
  ],
} as const satisfies Readonly<Record<string, readonly Entry[]>>;

export type Place = keyof typeof PLACES;
export const PLACE_NAMES = Object.keys(PLACES) as Place[];
type PlacePage = (typeof PLACES)[Place][number][0];
/** Where a page belongs; what is about the person stands in the menu of the person. */
export type Section = PlacePage | 'me';

/** Pages of the menu by their place that somebody may see. The dictionaries are a place of those who read them. */
export function pagesOf(place: Place, may: (right: Right) => boolean): readonly Entry<PlacePage>[] {
  if (place === 'dictionaries' && !may('dictionaries.read')) return [];
  const pages: readonly Entry<PlacePage>[] = PLACES[place];
  return pages.filter(([, , needs]) => needs === null || may(needs));
}

export const placeOf = (section: Section | null): Place | null =>
  PLACE_NAMES.find((place) => PLACES[place].some(([name]) => name === section)) ?? null;
