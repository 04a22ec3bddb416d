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
