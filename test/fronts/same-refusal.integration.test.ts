import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REFUSAL_CODES, type RefusalCode } from '../../src/actions/index.ts';
import type { CaseId } from '../../src/cases/index.ts';
import { loadConfig } from '../../src/config/index.ts';
import { localSocketPath, serveLocalApi } from '../../src/fronts/api/local/index.ts';
import { REFUSAL_WORDS } from '../../src/fronts/cli/local/local-api.ts';
import { messagesOf } from '../../src/fronts/web/shell/messages.ts';
import { claimCase, decide, findAccount, handIn, loadCase, newestAudit } from '../../src/store/index.ts';
import { newConsultation } from '../store/consultations.ts';
import { caseId } from '../support/ids.ts';
import { localApiOf } from './api/local/of-desk.ts';
import { type Program, startApi } from './api/v1/support.ts';
import { komainu, type Workspace, workspace } from './cli/support.ts';
import type { Browser, Page } from './web/support/browser.ts';
import { startDesk, type TestDesk } from './web/support/desk.ts';

/** What an approval says, in words that every front has. */
interface Said {
  readonly severity?: 2;
  readonly declaration: boolean;
  readonly elements?: readonly string[];
}
type Front = 'web' | 'api' | 'local' | 'cli';

let desk: TestDesk;
let reviewer: Browser; // 確認者1, as the operator is 検査 taro
let auditor: Browser;
let program: Program;
let powerless: Program;
let local: ReturnType<typeof localApiOf>;
let place: Workspace;
let socket: AsyncDisposable;
beforeAll(async () => {
  desk = await startDesk();
  reviewer = await desk.signedInAs('reviewer');
  auditor = await desk.signedInAs('auditor');
  const api = startApi(desk);
  program = await api.programAs('reviewer');
  powerless = await api.programAs('auditor');
  local = localApiOf(desk);
  place = await workspace();
  socket = await serveLocalApi(local, localSocketPath(loadConfig(null, {}, place.path).config.dataPath));
});
afterAll(async () => {
  await socket[Symbol.asyncDispose]();
  await place[Symbol.asyncDispose]();
  await desk.stop();
});

const ja = messagesOf('ja');

/** What the page says when an action was refused; of a name that stands in it, what follows. */
const PAGE_WORDS: Readonly<Partial<Record<RefusalCode, readonly [number, ...string[]]>>> = {
  'not-allowed': [403, ja.errors.forbiddenLead],
  recused: [403, ja.recused.title],
  'no-such-case': [404, ja.errors.notFound],
  'case-status': [409, ja.conflict.decided('')],
  'case-claimed': [409, ja.conflict.claimed('')],
  incomplete: [400, ...Object.values(ja.form.gaps)],
};

const codeOn = ({ status, text }: Page) =>
  REFUSAL_CODES.find((code) => {
    const [expected, ...words] = PAGE_WORDS[code] ?? [];
    return status === expected && words.some((one) => text.includes(String(one).trim()));
  });

