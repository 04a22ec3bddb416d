import { request } from 'node:http';
import { Readable } from 'node:stream';

/** The service is there but keeps silent. Milliseconds. */
const SILENCE_MS = 30_000;

/** `fetch` over a unix socket; host and port of the address do not matter. Rejects when nobody answers in time. */
export function socketFetch(socketPath: string): typeof fetch {
  return async function fetchOverSocket(input, init) {
    const asked = new Request(input, init);
    const body = Buffer.from(await asked.arrayBuffer());
    const { pathname, search } = new URL(asked.url);
    return new Promise<Response>((resolve, reject) => {
      const headers = { ...Object.fromEntries(asked.headers), 'content-length': String(body.byteLength) };
      const sent = request({ socketPath, path: pathname + search, method: asked.method, headers, agent: false });
      sent.setTimeout(SILENCE_MS, () => sent.destroy(new Error('The running service does not answer.')));
      sent.once('error', reject);
      sent.once('response', (answer) => {
        const type = answer.headers['content-type'] ?? 'application/octet-stream';
        const stream = Readable.toWeb(answer) as ReadableStream<Uint8Array>;
        resolve(new Response(stream, { status: answer.statusCode ?? 500, headers: { 'content-type': type } }));
      });
      sent.end(body);
    });
  };
}
