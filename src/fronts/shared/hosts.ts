import type { HttpBindings } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';
import { hostName } from '../../util/host-name.ts';
import type { FrontDeps } from './deps.ts';

/**
 * Lets requests through that are meant for us by name: a page whose name was made to point at this machine (DNS rebinding) and a
 * proxy that passes on any name get no answer. Loopback, and the address at which a connection came in, are ours without saying.
 */
export const ownHostsOnly =
  ({ hosts }: Pick<FrontDeps, 'hosts'>, refuse: (c: Context) => Response | Promise<Response>): MiddlewareHandler =>
  async (c, next) => {
    const asked = hostName(new URL(c.req.url).hostname) ?? '';
    const here = (c.env as Partial<HttpBindings> | undefined)?.incoming?.socket.localAddress?.replace(/^::ffff:/i, '');
    return isLoopback(asked) || hosts.includes(asked) || asked === here ? next() : refuse(c);
  };

/**
 * The hosts that the configuration names, as requests name them.
 *
 * @example
 * hostsOf({ url: 'https://komainu.example.co.jp/', host: '127.0.0.1', hosts: ['Web'] }) // → ['komainu.example.co.jp', '127.0.0.1', 'web']
 */
export const hostsOf = ({
  url,
  host,
  hosts,
}: {
  readonly url: string | null;
  readonly host: string;
  readonly hosts: readonly string[];
}): string[] =>
  [...(url === null ? [] : [new URL(url).hostname]), host, ...hosts].flatMap((one) => hostName(one) ?? []);

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
