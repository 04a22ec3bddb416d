export type CaseKind = 'mail' | 'unreadable' | 'report';
export type CaseStatus = 'open' | 'approved' | 'dismissed';
