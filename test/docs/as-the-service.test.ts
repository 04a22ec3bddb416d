import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const unit = readFileSync('docs/komainu.service', 'utf8');
const command = readFileSync('docs/komainu.sh', 'utf8');
const inUnit = (key: string): string => new RegExp(`^${key}=(.*)$`, 'm').exec(unit)![1]!;

it('a command on a server has the user, the environment and the program of the service', () => {
  expect(command).toContain(`--uid=${inUnit('User')} `);
  expect(command).toContain(`-p UMask=${inUnit('UMask')} `);
  expect(command).toContain(`-p EnvironmentFile=${inUnit('EnvironmentFile')} `);
  expect(command).toContain(`-E KOMAINU_CONFIG=${inUnit('Environment=KOMAINU_CONFIG')} `);
  expect(command).toContain(` ${inUnit('ExecStart').split(' ').at(-2)} "$@"`);
});

it('it is a script that a shell reads', () =>
  expect(() => execFileSync('sh', ['-n', 'docs/komainu.sh'])).not.toThrow());
