/** A mail as the regression sees it: which features it has, all scaled so that the vector has length 1. */
export interface Example {
  readonly features: Uint32Array; // positions in the weight vector
  readonly values: Float64Array;
  readonly positive: boolean;
}

export interface Regression {
  readonly weights: Float64Array;
  readonly bias: number;
}

/**
 * Logistic regression with an L2 penalty, by accelerated gradient descent (Nesterov 1983): the same numbers on every
 * run, since no chance is involved. Rows have length 1, so the loss is 1/4-smooth and the step is safe.
 */
export function fitLogistic(
  examples: readonly Example[],
  size: number,
  { penalty, rounds }: { penalty: number; rounds: number },
): Regression {
  const rate = 1 / (0.25 * 2 + penalty); // 2: the bias column adds 1 to the squared length
  let weights = new Float64Array(size + 1); // the last one is the bias
  const ahead = new Float64Array(size + 1);
  const gradient = new Float64Array(size + 1);
  for (let round = 1; round <= rounds; round++) {
    gradient.fill(0);
    for (const { features, values, positive } of examples) {
      let score = ahead[size]!;
      for (let i = 0; i < features.length; i++) score += ahead[features[i]!]! * values[i]!;
      const error = (1 / (1 + Math.exp(-score)) - (positive ? 1 : 0)) / examples.length;
      for (let i = 0; i < features.length; i++) gradient[features[i]!]! += error * values[i]!;
      gradient[size]! += error;
    }
    const next = new Float64Array(size + 1);
    const momentum = (round - 1) / (round + 2);
    for (let i = 0; i <= size; i++) {
      const pull = i === size ? 0 : penalty * ahead[i]!; // the bias is not shrunk
      next[i] = ahead[i]! - rate * (gradient[i]! + pull);
      ahead[i] = next[i]! + momentum * (next[i]! - weights[i]!);
    }
    weights = next;
  }
  return { weights: weights.subarray(0, size), bias: weights[size]! };
}

/** Slope and offset that turn raw scores of held-out mails into log odds (Platt 1999). */
export function calibrate(scores: readonly number[], positive: readonly boolean[]): { slope: number; offset: number } {
  let [slope, offset] = [1, 0];
  for (let round = 0; round < 100; round++) {
    // Newton's method on two parameters.
    let [gs, go, hss, hso, hoo] = [0, 0, 1e-9, 0, 1e-9];
    scores.forEach((score, i) => {
      const p = 1 / (1 + Math.exp(-(slope * score + offset)));
      const error = p - (positive[i] ? 1 : 0);
      const bend = p * (1 - p);
      gs += error * score;
      go += error;
      hss += bend * score * score;
      hso += bend * score;
      hoo += bend;
    });
    const determinant = hss * hoo - hso * hso;
    slope -= (hoo * gs - hso * go) / determinant;
    offset -= (hss * go - hso * gs) / determinant;
  }
  return { slope, offset };
}
