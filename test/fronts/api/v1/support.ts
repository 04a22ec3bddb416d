import { eq } from 'drizzle-orm';
import { type Actor, createToken, perform } from '../../../../src/actions/index.ts';
import type { Role } from '../../../../src/cases/index.ts';
import { apiApp } from '../../../../src/fronts/api/v1/index.ts';
import { authSchema } from '../../../../src/store/index.ts';
import { OPERATOR, type TestDesk } from '../../web/support/desk.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: what a program makes of an answer is its own affair
  readonly json: any;
}

/** The API on a desk's store, as programs ask it. */
export function startApi(desk: TestDesk) {
  const app = apiApp(desk.deps);
  let tokens = 0;

  const program = (token: string | null, address = '192.0.2.50') => {
    async function send(path: string, init: RequestInit): Promise<Answer> {
      const headers = new Headers(init.headers);
      if (token !== null && !headers.has('authorization')) headers.set('authorization', `Bearer ${token}`);
      const env = { incoming: { socket: { remoteAddress: address } } };
      const response = await app.request(`http://desk.example.jp/api/v1${path}`, { ...init, headers }, env);
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.includes('json') ?? false;
      return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : null };
    }
    return {
      get: (path: string, headers: Record<string, string> = {}) => send(path, { headers }),
      post: (path: string, body: unknown, headers: Record<string, string> = {}) =>
        send(path, {
          method: 'POST',
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json', ...headers },
        }),
    };
  };

  return {
    app,
    program,
    /** A program whose token has exactly these roles. */
    async programAs(...roles: Role[]) {
      tokens += 1;
      return program(await tokenFor(desk, `連携${tokens}`, roles), `198.51.100.${tokens}`);
    },
  };
}
export type TestApi = ReturnType<typeof startApi>;
export type Program = ReturnType<TestApi['program']>;

/** A new token of these roles, valid for 30 days. One without a role nobody can make: somebody took it away in the store. */
export async function tokenFor(
  { deps }: Pick<TestDesk, 'deps'>,
  name: string,
  roles: readonly string[],
  actor: Actor = OPERATOR,
): Promise<string> {
  const asked = { name, roles: roles.length === 0 ? ['employee'] : roles, days: '30' };
  const { id, token } = await perform(createToken, deps, actor, asked);
  const { apiToken } = authSchema;
  if (roles.length === 0) await deps.db.update(apiToken).set({ roles: [] }).where(eq(apiToken.id, id));
  return token;
}
