import type { SourceConfig } from '../../config/index.ts';
import type { LiveSettings } from './live.ts';

interface Watching {
  readonly of: string; // the settings that it was begun with
  readonly end: AbortController;
  readonly ended: Promise<void>;
}

interface SourcesToWatch {
  readonly sources: () => readonly SourceConfig[];
  /** What a change of which has a source begun anew, as one text. */
  readonly of: (source: SourceConfig) => string;
  /** Resolves when `signal` aborts. */
  readonly watch: (source: SourceConfig, signal: AbortSignal) => Promise<void>;
}

/**
 * Watches the sources that are set up now, each by itself: one that is new is begun, one that is gone ended, one that is another ended and
 * begun anew; the others go on. No source is begun before what watched it has ended, so that its cursor is one's own.
 */
export function watchSourcesSetUp(
  live: Pick<LiveSettings, 'onChange'>,
  { sources, of, watch }: SourcesToWatch,
): AsyncDisposable {
  const watched = new Map<string, Watching>();
  let stopping = false;

  function begin(source: SourceConfig): void {
    const end = new AbortController();
    const ended = watch(source, end.signal).finally(() => {
      watched.delete(source.name);
      reconcile();
    });
    watched.set(source.name, { of: of(source), end, ended });
  }

  function reconcile(): void {
    if (stopping) return;
    const wanted = new Map(sources().map((source) => [source.name, source]));
    for (const [name, watching] of watched) {
      const source = wanted.get(name);
      if (source === undefined || of(source) !== watching.of) watching.end.abort();
    }
    for (const source of wanted.values()) if (!watched.has(source.name)) begin(source);
  }

  reconcile();
  const listening = live.onChange(reconcile);
  return {
    async [Symbol.asyncDispose]() {
      stopping = true;
      listening[Symbol.dispose]();
      const all = [...watched.values()];
      for (const { end } of all) end.abort();
      await Promise.all(all.map(({ ended }) => ended));
    },
  };
}
