import type { Assessment, Excerpt } from './assessment.ts';

/** As assessments were stored before they told their points and floor. */
type WithoutFloor = Omit<Assessment, 'points' | 'floor'> & Partial<Pick<Assessment, 'points' | 'floor'>>;

/** As they were stored when the classifier was called reader. */
interface Earlier extends Omit<WithoutFloor, 'classifier'> {
  readonly reader: number | null;
  readonly readerWords?: readonly Excerpt[];
}

/** A stored assessment in the present form. What the classifier added was not stored at first: its points are 0 then. */
export function currentAssessment(stored: Assessment | WithoutFloor | Earlier): Assessment {
  const assessment = isEarlier(stored) ? withClassifier(stored) : stored;
  const {
    score,
    axes,
    points = { dictionary: score - axes.frequency, frequency: axes.frequency, lifted: 0 },
  } = assessment;
  return { ...assessment, points, floor: assessment.floor ?? null };
}

function withClassifier({ reader, readerWords = [], ...assessment }: Earlier): WithoutFloor {
  const sentence = readerWords[0] ?? null;
  return {
    ...assessment,
    classifier: reader === null ? null : { probability: reader, points: 0, sentence, abstained: null },
  };
}

const isEarlier = (stored: object): stored is Earlier => 'reader' in stored;
