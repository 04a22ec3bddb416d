import {
  checkTemplate,
  LETTER_KINDS,
  LETTER_LANGUAGES,
  type LetterKind,
  type LetterLanguage,
  sha256Of,
  shippedTemplate,
  TEMPLATE_LIMITS,
  type TemplateProblem,
} from '../../response/index.ts';
import {
  type Db,
  loadOwnTemplate,
  type OwnTemplate,
  ownTemplates,
  setTemplatesAside,
  writeTemplate,
} from '../../store/index.ts';
import { oneAtATime } from '../../util/one-at-a-time.ts';
import { type Actor, auditActorOf, requireRight } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { act, course } from '../kernel/act.ts';
import { choice, file } from '../kernel/ask.ts';

type Deps = Pick<ActionDeps, 'db' | 'audit' | 'now'>;
type Which = { readonly kind: LetterKind; readonly language: LetterLanguage };

/** A template is unpacked in memory: one of them at a time in a process. */
const inTurn = oneAtATime<null>();

/** What letters of a kind and language are made of: the company's own template, else the shipped one. */
export async function templateInUse(
  db: Db,
  { kind, language }: Which,
): Promise<{ readonly name: string | null; readonly sha256: string; readonly bytes: Uint8Array }> {
  const own = await loadOwnTemplate(db, { kind, language });
  if (own !== null) return own;
  const bytes = await shippedTemplate(kind, language);
  return { name: null, sha256: sha256Of(bytes), bytes };
}

/** The company's own templates. @throws Refusal `not-allowed` */
export function templatesInUse({ db }: Pick<Deps, 'db'>, actor: Actor): Promise<OwnTemplate[]> {
  requireRight(actor, 'letters.templates');
  return ownTemplates(db);
}

const which = { kind: choice(LETTER_KINDS), language: choice(LETTER_LANGUAGES) };

/**
 * Takes a Word file as the template of a kind of letter, in one language. Letters that are there keep what they say.
 *
 * @returns what speaks against it: then nothing was stored; empty when it is in use from now on
 */
export const saveTemplate = course({
  path: '/letter-templates',
  right: 'letters.templates',
  ask: { ...which, file: file(TEMPLATE_LIMITS.bytes, '.docx') },
  async run({ audit }: Deps, { kind, language, file }, { actor, by, at }): Promise<readonly TemplateProblem[]> {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const problems = await inTurn(null, () => checkTemplate(bytes, kind));
    if (problems.length > 0) return problems;
    const sha256 = sha256Of(bytes);
    await audit.during(
      (tx) => writeTemplate(tx, { kind, language, name: file.name.slice(0, 200), bytes, sha256, by, at }),
      () => ({
        ...auditActorOf(actor, at),
        action: 'letter.template',
        target: '',
        details: { kind, language, sha256 },
      }),
    );
    return [];
  },
});

/** Uses the shipped template again. */
export const setTemplateAside = act({
  path: '/letter-templates/:kind/:language/aside',
  right: 'letters.templates',
  audit: 'letter.template-aside',
  ask: which,
  logged: ['kind', 'language'],
  do: (tx, which, { at }) => setTemplatesAside(tx, which, at),
  to: () => '',
});
