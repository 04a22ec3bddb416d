import { expect, it } from 'vitest';
import { uninvolved } from '../../src/response/index.ts';
import { personId } from '../support/ids.ts';

it('leaves the answer to whoever had no part in it, and to the others only where there is nobody else', () => {
  const [proposer, approver, other] = ['p1', 'p2', 'p3'].map((id) => ({ id: personId(id) }));
  const objection = { involved: [proposer!.id, approver!.id] };
  expect(uninvolved(objection, [proposer!, approver!, other!])).toEqual([other]);
  expect(uninvolved(objection, [proposer!, approver!])).toEqual([proposer, approver]);
  expect(uninvolved({ involved: [] }, [proposer!, other!])).toEqual([proposer, other]);
});
