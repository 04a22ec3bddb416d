import { spawnSync } from 'node:child_process';

/** Why packets cannot be dropped here; null: they can. */
export function cannotCut(): string | null {
  const { error, status, stderr } = iptables('-L', 'INPUT', '-n');
  return error ? 'iptables is not installed' : status === 0 ? null : stderr.trim();
}

/** Every packet to and from a port of this machine is lost from now on, as by a broken switch: nobody is told, nothing is refused. */
export function cut(port: number): { mend(): void } {
  const rules = ['--dport', '--sport'].map((side) => ['INPUT', '-p', 'tcp', side, String(port), '-j', 'DROP']);
  for (const rule of rules) run('-I', ...rule);
  const mend = () => {
    for (const rule of rules) iptables('-D', ...rule);
    process.removeListener('exit', mend);
  };
  process.once('exit', mend); // whatever ends this run
  return { mend };
}

function run(...args: readonly string[]): void {
  const { status, stderr } = iptables(...args);
  if (status !== 0) throw new Error(`iptables: ${stderr}`);
}

const iptables = (...args: readonly string[]) => spawnSync('iptables', ['-w', ...args], { encoding: 'utf8' });
