import type { Command } from 'commander';
import { createLogger } from '../../../util/log.ts';
import type { Context } from '../context.ts';
import { installed } from '../local/installed.ts';
import { say } from '../messages.ts';

export function addAcceptKey(program: Command, { io, load, action }: Context): void {
  program
    .command('accept-key')
    .description(
      say(
        'いまの秘密鍵をこれから使う（前の鍵を失ったときだけ。サービスを止めてから）',
        'go on with the secret key that is here, when the one before is lost; after stopping',
      ),
    )
    .action(
      action(async () => {
        const { config, secrets } = installed(load(), io);
        const [{ openStore }, { acceptKey, openAuditLog }, { loadKeys }] = await Promise.all([
          import('../../../store/index.ts'),
          import('../../../actions/index.ts'),
          import('../../../config/index.ts'),
        ]);
        const keys = await loadKeys(config.dataPath, io.env);
        const store = await openStore(secrets.store, config.dataPath);
        try {
          const { dataPath } = config;
          const audit = openAuditLog({ db: store.db, key: keys.audit, dataPath, log: createLogger('error') });
          const actor = { kind: 'operator', name: io.osUser } as const;
          const changed = await acceptKey({ audit, now: () => new Date(), keys }, actor);
          io.out.write(
            changed
              ? `${say(
                  `${keys.from} をこれから使います。以前の送信者や会話とは結びつかず、監査記録のここまでは前の鍵がないと確かめられません`,
                  `${keys.from} counts from here on. Earlier senders and threads are not known again, and the audit log up to here can be verified with the key before alone`,
                )}\n`
              : `${say('この鍵はもう使われています', 'this key counts already')}\n`,
          );
        } finally {
          await store.close();
        }
        return 0;
      }),
    );
}
