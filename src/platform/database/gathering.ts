export interface GatheringWays<Item> {
  /** Larger groups gain little more and make the first wait for the last. */
  readonly sizeMax: number;
  /** How many groups of one line may be under way beside each other. */
  readonly atOnce: number;
  /** Items of one id are never in one group. */
  readonly idOf?: (item: Item) => string;
  /** Does the work of a group and answers each of its items; never rejects. */
  readonly settle: (line: string, group: readonly Item[]) => Promise<void>;
}

interface Line<Item> {
  waiting: Item[];
  underWay: number;
}

/**
 * Lines of those who wait for the same thing: what comes while a line's last group is under way goes together in its
 * next. Who comes alone does not wait.
 */
export class Gathering<Item> {
  private readonly lines = new Map<string, Line<Item>>();
  private onIdle: (() => void)[] = [];

  constructor(private readonly ways: GatheringWays<Item>) {}

  join(name: string, item: Item): void {
    let line = this.lines.get(name);
    if (line !== undefined) {
      line.waiting.push(item);
      return;
    }
    line = { waiting: [item], underWay: 0 };
    this.lines.set(name, line);
    const opened = line;
    // Those who join in the same turn of the event loop go together from the first.
    setImmediate(() => {
      this.pull(name, opened);
    });
  }

  /** Resolves when nobody waits and nothing is under way. */
  async idle(): Promise<void> {
    if (this.lines.size > 0) await new Promise<void>((resolve) => this.onIdle.push(resolve));
  }

  private pull(name: string, line: Line<Item>): void {
    while (line.underWay < this.ways.atOnce && line.waiting.length > 0) {
      const group = this.take(line);
      line.underWay += 1;
      void this.ways.settle(name, group).finally(() => {
        line.underWay -= 1;
        this.pull(name, line);
      });
    }
    if (line.underWay === 0) this.close(name);
  }

  private close(name: string): void {
    this.lines.delete(name);
    if (this.lines.size > 0) return;
    const told = this.onIdle;
    this.onIdle = [];
    for (const tell of told) tell();
  }

  /** The first that wait, each id once; who is left keeps its place. */
  private take(line: Line<Item>): Item[] {
    const { sizeMax, idOf } = this.ways;
    if (idOf === undefined) return line.waiting.splice(0, sizeMax);
    const group = new Map<string, Item>();
    const left: Item[] = [];
    for (const item of line.waiting) {
      const id = idOf(item);
      if (group.size < sizeMax && !group.has(id)) group.set(id, item);
      else left.push(item);
    }
    line.waiting = left;
    return [...group.values()];
  }
}
