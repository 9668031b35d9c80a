/** Where the reader is: the part of the address behind `#`, which is sent to no server. */
export interface Place {
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
}

export function placeOf(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  return { segments: path.split('/').filter(Boolean).map(decodeURIComponent), query: new URLSearchParams(query) };
}

/** `to('orders', { state: 'attention' })`; what is empty is left out. */
export function to(path: string, query: Readonly<Record<string, string | null>> = {}): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return `#/${path}${given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`}`;
}

/** What the page shows for a place. */
export function documentAt(address: string, orderId: string): string {
  return to('document', { at: address, order: orderId });
}
