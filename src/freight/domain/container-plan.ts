import { type CalculationRule, type CalculationStep, type Explained, step } from '../../kernel/calculation.js';
import { Decimal, roundHalfUp } from '../../kernel/decimal.js';
import { InputCheck } from '../../kernel/input-check.js';
import { type Sentence } from '../../kernel/sentence.js';
import { payloadMaxKg } from './cargo.js';
import { checkWeighedPieces, type WeighedPieces } from './consignment.js';
import { SAY } from './freight.sentences.js';
import { pieceCm3 } from './pieces.js';

const RULE: CalculationRule = {
  id: 'freight.container-plan',
  version: '2026-01-01',
  source:
    'Typical inside measures of ISO 668 boxes (ISO 1496-1); nine tenths of volume and floor can be filled (custom of the trade). Guidance, no stowage plan',
};

/** Sizes that are planned with, the smallest first: what fits one fits the next. Inside, cm. */
const BOXES = [
  { sizeType: '22G1', lengthCm: 589, widthCm: 235, heightCm: 239, cost: 1 },
  { sizeType: '42G1', lengthCm: 1_203, widthCm: 235, heightCm: 239, cost: 1.6 },
  { sizeType: '45G1', lengthCm: 1_203, widthCm: 235, heightCm: 269, cost: 1.65 },
] as const;
type Box = (typeof BOXES)[number];
export const PLANNED_SIZES = BOXES.map(({ sizeType }) => sizeType);
export type PlannedSize = (typeof PLANNED_SIZES)[number];

/** So much of volume and floor is filled in practice. */
const FILL = 0.9;
/** More is no matter for a plan of one shipment. */
const BOXES_MAX = 99;

export interface PlanRequest {
  readonly pieces: readonly (WeighedPieces & { readonly stackable?: boolean | undefined })[];
  /** Sizes that may be used; all where absent. */
  readonly sizeTypes?: readonly PlannedSize[] | undefined;
}

export interface PlannedContainers {
  readonly sizeType: PlannedSize;
  readonly count: number;
}

/** Pieces that go into no box of those sizes, and why. */
export interface OverPieces {
  readonly piece: number;
  readonly count: number;
  readonly reason: Sentence;
}

/** Shares of what the boxes hold, 1 for full; volume and floor against all that there is of them. */
export interface Utilisation {
  readonly volume: Decimal;
  readonly weight: Decimal;
  readonly floor: Decimal;
}

export interface ContainerPlan extends Explained {
  readonly containers: readonly PlannedContainers[];
  readonly utilisation: Utilisation;
  /** What made it so many. Null where nothing fits at all. */
  readonly limitedBy: 'volume' | 'weight' | 'floor' | null;
  readonly over: readonly OverPieces[];
}

/** What boxes must hold, or do hold. Plain numbers: a plan is guidance, and many mixes are tried. */
interface Room {
  readonly cbm: number;
  readonly kg: number;
  /** Square metres, as many layers upon one another as fit into the lower box. */
  readonly floor: number;
}

const NONE: Room = { cbm: 0, kg: 0, floor: 0 };
/** What numbers lose on the way must not make one box more. */
const SLACK = 1e-9;

/**
 * Which boxes a shipment needs: the cheapest mix of 20', 40' and 40' high cube that holds the pieces by volume, by weight and by
 * floor. What must not be stacked takes its floor alone; what may be stacked shares it by layers. A piece counts only for the boxes
 * that it fits, turned on its floor but never tipped.
 *
 * Units: cm, kg; shares half up to 0.0001. Payload: `payloadMaxKg`. Costs of the sizes stand as 1 : 1.6 : 1.65.
 * @throws InvalidInputError naming every fault
 * @example 60 m³ of cartons, 9,000 kg → 1 × 42G1
 */
