export { ConfigError } from './error.ts';
export type { ConsultSourceConfig, DirectorySourceConfig, ImapSourceConfig, SourceConfig } from './file.ts';
export { type Keys, loadKeys } from './keys.ts';
export { type AnchorPlace, type Config, type LoadedConfig, loadConfig } from './load.ts';
export {
  type ChannelSecrets,
  type ChannelSettings,
  type NotifySettings,
  type SmtpSettings,
  TOPICS,
  type Topic,
} from './notify.ts';
export {
  backupPassphrase,
  type QueueConfig,
  SECRET_FILES,
  type SecretName,
  type Secrets,
  type StoreConfig,
  variable,
} from './secrets.ts';
export type { SignInConfig, SignInSecrets } from './sign-in.ts';
export type { ProviderConfig } from './web-sign-in.ts';
