import { minimize, type Objective } from './lbfgs.ts';

/** Mails as the regression sees them: rows of positions and values behind each other. */
export interface Rows {
  readonly starts: Uint32Array; // row i is [starts[i], starts[i + 1])
  readonly features: Uint32Array; // positions in the weight vector
  readonly values: Float32Array;
  readonly positive: Uint8Array; // 1 or 0 per row
  readonly shares: Float64Array; // how much each row counts
}

export interface Regression {
  readonly weights: Float64Array;
  readonly bias: number;
}

/** Logistic regression with an L2 penalty; the same numbers on every run, since no chance is involved. */
export function fitLogistic(
  rows: Rows,
  size: number,
  { penalty, rounds }: { penalty: number; rounds: number },
): Regression {
  const { starts, features, values, positive, shares } = rows;
  const objective: Objective = (at, gradient) => {
    let loss = 0;
    for (let i = 0; i < size; i++) {
      loss += (penalty / 2) * at[i]! * at[i]!;
      gradient[i] = penalty * at[i]!;
    }
    gradient[size] = 0; // the bias is not shrunk
    for (let row = 0; row < positive.length; row++) {
      if (shares[row] === 0) continue; // left out
      const [begin, end] = [starts[row]!, starts[row + 1]!];
      let score = at[size]!;
      for (let i = begin; i < end; i++) score += at[features[i]!]! * values[i]!;
      loss += shares[row]! * softplus(positive[row] === 1 ? -score : score);
      const error = shares[row]! * (1 / (1 + Math.exp(-score)) - positive[row]!);
      for (let i = begin; i < end; i++) gradient[features[i]!]! += error * values[i]!;
      gradient[size]! += error;
    }
    return loss;
  };
  const found = minimize(objective, size + 1, rounds);
  return { weights: found.subarray(0, size), bias: found[size]! };
}

/** log(1 + e^x) without overflow. */
const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
