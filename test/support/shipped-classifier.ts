import { readFileSync } from 'node:fs';
import {
  ClassifierModel,
  classifierOver,
  type FlatClassifier,
  flattenModel,
  flattenSite,
  type Ground,
  groundOver,
  type SiteWeights,
} from '../../src/detect/index.ts';
import { loadTokenizer } from '../../src/text/index.ts';
import { shipped } from '../../src/util/paths.ts';
import { linesOf } from '../tuning/training/support.ts';

const json: unknown = JSON.parse(readFileSync(shipped('dictionaries/classifier.json'), 'utf8'));
const flat: FlatClassifier = flattenModel(ClassifierModel.parse(json));
const tokenize = await loadTokenizer();

/** The classifier that ships, as the ground of a site's learning. */
export const shippedGround: Ground = groundOver(flat);

/** The classifier that ships, with what was learned. */
export const classifierWith = (site: SiteWeights | null) => classifierOver(flat, site && flattenSite(site));

export const featuresOf = (text: string): Uint32Array => shippedGround.shown(linesOf([text], tokenize));

export const judgedBy = (site: SiteWeights | null, text: string) =>
  classifierWith(site).judge(linesOf([text], tokenize));
