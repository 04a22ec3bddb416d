import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Some other site: what a mail loads from it is noted. `page` is what it shows without any protection. */
export async function startSink() {
  const state = { page: '', hits: [] as string[] };
  const server = createServer((request, response) => {
    if (request.url === '/page') return response.writeHead(200, { 'content-type': 'text/html' }).end(state.page);
    if (request.url !== '/favicon.ico') state.hits.push(request.url ?? '');
    return response.writeHead(204).end();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return Object.assign(state, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop(): Promise<void> {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  });
}
export type Sink = Awaited<ReturnType<typeof startSink>>;
