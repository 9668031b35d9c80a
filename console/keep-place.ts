/** Puts new content in place of old without moving the reader: what had the focus, was open or half typed stays so. */
export function keepPlace(root: HTMLElement, content: readonly Node[]): void {
  const focused = root.contains(document.activeElement) ? (document.activeElement?.id ?? '') : '';
  const open = [...root.querySelectorAll<HTMLDetailsElement>('details[open][id]')].map(({ id }) => id);
  const typed = [...root.querySelectorAll<HTMLInputElement>('input[id]')].map(({ id, value }) => [id, value] as const);
  root.replaceChildren(...content);
  for (const id of open) document.getElementById(id)?.setAttribute('open', '');
  for (const [id, value] of typed) {
    const input = document.getElementById(id);
    if (input instanceof HTMLInputElement) input.value = value;
  }
  if (focused !== '') document.getElementById(focused)?.focus({ preventScroll: true });
}
