import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  ACTS,
  type Assessment,
  assess,
  compileDictionary,
  type Detector,
  type DictionaryFile,
  type History,
} from '../../src/detect/index.ts';
import { loadTokenizer, sentences } from '../../src/text/index.ts';
import { shipped } from '../../src/util/paths.ts';

const words = `
words:
  お前: [お前, おまえ, てめえ, あなた]
`;
const label = '{ ja: 札, en: label }';

/** A whole folder in memory: the given files, and empty ones for every act that is not given. */
export function dictionaryFiles(files: Readonly<Record<string, string>>): DictionaryFile[] {
  const empty = ACTS.map((act) => [`${act}.yaml`, `act: ${act}\nlabel: ${label}\nguideline: ${label}\n`]);
  const scoring = ['scoring.yaml', readFileSync(shipped('dictionaries/scoring.yaml'), 'utf8')];
  const all = Object.fromEntries([...empty, scoring, ['grammar/words.yaml', words]]) as Record<string, string>;
  return Object.entries({ ...all, ...files }).map(([path, text]) => ({ path, text }));
}

/** An act's file with the given lists, written in short. */
export const actFile = (act: string, lists: string): string =>
  `act: ${act}\nlabel: ${label}\nguideline: ${label}\n${lists}\n`;

export const groupFile = (group: string, entries: string): string =>
  `group: ${group}\nlabel: ${label}\nentries:\n${entries}\n`;

/** One entry, for 土下座しろ: a folder that is compiled in no time. */
export function smallDictionary(comment = ''): DictionaryFile[] {
  const entry = '  - { id: apology.dogeza, say: [土下座しろ], weight: 5, match: [例] }';
  return dictionaryFiles({ 'apology-demand.yaml': actFile('apology-demand', `expressions:\n${entry}\n# ${comment}`) });
}

/** The same as files, for a process whose `settings.dictionaries` names the folder. */
export function writeSmallDictionary(folder: string): void {
  for (const { path, text } of smallDictionary()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

export async function detectorFor(files: Readonly<Record<string, string>>): Promise<Detector> {
  const tokenize = await loadTokenizer();
  return { dictionary: compileDictionary(dictionaryFiles(files), tokenize), tokenize, classifier: null };
}

/** Judges a body that is own text as a whole. */
export function judge(
  detector: Detector,
  text: string,
  history: History = [],
  at = new Date('2026-11-24T10:00:00+09:00'),
  mailbox: string | null = null,
): Assessment {
  const own = sentences(text, [{ kind: 'own', start: 0, end: text.length }]);
  return assess(
    {
      sentences: own.map((sentence, index) => ({ part: 'body', sentence: { ...sentence, index } })),
      textOf: () => text,
      at,
      timeZone: 'Asia/Tokyo',
      history,
      notes: [],
      unjudged: false,
      mailbox,
    },
    detector,
  );
}

/**
 * What a dictionary of one entry, `a.b`, makes of a text: its match with the contexts that cancel it, or null.
 *
 * @param frames of clauses that are contexts
 */
export const oneEntry =
  (frames: readonly string[], weight: number) =>
  async (fields: string, text: string): Promise<readonly string[] | null> => {
    const detector = await detectorFor({
      'other.yaml': actFile('other', `expressions:\n  - { id: a.b, ${fields}, weight: ${weight}, match: [例] }`),
      'grammar/contexts.yaml': frameContexts(frames),
    });
    return judge(detector, text).matches.find(({ entry }) => entry === 'a.b')?.modifiers ?? null;
  };

/** A context for each frame of a clause, that cancels what stands in it. */
export const frameContexts = (frames: readonly string[]): string =>
  `contexts:\n${frames.map((frame) => `  - { id: clause.${frame}, clause: ${frame}, label: { ja: ${frame}, en: ${frame} }, factor: 0, match: [例] }`).join('\n')}\n`;
