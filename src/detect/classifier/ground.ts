import { ACT_VIEW, createActSums } from './acts.ts';
import { eachFeatureIn, type Readable } from './features.ts';
import { NONE as END, VIEWS, type View, viewOf } from './hash.ts';
import { type FlatClassifier, idfAt, numbersOf, placeOf } from './model.ts';
import { createSentenceSums, oddsTogether } from './sentences.ts';
import { SITE_SLOPES } from './site.ts';

/** How the shipped classifier sees a mail, feature by feature: the ground that a site's learning stands on. */
export interface Ground {
  readonly version: string;
  /** The features of a mail that the classifier knows, sentence by sentence, each of these ended by `END`; within one rising. */
  shown(sentences: readonly Readable[]): Uint32Array;
  weigh(features: Uint32Array): WeighedMail;
  /** How much other mails have in common with one, 0 to 1: the cosine of their features, rare ones counting more. */
  likenessTo(features: Uint32Array): (others: Uint32Array) => number;
}

export interface WeighedMail {
  readonly log: number; // log odds by the weights that ship
  readonly settled: boolean; // by letters alone: what is learned here changes nothing
  readonly features: Uint32Array; // that are still known, each once
  readonly values: Float64Array; // of each feature: what one more of weight adds to the log odds
}

export function groundOver(flat: FlatClassifier): Ground {
  const numbers = numbersOf(flat);
  const { views, offset, letters, weightScale, sentences: alone, version } = numbers;
  const said = createActSums(flat, numbers);
  const each = createSentenceSums(flat, numbers);
  const rarity = (feature: number): number => {
    const place = placeOf(flat, feature);
    return place < 0 ? 0 : idfAt(flat, place) ** 2;
  };
  /** Of each sentence. Of a mail that was taught before sentences were kept all is one. */
  function oddsOf(all: Uint32Array): readonly number[] {
    each.clear();
    sentencesIn(all).forEach((features, sentence) => {
      let at = 0; // they rise, so that those of a view stand together
      for (const view of VIEWS) {
        for (; at < features.length && viewOf(features[at]!) === view; at++) {
          const place = placeOf(flat, features[at]!);
          if (place >= 0) each.add(place);
        }
        each.end(view, sentence);
      }
    });
    return each.odds();
  }

  return {
    version,
    shown(sentences) {
      return Uint32Array.from(
        sentences.flatMap((sentence) => {
          const known = new Set<number>();
          for (const view of VIEWS)
            eachFeatureIn(view, sentence, (feature) => {
              if (placeOf(flat, feature) >= 0) known.add(feature);
            });
          return [...Uint32Array.from(known).sort(), END];
        }),
      );
    },
    weigh(all) {
      const features = distinct(all).filter((feature) => placeOf(flat, feature) >= 0);
      const sums: Record<View, number> = { letters: 0, words: 0, clauses: 0, senses: 0 };
      const squares = {
        letters: views.letters.smoothing,
        words: views.words.smoothing,
        clauses: views.clauses.smoothing,
        senses: views.senses.smoothing,
      };
      said.clear();
      const idfs = Float64Array.from(features, (feature) => {
        const place = placeOf(flat, feature);
        const idf = idfAt(flat, place);
        sums[viewOf(feature)] += idf * flat.featureWeight[place]! * weightScale;
        squares[viewOf(feature)] += idf ** 2;
        if (viewOf(feature) === ACT_VIEW) said.add(place);
        return idf;
      });
      const scaleOf = (view: View) => views[view].slope / Math.sqrt(squares[view]);
      const early = letters.offset + (letters.slope / Math.sqrt(squares.letters)) * sums.letters;
      const settled = early < letters.settled;
      return {
        log: settled
          ? early
          : VIEWS.reduce(
              (log, view) => log + sums[view] * scaleOf(view),
              offset + said.most(Math.sqrt(squares[ACT_VIEW])) + alone.slope * oddsTogether(oddsOf(all), alone.bias),
            ),
        settled,
        features,
        values: idfs.map((idf, i) => {
          const view = viewOf(features[i]!);
          return (idf * SITE_SLOPES[view]) / Math.sqrt(squares[view]);
        }),
      };
    },
    likenessTo(all) {
      const features = distinct(all);
      const own = new Set(features);
      const length = features.reduce((sum, feature) => sum + rarity(feature), 0);
      return (others) => {
        let [common, other] = [0, 0];
        for (const feature of distinct(others)) {
          const rare = rarity(feature);
          other += rare;
          if (own.has(feature)) common += rare;
        }
        return common === 0 ? 0 : common / Math.sqrt(length * other);
      };
    },
  };
}

const distinct = (features: Uint32Array): Uint32Array =>
  Uint32Array.from(new Set(features.filter((feature) => feature !== END)));

function sentencesIn(features: Uint32Array): Uint32Array[] {
  const found: Uint32Array[] = [];
  for (let start = 0; start < features.length; ) {
    const end = features.indexOf(END, start);
    found.push(features.subarray(start, end < 0 ? features.length : end));
    start = end < 0 ? features.length : end + 1;
  }
  return found;
}
