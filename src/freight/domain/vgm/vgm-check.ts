import { Decimal } from '../../../kernel/decimal.js';
import { type Fault, InvalidInputError } from '../../../kernel/domain-error.js';
import { InputCheck } from '../../../kernel/input-check.js';
import { type Containers } from '../cargo.js';
import { numberFault } from '../lading/stuffing.js';
import { type VerifiedGrossMass, verifiedGrossMass } from '../verified-gross-mass.js';
import { type VgmContent } from './vgm-content.js';
import { SAY_VGM } from './vgm.sentences.js';

/** Which containers a declaration may be of. */
export interface KnownBoxes {
  /** Those of the shipping instructions; null before there are any. */
  readonly instructed: readonly string[] | null;
  /** Those that the carrier has told of: a box may be changed in the yard. */
  readonly told: readonly string[];
  /** Those of the booking whose declarations are live. */
  readonly declared: readonly string[];
  /** Null where the carrier consolidates. */
  readonly booked: readonly Containers[] | null;
}

export interface CheckedVgm {
  /** Null where the weights themselves are faulty. */
  readonly mass: VerifiedGrossMass | null;
  readonly faults: readonly Fault[];
}

/**
 * The mass that is declared, and every fault of the declaration at once. More in the box than it may carry is refused; a scale
 * that is far from the sum has to be stood by.
 * @param acceptsFindings whether the shipper stands by an implausible weight
 */
export function checkVgm(content: VgmContent, acceptsFindings: boolean, boxes: KnownBoxes, now: Date): CheckedVgm {
  const { mass, faults } = massOf(content);
  const check = new InputCheck();
  faultsOfBox(check, content.equipmentReference, boxes);
  faultsOfMethod(check, content, now);
  faultsOfWords(check, content);
  if (mass !== null) faultsOfFindings(check, content, mass, acceptsFindings);
  return { mass, faults: [...faults, ...check.found()] };
}

/** How many containers were booked. */
export function bookedCount(booked: readonly Containers[]): number {
  return booked.reduce((sum, { count }) => sum + count, 0);
}

/**
 * Whether the mass of every booked container stands: of those that the shipping instructions name, or of as many as were booked.
 * @param accepted containers whose declaration the carrier has accepted
 * @example two booked, no instructions yet, one accepted → false
 */
export function areAllVerified({ instructed, booked }: KnownBoxes, accepted: readonly string[]): boolean {
  if (booked === null) return false;
  const isCounted = new Set(accepted).size >= bookedCount(booked);
  return isCounted && (instructed ?? []).every((box) => accepted.includes(box));
}

function massOf(content: VgmContent): CheckedVgm {
  const decimal = (text: string | undefined): Decimal | undefined =>
    text === undefined ? undefined : new Decimal(text);
  try {
    const { method, cargoKg, dunnageKg, tareKg, weighedKg, ratedGrossKg } = content;
    const mass = verifiedGrossMass({
      method,
      cargoKg: new Decimal(cargoKg),
      dunnageKg: decimal(dunnageKg),
      tareKg: new Decimal(tareKg),
      weighedKg: decimal(weighedKg),
      ratedGrossKg: decimal(ratedGrossKg),
    });
    return { mass, faults: [] };
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return { mass: null, faults: error.faults };
  }
}

function faultsOfBox(check: InputCheck, box: string, { instructed, told, declared, booked }: KnownBoxes): void {
  const at = '/equipmentReference';
  const wrong = numberFault(box);
  if (wrong !== null) check.that(false, at, 'container_number', wrong);
  else if (booked === null) check.that(false, at, 'not_allowed', SAY_VGM.carrier_packs);
  else if (instructed !== null) {
    const boxes = [...new Set([...instructed, ...told])];
    check.that(boxes.includes(box), at, 'other_container', SAY_VGM.other_box({ boxes }));
  } else {
    const count = bookedCount(booked);
    const others = declared.filter((one) => one !== box).length;
    check.that(others < count, at, 'too_many', SAY_VGM.all_declared({ count }));
  }
}

/** What is weighed has a place and a time; what is calculated has all its parts. */
function faultsOfMethod(check: InputCheck, content: VgmContent, now: Date): void {
  const { method, dunnageKg, weighedAt, weighingPlace } = content;
  if (method === 'SM2') {
    check.that(dunnageKg !== undefined, '/dunnageKg', 'required', SAY_VGM.dunnage_needed);
    check.that(weighedAt === undefined, '/weighedAt', 'not_allowed', SAY_VGM.not_weighed);
    check.that(weighingPlace === undefined, '/weighingPlace', 'not_allowed', SAY_VGM.not_weighed);
    return;
  }
  check.that(weighingPlace !== undefined, '/weighingPlace', 'required', SAY_VGM.place_needed);
  const isSaid = check.that(weighedAt !== undefined, '/weighedAt', 'required', SAY_VGM.time_needed);
  if (isSaid) check.that(new Date(weighedAt ?? '') <= now, '/weighedAt', 'in_future', SAY_VGM.time_future);
}

/** Blanks sign nothing, and are no place. */
function faultsOfWords(check: InputCheck, content: VgmContent): void {
  for (const name of ['weighingPlace', 'certificateReference', 'responsiblePerson'] as const) {
    check.that(content[name]?.trim() !== '', `/${name}`, 'blank', SAY_VGM.blank);
  }
}

function faultsOfFindings(
  check: InputCheck,
  { method }: VgmContent,
  { findings, payloadKg, differenceKg, toleranceKg }: VerifiedGrossMass,
  acceptsFindings: boolean,
): void {
  const at = method === 'SM1' ? '/weighedKg' : '/cargoKg';
  const payload = payloadKg.toFixed();
  check.that(!findings.includes('over_payload'), at, 'over_payload', SAY_VGM.over_payload({ payload }));
  const difference = { difference: differenceKg.toFixed(), tolerance: toleranceKg.toFixed() };
  const isStoodBy = acceptsFindings || !findings.includes('implausible');
  check.that(isStoodBy, at, 'implausible', SAY_VGM.implausible(difference));
}
