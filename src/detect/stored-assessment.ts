import type { Assessment, Excerpt } from './assessment.ts';

/** As assessments were stored when the classifier was called reader. */
interface Earlier extends Omit<Assessment, 'classifier'> {
  readonly reader: number | null;
  readonly readerWords?: readonly Excerpt[];
}

/** A stored assessment in the present form. What the classifier added was not stored at first: its points are 0 then. */
export function currentAssessment(stored: Assessment): Assessment {
  if (!isEarlier(stored)) return stored;
  const { reader, readerWords = [], ...assessment } = stored;
  const sentence = readerWords[0] ?? null;
  return {
    ...assessment,
    classifier: reader === null ? null : { probability: reader, points: 0, sentence, abstained: null },
  };
}

const isEarlier = (stored: Assessment | Earlier): stored is Earlier => 'reader' in stored;
