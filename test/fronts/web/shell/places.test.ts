import { expect, it } from 'vitest';
import { mayWith, ROLES, type Role } from '../../../../src/cases/index.ts';
import { accessOf } from '../../../../src/fronts/shared/access.ts';
import { PLACE_NAMES, pagesOf } from '../../../../src/fronts/web/shell/places.ts';

const placesOf = (...roles: Role[]) =>
  PLACE_NAMES.filter((place) => place !== 'consult' && pagesOf(place, (right) => mayWith(roles, right)).length > 0);

it.each([
  ['lead', ['cases', 'counterparties', 'dictionaries', 'records']],
  ['reviewer', ['cases', 'counterparties', 'dictionaries', 'records']],
  ['desk', ['cases', 'counterparties', 'records']],
  ['management', ['cases', 'counterparties', 'records']],
  ['sales', ['counterparties']],
  ['admin', ['records']], // who reads no dictionaries has no such place
  ['tuner', ['dictionaries', 'records']],
  ['auditor', ['records']],
  ['employee', []],
] as const)('the menu of %s has %j', (role, places) => {
  expect(placesOf(role)).toEqual(places);
});

it('no page of the menu is refused to whoever sees it there', () => {
  for (const role of ROLES)
    for (const place of PLACE_NAMES)
      for (const [name, path] of pagesOf(place, (right) => mayWith([role], right))) {
        const access = accessOf({ method: 'GET', path: path.replace(/\?.*/, ''), basePath: '/', handler: () => {} });
        const letsIn = access === 'account' || (access !== null && access !== 'anyone' && mayWith([role], access));
        expect({ role, name, letsIn }).toEqual({ role, name, letsIn: true });
      }
});
