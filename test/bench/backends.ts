import { findPostgres, startPostgres } from '../support/postgres.ts';
import { findRedis, startRedis } from '../support/redis.ts';

/** What the service keeps its mails and jobs in. */
export interface Backend {
  readonly name: string;
  readonly user: string; // a mailbox of its own
  /** Why it cannot be had here; null when it can. */
  readonly obstacle: () => string | null;
  readonly start: () => Promise<RunningBackend>;
}

interface RunningBackend extends AsyncDisposable {
  readonly env: Readonly<Record<string, string>>;
}

const noPostgres = () => (findPostgres() === null ? 'PostgreSQL is not installed' : null);
const noRedis = () => (findRedis() === null ? 'Redis is not installed' : null);

export const backends: readonly Backend[] = [
  {
    name: 'PGlite',
    user: 'pglite',
    obstacle: () => null,
    start: async () => ({ env: {}, [Symbol.asyncDispose]: async () => {} }),
  },
  {
    name: 'PostgreSQL',
    user: 'postgres',
    obstacle: noPostgres,
    async start() {
      const { url, stop } = await startPostgres();
      return { env: { DATABASE_URL: url }, [Symbol.asyncDispose]: stop };
    },
  },
  {
    name: 'PostgreSQL and Redis',
    user: 'redis',
    obstacle: () => noPostgres() ?? noRedis(),
    async start() {
      const [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
      return {
        env: { DATABASE_URL: postgres.url, REDIS_URL: redis.url },
        [Symbol.asyncDispose]: async () => {
          await Promise.all([postgres.stop(), redis.stop()]);
        },
      };
    },
  },
];
