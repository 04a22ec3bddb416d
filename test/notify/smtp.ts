import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail server that keeps what it is given; it refuses recipients that begin with `nobody@`, and knows komainu / right. */
export async function startSmtp() {
  const mails: Buffer[] = [];
  const times: number[] = [];
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      username === 'komainu' && password === 'right'
        ? done(null, { user: username })
        : done(new Error('535 wrong, taro@example.jp')),
    onRcptTo: ({ address }, _session, done) => done(address.startsWith('nobody@') ? new Error('no such user') : null),
    async onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      mails.push(Buffer.concat(chunks));
      times.push(Date.now());
      done();
    },
  });
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    times, // when each came, in milliseconds since 1970
    [Symbol.asyncDispose]: () => new Promise<void>((done) => server.close(done)),
  };
}
