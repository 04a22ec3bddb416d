export { beginCode, type CodeClient, type CodeProvider, type CodeRequest, codeProvider, endCode } from './code-flow.ts';
export { createIssuer } from './issuer.ts';
export { type TokenPlace, tokenFile } from './kept-token.ts';
export { explainTokenTrouble } from './sentences.ts';
export { createTokens, type Tokens } from './tokens.ts';
export { isCertificateCode, TokenTroubleError, type TokenTroubleKind } from './trouble.ts';
