import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as actions from '../../src/actions/index.ts';
import {
  ACTS,
  type DeclaredAct,
  type FieldProblem,
  type FieldProblems,
  type PersonActor,
  perform,
  type Shape,
} from '../../src/actions/index.ts';
import { type CaseId, ROLES } from '../../src/cases/index.ts';
import { isRoute } from '../../src/fronts/shared/access.ts';
import { findAccount, newestAudit } from '../../src/store/index.ts';
import { localApiOf } from './api/local/of-desk.ts';
import { type Program, startApi } from './api/v1/support.ts';
import type { Browser } from './web/support/browser.ts';
import { OPERATOR, startDesk, type TestDesk } from './web/support/desk.ts';

let desk: TestDesk;
let browser: Browser;
let program: Program;
let local: ReturnType<typeof localApiOf>;
let id: CaseId;
let person: PersonActor; // of the browser
beforeAll(async () => {
  desk = await startDesk();
  browser = await desk.signedInAs(...ROLES);
  program = await startApi(desk).programAs(...ROLES);
  local = localApiOf(desk);
  const { id: own } = (await findAccount(desk.db, 'person-1@example.jp'))!;
  person = { kind: 'person', id: own, name: '確認者1', email: 'person-1@example.jp', roles: ROLES, address: null };
  id = await desk.addCase({ from: 'a@example.com', subject: '件名', body: '本文' });
  const day = '2026-07-03'; // today
  for (const [act, asked] of [
    [actions.recordCooperation, { direction: 'received', company: '会社', words: '言葉', asked: day, due: day }],
    [
      actions.recordDisclosure,
      { from: '人', role: 'sender', identity: 'まだ', wants: ['copy'], words: '言葉', received: day, due: day },
    ],
    [actions.addExpert, { kind: 'lawyer', name: '弁護士', contact: '03' }],
    [actions.askExpert, { id, expert: '1', question: '問い', handed: 'words' }],
    [actions.createCounterparty, { kind: 'company', name: '田中商店' }],
    [actions.noteTalk, { counterparty: '1', asked: day, who: '人', way: 'phone', words: '言葉', due: day }],
    [actions.recordObjection, { case: id, against: 'case', from: '会社', words: '言葉', received: day, due: day }],
  ] as const)
    await perform(act as DeclaredAct, desk.deps, OPERATOR, asked);
});
afterAll(() => desk.stop());

interface Wrong {
  readonly value: unknown;
  readonly problems: FieldProblems;
}

/** What no field of a kind takes, and what is said of it, by its name or those of its row; null: it takes everything. */
function wrong(name: string, { kind, items, maxLength = 0 }: Shape): Wrong | null {
  const one = (value: unknown, problem: FieldProblem): Wrong => ({ value, problems: { [name]: problem } });
  switch (kind) {
    case 'line':
    case 'text':
    case 'secret':
      return one('長'.repeat(maxLength + 1), 'too-long');
    case 'email':
    case 'choice':
    case 'day':
    case 'number':
    case 'seen':
    case 'time':
    case 'file':
    case 'files':
    case 'parts':
      return one('何でもない', 'wrong');
    case 'choices':
    case 'days':
      return one(['何でもない'], 'wrong');
    case 'picks':
      return one(['\u0007'], 'wrong');
    case 'pick':
      return one('\u0007', 'wrong');
    case 'rows': {
      const row = Object.entries(items!.properties!).flatMap(([field, of]) => {
        const found = wrong(`${name}.0.${field}`, of);
        return found === null ? [] : [[field, found] as const];
      });
      return {
        value: [Object.fromEntries(row.map(([field, { value }]) => [field, value]))],
        problems: Object.assign({}, ...row.map(([, { problems }]) => problems)),
      };
    }
    case 'tick':
    case 'id':
      return null;
  }
}

/** Whoever gives commands has every right; what is of an account takes a person. */
const actorFor = ({ right }: DeclaredAct) => (right === 'account' ? person : OPERATOR);

const namedBy = ({ path }: DeclaredAct): string[] => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!);

/** What an address names where all is well: the case, one of those that are known, or an id that a row can have. */
const nameFor = ({ about, shapes }: DeclaredAct, name: string): string =>
  name === about ? id : (shapes[name]?.enum?.[0] ?? '1');

/** The address of an act, the case that it is about among what it names, and else something that may be there or not. */
const addressOf = (act: DeclaredAct, other: string, path: string = act.path) =>
  path.replace(/:(\w+)/g, (_, name) => (other === '1' ? nameFor(act, name) : name === act.about ? id : other));

