import type { Dictionary } from '../../src/detect/index.ts';
import { assessMessage, readMail } from '../../src/screening/pipeline.ts';
import { shippedRules } from '../support/shipped-rules.ts';
import { ordinaryMails } from './corpus.ts';
import { enlarge } from './enlarge.ts';
import { type Figure, measured, type Part, rounds } from './figures.ts';

const ROUNDS = 9;
const TIMES = 10;

export const dictionaryPart: Part = {
  about:
    'ordinary.jsonl, parsed before, judged without the classifier by the dictionary and by one of ten times the entries',
  async measure() {
    const rules = { ...(await shippedRules()), classifier: null };
    const larger = { ...rules, dictionary: enlarge(rules.dictionary, TIMES) };
    const messages = await Promise.all(ordinaryMails().map(readMail));
    const ratios = await rounds(ROUNDS, async () => {
      const spent = { shipped: 0, larger: 0 };
      messages.forEach((message, i) => {
        // In turn, so that neither always finds the text in the processor's cache.
        const order = [['shipped', rules] as const, ['larger', larger] as const];
        for (const [name, these] of i % 2 === 0 ? order : order.reverse()) {
          const began = performance.now();
          assessMessage(message, these, []);
          spent[name] += performance.now() - began;
        }
      });
      return spent.larger / spent.shipped;
    });
    return [...sizes(rules.dictionary), measured(`time to judge, ${TIMES} times the entries`, '×', ratios)];
  },
};

function sizes({ rules }: Dictionary): Figure[] {
  const all = [...rules.values()];
  const patterns = all.flatMap((rule) => rule.patterns);
  return [
    measured('entries', '', [all.filter(({ kind }) => kind === 'entry').length]),
    measured('context rules', '', [all.filter(({ kind }) => kind === 'context').length]),
    measured('patterns', '', [patterns.length]),
    measured('literals', '', [patterns.flatMap(({ literals }) => literals.rarest).length]),
  ];
}
