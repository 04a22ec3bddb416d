import type { Classifier, Judgement } from './classifier.ts';
import type { Readable } from './features.ts';
import { JUDGED_LANGUAGES, type JudgedLanguage, languagesOf, type Tongue } from './language.ts';

/** A judge for each language that has one. */
export type ByLanguage = Readonly<Partial<Record<JudgedLanguage, Classifier>>>;

/**
 * The judges of all languages as one. Each reads what is written in its own, the Japanese one the whole mail, as its mails are: with
 * signatures, product names and thanks in English. The mail is what the judge says who finds most.
 */
export function classifierOf(judges: ByLanguage): Classifier {
  const languages = JUDGED_LANGUAGES.filter((language) => judges[language] !== undefined);
  return {
    version: languages.map((language) => judges[language]!.version).join(' '),
    judge(sentences, only) {
      const asked = only === undefined ? languages : languages.filter((language) => language === only);
      const tongues = readOnce(sentences);
      return asked.reduce(
        (most, language) => {
          const found = judgeIn(language, judges[language]!, sentences, tongues);
          return found !== null && tellsMore(found, most, tongues) ? found : most;
        },
        nobodyOn(sentences, only ?? 'ja'),
      );
    },
  };
}

/** The sentences that the judge of a language reads. */
export const sentencesIn = <S extends Pick<Readable, 'written'>>(language: JudgedLanguage, all: readonly S[]): S[] =>
  language === 'ja' ? [...all] : placesIn(language, tonguesOf(all)).map((at) => all[at]!);

type Tongues = readonly (Tongue | null)[];

const tonguesOf = (all: readonly Pick<Readable, 'written'>[]): Tongues =>
  languagesOf(all.map(({ written }) => written));

/** Every judge asks in what language each sentence is; it is read when the first one does. */
function readOnce(sentences: readonly Readable[]): () => Tongues {
  let read: Tongues | null = null;
  return () => {
    read ??= tonguesOf(sentences);
    return read;
  };
}

const placesIn = (language: JudgedLanguage, tongues: Tongues): number[] =>
  tongues.flatMap((tongue, at) => (tongue === language ? [at] : []));

function judgeIn(
  language: JudgedLanguage,
  judge: Classifier,
  sentences: readonly Readable[],
  tongues: () => Tongues,
): Judgement | null {
  if (language === 'ja') return judge.judge(sentences);
  const own = placesIn(language, tongues());
  if (own.length === 0) return null;
  const judgement = judge.judge(own.map((at) => sentences[at]!));
  const bySentence = new Float64Array(sentences.length);
  own.forEach((at, i) => {
    bySentence[at] = judgement.bySentence[i]!;
  });
  return { ...judgement, bySentence };
}

/** Log odds of a mail of which nothing is known: one in fifty is harassment. Below them a judge has found nothing. */
const NOTHING_FOUND = Math.log(1 / 49);

/** One that heard something before one that did not; of two that did not, the one whose language it is. */
function tellsMore(one: Judgement, other: Judgement, tongues: () => Tongues): boolean {
  if (one.abstained === null && other.abstained === null) return one.logOdds > Math.max(other.logOdds, NOTHING_FOUND);
  if (one.abstained === null || other.abstained === null) return one.abstained === null;
  return other.abstained === 'language' || !tongues().includes(other.language);
}

const nobodyOn = (sentences: readonly Readable[], language: JudgedLanguage): Judgement => ({
  language,
  version: '',
  logOdds: Number.NEGATIVE_INFINITY,
  base: 0,
  bySentence: new Float64Array(sentences.length),
  acts: [],
  grave: 0,
  abstained: 'language',
});
