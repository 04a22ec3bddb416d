/** The value at a point; writes the gradient there. */
export type Objective = (at: Float64Array, gradient: Float64Array) => number;

interface Step {
  readonly moved: Float64Array;
  readonly turned: Float64Array; // how the gradient changed
  readonly curvature: number; // their product, above 0
}

const MEMORY = 8;
/** Share of the promised decrease that a step must keep (Armijo). */
const SUFFICIENT = 1e-4;
const MOST_HALVINGS = 20;
/** Relative decrease below which nothing more is to be gained. */
const STILL = 1e-9;

/** The minimum of a smooth convex function from 0 on, by L-BFGS with backtracking (Liu and Nocedal 1989). */
export function minimize(objective: Objective, size: number, rounds: number): Float64Array {
  let at = new Float64Array(size);
  let gradient = new Float64Array(size);
  let value = objective(at, gradient);
  const steps: Step[] = [];
  for (let round = 0; round < rounds; round++) {
    const direction = descent(gradient, steps);
    const slope = dot(direction, gradient);
    if (slope >= 0) break; // the gradient has vanished
    let length = round === 0 ? 1 / Math.sqrt(-slope) : 1;
    let halvings = 0;
    const next = new Float64Array(size);
    const nextGradient = new Float64Array(size);
    let nextValue: number;
    for (;;) {
      for (let i = 0; i < size; i++) next[i] = at[i]! + length * direction[i]!;
      nextValue = objective(next, nextGradient);
      if (nextValue <= value + SUFFICIENT * length * slope || halvings === MOST_HALVINGS) break;
      length /= 2;
      halvings++;
    }
    remember(steps, difference(next, at), difference(nextGradient, gradient));
    const gained = value - nextValue;
    [at, gradient, value] = [next, nextGradient, nextValue];
    if (gained <= STILL * Math.abs(value)) break;
  }
  return at;
}

/** Minus the gradient, bent by the curvature that the last steps met. */
function descent(gradient: Float64Array, steps: readonly Step[]): Float64Array {
  const direction = gradient.map((value) => -value);
  const taken: number[] = [];
  for (const step of steps.toReversed()) {
    const share = dot(step.moved, direction) / step.curvature;
    taken.push(share);
    add(direction, step.turned, -share);
  }
  const last = steps.at(-1);
  if (last) {
    const scale = last.curvature / dot(last.turned, last.turned);
    for (let i = 0; i < direction.length; i++) direction[i]! *= scale;
  }
  for (const step of steps) add(direction, step.moved, taken.pop()! - dot(step.turned, direction) / step.curvature);
  return direction;
}

function remember(steps: Step[], moved: Float64Array, turned: Float64Array): void {
  const curvature = dot(moved, turned);
  if (curvature <= 0) return;
  steps.push({ moved, turned, curvature });
  if (steps.length > MEMORY) steps.shift();
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

const difference = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, i) => value - b[i]!);

function add(to: Float64Array, what: Float64Array, times: number): void {
  for (let i = 0; i < to.length; i++) to[i]! += times * what[i]!;
}
