/**
 * The regularised incomplete beta function I_x(a, b) for whole a and b above 0: how likely it is that of a + b − 1 tries, each of which
 * succeeds with chance x, at least a do. By the continued fraction of Lentz (Numerical Recipes, 3rd ed., §6.4), to about 1e-12.
 *
 * @example
 * atLeast(1, 1, 0.25) // → 0.25
 */
export function atLeast(a: number, b: number, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  const small = x < (a + 1) / (a + b + 2); // else the mirrored one converges faster
  const value = small ? (front * fraction(a, b, x)) / a : 1 - (front * fraction(b, a, 1 - x)) / b;
  return round12(Math.min(1, Math.max(0, value)));
}

const round12 = (value: number): number => Math.round(value * 1e12) / 1e12;

const TINY = 1e-300;
const STEPS = 10_000;

function fraction(a: number, b: number, x: number): number {
  const away = (value: number) => (Math.abs(value) < TINY ? TINY : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; m <= STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    for (const step of [even, odd]) {
      d = 1 / away(1 + step * d);
      c = away(1 + step / c);
      h *= d * c;
    }
    if (Math.abs(d * c - 1) < 1e-14) break;
  }
  return h;
}

const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** ln Γ(n) for n ≥ 1, by Lanczos's approximation (g = 7, n = 9). */
function logGamma(n: number): number {
  const z = n - 1;
  const sum = LANCZOS.reduce((total, c, i) => total + c / (z + i + 1), 0.99999999999980993);
  const t = z + LANCZOS.length - 0.5;
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}
