/**
 * Whether an address is one of those that a configuration names: exactly, or by `*.domain` for a domain and all below it.
 *
 * @example
 * matchesPatterns(['*.example.co.jp'])('taro@sales.example.co.jp') // → true
 */
export function matchesPatterns(patterns: readonly string[]): (address: string) => boolean {
  const wanted = patterns.map((pattern) => pattern.toLowerCase());
  return (address) => {
    const lower = address.toLowerCase();
    const domain = `.${lower.slice(lower.lastIndexOf('@') + 1)}`;
    return wanted.some((pattern) => (pattern.startsWith('*.') ? domain.endsWith(pattern.slice(1)) : pattern === lower));
  };
}
