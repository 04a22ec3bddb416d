import { type LoadedConfig, type ProviderConfig, variable } from '../../../config/index.ts';
import type { Source } from '../../../intake/index.ts';
import { createLogger } from '../../../util/log.ts';
import type { CheckedSource } from '../../shared/index.ts';
import type { Context } from '../context.ts';
import { installed } from '../local/installed.ts';
import { answerOf, withLocalApi } from '../local/local-api.ts';
import { siteFilesOf } from '../local/site-files.ts';
import { say } from '../messages.ts';
import { type CheckRow, row } from './check-row.ts';
import { checkAnchors, checkChannels, checkFolder, checkPolicy } from './check-settings.ts';

/** A queue that cannot be reached would be tried for ever. Milliseconds. */
const QUEUE_PATIENCE_MS = 10_000;

const PROVIDER_PATIENCE_MS = 10_000;

/** What was tried, and what the store is; null: it could not be asked. */
export interface Checked {
  readonly rows: readonly CheckRow[];
  readonly store: { readonly kind: string; readonly version: string } | null;
}

/** Tries each part by itself, so that one that fails does not hide the next. @throws ConfigError, CommandError when nothing is installed here */
export async function checkRows(context: Context): Promise<Checked> {
  const loaded = installed(context.load(), context.io);
  const configuration: CheckRow = {
    part: say('設定', 'Configuration'),
    name: null,
    ok: true,
    sentence:
      loaded.config.file ??
      (loaded.config.sample
        ? say('設定ファイルなし：サンプルモード', 'no configuration file: sample mode')
        : say('設定ファイルなし：画面で設定', 'no configuration file: set up in the browser')),
  };
  const folder = await checkFolder(loaded.config); // before it is opened, which would put it right
  const sources = await Promise.all((await sourcesOf(loaded)).map(checkSource));
  const providers = await checkProviders(loaded);
  const { rows: inStore, urgent, store } = await checkStore(context);
  const rows = [
    configuration,
    ...sources,
    ...providers,
    await checkPolicy(loaded.config),
    await checkChannels(loaded, urgent),
    folder,
    ...inStore,
    ...(await checkAnchors(loaded.config)),
    await checkDictionary(context),
  ];
  return { rows, store };
}

async function sourcesOf({ config, secrets }: LoadedConfig): Promise<Source[]> {
  const [{ createSignIns }, { createSource }, { prepareSample }] = await Promise.all([
    import('../../../intake/index.ts'),
    import('../../../services/index.ts'),
    import('../../../sample/index.ts'),
  ]);
  await prepareSample(config);
  const log = createLogger('silent');
  const signIns = createSignIns(config, secrets, log);
  return config.sources.map((source) => createSource(source, config, signIns, log));
}

const checkSource = (source: Source): Promise<CheckRow> =>
  row(say('受信元', 'Source'), () => source.check(), source.name);

/** Whether each provider can be asked, and what has to be registered there. */
async function checkProviders({ config, secrets }: LoadedConfig): Promise<CheckRow[]> {
  const { signIn } = config.web;
  if (signIn.length === 0) return [];
  const [{ webUrl }, { redirectOf }] = await Promise.all([
    import('../../../services/index.ts'),
    import('../../../actions/sign-in/index.ts'),
  ]);
  const check = async ({ name, issuer }: ProviderConfig): Promise<string> => {
    const secret = variable('SIGN_IN', name);
    if (!secrets.providers.has(name))
      throw new Error(say(`シークレットを ${secret} で渡してください。`, `Give the client secret in ${secret}.`));
    const address = `${issuer}/.well-known/openid-configuration`;
    const answer = await fetch(address, { signal: AbortSignal.timeout(PROVIDER_PATIENCE_MS) }).catch(() => null);
    if (!answer?.ok) throw new Error(say(`${address} を読めません。`, `${address} cannot be read.`));
    const redirect = redirectOf(name, webUrl(config));
    return say(`リダイレクト URI は ${redirect} です。`, `Its redirect address is ${redirect}.`);
  };
  return Promise.all(signIn.map((provider) => row(say('サインイン', 'Sign-in'), () => check(provider), provider.name)));
}

/** The store, and what was set up in it. */
async function checkStore(context: Context): Promise<Checked & { readonly urgent: readonly string[] }> {
  const part = say('保存先', 'Store');
  try {
    return await withLocalApi(context, async (api, answering) => {
      const { sources, urgent, store } = await answerOf(api['set-up'].$get());
      const opened = await row(part, async () => {
        const { waiting, cases } = await answerOf(api.status.$get());
        const open = Object.values(cases).reduce((sum, count) => sum + count, 0);
        const ja = `未判断の案件${open}件、判定待ちのメール${waiting}通`;
        const en = `${open} open cases, ${waiting} mails without verdict`;
        switch (answering) {
          case 'service':
            return say(`稼働中のサービスが使用中：${ja}`, `in use by the running service: ${en}`);
          case 'command':
            return say(ja, en);
        }
      });
      const queue = await row(say('キュー', 'Queue'), async () => {
        const { waiting } = await withinPatience(answerOf(api.queue.$get()));
        return say(`待機中のジョブ${waiting}件`, `${waiting} jobs waiting`);
      });
      return { rows: [opened, queue, ...(await Promise.all(sources.map(setUpRow)))], urgent, store };
    });
  } catch (error) {
    return { rows: [await row(part, () => Promise.reject(error))], urgent: [], store: null }; // the queue may lie in the store: nothing to say about it
  }
}

const setUpRow = ({ name, ok, sentence }: CheckedSource): Promise<CheckRow> =>
  row(
    say('受信元', 'Source'),
    async () => {
      if (!ok) throw new Error(sentence);
      return sentence;
    },
    name,
  );

function withinPatience<T>(asked: Promise<T>): Promise<T> {
  const late = say(
    'キューに接続できません。queue.url か REDIS_URL を確認',
    'The queue cannot be reached; check queue.url or REDIS_URL',
  );
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(late)), QUEUE_PATIENCE_MS);
    asked.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function checkDictionary(context: Context): Promise<CheckRow> {
  return row(say('辞書', 'Dictionaries'), async () => {
    const { loadReadRules } = await import('../../../screening/index.ts');
    const { dictionary } = await loadReadRules(context.load().config, await siteFilesOf(context));
    return say(
      `${dictionary.rules.size}項目、版 ${dictionary.version}`,
      `${dictionary.rules.size} entries, version ${dictionary.version}`,
    );
  });
}
