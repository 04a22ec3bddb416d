import { ConfigError, type Keys } from '../../config/index.ts';
import type { Db } from '../engine/db.ts';
import { secretPrint } from '../schema/notice.ts';

type Secret = Pick<Keys, 'print' | 'from'>;

/**
 * What another secret would do shows late and stays: sessions of other hosts fail, senders are not known again, and the audit log counts as
 * changed for good. A store that was never started with any takes each.
 *
 * @throws ConfigError when the store is written with another secret
 */
export async function requireSecret(db: Db, { print, from }: Secret): Promise<void> {
  const [kept] = await db.select().from(secretPrint);
  if (kept === undefined || kept.print === print) return;
  throw new ConfigError(
    `${from}: このデータベースは、ほかの秘密鍵で使われています。ほかのホスト（またはバックアップ）の secret.key をここに置くか、同じ KOMAINU_SECRET を渡してください。その鍵がどこにもないときだけ komainu accept-key` +
      `\n${from}: the store is written with another secret key. Put the secret.key of the other hosts, or of the backup, in its place, or give the same KOMAINU_SECRET. Only if that key is lost for good: komainu accept-key`,
  );
}

/** The same at a start: the first one of all writes down which secret it is. @throws ConfigError */
export async function keepSecret(db: Db, secret: Secret): Promise<void> {
  await db.insert(secretPrint).values({ id: 1, print: secret.print }).onConflictDoNothing();
  await requireSecret(db, secret);
}

/** From here on this secret counts. @returns whether it was another one before */
export async function changeSecret(db: Db, { print }: Secret): Promise<boolean> {
  const [kept] = await db.select().from(secretPrint);
  await db.insert(secretPrint).values({ id: 1, print }).onConflictDoUpdate({ target: secretPrint.id, set: { print } });
  return kept !== undefined && kept.print !== print;
}
