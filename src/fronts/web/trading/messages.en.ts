import type { ja } from './messages.ja.ts';

export const en: typeof ja = {
  trading: {
    title: 'Fair trading',
    beside:
      'This conduct may also concern 取適法 and フリーランス法 (the acts on fair subcontracting and on freelancers). Komainu does not judge whether they apply.',
    look: 'What a person looks at',
    applies:
      'Both matter only where the other side commissions work to us, and where the kind of work and the capital or headcount of both sides fit. 取適法 (formerly 下請法) is in force since 1 January 2026, フリーランス法 since 1 November 2024; the latter is about work commissioned to individuals without employees. If in doubt, ask sales, legal, a lawyer, or the Fair Trade Commission.',
  },
};
