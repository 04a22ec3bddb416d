import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { ACTS, type Shape } from '../../actions/index.ts';

const FORM_LIMIT = 64 * 1024; // bytes; what an act asks may be more
const PASTE_LIMIT = 512 * 1024; // a whole mail, and so much more that the form can say what is too long
const PASTE_PATHS = ['/dictionaries/try', '/draft', '/dictionaries/preview', '/dictionaries/save'];

/**
 * Nothing is loaded from elsewhere, nothing runs inline, nobody frames the review app. The referrer stays `same-origin` and
 * not `no-referrer`: with the latter a browser sends `Origin: null` with our own forms, which no cross-site check
 * could tell from a stranger's.
 */
export const headers = (secure: boolean): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    xFrameOptions: 'DENY',
    referrerPolicy: 'same-origin',
    strictTransportSecurity: secure ? 'max-age=31536000' : false,
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
  });

/** Pages hold mail text: no cache keeps them. Assets say otherwise themselves. */
export const unstored: MiddlewareHandler = async (c, next) => {
  await next();
  if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
};

/**
 * What changes something counts only when a page of the review app sent it, whatever its content is said to be: Sec-Fetch-Site or
 * Origin must say so.
 */
export const ownPagesOnly =
  (url: string | null): MiddlewareHandler =>
  async (c, next) => {
    if (changesNothing(c) || isFromOwnPage(c, url)) return next();
    throw new HTTPException(403);
  };

/** The same where programs ask, which say neither: what a page of another site sends is refused, token or not. */
export const noForeignPages =
  (url: string | null): MiddlewareHandler =>
  async (c, next) => {
    const fromPage = c.req.header('origin') !== undefined || c.req.header('sec-fetch-site') !== undefined;
    if (!fromPage || changesNothing(c) || isFromOwnPage(c, url)) return next();
    throw new HTTPException(403, { message: 'Pages of other sites may not change anything.' });
  };

const changesNothing = ({ req: { method } }: Context): boolean => method === 'GET' || method === 'HEAD';

function isFromOwnPage(c: Context, url: string | null): boolean {
  const origin = c.req.header('origin');
  return (
    c.req.header('sec-fetch-site') === 'same-origin' ||
    origin === new URL(c.req.url).origin ||
    (url !== null && origin === new URL(url).origin)
  );
}

/** Bounds what is sent; `onError` is told whether files were to come with it. */
export function smallForms(onError: (c: Context, files: boolean) => Response | Promise<Response>): MiddlewareHandler {
  const small = bodyLimit({ maxSize: FORM_LIMIT, onError: (c) => onError(c, false) });
  const paste = bodyLimit({ maxSize: PASTE_LIMIT, onError: (c) => onError(c, false) });
  const acts = ACTS.map(({ path, shapes }) => ({
    path: new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`),
    maxSize: bytesOf(shapes),
    files: Object.values(shapes).some(({ kind }) => kind === 'files'),
  }))
    .filter(({ maxSize }) => maxSize > FORM_LIMIT)
    .map(({ path, maxSize, files }) => ({ path, limit: bodyLimit({ maxSize, onError: (c) => onError(c, files) }) }));
  return (c, next) =>
    (PASTE_PATHS.includes(c.req.path) ? paste : (acts.find(({ path }) => path.test(c.req.path))?.limit ?? small))(
      c,
      next,
    );
}

const BYTES = 9; // that a letter of Japanese becomes in a form
const FILE_MORE = 4 * 1024 * 1024; // bytes

/** Bytes of the longest form of an act, and as many again, of a large file some more, so that the page can say what is too long; of several files, all that may be sent. */
const bytesOf = (shapes: Readonly<Record<string, Shape>>): number =>
  Object.values(shapes).reduce((sum, { kind, maxLength = 0, maxItems = 0, items, together = 0 }) => {
    const rows = items?.properties === undefined ? 0 : maxItems * bytesOf(items.properties);
    const own = kind === 'file' ? maxLength + Math.min(maxLength, FILE_MORE) : 2 * BYTES * maxLength;
    return sum + own + rows + together;
  }, 0);
