/**
 * Whether secrets may be sent to an address: encrypted, unless they do not leave this machine; no password in it.
 *
 * @example
 * isSafeAddress('https://login.example.jp') // → true
 * isSafeAddress('http://login.example.jp') // → false
 */
export function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  const isHere = ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
  return username === '' && password === '' && (protocol === 'https:' || (protocol === 'http:' && isHere));
}