/** Asks one front to approve a case. @returns the code of the refusal; undefined when it was taken */
const FRONTS: Readonly<Record<Front, (id: string, said: Said) => Promise<RefusalCode | undefined>>> = {
  async web(id, said) {
    return codeOn(await reviewer.post(`/cases/${id}/approve`, formOf(said)));
  },
  async api(id, said) {
    return (await program.post(`/cases/${id}/decisions`, { kind: 'approve', ...said })).json.refusal;
  },
  async local(id, said) {
    const answer = await local.request(`/cases/${id}/decisions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-komainu-actor': encodeURIComponent('cli:検査 taro') },
      body: JSON.stringify({ kind: 'approve', ...said }),
    });
    return ((await answer.json()) as { refusal?: RefusalCode }).refusal;
  },
  async cli(id, { severity, declaration, elements = [] }) {
    const options = [
      ...(severity === undefined ? [] : ['--severity', String(severity)]),
      ...(declaration ? ['--declaration'] : []),
      ...(elements.length === 0 ? [] : ['--element', ...elements]),
    ];
    const { code, err } = await komainu(['cases', 'approve', id, ...options], { cwd: place.path });
    if (code !== 0) expect(code).toBe(err.includes(REFUSAL_WORDS.incomplete) ? 2 : 1);
    return REFUSAL_CODES.find((one) => err.includes(REFUSAL_WORDS[one]));
  },
};

const formOf = ({ severity, declaration, elements = [] }: Said): [string, string][] => [
  ['acts', 'insult-person'],
  ...(severity === undefined ? [] : ([['severity', String(severity)]] as [string, string][])),
  ...(declaration ? ([['declaration', '1']] as [string, string][]) : []),
  ...elements.map((one): [string, string] => [`element-${one}`, 'met']),
];

let made = 0;
function newCase(body = '本当に無能ですね。'): Promise<CaseId> {
  made += 1;
  const found = [{ text: '無能', act: 'insult-person' as const, points: 5 }];
  return desk.addCase({ from: 'a@example.com', subject: `件名${made}`, body, found }, `refused-${made}`);
}

const WHOLE: Said = { severity: 2, declaration: true };

const claimed = async () => {
  const id = await newCase();
  const { id: person, name } = (await findAccount(desk.db, 'first@example.jp'))!;
  await claimCase(desk.db, id, { id: person, name, seesConfidential: false }, desk.clock.now);
  return id;
};
const decided = async () => {
  const id = await newCase();
  await decide(desk.db, id, { kind: 'dismiss', reason: 'joke', note: '' }, '高橋', desk.clock.now);
  return id;
};
const confidential = async () => {
  const { id } = (await findAccount(desk.db, 'first@example.jp'))!;
  const given = newConsultation({ id, name: '社員' }, { confidential: true });
  return (await desk.db.transaction((tx) => handIn(tx, given, desk.clock.now))).caseId;
};

/** The same wrong approval: how it is made, what it says, the refusal, and the fronts by which it can be made. */
const WRONG: readonly (readonly [string, () => Promise<CaseId>, Said, RefusalCode, readonly Front[]])[] = [
  ['no severity', newCase, { declaration: true }, 'incomplete', ['web', 'api', 'local', 'cli']],
  ['no ground', newCase, { severity: 2, declaration: false }, 'incomplete', ['web', 'api', 'local', 'cli']],
  [
    'two of the three elements',
    newCase,
    { severity: 2, declaration: false, elements: ['customer', 'beyond'] },
    'incomplete',
    ['web', 'api', 'local', 'cli'],
  ],
  ['someone else’s claim', claimed, WHOLE, 'case-claimed', ['web', 'api', 'local', 'cli']],
  ['a decided case', decided, WHOLE, 'case-status', ['web', 'api', 'local', 'cli']],
  ['a case that is not there', async () => caseId('999999'), WHOLE, 'no-such-case', ['web', 'api', 'local', 'cli']],
  ['a role that may not see it', confidential, WHOLE, 'no-such-case', ['web', 'api', 'local', 'cli']],
  // A program is nobody of whom a mail speaks.
  [
    'a mail that speaks of them',
    () => newCase('確認者1さんと検査taroは無能だ'),
    WHOLE,
    'recused',
    ['web', 'local', 'cli'],
  ],
];

describe('the same wrong approval is refused with the same code', { timeout: 180_000 }, () => {
  it.each(WRONG)('%s', async (_, make, said, code, fronts) => {
    for (const front of fronts) {
      const id = await make();
      const before = await loadCase(desk.db, id);
      expect({ front, code: await FRONTS[front](id, said) }).toEqual({ front, code });
      expect(await loadCase(desk.db, id)).toEqual(before);
    }
    expect(await newestAudit(desk.db, { action: 'case.approve' }, { below: null, limit: 1 })).toEqual([]);
  });

  it.each(Object.entries(FRONTS))('an id that no case can have, by %s', async (_, approve) => {
    for (const id of ['007', '9223372036854775808', 'x']) expect(await approve(id, WHOLE)).toBe('no-such-case');
  });

  it('a role without the right; whoever may give commands may open the store, and has every right', async () => {
    const id = await newCase();
    expect(codeOn(await auditor.post(`/cases/${id}/approve`, formOf(WHOLE)))).toBe('not-allowed');
    const { json } = await powerless.post(`/cases/${id}/decisions`, { kind: 'approve', ...WHOLE });
    expect(json.refusal).toBe('not-allowed');
    expect((await loadCase(desk.db, id))!.status).toBe('open');
  });
});

describe('a whole approval', { timeout: 180_000 }, () => {
  it.each(Object.entries(FRONTS))('is taken by %s', async (_, approve) => {
    const id = await newCase();
    expect(await approve(id, WHOLE)).toBeUndefined();
    const { status, decisions } = (await loadCase(desk.db, id))!;
    const decision = { kind: 'approve', acts: ['insult-person'], severity: 2, declaration: true };
    expect({ status, decisions }).toMatchObject({ status: 'approved', decisions: [{ decision }] });
  });
});

it.each([
  ['ja', /次の指定が必要です: 重さ --severity、宣言に該当 --declaration/],
  ['en', /the decision needs how grave it is: --severity, and a ground: --declaration/],
])('the command line names the options that are missing, in %s', { timeout: 180_000 }, async (lang, sentence) => {
  const { code, err } = await komainu(['--lang', lang, 'cases', 'approve', await newCase()], { cwd: place.path });
  expect(code).toBe(2);
  expect(err).toMatch(sentence);
});