export function planContainers(request: PlanRequest): ContainerPlan {
  checkPlan(request);
  const boxes = BOXES.filter(({ sizeType }) => request.sizeTypes?.includes(sizeType) ?? true);
  const smallest = request.pieces.map((piece) => boxes.findIndex((box) => reasonAgainst(piece, box) === null));
  const fitting = request.pieces.filter((_piece, index) => (smallest[index] ?? -1) >= 0);
  const needs = boxes.map((_, from) =>
    total(request.pieces.filter((_piece, index) => (smallest[index] ?? -1) >= from).map(roomOf)),
  );
  const rooms = boxes.map((box) => roomIn(box, fitting));
  const counts = cheapest(boxes, rooms, needs);
  const held = total(rooms.map((room, index) => times(room, counts[index] ?? 0)));
  const need = needs[0] ?? NONE;
  const utilisation = shares(need, held);
  const result = {
    containers: boxes.flatMap(({ sizeType }, index) => {
      const count = counts[index] ?? 0;
      return count === 0 ? [] : [{ sizeType, count }];
    }),
    utilisation,
    limitedBy: held.kg === 0 ? null : tightest(utilisation),
    over: request.pieces.flatMap((piece, index) => overOf(piece, index, smallest[index] ?? -1, boxes)),
  };
  return { ...result, rule: RULE, steps: workingOf(need, result) };
}

function checkPlan({ pieces, sizeTypes }: PlanRequest): void {
  const check = new InputCheck();
  checkWeighedPieces(check, pieces);
  if (sizeTypes !== undefined) check.filled(sizeTypes, '/sizeTypes');
  check.done();
  const all = total(pieces.map(roomOf));
  const [box] = BOXES;
  const count = boxesFor(all, roomIn(box, []));
  check.that(count <= BOXES_MAX, '/pieces', 'too_many_containers', SAY.plan_too_large({ max: BOXES_MAX }));
  check.done();
}

/** Null where it fits. */
function reasonAgainst({ lengthCm, widthCm, heightCm, weightKg }: WeighedPieces, box: Box): Sentence | null {
  const [long, short] = [Decimal.max(lengthCm, widthCm), Decimal.min(lengthCm, widthCm)];
  if (long.greaterThan(box.lengthCm)) return SAY.piece_too_long({ max: box.lengthCm });
  if (short.greaterThan(box.widthCm)) return SAY.piece_too_wide({ max: box.widthCm });
  if (heightCm.greaterThan(box.heightCm)) return SAY.piece_too_high({ max: box.heightCm });
  const payload = payloadMaxKg(box.sizeType) ?? 0;
  return weightKg.greaterThan(payload) ? SAY.piece_too_heavy({ max: payload }) : null;
}

function overOf(
  piece: PlanRequest['pieces'][number],
  index: number,
  smallest: number,
  boxes: readonly Box[],
): OverPieces[] {
  // The roomiest of them says why.
  const last = boxes.at(-1);
  const reason = smallest >= 0 || last === undefined ? null : reasonAgainst(piece, last);
  return reason === null ? [] : [{ piece: index, count: piece.count, reason }];
}

function roomOf(piece: PlanRequest['pieces'][number]): Room {
  const { count, weightKg } = piece;
  return {
    cbm: pieceCm3(piece).times(count).div(1_000_000).toNumber(),
    kg: weightKg.times(count).toNumber(),
    floor: floorOf(piece, BOXES[0].heightCm),
  };
}

/** Square metres that the pieces take in a box of that height. */
function floorOf(
  { count, lengthCm, widthCm, heightCm, stackable = true }: PlanRequest['pieces'][number],
  height: number,
): number {
  const layers = stackable ? Math.max(1, Math.floor(height / heightCm.toNumber())) : 1;
  return lengthCm.times(widthCm).times(count).div(layers).div(10_000).toNumber();
}

/** What one box holds in practice. A higher one has more layers of these pieces on the same floor. */
function roomIn({ sizeType, lengthCm, widthCm, heightCm }: Box, pieces: PlanRequest['pieces']): Room {
  const floor = (lengthCm * widthCm) / 10_000;
  const sum = (height: number): number => pieces.reduce((all, piece) => all + floorOf(piece, height), 0);
  const gain = pieces.length === 0 ? 1 : sum(BOXES[0].heightCm) / sum(heightCm);
  return {
    cbm: ((floor * heightCm) / 100) * FILL,
    kg: payloadMaxKg(sizeType) ?? 0,
    floor: floor * gain * FILL,
  };
}

