import type { webApp } from '../../../../src/fronts/web/index.ts';

/** A browser without scripts: keeps cookies, sends what browsers send with a form, follows nothing by itself. */
export function createBrowser(
  app: ReturnType<typeof webApp>,
  { origin, address = '192.0.2.1' }: { readonly origin: string; readonly address?: string },
) {
  const cookies = new Map<string, string>();

  async function send(path: string, init: RequestInit): Promise<Page> {
    const headers = new Headers(init.headers);
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const env = { incoming: { socket: { remoteAddress: address } } };
    const response = await app.request(new URL(path, origin).href, { ...init, headers }, env);
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      if (value === '' || /max-age=0/i.test(cookie)) cookies.delete(name!);
      else cookies.set(name!, value!);
    }
    const bytes = new Uint8Array(await response.arrayBuffer());
    return {
      status: response.status,
      headers: response.headers,
      location: response.headers.get('location'),
      bytes,
      text: new TextDecoder().decode(bytes),
    };
  }

  return {
    address,
    cookies,
    get: (path: string, headers: Record<string, string> = {}) => send(path, { headers }),
    /** Submits a form from a page of the desk itself, unless `headers` say otherwise; FormData may hold files. */
    post: (
      path: string,
      fields: Record<string, string> | [string, string][] | FormData = {},
      headers: Record<string, string> = { origin },
    ) =>
      send(path, { method: 'POST', body: fields instanceof FormData ? fields : new URLSearchParams(fields), headers }),
  };
}
export type Browser = ReturnType<typeof createBrowser>;

export interface Page {
  readonly status: number;
  readonly headers: Headers;
  readonly location: string | null;
  readonly text: string;
  readonly bytes: Uint8Array; // of a file
}
