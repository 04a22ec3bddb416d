import { z } from '@hono/zod-openapi';

/** What answers are made of. */
export const list = <S extends z.ZodType>(of: S) => z.array(of).readonly();
export const time = z.iso.datetime();
export const count = z.int().min(0);
