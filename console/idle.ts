/** A desk that was left: nobody did anything here for so long. */
const IDLE_MS = 15 * 60_000;
const SIGNS = ['pointerdown', 'keydown', 'scroll', 'touchstart'] as const;

/** Calls once when nobody has touched the page for a quarter of an hour; the answer stops the watch. */
export function whenLeft(call: () => void): () => void {
  const ended = new AbortController();
  let timer = setTimeout(call, IDLE_MS);
  const again = (): void => {
    clearTimeout(timer);
    timer = setTimeout(call, IDLE_MS);
  };
  for (const sign of SIGNS) addEventListener(sign, again, { signal: ended.signal, passive: true });
  return () => {
    ended.abort();
    clearTimeout(timer);
  };
}