/** The same for programs and commands. */
const apiAddressOf = (act: DeclaredAct, other: string) => addressOf(act, other, act.api?.path);

/** What they write there: which of the acts that share the address they mean, too. */
const sentTo = ({ api }: DeclaredAct, written: object) =>
  api?.kind === undefined ? written : { kind: api.kind, ...written };

/** What is wrong with everything that an act asks beside what its address names. */
function allWrong(act: DeclaredAct) {
  const found = Object.entries(act.shapes).flatMap(([name, shape]) => {
    const one = name === act.about || namedBy(act).includes(name) ? null : wrong(name, shape);
    return one === null ? [] : [[name, one] as const];
  });
  return {
    written: Object.fromEntries(found.map(([name, { value }]) => [name, value])),
    fields: Object.assign({}, ...found.map(([, { problems }]) => problems)) as FieldProblems,
  };
}

/** The same as a form sends it; what is in rows under their numbers. */
const asForm = (written: Readonly<Record<string, unknown>>, before = ''): [string, string][] =>
  Object.entries(written).flatMap(([name, value]) =>
    [value]
      .flat()
      .flatMap((one: unknown, i) =>
        typeof one === 'object' ? asForm({ ...one }, `${name}.${i}.`) : [[before + name, String(one)]],
      ),
  );

const called = (acts: readonly DeclaredAct[]) => acts.map((act) => [act.path, act] as const);
const asking = ACTS.filter((act) => Object.keys(allWrong(act).fields).length > 0);
const open =
  (to: 'programs' | 'commands') =>
  ({ for: also = [] }: DeclaredAct) =>
    also.includes(to);

const byCommand = async (address: string, body: unknown) => {
  const answer = await local.request(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-komainu-actor': encodeURIComponent('cli:検査 花') },
    body: JSON.stringify(body),
  });
  return (await answer.json()) as { refusal?: string; fields?: object };
};

describe('what is wrong is refused with its fields, by every front alike', { timeout: 180_000 }, () => {
  it.each(called(asking))('%s', async (_, act) => {
    const { written, fields } = allWrong(act);
    const named = Object.fromEntries(namedBy(act).map((name) => [name, nameFor(act, name)]));
    const before = await newestAudit(desk.db, {}, { below: null, limit: 1 });
    await expect(perform(act, desk.deps, actorFor(act), { ...named, ...written })).rejects.toMatchObject({
      reason: { code: 'wrong-fields', fields },
    });
    expect(await newestAudit(desk.db, {}, { below: null, limit: 1 })).toEqual(before);
    const page = await browser.post(addressOf(act, '1'), asForm(written));
    expect(page.status).toBe(GONE.has(act.path) ? 404 : 400);
    for (const name of Object.keys(fields).filter((one) => isDrawn(act, one) && asks(page.text, idOf(one)))) {
      expect(page.text).toMatch(new RegExp(`id="(?:token-|expert-|suggest-|refer-)?${idOf(name)}[-\\w]*-error"`));
      shown.add(`${act.path} ${name}`);
    }
    const refused = { refusal: 'wrong-fields', fields };
    if (open('programs')(act))
      expect((await program.post(apiAddressOf(act, '1'), sentTo(act, written))).json).toMatchObject(refused);
    if (open('commands')(act))
      expect(await byCommand(apiAddressOf(act, '1'), sentTo(act, written))).toMatchObject(refused);
  });

  it.each(called(asking))('%s: what is left out', async (_, act) => {
    const named = Object.fromEntries(namedBy(act).map((name) => [name, nameFor(act, name)]));
    const fields = Object.fromEntries(
      Object.entries(act.ask)
        .filter(([name, field]) => !(name in named) && !field.safeParse(undefined).success)
        .map(([name]) => [name, 'missing']),
    );
    if (Object.keys(fields).length === 0) return;
    await expect(perform(act, desk.deps, actorFor(act), named)).rejects.toMatchObject({
      reason: { code: 'wrong-fields', fields },
    });
    if (open('programs')(act))
      expect((await program.post(apiAddressOf(act, '1'), sentTo(act, {}))).json).toMatchObject({ fields });
    if (open('commands')(act))
      expect(await byCommand(apiAddressOf(act, '1'), sentTo(act, {}))).toMatchObject({ fields });
  });
});

const idOf = (name: string): string => name.replaceAll('.', '-');

/** Fields beside which the browser said what is wrong. */
const shown = new Set<string>();

/**
 * What has parts a page draws, and says what is wrong with, by itself; so do the card of a case, which offers only what there is, and the forms of notes and of care,
 * of which several share an act. Words are suggested only by who may not teach them. Words are no file: where none need be chosen, none was.
 */
