import { assessMessage, type Mail, type Rules, readMail } from '../../src/screening/pipeline.ts';
import type { ReadMessage } from '../../src/screening/read-message.ts';
import { segment, sentences } from '../../src/text/index.ts';
import { shippedRules } from '../support/shipped-rules.ts';
import { ordinaryMails } from './corpus.ts';
import { measured, type Part, rounds } from './figures.ts';
import { kuromojiItself } from './kuromoji.ts';

const ROUNDS = 9;

/** Milliseconds that one round over all mails spent, by what it did. */
interface Spent {
  read: number; // parseMail and segment
  detect: number; // everything after, to the assessment
  segment: number; // contained in `read`
  sentences: number; // contained in `detect`: unwrapping, folding, cutting
  tokenize: number; // contained in `detect`
  kuromoji: number; // the same texts, cut by kuromoji itself
  classifier: number; // contained in `detect`
}

export const screenPart: Part = {
  about: 'ordinary.jsonl as raw mails; one thread; each mail is parsed, then judged, so that both see the same load',
  async measure() {
    const mails = ordinaryMails();
    const rules = await shippedRules();
    const kuromoji = await kuromojiItself();
    const spent = await rounds(ROUNDS, () => screenAll(mails, rules, kuromoji));
    const perSecond = (ms: number) => (mails.length / ms) * 1000;
    const share = (part: keyof Spent) => spent.map((one) => (one[part] / (one.read + one.detect)) * 100);
    return [
      measured(
        'screen',
        'mails/s',
        spent.map(({ read, detect }) => perSecond(read + detect)),
      ),
      measured(
        'parse only',
        'mails/s',
        spent.map(({ read }) => perSecond(read)),
      ),
      measured(
        'detect ÷ parse',
        '×',
        spent.map(({ read, detect }) => detect / read),
      ),
      measured('segmenting, of screen', '%', share('segment')),
      measured('sentences and folding, of screen', '%', share('sentences')),
      measured('tokenizing, of screen', '%', share('tokenize')),
      measured(
        'tokenizing ÷ kuromoji itself',
        '×',
        spent.map(({ tokenize, kuromoji }) => tokenize / kuromoji),
      ),
      measured('classifier, of screen', '%', share('classifier')),
    ];
  },
};

async function screenAll(mails: readonly Mail[], rules: Rules, kuromoji: (text: string) => unknown): Promise<Spent> {
  const spent: Spent = { read: 0, detect: 0, segment: 0, sentences: 0, tokenize: 0, kuromoji: 0, classifier: 0 };
  const cut: string[] = [];
  const timed = withClocks(rules, spent, cut);
  for (const mail of mails) {
    const began = performance.now();
    const message = await readMail(mail);
    spent.read += performance.now() - began;
    clocked(spent, 'detect', () => assessMessage(message, timed, []));
    measureText(message, spent);
    for (const text of cut.splice(0)) clocked(spent, 'kuromoji', () => kuromoji(text));
  }
  return spent;
}

const withClocks = ({ tokenize, classifier, ...rules }: Rules, spent: Spent, cut: string[]): Rules => ({
  ...rules,
  tokenize(text) {
    cut.push(text);
    return clocked(spent, 'tokenize', () => tokenize(text));
  },
  classifier: classifier && {
    ...classifier,
    judge: (sentences) => clocked(spent, 'classifier', () => classifier.judge(sentences)),
  },
});

/** Does once more, for the clock alone, what is too deep inside to be seen from outside. */
function measureText({ parts, segments }: ReadMessage, spent: Spent): void {
  clocked(spent, 'segment', () => parts.map(({ id, text }) => segment(text, id)));
  clocked(spent, 'sentences', () => parts.map(({ id, text }) => sentences(text, segments.get(id) ?? [])));
}

function clocked<T>(spent: Spent, part: keyof Spent, work: () => T): T {
  const began = performance.now();
  const result = work();
  spent[part] += performance.now() - began;
  return result;
}
