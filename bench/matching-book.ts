import { newId } from '../src/kernel/ids.js';

/** What the noise of the generator does to a receipt; of a hundred receipts so many each. */
export const NOISE = {
  clean: 52,
  misspelt: 9,
  unnamed: 10,
  charged: 8,
  partial: 6,
  combined: 6,
  combined_unnamed: 2,
  foreign: 4,
  third_party: 1,
  stranger: 2,
} as const;
type Noise = keyof typeof NOISE;

interface OrderRow {
  readonly id: string;
  readonly buyer: number;
  readonly reference: string;
  readonly contract: string;
  readonly minor: number;
}

interface Receipt {
  readonly id: string;
  readonly text: string;
  readonly payer: string;
  readonly minor: number;
  readonly charges: number | null;
}

/** Which order a receipt was made for, and of how much. */
export interface Truth {
  readonly receipt: string;
  readonly order: string;
  readonly minor: number;
}

export interface MatchingBook {
  readonly orders: readonly OrderRow[];
  readonly receipts: readonly Receipt[];
  readonly truth: readonly Truth[];
  readonly buyers: readonly { readonly id: string; readonly name: string }[];
}

const ORDERS_OF_BUYER = 20;
const TOWNS = ['Hamburg', 'Lyon', 'Gdańsk', 'Malmö', 'Porto', 'Århus', 'Leeds', 'Zürich', 'Brno', 'Turku'];
const GOODS = [
  'Spielwaren',
  'Haushalt',
  'Möbel',
  'Outillage',
  'Textiles',
  'Lighting',
  'Kitchen',
  'Garden',
  'Sports',
  'Optics',
];
const FORMS = ['GmbH', 'S.A.', 'Sp. z o.o.', 'AB', 'Lda', 'ApS', 'Ltd.', 'AG', 's.r.o.', 'Oy'];

/** The same numbers for the same size, so that every run is over the same book. */
class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = seed;
  }

  /** Below `limit`; mulberry32. */
  below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit) | 0;
  }

  pick<Item>(items: readonly Item[], none: Item): Item {
    return items[this.below(items.length)] ?? none;
  }
}

/** So many orders and about as many receipts for them; what each receipt was made for is known to nobody else. */
export function makeBook(size: number): MatchingBook {
  const dice = new Dice(size);
  const buyers = Array.from({ length: Math.ceil(size / ORDERS_OF_BUYER) }, (_, index) => ({
    id: newId(),
    name: `${TOWNS[index % 10] ?? ''} ${GOODS[((index / 10) % 10) | 0] ?? ''} ${numberWord(index)} ${FORMS[index % 10] ?? ''}`,
  }));
  const orders = Array.from({ length: size }, (_, index) => ({
    id: newId(),
    buyer: index % buyers.length,
    reference: `SO-26${String(index * 7 + 100_003).padStart(7, '0')}`,
    contract: `FC-${String(index * 3 + 500_001)}`,
    minor: 80_000 + dice.below(6_000_000),
  }));
  const maker = new ReceiptMaker(dice, buyers, orders);
  maker.make();
  return { orders, buyers, receipts: maker.receipts, truth: maker.truth };
}

class ReceiptMaker {
  readonly receipts: Receipt[] = [];
  readonly truth: Truth[] = [];
  private readonly waiting: OrderRow[][];

  constructor(
    private readonly dice: Dice,
    private readonly buyers: readonly { readonly name: string }[],
    orders: readonly OrderRow[],
  ) {
    this.waiting = this.buyers.map(() => []);
    for (const order of orders) this.waiting[order.buyer]?.push(order);
  }

  /** Order by order; receipts for several take the buyer's next ones, too. */
  make(): void {
    for (const queue of this.waiting) {
      for (let order = queue.shift(); order !== undefined; order = queue.shift()) {
        this.pay(order, queue, this.noise());
      }
    }
  }

  private noise(): Noise {
    let at = this.dice.below(100);
    for (const [noise, share] of Object.entries(NOISE)) {
      if (at < share) return noise as Noise;
      at -= share;
    }
    return 'clean';
  }

