export {
  hasCursor,
  type KeptSetting,
  keepRefreshToken,
  keptRefreshToken,
  lockSettings,
  type NewSetting,
  type SettingState,
  setSettingState,
  settingOf,
  settingsStamp,
  siteSettings,
  writeSetting,
} from './site-settings.ts';
