#!/usr/bin/env node
// Nothing is imported before the check: an old Node would fail inside a package, with a message nobody understands.
const [major, minor] = process.versions.node.split('.').map(Number) as [number, number];

if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `Node.js 20.19 以上が必要です（現在 ${process.versions.node}）。 / Komainu needs Node.js 20.19 or newer; this is ${process.versions.node}.\n`,
  );
  process.exitCode = 2;
} else {
  import('./fronts/cli/index.ts').then(({ main }) => main(process.argv.slice(2)));
}
