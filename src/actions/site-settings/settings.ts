import type { LoadedConfig, SiteKey, SiteSecretName, SiteSecrets } from '../../config/index.ts';
import type { SettingState } from '../../store/index.ts';

/** A setting as whoever looks after them sees it: never a secret. */
export interface SettingSeen extends SiteKey {
  /** Of which what is shown holds: the file wins. */
  readonly origin: 'file' | 'store';
  readonly line: number | null; // in the file, from 1; null: of the store
  readonly value: unknown; // as komainu.yaml has it
  readonly taken: boolean; // of the file: the store has it, too, and goes on when the lines go
  readonly state: SettingState;
  readonly secrets: readonly SiteSecretName[]; // that the store keeps
  readonly locked: boolean; // they were sealed with another secret key: somebody has to enter them again
  readonly unreadable: boolean; // written by another version of Komainu, which took what this one does not
  readonly version: number; // to be given back by who changes it; 0: not in the store
  readonly at: Date | null;
  readonly by: string | null;
}

/** What the company has set up: file, environment and store, as they are in force in this process. */
export interface SiteSettings {
  current(): LoadedConfig;
  /** All of them, file and store. */
  list(): Promise<readonly SettingSeen[]>;
  /** Secrets that the environment gives, which wins. */
  environment(key: SiteKey): readonly SiteSecretName[];
  seal(key: SiteKey, secrets: SiteSecrets): Uint8Array | null;
  /** Null: sealed with another secret key. */
  unseal(key: SiteKey, sealed: Uint8Array | null): SiteSecrets | null;
  /** Takes what the store says now. Other processes find it within seconds. */
  refresh(): Promise<void>;
  /** In the sample: ends it and begins the real installation in its place. Gives the path of the link to its first account. Null: it is begun. */
  readonly beginReal: (() => Promise<string>) | null;
}
