import { pino } from 'pino';
import { loadConfig } from '../../../src/config/index.ts';
import { type PackedRules, packRules } from '../../../src/screening/packed-rules.ts';
import { openPool, type PoolOptions, type Screening } from '../../../src/screening/pool/index.ts';
import { type RuleFiles, readRuleFiles } from '../../../src/screening/rule-files.ts';
import { loadTokenizer } from '../../../src/text/index.ts';
import { shipped } from '../../../src/util/paths.ts';
import { smallDictionary } from '../../support/dictionary.ts';
import { type Headers, mail, text } from '../../support/mime.ts';

export const silent = pino({ level: 'silent' });

export type Poison = 'loop' | 'crash' | 'exit' | 'heap' | 'abort' | 'buffers';
export const FLAGGED = '担当のお前が土下座しろ。';

export const shippedFiles = (): Promise<RuleFiles> => readRuleFiles(loadConfig(null, {}, shipped('test')).config);

/** Rules that are ready in no time: one entry, which FLAGGED is flagged for. */
export const fewRules = (comment = ''): RuleFiles => ({
  dictionary: smallDictionary(comment),
  classifier: null,
  timeZone: 'Asia/Tokyo',
});

const tokenize = await loadTokenizer();
export const packed = (files: RuleFiles): PackedRules => packRules(files, tokenize);

export const rawMail = (body: string, headers: Headers = {}): Buffer =>
  mail(text(body), { From: 'kyaku@example.com', Subject: 'test', ...headers });

export const mailOf = (body: string, headers: Headers = {}) => ({
  bytes: rawMail(body, headers),
  receivedAt: new Date('2026-11-24T10:00:00+09:00'),
  source: 'test',
});

export const poisoned = (poison: Poison) => mailOf('本文', { 'X-Poison': poison });

/** The real thing on a thread that some mails are too much for, with little patience. */
export function openPoisonable(options: Partial<PoolOptions> = {}): Screening {
  const rules = packed(fewRules());
  return openPool({
    threads: 2,
    rules: () => rules,
    log: silent,
    thread: shipped('test/screening/pool/poison-thread.mjs'),
    deadlineMs: 5_000,
    heapMb: 128,
    ...options,
  });
}
