export * from './access.ts';
export * from './act-labels.ts';
export * from './case-view.ts';
export * from './client-address.ts';
export * from './days.ts';
export * from './deps.ts';
export * from './evidence.ts';
export * from './hosts.ts';
export * from './language.ts';
export {
  bareSender,
  type HiddenSpan,
  hiddenActs,
  hiddenLabel,
  hidesSubject,
  type Masking,
  maskingOver,
  noMasking,
  painfulLabel,
  type WithActs,
} from './masking.ts';
export * from './numbers.ts';
export * from './numbers-query.ts';
export * from './security.ts';
export * from './veil.ts';
