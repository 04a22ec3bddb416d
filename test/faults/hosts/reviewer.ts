/** Somebody at the desk, over HTTP alone: cookies are kept, nothing is followed. */
export interface Reviewer {
  /** Rejects where nobody answers in time. */
  get(path: string): Promise<Answer>;
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Answer>;
}

export interface Answer {
  readonly status: number;
  readonly location: string | null;
  readonly text: string;
}

const PATIENCE_MS = 10_000;

export function reviewer(origin: string): Reviewer {
  const cookies = new Map<string, string>();
  const send = async (path: string, init: RequestInit): Promise<Answer> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(path, origin), {
      ...init,
      redirect: 'manual',
      headers: { origin, cookie },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    for (const one of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(one)!;
      if (value === '') cookies.delete(name!);
      else cookies.set(name!, value!);
    }
    return { status: response.status, location: response.headers.get('location'), text: await response.text() };
  };
  return {
    get: (path) => send(path, {}),
    post: (path, fields) => send(path, { method: 'POST', body: new URLSearchParams(fields) }),
  };
}
