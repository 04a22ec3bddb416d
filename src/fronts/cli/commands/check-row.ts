/** A part of the service, whether it works, and what was found or what to do about it. */
export interface CheckRow {
  readonly part: string;
  readonly ok: boolean;
  readonly sentence: string;
}

/** What an attempt found, or the sentence of why it failed. */
export async function row(part: string, attempt: () => Promise<string>): Promise<CheckRow> {
  try {
    return { part, ok: true, sentence: await attempt() };
  } catch (error) {
    return { part, ok: false, sentence: error instanceof Error ? error.message : String(error) };
  }
}
