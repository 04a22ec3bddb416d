import { wordGroups } from '../../util/language-files.ts';

const LISTS = wordGroups('verbs.yaml');
const words = (name: string): ReadonlySet<string> => new Set(LISTS[name]);

/** Predicates whose と holds somebody's words. */
const SAYS = words('says');
/** What people do who are beside themselves: rarely told of oneself. */
const SHOUTS = words('shouts');
/** The writer's own announcement, when they are the one who does it. */
const DECLARES = words('declares');
const THINKS = words('thinks');
/** Nouns of words: 殺すとの電話, 殺すという脅迫. */
const WORDS = words('words');
/** Asked for when made a noun: 返金することを要求します. */
const DEMANDS = words('demands');
const WISHES = words('wishes');

const HEARS = words('hears');

export const isSaying = (lemma: string): boolean => SAYS.has(lemma) || DECLARES.has(lemma);
export const isShouting = (lemma: string): boolean => SHOUTS.has(lemma);
export const isHearing = (lemma: string): boolean => HEARS.has(lemma);
export const isDeclaring = (lemma: string): boolean => DECLARES.has(lemma);
export const isThinking = (lemma: string): boolean => THINKS.has(lemma);
export const isWords = (noun: string): boolean => WORDS.has(noun);
export const isDemanding = (lemma: string): boolean => DEMANDS.has(lemma);
export const isWishing = (lemma: string): boolean => WISHES.has(lemma);

/** What one person does to another and nobody likes: their topic is who suffers it (お前は殺す, 店長だけは許さない). */
const HARMS = words('harms');
export const isHarming = (lemma: string): boolean => HARMS.has(lemma);

/** What is told in the past of whom it was done to: 娘は預かった. */
const TAKES = words('takes');
export const isTaking = (lemma: string): boolean => TAKES.has(lemma);

/** Verbs whose plain form tells what happens, not what somebody means to do. */
const HAPPENS = words('happens');
export const isHappening = (lemma: string): boolean => HAPPENS.has(lemma);
