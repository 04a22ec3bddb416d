import { it } from 'vitest';
import { AUDIT_ACTIONS } from '../../src/audit/index.ts';
import { expectLines } from './lines.ts';

it('what the audit log calls things', async () => {
  await expectLines('audit-actions.txt', AUDIT_ACTIONS);
});
