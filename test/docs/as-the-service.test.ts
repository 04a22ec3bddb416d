import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

it('a command is given each word as it was written, whatever systemd takes for a variable', () => {
  const folder = mkdtempSync(join(tmpdir(), 'komainu-script-'));
  try {
    writeFileSync(join(folder, 'systemd-run'), '#!/bin/sh\nprintf "%s\\0" "$@"\n', { mode: 0o755 });
    const words = ['user', '', '  two  spaces', "it's", 'A $HOME $$ %n \\n', '氏名'];
    const env = { ...process.env, PATH: `${folder}:${process.env.PATH}`, SUDO_USER: 'sasaki' };
    const given = execFileSync('sh', ['docs/komainu.sh', ...words], { env, encoding: 'utf8' })
      .split('\0')
      .slice(0, -1);
    expect(given).toContain('KOMAINU_OPERATOR=sasaki'); // whom the audit log names, not the user of the service
    const asSystemdReads = given.slice(-words.length).map((word) => word.replaceAll('$$', '$'));
    expect(asSystemdReads).toEqual(words);
    expect(given.slice(-words.length).join().replaceAll('$$', '')).not.toContain('$');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
