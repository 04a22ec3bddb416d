import { defineConfig } from 'drizzle-kit';

/** For `npm run migration -- --name what_it_does`: writes SQL from the schema, needs no server. */
export default defineConfig({
  dialect: 'postgresql',
  schema: [
    './src/store/schema.ts',
    './src/store/desk-schema.ts',
    './src/store/report-schema.ts',
    './src/store/notice-schema.ts',
    './src/store/audit-schema.ts',
    './src/store/auth-schema.ts',
  ],
  out: './src/store/migrations',
});
