export * from './audit-log.ts';
export * from './deps.ts';
export * from './hold-case.ts';
export * from './people.ts';
export * from './retry-mails.ts';
export * from './tokens.ts';
