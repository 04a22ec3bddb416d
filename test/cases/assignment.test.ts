import { expect, it } from 'vitest';
import { mayAssign, type Waiting } from '../../src/cases/index.ts';
import { personId } from '../support/ids.ts';

const [me, other] = [personId('me'), personId('other')];
const anyone: Waiting = { kind: 'anyone' };
const desk: Waiting = { kind: 'desk' };
const mine: Waiting = { kind: 'person', id: me };
const theirs: Waiting = { kind: 'person', id: other };

it.each([
  ['a lead', ['lead'], theirs, other, true],
  ['a lead takes it away', ['lead'], theirs, null, true],
  ['a lead with what waits for the desk', ['lead'], desk, other, true],
  ['a reviewer takes what waits for anyone', ['reviewer'], anyone, me, true],
  ['a reviewer gives their own back', ['reviewer'], mine, null, true],
  ['a reviewer to somebody else', ['reviewer'], anyone, other, false],
  ['a reviewer their own to somebody else', ['reviewer'], mine, other, false],
  ['a reviewer takes somebody else’s', ['reviewer'], theirs, me, false],
  ['a reviewer takes it away from somebody', ['reviewer'], theirs, null, false],
  ['a reviewer takes what waits for the desk', ['reviewer'], desk, me, false],
  ['someone of the desk takes what waits for it', ['desk'], desk, me, true],
  ['someone of the desk ends that it waits for it', ['desk'], desk, null, false],
] as const)('%s: %s', (_, roles, from, to, may) => {
  expect(mayAssign({ id: me, roles }, from, to)).toBe(may);
});
