import { existsSync } from 'node:fs';
import type { DictionaryFile, SiteRule } from '../../../detect/index.ts';
import type { Context } from '../context.ts';
import { answerOf, withLocalApi } from './local-api.ts';

/** The rules of the site as its store has them; none before there is a store. */
export async function siteRulesOf(context: Pick<Context, 'io' | 'load'>): Promise<readonly SiteRule[]> {
  const { store } = context.load().secrets;
  if (store.kind === 'pglite' && !existsSync(store.path)) return [];
  return withLocalApi(context, (api) => answerOf(api.dictionaries.rules.$get()));
}

/** The same as files, which lie over those of the folder. */
export async function siteFilesOf(context: Pick<Context, 'io' | 'load'>): Promise<DictionaryFile[]> {
  const rules = await siteRulesOf(context);
  if (rules.length === 0) return [];
  const { siteFile } = await import('../../../detect/index.ts');
  return rules.map(siteFile);
}
