/** Files that go with one form: how many, and their bytes together; with what they grow by as a mail, one of the size that is read. */
export const FILES = { most: 10, bytes: 20 * 1024 * 1024 } as const;

/** Files as a form sends them, with their bytes. */
export const withBytes = (files: readonly File[]) =>
  Promise.all(
    files.map(async (file) => ({ name: file.name, type: file.type, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
