/** What an archive that somebody shows has at a path; null where it cannot be read. */
export interface ShownFile {
  readonly path: string;
  readonly sha256: string | null;
}

/** What the pack was made with. */
export interface PackedFile {
  readonly path: string;
  readonly sha256: string;
}

export const FILE_OUTCOMES = ['unchanged', 'changed', 'missing', 'added', 'unreadable'] as const;
export type FileOutcome = (typeof FILE_OUTCOMES)[number];

export interface ComparedFile {
  readonly path: string;
  readonly outcome: FileOutcome;
  /** As the pack was made; null where the pack has no such file. */
  readonly expected: string | null;
  /** As it was shown; null where it is missing or cannot be read. */
  readonly shown: string | null;
}

/**
 * Holds an archive against the files that its pack was made with: each of them, in their order, then what was put in. A folder
 * around all of it, as programs that pack an unpacked archive anew make one, is looked through.
 */
export function compareFiles(shown: readonly ShownFile[], packed: readonly PackedFile[]): ComparedFile[] {
  const files = withoutFolder(shown, packed);
  const byPath = Map.groupBy(files, ({ path }) => path);
  const paths = new Set(packed.map(({ path }) => path));
  const own = packed.map(({ path, sha256: expected }): ComparedFile => {
    // Of several at one path the one that is not as it was counts: nobody says which of them a reader would see.
    const all = byPath.get(path) ?? [];
    const found = all.find(({ sha256 }) => sha256 !== expected) ?? all[0];
    const hash = found?.sha256 ?? null;
    const outcome =
      found === undefined ? 'missing' : hash === null ? 'unreadable' : hash === expected ? 'unchanged' : 'changed';
    return { path, outcome, expected, shown: hash };
  });
  const added = [...byPath]
    .filter(([path]) => !paths.has(path))
    .map(([path, [file]]): ComparedFile => ({ path, outcome: 'added', expected: null, shown: file?.sha256 ?? null }));
  return [...own, ...added];
}

function withoutFolder(shown: readonly ShownFile[], packed: readonly PackedFile[]): readonly ShownFile[] {
  const paths = new Set(packed.map(({ path }) => path));
  const [folder = ''] = /^[^/]+\//.exec(shown[0]?.path ?? '') ?? [];
  const isAround = folder !== '' && shown.every(({ path }) => path.startsWith(folder) && !paths.has(path));
  return isAround ? shown.map((file) => ({ ...file, path: file.path.slice(folder.length) })) : shown;
}
