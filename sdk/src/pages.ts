/** As every list answers. The feed of events says `nextAfter` instead, and whether there is more. */
export interface Page<Item> {
  readonly data: readonly Item[];
  readonly nextCursor?: string | null;
  readonly nextAfter?: string | null;
  readonly hasMore?: boolean;
}

/** How the page after this one is asked for; null: it was the last. */
export function nextOf({ nextCursor, nextAfter, hasMore }: Page<unknown>): Record<string, string> | null {
  if (hasMore === true && typeof nextAfter === 'string') return { after: nextAfter };
  return typeof nextCursor === 'string' ? { cursor: nextCursor } : null;
}

/** A list, read page by page as far as it is looked at: `for await (const order of client.orders.list())`. */
export class Pages<Item, OnePage extends Page<Item> = Page<Item>> implements AsyncIterable<Item> {
  /** @param read one page, with the parameters that ask for it */
  constructor(private readonly read: (next: Readonly<Record<string, string>>) => Promise<OnePage>) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    for await (const { data } of this.pages()) yield* data;
  }

  async *pages(): AsyncGenerator<OnePage, void, undefined> {
    for (let next: Record<string, string> | null = {}; next !== null;) {
      const page = await this.read(next);
      yield page;
      next = nextOf(page);
    }
  }

  /** The first page alone, as the API answers it. */
  page(): Promise<OnePage> {
    return this.read({});
  }

  /** Everything, or the first so many. */
  async toArray(most = Infinity): Promise<Item[]> {
    const items: Item[] = [];
    if (most <= 0) return items;
    for await (const item of this) {
      if (items.push(item) >= most) break;
    }
    return items;
  }
}
