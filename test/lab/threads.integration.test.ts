import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { createClassifier, hashedFeatures } from '../../src/detect/index.ts';
import { measureFile, type NamedCorpus } from '../../src/lab/file-quality.ts';
import { judgeBy } from '../../src/lab/functional/mail.ts';
import { runFunctionalTests } from '../../src/lab/functional/run.ts';
import {
  type CorpusRow,
  measureQuality,
  readFunctionalTests,
  runFunctionalInThreads,
  type TrainingMail,
  trainClassifier,
  trainInThreads,
  trainingSet,
} from '../../src/lab/index.ts';
import { inThreads } from '../../src/lab/threads.ts';
import { compileRules, type RuleFiles } from '../../src/screening/index.ts';
import { loadTokenizer } from '../../src/text/index.ts';
import { smallDictionary } from '../support/dictionary.ts';
import { row } from './support.ts';
import { linesOf } from './training/support.ts';

const RUDE = 'どこまで無礼なんだ、早く頭を下げろ。土下座しろ。';
const KIND = 'いつもありがとうございます。見積りをお願いします。';

/** A pen of forty mails, every other one of them rude; the last two are a thread, the second by the company itself. */
function pen(name: string, training: boolean): NamedCorpus {
  const rows = Array.from({ length: 40 }, (_, i): CorpusRow => {
    const values =
      i % 2 === 0 ? { body: `番号${i} ${RUDE}`, label: 'harassment' as const } : { body: `番号${i} ${KIND}` };
    const from = i === 39 ? 'support@example.jp' : `${name}${i % 5}@example.co.jp`;
    return row({ id: `${name}${i}`, from, ...values, ...(i < 38 ? {} : { thread: 't' }) });
  });
  return { name, training, file: { rows, threadLabels: new Map() } };
}

const corpora = [pen('train-a', true), pen('dev', false), pen('train-b', true), pen('train-c', true)];

const tokenize = await loadTokenizer();
const beside = { exercises: [], background: null };

it('threads train what one process trains', { timeout: 60_000 }, async () => {
  const mails = corpora.flatMap(({ name, file }) =>
    file.rows.map(
      ({ body, label, categories, severity, from }): TrainingMail => ({
        sentences: linesOf([body], tokenize).map((line, i) => ({
          hashes: hashedFeatures([line]),
          isMarked: label === 'harassment' && i === 0,
        })),
        positive: label === 'harassment',
        acts: categories,
        severity,
        pen: name,
        sender: from,
      }),
    ),
  );
  const material = { mails, ...beside };
  expect(await trainInThreads(material)).toEqual(trainClassifier(material));
});

it('threads measure what one process measures, each training file by a classifier that never saw it', {
  timeout: 60_000,
}, async () => {
  const files: RuleFiles = { dictionary: smallDictionary(), classifier: null, timeZone: 'Asia/Tokyo' };
  const rules = compileRules(files, tokenize);
  const mails = await trainingSet(
    corpora.filter(({ training }) => training),
    tokenize,
  );
  const trained = trainClassifier({ mails, ...beside });
  const here = [];
  for (const one of corpora)
    here.push(await measureFile(one, createClassifier(trained.pens.get(one.name) ?? trained.model), rules));
  const begun: string[] = [];
  expect(await measureQuality(corpora, { ja: beside }, files, (name) => begun.push(name))).toEqual(here);
  expect(begun.sort()).toEqual(corpora.map(({ name }) => name).sort());
  expect(here[1]!.whole.flagged.recall).toBe(1);
});

it('threads judge functional tests as one process does', { timeout: 60_000 }, async () => {
  const files: RuleFiles = { dictionary: smallDictionary(), classifier: null, timeZone: 'Asia/Tokyo' };
  const file = async (path: string) => ({ path, text: await readFile(`test/functional/${path}`, 'utf8') });
  const read = readFunctionalTests(await file('frames.yaml'), [await file('chat.yaml')]);
  const tests = read.ok ? read.tests.slice(0, 3) : [];
  const here = await runFunctionalTests(tests, judgeBy(compileRules(files, tokenize)));
  expect(here).toHaveLength(3);
  expect(await runFunctionalInThreads(tests, files)).toEqual(here);
});

it('what a thread throws is thrown', { timeout: 60_000 }, async () => {
  await expect(inThreads('training/fit-thread.js', {}, [null])).rejects.toThrow(TypeError);
});
