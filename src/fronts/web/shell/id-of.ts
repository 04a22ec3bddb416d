import type { WebContext } from './page.tsx';

/** The id in the address of a page: of a case, a person, an entry. */
export const idOf = (c: WebContext): string => c.req.param('id') ?? '';
