// After `npm run migration`: drizzle-kit compares the schema with the newest snapshot alone, so that the elder ones go.
import { readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const meta = fileURLToPath(new URL('../src/store/migrations/meta/', import.meta.url));
const snapshots = readdirSync(meta).filter((name) => name.endsWith('_snapshot.json'));
for (const elder of snapshots.sort().slice(0, -1)) rmSync(`${meta}${elder}`);
