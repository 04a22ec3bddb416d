import { findProgram } from './system.ts';

export const findChromium = (): string | null =>
  ['chromium', 'chromium-browser', 'google-chrome'].map(findProgram).find((path) => path !== null) ?? null;

/** For playwright's `executablePath`; as root it also needs `--no-sandbox`. */
export function chromiumPath(): string {
  const path = findChromium();
  if (path === null) throw new Error('Chromium is not installed.');
  return path;
}