const isDrawn = ({ path, shapes, ask }: DeclaredAct, name: string): boolean =>
  shapes[name]?.kind !== 'parts' &&
  !(isFile(shapes[name]) && ask[name]?.safeParse(undefined).success) &&
  !['/cases/:id/counterparty', '/cases/:id/file', '/cases/:id/care', '/cases/:id/suggest'].includes(path);

const isFile = (shape: Shape | undefined): boolean => shape?.kind === 'file' || shape?.kind === 'files';

/** Whether a page asks for a field: some forms are not there, or stand for what is settled; where a page has several, those that are not its first name themselves before. */
const asks = (text: string, name: string): boolean =>
  new RegExp(
    `<(?:input(?! type="hidden")|textarea|select|fieldset) id="(?:token-|expert-|suggest-|refer-)?${name}(?:-[-\\w]+)?"`,
  ).test(text);

it('the browser says it beside the field', () => {
  expect([...shown].sort()).toMatchInlineSnapshot(`
    [
      "/cases/:id/comments words",
      "/cases/:id/experts due",
      "/cases/:id/experts expert",
      "/cases/:id/experts handed",
      "/cases/:id/experts question",
      "/cases/:id/experts/:request/answer words",
      "/cases/:id/referrals team",
      "/cases/:id/referrals words",
      "/channels about",
      "/channels to",
      "/channels/smtp from",
      "/channels/smtp host",
      "/channels/smtp password",
      "/channels/smtp port",
      "/channels/smtp security",
      "/channels/smtp user",
      "/company addresses",
      "/company company",
      "/company timeZone",
      "/company/retention approvedDays",
      "/company/retention dismissedDays",
      "/company/retention greyDays",
      "/company/retention registerDays",
      "/company/retention reportDays",
      "/company/retention unopenedDays",
      "/company/retention verdictDays",
      "/cooperation asked",
      "/cooperation company",
      "/cooperation contact",
      "/cooperation direction",
      "/cooperation due",
      "/cooperation words",
      "/cooperation/:request/answer day",
      "/cooperation/:request/answer words",
      "/counterparties kind",
      "/counterparties name",
      "/counterparties notes",
      "/counterparties postal",
      "/counterparties/:counterparty kind",
      "/counterparties/:counterparty name",
      "/counterparties/:counterparty notes",
      "/counterparties/:counterparty postal",
      "/counterparties/:counterparty/talks asked",
      "/counterparties/:counterparty/talks due",
      "/counterparties/:counterparty/talks way",
      "/counterparties/:counterparty/talks who",
      "/counterparties/:counterparty/talks words",
      "/counterparties/:counterparty/talks/:talk/answer day",
      "/counterparties/:counterparty/talks/:talk/answer what",
      "/counterparties/:counterparty/talks/:talk/answer words",
      "/disclosures due",
      "/disclosures from",
      "/disclosures identity",
      "/disclosures received",
      "/disclosures role",
      "/disclosures wants",
      "/disclosures words",
      "/disclosures/:request/draft outcome",
      "/disclosures/:request/draft words",
      "/disclosures/:request/subject addresses",
      "/disclosures/:request/subject counterparty",
      "/disclosures/:request/subject person",
      "/escalation closes",
      "/escalation daysOff",
      "/escalation opens",
      "/escalation remindPercent",
      "/escalation rows.0.acts",
      "/escalation rows.0.care",
      "/escalation rows.0.careUnit",
      "/escalation rows.0.decide",
      "/escalation rows.0.decideUnit",
      "/escalation rows.0.level",
      "/escalation rows.0.look",
      "/escalation rows.0.lookUnit",
      "/escalation rows.0.people",
      "/escalation rows.0.substitutePeople",
      "/escalation rows.0.substitutes",
      "/escalation rows.0.who",
      "/escalation weekdays",
      "/escalation workedDays",
      "/experts contact",
      "/experts kind",
      "/experts name",
      "/hand-in about",
      "/hand-in channel",
      "/hand-in otherSide",
      "/hand-in pasted",
      "/hand-in time",
      "/hand-in when",
      "/hand-in wish",
      "/hand-in words",
      "/letter-templates file",
      "/letter-templates kind",
      "/letter-templates language",
      "/mailboxes/connect folder",
      "/mailboxes/connect host",
      "/mailboxes/connect port",
      "/mailboxes/connect secret",
      "/mailboxes/connect security",
      "/mailboxes/connect user",
      "/mailboxes/find address",
      "/mailboxes/sign-in clientId",
      "/mailboxes/sign-in folder",
      "/mailboxes/sign-in host",
      "/mailboxes/sign-in port",
      "/mailboxes/sign-in secret",
      "/mailboxes/sign-in security",
      "/mailboxes/sign-in tenant",
      "/mailboxes/sign-in user",
      "/measures/rules caution",
      "/measures/rules cautionReply",
      "/measures/rules end",
      "/measures/rules endReply",
      "/measures/rules steps.0.approvers",
      "/measures/rules steps.0.criteria",
      "/measures/rules steps.0.frontLine",
      "/objections due",
      "/objections from",
      "/objections received",
      "/objections words",
      "/objections/:objection/assign person",
      "/objections/:objection/draft effect",
      "/objections/:objection/draft reasons",
      "/people email",
      "/people name",
      "/people roles",
      "/policy/edit from",
      "/policy/edit note",
      "/policy/edit text",
      "/settings dailyCap",
      "/settings keys",
      "/settings mask",
      "/tokens days",
      "/tokens name",
      "/tokens roles",
    ]
  `);
});

