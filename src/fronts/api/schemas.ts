import { z } from 'zod';
import { BANDS } from '../../detect/index.ts';

/** What the local API and the API for other systems take alike. */
export const slice = (usual: number, most: number) => ({
  limit: z.coerce.number().int().min(1).max(most).default(usual),
  offset: z.coerce.number().int().min(0).default(0),
});

export const caseFilter = {
  status: z.enum(['open', 'approved', 'dismissed']).optional(),
  band: z.enum(BANDS).optional(),
};
