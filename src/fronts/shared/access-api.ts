import type { Access } from './access-web.ts';

/** Every route of the API. */
export const API_ACCESS: Readonly<Record<string, Access>> = {
  'GET /api/v1/openapi.json': 'anyone',
  'GET /api/v1/cases': 'cases.read',
  'GET /api/v1/cases/:id': 'cases.read',
  'GET /api/v1/cases/:id/comments': 'cases.read',
  'GET /api/v1/watches': 'cases.read',
  'POST /api/v1/decisions': 'cases.decide',
  'GET /api/v1/cases/:id/file': 'cases.decide',
  'GET /api/v1/counterparties': 'counterparties.read',
  'GET /api/v1/counterparties/:counterparty': 'counterparties.read',
  'GET /api/v1/cases/:id/letters': 'cases.letters',
  'GET /api/v1/cases/:id/letters/:letter/files/:file': 'cases.letters',
  'GET /api/v1/measures': 'cases.read',
  'GET /api/v1/cases/:id/measures': 'cases.decide',
  'GET /api/v1/people': 'cases.decide',
  'GET /api/v1/numbers': 'numbers.read',
  'GET /api/v1/status': 'status.read',
  'GET /api/v1/operations': 'status.read',
  'GET /api/v1/failed-mails': 'status.read',
};
