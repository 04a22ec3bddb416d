import { Hono } from 'hono';
import { it } from 'vitest';
import { REFUSAL_CODES, Refusal, type RefusalReason } from '../../src/actions/index.ts';
import { PROBLEM_CODES, type Problem, problemHandler } from '../../src/fronts/api/problem.ts';
import { PROBLEM_WORDS, REFUSAL_WORDS } from '../../src/fronts/cli/local/local-api.ts';
import { createLogger } from '../../src/util/log.ts';
import { expectLines } from './lines.ts';

/** What some reasons tell besides their code. */
const MORE = {
  ...{
    missing: ['acts', 'ground'],
    points: ['contact'],
    fields: ['demand'],
    obstacles: [{ gate: 'care', needs: 'x' }],
    step: 'warning',
  },
  ...{ problems: [{ code: 'wrong' }], perWeek: 3, cause: 'full' },
};

it('refusals: code, how the API answers, its sentence, that of the command line', async () => {
  const told = REFUSAL_CODES.map(async (code) => {
    const app = new Hono().onError(problemHandler(createLogger('silent')));
    app.get('/', () => {
      throw new Refusal({ code, ...MORE } as unknown as RefusalReason);
    });
    const { status, code: problem, detail } = (await (await app.request('/')).json()) as Problem;
    return `${code}: ${status} ${problem} | ${detail} | ${REFUSAL_WORDS[code]}`;
  });
  await expectLines('refusals.txt', await Promise.all(told));
});

it('problems that the API tells, and the words of the command line for them', async () => {
  await expectLines(
    'problems.txt',
    PROBLEM_CODES.map((code) => `${code}: ${PROBLEM_WORDS[code]}`),
  );
});
