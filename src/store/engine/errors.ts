/** The store cannot be opened. The message is one sentence for the operator and holds no secret. */
export class StoreError extends Error {
  override readonly name: string = 'StoreError';
  readonly code: string = 'store';
}

/** Another live process owns the data directory. */
export class StoreLockedError extends StoreError {
  override readonly name = 'StoreLockedError';
  override readonly code = 'store-locked';
}

/** The store cannot be used by this version, however often it is started. */
export class StoreUnfitError extends StoreError {
  override readonly name = 'StoreUnfitError';
  override readonly code = 'store-unfit';
}

/** A question to the store was not answered, through no fault of what was asked: it is away, restarts or is full. */
export class StoreAwayError extends Error {
  override readonly name = 'StoreAwayError';
  readonly code = 'store-away';
}

/**
 * Tells what the store will never take from what it cannot take now.
 *
 * @throws StoreAwayError when trying again may help; what the store threw when it refused the values themselves.
 */
export async function unlessAway<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (cause) {
    throw isRefusal(cause) ? cause : new StoreAwayError('The store did not answer.', { cause });
  }
}

/** SQLSTATE of what would be answered the same again: data exception, integrity constraint, syntax or access rule, program limit. */
export const REFUSALS = /^(22|23|42|54)/;

function isRefusal(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof TypeError || cause instanceof RangeError) return true; // a fault of ours
    if (REFUSALS.test(String((cause as { code?: unknown }).code))) return true;
  }
  return false;
}
