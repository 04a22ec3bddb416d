import { workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';

// Runs as a worker thread: an empty database takes some seconds of a processor, in which the rest of a start goes on.

const client = await PGlite.create(workerData as string);
await client.close();
