/**
 * Marks flagged mails in their mailbox: the one thing that Komainu changes there, and only where the operator asked for
 * it. A keyword is set, the mail is moved, or both; \Seen and all other flags stay as they are.
 */
import type { ImapFlow, MailboxObject } from 'imapflow';
import type { ImapSourceConfig } from '../../config/index.ts';
import { ALLOWANCES, withinAllowance } from './allowance.ts';
import { connectImap, openFolder, pathsFor, signOff } from './client.ts';
import type { SignIn } from './sign-in.ts';
import { imapTroubleKind } from './trouble.ts';

/** Where a mail lies on the server. */
export interface MailLocation {
  readonly folder: string;
  readonly uidValidity: bigint;
  readonly uid: number;
}

export interface MarkRequest {
  readonly wanted: boolean; // false: what was done is undone
  readonly known: MailLocation; // where it was last
  readonly home: string; // the folder it was delivered to
  readonly messageId: string | null; // without brackets, to find it where it has been moved by hand or by a lost attempt
}

/** `gone`: nobody finds it any more. `refused`: the server cannot do it, now or later. */
export type MarkResult =
  | { readonly kind: 'done'; readonly location: MailLocation }
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly what: 'keyword' | 'move' };

/** May be called again for the same request: what is done already is not done twice. Rejects when trying again may help. */
export async function markMail(config: ImapSourceConfig, signIn: SignIn, request: MarkRequest): Promise<MarkResult> {
  const client = await connectImap({ config, signIn }, AbortSignal.timeout(ALLOWANCES.connect.ms));
  try {
    const wanted = config.mark ?? { keyword: null, moveTo: null };
    return await withinAllowance(client, ALLOWANCES.mark, () => mark(client, wanted, request));
  } finally {
    await signOff(client);
  }
}

async function mark(
  client: ImapFlow,
  { keyword, moveTo }: NonNullable<ImapSourceConfig['mark']>,
  { wanted, known, home, messageId }: MarkRequest,
): Promise<MarkResult> {
  const aside = moveTo === null ? [] : [moveTo];
  const location = await locate(client, known, [home, ...aside], messageId);
  if (location === null) return { kind: 'gone' };
  const folder = await openFolder(client, location.folder, 'write');
  if (keyword !== null && !(await setKeyword(client, folder, location.uid, keyword, wanted)))
    return { kind: 'refused', what: 'keyword' };
  if (moveTo === null) return { kind: 'done', location };
  const target = wanted ? await makeFolder(client, moveTo) : (await openFolder(client, home, 'read')).path;
  if (target === folder.path) return { kind: 'done', location };
  if (!client.capabilities.has('MOVE') || !client.capabilities.has('UIDPLUS')) return { kind: 'refused', what: 'move' };
  await openFolder(client, location.folder, 'write');
  const moved = await client.messageMove(String(location.uid), target, { uid: true });
  const { uidMap, uidValidity } = moved || {};
  const uid = uidMap?.get(location.uid);
  if (uid === undefined || uidValidity === undefined) throw new Error('A mail could not be moved.');
  return { kind: 'done', location: { folder: wanted ? target : home, uidValidity, uid } };
}

/** The mail where it was last; else, by its Message-ID, in one of the folders. */
async function locate(
  client: ImapFlow,
  known: MailLocation,
  folders: readonly string[],
  messageId: string | null,
): Promise<MailLocation | null> {
  const there = await openIfThere(client, known.folder);
  if (there?.uidValidity === known.uidValidity && (await find(client, { uid: String(known.uid) })) === known.uid)
    return known;
  for (const folder of messageId === null ? [] : folders) {
    const opened = await openIfThere(client, folder);
    const uid = opened && (await find(client, { header: { 'message-id': messageId! } }));
    if (opened && uid !== null) return { folder, uidValidity: opened.uidValidity, uid };
  }
  return null;
}

async function openIfThere(client: ImapFlow, folder: string): Promise<MailboxObject | null> {
  try {
    return await openFolder(client, folder, 'read');
  } catch (error) {
    if (imapTroubleKind(error) === 'folder') return null;
    throw error;
  }
}

/** The newest one that answers the search. */
async function find(client: ImapFlow, query: Parameters<ImapFlow['search']>[0]): Promise<number | null> {
  const uids = await client.search(query, { uid: true });
  if (!Array.isArray(uids)) throw new Error('The server refused a SEARCH.');
  return uids.at(-1) ?? null;
}

/** @returns false when the folder takes no such keyword */
async function setKeyword(
  client: ImapFlow,
  { permanentFlags }: MailboxObject,
  uid: number,
  keyword: string,
  wanted: boolean,
): Promise<boolean> {
  const isTaken = permanentFlags === undefined || permanentFlags.has('\\*') || permanentFlags.has(keyword);
  if (!isTaken) return !wanted; // then it cannot be there either
  const options = { uid: true, silent: true };
  const done = wanted
    ? await client.messageFlagsAdd(String(uid), [keyword], options)
    : await client.messageFlagsRemove(String(uid), [keyword], options);
  if (!done) throw new Error('A keyword could not be changed.');
  return true;
}

/** The folder's path; it is made where it is missing. */
async function makeFolder(client: ImapFlow, folder: string): Promise<string> {
  const opened = await openIfThere(client, folder);
  if (opened !== null) return opened.path;
  return (await client.mailboxCreate(pathsFor(client, folder).at(-1)!)).path;
}
