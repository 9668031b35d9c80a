import { isObject, Fields, parseObject } from '../world/json.js';
import { Faults } from '../world/refusal.js';

const WAYS = ['express', 'postal', 'dedicated_line', 'air', 'rail'] as const;
/** Those that number each piece. */
const PIECE_WAYS: readonly string[] = ['express', 'postal', 'dedicated_line'];
const PIECES_MAX = 1_000;

/** What a shipper asks a courier for, as far as the courier needs it. */
export interface ConsignmentOrder {
  readonly reference: string;
  readonly way: string;
  readonly from: string;
  readonly to: string;
  readonly shipDate: string;
  readonly transitMaxDays: number;
  /** How many numbers it gets. */
  readonly numbers: number;
}

export interface OrderRead {
  readonly order: ConsignmentOrder;
  readonly faults: Faults;
  readonly magicTexts: readonly string[];
}

/** @throws Refusal 400 when the body is no JSON object */
export function readOrder(body: string): OrderRead {
  const faults = new Faults();
  const parsed = parseObject(body);
  const fields = new Fields(parsed, faults);
  const way = fields.oneOf('way', WAYS);
  const places = { from: place(fields, 'from'), to: place(fields, 'to') };
  const parties = ['sender', 'recipient'].map((name) => party(fields.object_(name)));
  const pieces = fields.list('pieces').reduce((sum, piece) => {
    piece.decimal('weightKg');
    for (const side of ['lengthCm', 'widthCm', 'heightCm']) piece.decimal(side);
    return sum + piece.count('count', PIECES_MAX);
  }, 0);
  const goods = fields.list('goods').map((line) => {
    line.decimal('netKg');
    line.money('value');
    return line.text('description');
  });
  const transit = parsed['transitDays'];
  const order = {
    ...{ reference: fields.text('reference'), way, ...places, shipDate: fields.date('shipDate') },
    transitMaxDays: isObject(transit) && typeof transit['max'] === 'number' ? transit['max'] : 7,
    numbers: PIECE_WAYS.includes(way) ? pieces : 1,
  };
  return { order, faults, magicTexts: [fields.text('customerReference'), ...parties, ...goods] };
}

function place(fields: Fields, name: string): string {
  return fields.text(name, (text) => /^[A-Z]{2}[A-Z2-9]{3}$/.test(text), 'must be a UN/LOCODE');
}

/** @returns its name, in which magic words are looked for */
function party(fields: Fields): string {
  fields.text('address');
  fields.text('country', (text) => /^[A-Z]{2}$/.test(text), 'must be a country of 2 letters');
  return fields.text('name');
}

/** Which of our references a request is about, before it is read. */
export function referenceIn(body: string): string | null {
  try {
    const { reference } = parseObject(body);
    return typeof reference === 'string' ? reference : null;
  } catch {
    return null;
  }
}