/** Things that are not there in this store. */
const GONE: ReadonlySet<string> = new Set([
  '/people/:id/roles',
  '/people/:id/active',
  '/cases/:id/answer',
  '/cases/:id/merge',
  '/cases/:id/added/seen',
  '/cases/:id/letters/:letter/sent',
  '/cases/:id/letters/:letter/reply',
  '/missed/read/:spot',
  '/reports/:report/notes',
  '/reports/:report/wishes',
  '/reports/:report/care',
  '/reports/:report/naming',
  '/timelines/:person/consent',
  '/timelines/:person/cases',
]);

/** What is no act, and why: decision 0051 says the same. */
const BY_HAND: Readonly<Record<string, readonly string[]>> = {
  'who does it is not known yet, or it is of their session alone': [
    ...['/language', '/sign-in', '/sign-in/code', '/sign-out', '/welcome/:token', '/account/sessions/end-others'],
    ...['/account/factor', '/account/factor/codes', '/account/factor/confirm', '/account/factor/off'],
  ],
  'nothing of it is kept': [
    ...['/draft', '/lessons/:act/mails', '/dictionaries/teach', '/dictionaries/try', '/dictionaries/preview'],
  ],
  'an entry is tried while it is written': ['/dictionaries/save'],
  'it sends a file as it came': ['/cases/:id/mails/:mail', '/cases/:id/mails/:mail/files/:index'],
  'it says where somebody is': [
    ...['/next', '/cases/:id/claim', '/cases/:id/leave', '/missed/read', '/mentions/seen', '/takeovers/seen'],
  ],
  'each of several cases is asked by its act': ['/cases/:id/similar', '/list/decide', '/list/undo'],
};

it('every route that takes something is a declared act, or one of those that are none', () => {
  const taken = desk.app.routes.filter((route) => isRoute(route) && route.method === 'POST').map(({ path }) => path);
  const acts = new Set<string>(ACTS.map(({ path }) => path));
  expect([...new Set(taken)].filter((path) => !acts.has(path)).sort()).toEqual(Object.values(BY_HAND).flat().sort());
  expect([...acts].filter((path) => !taken.includes(path))).toEqual([]);
});

const ofThings = ACTS.filter((act) => namedBy(act).some((name) => name !== act.about));

describe('an id that nothing can have', { timeout: 180_000 }, () => {
  it.each(called(ofThings))('%s', async (_, act) => {
    const wrongId = encodeURIComponent('0\u0007');
    const [address, sent, refused] = [apiAddressOf(act, wrongId), sentTo(act, {}), { refusal: 'not-there' }];
    expect((await browser.post(addressOf(act, wrongId), {})).status).toBe(404);
    if (open('programs')(act)) expect((await program.post(address, sent)).json).toMatchObject(refused);
    if (open('commands')(act)) expect(await byCommand(address, sent)).toMatchObject(refused);
  });

  it.each(called(ACTS.filter(({ about, path }) => about !== undefined && path.includes(`:${about}`))))(
    '%s, as of a case',
    async (_, act) => {
      const none = (path: string) => path.replace(/:(\w+)/g, () => '0');
      expect((await browser.post(none(act.path), {})).status).toBe(404);
      const [address, sent] = [none(act.api?.path ?? act.path), sentTo(act, {})];
      const refused = { refusal: 'no-such-case' };
      if (open('programs')(act)) expect((await program.post(address, sent)).json).toMatchObject(refused);
      if (open('commands')(act)) expect(await byCommand(address, sent)).toMatchObject(refused);
    },
  );
});
