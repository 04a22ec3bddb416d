import type { SignIn } from '../../src/intake/index.ts';

export const byPassword = (password: string | null): SignIn => ({ kind: 'password', password });
