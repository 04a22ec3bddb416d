import type { Act, Band } from '../../detect/index.ts';
import { type Locate, type Problem, readYaml } from '../../util/located-yaml.ts';
import { type Frame, FunctionsFile, type Group, type LANGUAGES, SharedFile } from './schema.ts';
import { VERB_FORMS, type VerbForm, verbForm } from './verbs.ts';

/** A YAML file as read; `frames.yaml` holds what all others share. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** Text between slots, and slots that name a list of words and perhaps a form: `<who>を<act:て>やる。` */
export type TemplatePart = string | Slot;
export interface Slot {
  readonly name: string;
  readonly words: readonly string[]; // already in the form asked for
  readonly plain: readonly string[]; // as the file has them
  readonly shared: boolean; // a list of frames.yaml
}

/** A function: what is tested, what is expected, and all its texts are made of. */
export interface FunctionalTest {
  readonly id: string;
  readonly ja: string;
  readonly en: string;
  readonly group: Group;
  readonly act: Act | null;
  readonly lang: (typeof LANGUAGES)[number];
  readonly expected: { readonly atLeast: Band } | { readonly atMost: Band };
  readonly most: number; // texts
  readonly templates: readonly { readonly source: string; readonly parts: readonly TemplatePart[] }[];
  readonly frames: readonly (Frame & { readonly id: string })[];
}

export type FunctionalTests =
  | { readonly ok: true; readonly tests: readonly FunctionalTest[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads the files of a folder of functional tests; whatever is wrong is told with its place. Never throws. */
export function readFunctionalTests(shared: TextFile, files: readonly TextFile[]): FunctionalTests {
  const common = readYaml(shared.path, shared.text, SharedFile);
  if (!common.ok) return common;
  const problems: Problem[] = [];
  const tests = new Map<string, FunctionalTest>();
  for (const { path, text } of files) {
    const file = readYaml(path, text, FunctionsFile);
    if (!file.ok) {
      problems.push(...file.problems);
      continue;
    }
    for (const [id, one] of Object.entries(file.value.functions)) {
      const tell = complain(file.locate, problems);
      if (tests.has(id)) tell(['functions', id], 'the id is taken');
      const { words, templates, atLeast, atMost, act = null, frames, from, ...rest } = one;
      const own = { ...file.value.words, ...words };
      const { lang } = file.value;
      const fitting = Object.entries(common.value.frames)
        .map(([name, frame]) => ({ ...frame, id: name }))
        .filter(
          (frame) => frame.lang === lang && (frames?.includes(frame.id) ?? (!frame.named && fits(frame.from, from))),
        );
      for (const [i, name] of (frames ?? []).entries())
        if (!fitting.some((frame) => frame.id === name)) tell(['functions', id, 'frames', i], `no frame ${name}`);
      tests.set(id, {
        ...rest,
        id,
        act,
        lang,
        expected: atLeast === undefined ? { atMost: atMost ?? 'ordinary' } : { atLeast },
        frames: fitting,
        templates: templates.map((source, i) => ({
          source,
          parts: partsOf(source, own, common.value.words, (message) =>
            tell(['functions', id, 'templates', i], message),
          ),
        })),
      });
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, tests: [...tests.values()] };
}

const fits = (frame: string | undefined, sender: string | undefined): boolean =>
  frame === undefined || sender === undefined || frame === sender;

const complain =
  (locate: Locate, problems: Problem[]) =>
  (path: readonly PropertyKey[], message: string): void => {
    problems.push({ ...locate(path), message });
  };

type Lists = Readonly<Record<string, readonly string[]>>;

function partsOf(source: string, own: Lists, shared: Lists, tell: (message: string) => void): TemplatePart[] {
  return source.split(/(<[^<>]*>)/).flatMap((part): TemplatePart[] => {
    if (!part.startsWith('<')) return part === '' ? [] : [part];
    const [name = '', form] = part.slice(1, -1).split(':');
    const plain = own[name] ?? shared[name];
    if (plain === undefined) {
      tell(`no words ${name}`);
      return [];
    }
    const words = plain.map((word) => inForm(word, form));
    const wrong = plain.filter((_, i) => words[i] === null);
    if (wrong.length > 0) tell(`no form ${form} of ${wrong.join(', ')}`);
    return [{ name, words: words.map((word) => word ?? ''), plain, shared: own[name] === undefined }];
  });
}

const isForm = (form: string): form is VerbForm => (VERB_FORMS as readonly string[]).includes(form);

function inForm(word: string, form: string | undefined): string | null {
  if (form === undefined) return word;
  return isForm(form) ? verbForm(word, form) : null;
}
