export { ConfigError } from './error.ts';
export type { ConsultSourceConfig, DirectorySourceConfig, ImapSourceConfig, SourceConfig } from './file.ts';
export { type Keys, loadKeys } from './keys.ts';
export { type AnchorPlace, type Config, KEYS, type LoadedConfig, loadConfig, loadWithoutFile } from './load.ts';
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
export {
  filesIn,
  isNamed,
  readSite,
  SITE_SECRETS,
  SITE_SECTIONS,
  type SiteKey,
  type SiteProblems,
  type SiteSecretName,
  type SiteSecrets,
  type SiteSection,
  type SiteSetting,
  siteKey,
} from './site.ts';
export type { ProviderConfig } from './web-sign-in.ts';
export { withSite } from './with-site.ts';
export type { WrittenSetting } from './written.ts';