  private pay(order: OrderRow, queue: OrderRow[], noise: Noise): void {
    const { reference, minor } = order;
    const payer = this.nameOf(order);
    if (noise === 'partial') this.payInParts(order);
    else if (noise === 'combined' || noise === 'combined_unnamed') this.payTogether(order, queue, noise);
    else if (noise === 'stranger') {
      this.add([], { text: 'INVOICE 4711', payer: `Stranger ${numberWord(this.receipts.length)}`, minor });
    } else if (noise === 'misspelt') this.add([order], { text: `PAYMENT ${this.misspelt(reference)}`, payer, minor });
    else if (noise === 'unnamed') this.add([order], { text: 'PAYMENT FOR GOODS', payer, minor });
    else if (noise === 'charged') this.add([order], this.charged(order));
    else if (noise === 'foreign') this.add([order], { text: 'goods', payer: abroad(payer), minor });
    else if (noise === 'third_party') this.add([order], { text: reference, payer: 'Cayman Treasury Services', minor });
    else this.add([order], { text: this.written(reference), payer, minor });
  }

  /** Some banks say what they kept, some do not; some payers name the order, some do not. */
  private charged(order: OrderRow): Omit<Receipt, 'id'> {
    const kept = 500 + this.dice.below(40) * 100;
    const isNamed = this.dice.below(2) === 0;
    return {
      text: isNamed ? this.written(order.reference) : 'PAYMENT FOR GOODS',
      payer: this.nameOf(order),
      minor: order.minor - kept,
      charges: isNamed ? null : kept,
    };
  }

  private payInParts(order: OrderRow): void {
    const deposit = Math.round(order.minor * 0.3);
    const payer = this.nameOf(order);
    for (const minor of [deposit, order.minor - deposit]) {
      this.add([order], { text: `${order.reference} PART`, payer, minor }, [minor]);
    }
  }

  private payTogether(order: OrderRow, queue: OrderRow[], noise: Noise): void {
    const others = queue.splice(0, noise === 'combined' ? 1 + this.dice.below(2) : 1);
    const all = [order, ...others];
    const minor = all.reduce((sum, each) => sum + each.minor, 0);
    const text = noise === 'combined' ? all.map(({ reference }) => reference).join(' + ') : 'SEVERAL INVOICES';
    this.add(all, { text, payer: this.nameOf(order), minor });
  }

  private add(
    orders: readonly OrderRow[],
    facts: Omit<Receipt, 'id' | 'charges'> & { readonly charges?: number | null },
    amounts?: readonly number[],
  ): void {
    const id = newId();
    this.receipts.push({ id, charges: null, ...facts });
    const isShort = orders.length === 1 && facts.minor < (orders[0]?.minor ?? 0);
    for (const [index, order] of orders.entries()) {
      const minor = amounts?.[index] ?? (isShort ? facts.minor : order.minor);
      this.truth.push({ receipt: id, order: order.id, minor });
    }
  }

  private nameOf({ buyer }: OrderRow): string {
    return this.buyers[buyer]?.name ?? '';
  }

  private written(reference: string): string {
    const ways = [reference, `inv ${reference.replace('-', ' ')}`, `/ROC/${reference.replace('-', '')}//URI/GOODS`];
    return this.dice.pick(ways, reference);
  }

  /** One slip of the pen: a digit wrong, left out, or swapped with its neighbour. */
  private misspelt(reference: string): string {
    const at = 5 + this.dice.below(4);
    const [before, mark, after] = [reference.slice(0, at), reference[at] ?? '', reference.slice(at + 1)];
    const way = this.dice.below(3);
    if (way === 0) return `${before}${(Number(mark) + 1 + this.dice.below(8)) % 10}${after}`;
    return way === 1 ? `${before}${after}` : `${before}${after[0] ?? ''}${mark}${after.slice(1)}`;
  }
}

/** As a bank abroad writes a name: capitals, no marks, other vowels, no legal form, words in another order. */
function abroad(name: string): string {
  const vowels = name.replace(/ö/g, 'oe').replace(/ü/g, 'ue').replace(/Å/g, 'A');
  const words = vowels.toUpperCase().split(' ').slice(0, 3);
  return words.toReversed().join(' ');
}

function numberWord(index: number): string {
  const letters = 'BCDFGHJKLMNPRSTVWZ';
  let [rest, word] = [index + 400, ''];
  while (rest > 0) {
    word += `${letters[rest % 18] ?? ''}${'AEIOU'[rest % 5] ?? ''}`;
    rest = Math.floor(rest / 18);
  }
  return word;
}
