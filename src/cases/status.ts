export type CaseKind = 'mail' | 'unreadable' | 'report';
/** `merged`: its mails stand in another case, which is decided in its place. */
export type CaseStatus = 'open' | 'approved' | 'dismissed' | 'merged';
/** What a case that stands by itself can be. */
export type OwnStatus = Exclude<CaseStatus, 'merged'>;
