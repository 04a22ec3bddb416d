import { request } from 'node:https';
import { isIP } from 'node:net';
import { addressesOf, type Names } from './names.ts';
import { isPublic } from './public-address.ts';

const AT_MOST = 64 * 1024; // bytes

export interface PublicTextOptions {
  readonly names: Names;
  readonly signal: AbortSignal;
  readonly isAllowed?: (address: string) => boolean;
  readonly ca?: string; // PEM, beside the usual authorities
}

/**
 * What lies at an address in the outside world. The name is looked up once and the connection goes to what was looked at, so that it cannot lead
 * into our own network the second time. Redirections are not followed.
 *
 * @returns null when there is nothing, it is longer than 64 KB, or its server is none of the outside
 */
export async function publicText(
  url: string,
  { names, signal, isAllowed = isPublic, ca }: PublicTextOptions,
): Promise<string | null> {
  const { hostname } = new URL(url);
  const addresses = isIP(hostname) === 0 ? await addressesOf(names, hostname) : [];
  const [address] = addresses;
  if (address === undefined || !addresses.every(isAllowed)) return null;
  return new Promise((resolve) => {
    const asking = request(
      url,
      {
        signal,
        ...(ca !== undefined && { ca }),
        agent: false,
        lookup: (_name, { all }, done) =>
          all ? done(null, [{ address, family: isIP(address) }]) : done(null, address, isIP(address)),
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        if (response.statusCode !== 200) return void asking.destroy();
        response.on('data', (chunk: string) => {
          text += chunk;
          if (text.length > AT_MOST) asking.destroy();
        });
        response.once('end', () => resolve(text));
        response.once('error', () => resolve(null));
      },
    );
    asking.once('error', () => resolve(null));
    asking.once('close', () => resolve(null));
    asking.end();
  });
}
