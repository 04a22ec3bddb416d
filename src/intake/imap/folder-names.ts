/** A folder as a server lists it. */
export interface ListedFolder {
  readonly path: string;
  readonly delimiter: string;
  readonly flags: ReadonlySet<string>;
  readonly specialUse?: string;
}

/** Folders that a pattern never means: what we wrote, what is thrown away, and what shows other folders' mails again. */
const NEVER_MEANT = new Set(['\\All', '\\Flagged', '\\Important', '\\Drafts', '\\Sent', '\\Trash']);

/** Longer ones are no folders' names; and patterns with several stars take long on them. */
const LONGEST_PATH = 1_000;

/**
 * Whether a configured folder stands for several.
 *
 * @example
 * isPattern('Support/*') // → true
 */
export const isPattern = (folder: string): boolean => /[*%]/.test(folder);

/**
 * The paths of the folders that are wanted, in the server's words, each once. In a pattern `*` stands for any characters
 * and `%` for any within one level, as in LIST (RFC 9051 section 6.3.9); slashes stand for the server's delimiter. A
 * folder that is named but not listed is kept: some servers do not list the folders of other people.
 *
 * @param except a folder that no pattern means
 */
export function selectFolders(
  listed: readonly ListedFolder[],
  wanted: readonly string[],
  except: string | null,
): readonly string[] {
  const selectable = listed.filter(
    ({ flags, path }) => !flags.has('\\Noselect') && !flags.has('\\NonExistent') && path.length <= LONGEST_PATH,
  );
  const paths = wanted.flatMap((folder) => {
    if (isPattern(folder)) return matching(selectable, folder, except);
    return selectable.find((one) => isSame(one, folder))?.path ?? folder;
  });
  return [...new Set(paths)];
}

function matching(listed: readonly ListedFolder[], pattern: string, except: string | null): string[] {
  const source = pattern.replace(/[*%]|[^*%]+/g, (part) => {
    if (part === '*') return '.*';
    return part === '%' ? '[^/]*' : part.replace(/[\\^$.|?+()[\]{}/-]/g, '\\$&');
  });
  const isMeant = new RegExp(`^${source}$`, 's');
  return listed
    .filter((one) => isMeant.test(slashed(one)) && !NEVER_MEANT.has(one.specialUse ?? ''))
    .filter((one) => except === null || !isSame(one, except))
    .map(({ path }) => path);
}

/** The name with slashes, whatever the server's delimiter; INBOX has no case. */
function slashed({ path, delimiter }: Pick<ListedFolder, 'path' | 'delimiter'>): string {
  const name = delimiter === '' ? path : path.replaceAll(delimiter, '/');
  return name.replace(/^inbox(?=\/|$)/i, 'INBOX');
}

const isSame = (listed: ListedFolder, folder: string): boolean =>
  listed.path === folder || slashed(listed) === slashed({ path: folder, delimiter: listed.delimiter });
