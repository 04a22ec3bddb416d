/** Wrong configuration or usage: the command ends with exit code 2 and this message. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly code = 'config';
}
