/** Mails as the regression sees them: rows of positions and values behind each other, each row scaled to length 1. */
export interface Rows {
  readonly starts: Uint32Array; // row i is [starts[i], starts[i + 1])
  readonly features: Uint32Array; // positions in the weight vector
  readonly values: Float64Array;
  readonly positive: Uint8Array; // 1 or 0 per row
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
  rows: Rows,
  size: number,
  { penalty, rounds }: { penalty: number; rounds: number },
): Regression {
  const { starts, features, values, positive } = rows;
  const count = positive.length;
  const rate = 1 / (0.25 * 2 + penalty); // 2: the bias column adds 1 to the squared length
  const weights = new Float64Array(size + 1); // the last one is the bias
  const ahead = new Float64Array(size + 1);
  const gradient = new Float64Array(size + 1);
  for (let round = 1; round <= rounds; round++) {
    gradient.fill(0);
    for (let row = 0; row < count; row++) {
      const [begin, end] = [starts[row]!, starts[row + 1]!];
      let score = ahead[size]!;
      for (let i = begin; i < end; i++) score += ahead[features[i]!]! * values[i]!;
      const error = (1 / (1 + Math.exp(-score)) - positive[row]!) / count;
      for (let i = begin; i < end; i++) gradient[features[i]!]! += error * values[i]!;
      gradient[size]! += error;
    }
    const momentum = (round - 1) / (round + 2);
    for (let i = 0; i <= size; i++) {
      const before = weights[i]!;
      const pull = i === size ? 0 : penalty * ahead[i]!; // the bias is not shrunk
      weights[i] = ahead[i]! - rate * (gradient[i]! + pull);
      ahead[i] = weights[i]! + momentum * (weights[i]! - before);
    }
  }
  return { weights: weights.subarray(0, size), bias: weights[size]! };
}

/** Slope and offset that turn raw scores of held-out mails into log odds (Platt 1999), by Newton's method. */
export function calibrate(scores: readonly number[], positive: readonly boolean[]): { slope: number; offset: number } {
  let [slope, offset] = [1, 0];
  for (let round = 0; round < 50; round++) {
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
