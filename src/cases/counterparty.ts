/**
 * The client company or person behind a sender: the exact domain after @, or the whole address at a free-mail domain,
 * where one domain is many people. `address` is lower-cased.
 *
 * @example
 * createCounterpartyOf(['gmail.com'])('taro@example.co.jp') // → 'example.co.jp'
 * createCounterpartyOf(['gmail.com'])('taro@gmail.com') // → 'taro@gmail.com'
 */
export function createCounterpartyOf(freeMailDomains: readonly string[]): (address: string) => string {
  const free = new Set(freeMailDomains.map((domain) => domain.toLowerCase()));
  return function counterpartyOf(address) {
    const domain = address.slice(address.lastIndexOf('@') + 1);
    return free.has(domain) ? address : domain;
  };
}
