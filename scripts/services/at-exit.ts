const lastResorts = new Set<() => void>();

process.once('exit', () => {
  for (const lastResort of lastResorts) lastResort();
});

/**
 * Runs `work` if the process leaves before anybody has tidied up. It must not wait for anything.
 * @returns what to call when it is no longer needed
 */
export function atExit(work: () => void): () => void {
  lastResorts.add(work);
  return () => lastResorts.delete(work);
}
