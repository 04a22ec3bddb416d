import { defineConfig } from 'drizzle-kit';

/** For `npm run migration -- --name what_it_does`: writes SQL from the schema, needs no server. */
export default defineConfig({
  dialect: 'postgresql',
  schema: [
    './src/store/schema/core.ts',
    './src/store/schema/jobs.ts',
    './src/store/schema/reading.ts',
    './src/store/schema/review.ts',
    './src/store/schema/consultation.ts',
    './src/store/schema/care.ts',
    './src/store/schema/case-notes.ts',
    './src/store/schema/letters.ts',
    './src/store/schema/counterparty.ts',
    './src/store/schema/measure.ts',
    './src/store/schema/evidence.ts',
    './src/store/schema/experts.ts',
    './src/store/schema/outside.ts',
    './src/store/schema/person-timeline.ts',
    './src/store/schema/knowing.ts',
    './src/store/schema/notice.ts',
    './src/store/schema/response.ts',
    './src/store/schema/audit.ts',
    './src/store/schema/auth.ts',
    './src/store/schema/tuning.ts',
    './src/store/schema/past.ts',
    './src/store/schema/spot-check.ts',
    './src/store/schema/settings.ts',
  ],
  out: './src/store/migrations',
});