function total(rooms: readonly Room[]): Room {
  return rooms.reduce(
    (sum, { cbm, kg, floor }) => ({ cbm: sum.cbm + cbm, kg: sum.kg + kg, floor: sum.floor + floor }),
    NONE,
  );
}

function times({ cbm, kg, floor }: Room, count: number): Room {
  return { cbm: cbm * count, kg: kg * count, floor: floor * count };
}

/** How many boxes of one kind hold it. */
function boxesFor(need: Room, each: Room): number {
  const count = Math.max(need.cbm / each.cbm, need.kg / each.kg, need.floor / each.floor);
  return Math.max(0, Math.ceil(count - SLACK));
}

function less(need: Room, { cbm, kg, floor }: Room): Room {
  return { cbm: need.cbm - cbm, kg: need.kg - kg, floor: need.floor - floor };
}

/**
 * Counts of the sizes, from the largest down: of the larger ones any number from what only they can hold up to what holds all,
 * of the smallest what is left. Of mixes that cost the same the one with fewer boxes.
 * @param needs at `i`, what must go into size `i` or larger
 */
function cheapest(boxes: readonly Box[], rooms: readonly Room[], needs: readonly Room[]): number[] {
  let best: { readonly counts: readonly number[]; readonly cost: number; readonly number: number } | null = null;
  const consider = (counts: readonly number[]): void => {
    const cost = boxes.reduce((sum, box, index) => sum + box.cost * (counts[index] ?? 0), 0);
    const number = counts.reduce((sum, count) => sum + count, 0);
    const isBetter = best === null || cost < best.cost || (cost === best.cost && number < best.number);
    if (isBetter) best = { counts, cost, number };
  };
  const choose = (index: number, larger: readonly number[], held: Room): void => {
    const [room, need] = [rooms[index] ?? NONE, needs[index] ?? NONE];
    const least = boxesFor(less(need, held), room);
    if (index === 0) {
      consider([least, ...larger]);
      return;
    }
    const most = Math.max(least, boxesFor(less(needs[0] ?? NONE, held), room));
    for (let count = least; count <= most; count += 1) {
      choose(index - 1, [count, ...larger], total([held, times(room, count)]));
    }
  };
  choose(boxes.length - 1, [], NONE);
  return [...((best as { readonly counts: readonly number[] } | null)?.counts ?? [])];
}

/** Against the whole of volume and floor, not only what can be filled in practice. */
function shares(need: Room, held: Room): Utilisation {
  const share = (part: number, whole: number): Decimal => roundHalfUp(new Decimal(whole === 0 ? 0 : part / whole), 4);
  return {
    volume: share(need.cbm, held.cbm / FILL),
    weight: share(need.kg, held.kg),
    floor: share(need.floor, held.floor / FILL),
  };
}

function tightest({ volume, weight, floor }: Utilisation): 'volume' | 'weight' | 'floor' {
  const filled = { volume: volume.div(FILL), weight, floor: floor.div(FILL) };
  if (filled.weight.greaterThan(filled.volume) && filled.weight.greaterThan(filled.floor)) return 'weight';
  return filled.floor.greaterThan(filled.volume) ? 'floor' : 'volume';
}

function workingOf(
  need: Room,
  { containers, utilisation }: Pick<ContainerPlan, 'containers' | 'utilisation'>,
): CalculationStep[] {
  const mix = containers.map(({ sizeType, count }) => `${count} × ${sizeType}`).join(' + ');
  return [
    step('cbm', 'Σ count × length × width × height / 1000000, of what fits', roundHalfUp(new Decimal(need.cbm), 3)),
    step('weightKg', 'Σ count × weight, of what fits', roundHalfUp(new Decimal(need.kg), 3)),
    step('floorM2', 'Σ count × length × width / layers / 10000, of what fits', roundHalfUp(new Decimal(need.floor), 3)),
    step('containers', 'the cheapest mix that holds all three', mix === '' ? 'none' : mix),
    step('utilisation.volume', 'cbm / volume inside', utilisation.volume),
    step('utilisation.weight', 'weightKg / payload', utilisation.weight),
    step('utilisation.floor', 'floorM2 / floor inside', utilisation.floor),
  ];
}
