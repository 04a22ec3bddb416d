import { readFileSync } from 'node:fs';

/** Memory held now by a process and all its descendants, in MiB: the threads that screen are in one of them. Linux only. */
export function memoryOf(pid: number): number {
  const [, kibibytes = '0'] = /^VmRSS:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`)) ?? [];
  const children = read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number);
  return children.reduce((sum, child) => sum + memoryOf(child), Number(kibibytes) / 1024);
}

/** A process that ends in between holds nothing. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
