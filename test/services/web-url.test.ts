import { describe, expect, it } from 'vitest';
import { ConfigFile } from '../../src/config/file.ts';
import { webUrl } from '../../src/services/index.ts';

const urlOf = (web: object) => webUrl({ web: ConfigFile.parse({ web }).web } as Parameters<typeof webUrl>[0]);

describe('the address that links begin with', () => {
  it.each([
    ['as it comes', {}, 'http://127.0.0.1:8787'],
    [
      'web.url, whatever else is there',
      { url: 'https://komainu.example.jp', hosts: ['web'] },
      'https://komainu.example.jp',
    ],
    ['inside a container: the published port of this machine', { host: '0.0.0.0' }, 'http://localhost:8787'],
    ['the same with a name of its own', { host: '::', hosts: ['komainu.internal'] }, 'http://komainu.internal:8787'],
    ['an address of IPv6', { host: 'fd00::7', port: 80 }, 'http://[fd00::7]:80'],
  ])('%s', (_, web, expected) => {
    expect(urlOf(web)).toBe(expected);
  });

  it.each(['komainu.example.jp:8787', 'http://komainu.example.jp', 'komainu.example.jp/desk', '*.example.jp', ''])(
    'is made of names only: web.hosts refuses %j',
    (host) => {
      expect(ConfigFile.safeParse({ web: { hosts: [host] } }).success).toBe(false);
    },
  );
});
