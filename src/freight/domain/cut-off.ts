/** A cut-off is the latest time for something, or the earliest. */
export type CutOffKind = 'latest' | 'earliest';

interface CutOffRule {
  readonly kind: CutOffKind;
  readonly en: string;
  readonly zh: string;
  /** How long before it the shipper is warned. */
  readonly warnHours: number;
}

/**
 * DCSA cut-off codes. `DCO`, `VCO`, `FCO`, `LCO` and `EFC` are those of Booking 2.0.5; `ECP` of the domain model 3.1; the
 * others are told by carriers beside them.
 */
export const CUT_OFFS: Readonly<Record<string, CutOffRule>> = {
  DCO: { kind: 'latest', en: 'shipping instructions', zh: '截单', warnHours: 48 },
  VCO: { kind: 'latest', en: 'verified gross mass', zh: 'VGM 截止', warnHours: 24 },
  FCO: { kind: 'latest', en: 'full containers at the terminal', zh: '截重柜', warnHours: 24 },
  LCO: { kind: 'latest', en: 'goods at the freight station', zh: '拼箱截货', warnHours: 24 },
  PCO: { kind: 'latest', en: 'the port', zh: '截港', warnHours: 24 },
  RCO: { kind: 'latest', en: 'reefer containers', zh: '冷箱截止', warnHours: 24 },
  DGC: { kind: 'latest', en: 'dangerous goods declaration', zh: '危品申报截止', warnHours: 48 },
  CUA: { kind: 'latest', en: 'customs release', zh: '截关', warnHours: 24 },
  AFC: { kind: 'latest', en: 'advance manifest filing', zh: '预配舱单申报截止', warnHours: 48 },
  ECP: { kind: 'earliest', en: 'empty containers can be picked up', zh: '最早提空箱', warnHours: 0 },
  EFC: { kind: 'earliest', en: 'full containers are taken', zh: '最早进重箱', warnHours: 0 },
};
/** A code that nobody knows yet is taken for a latest time: to be warned for nothing is better than to miss it. */
const UNKNOWN: CutOffRule = { kind: 'latest', en: 'cut-off', zh: '截止', warnHours: 24 };
const HOUR_MS = 3_600_000;

export const CUT_OFF_STATES = ['open', 'met', 'missed', 'void'] as const;
/** `void`: the ship has sailed, or the booking is over; nothing is due any more. */
export type CutOffState = (typeof CUT_OFF_STATES)[number];

export interface CutOffDeadline {
  readonly code: string;
  readonly at: Date;
  readonly state: CutOffState;
  readonly warnedAt: Date | null;
}

export function cutOffRule(code: string): CutOffRule {
  return CUT_OFFS[code] ?? UNKNOWN;
}

/** When the shipper is warned of it; null for what is no latest time. */
export function warningAt({ code, at }: { readonly code: string; readonly at: Date }): Date | null {
  const { kind, warnHours } = cutOffRule(code);
  return kind === 'earliest' ? null : new Date(at.getTime() - warnHours * HOUR_MS);
}

export type CutOffNews = 'due_soon' | 'overdue';

/** What is to be said of it now: once that it is near, once that it has passed. */
export function cutOffNews(deadline: CutOffDeadline, now: Date): CutOffNews | null {
  const warning = warningAt(deadline);
  if (deadline.state !== 'open' || warning === null) return null;
  if (deadline.at <= now) return 'overdue';
  return deadline.warnedAt === null && warning <= now ? 'due_soon' : null;
}

/** When something is to be said next of any of them; null where nothing is. */
export function nextCutOffWord(deadlines: readonly CutOffDeadline[]): Date | null {
  const times = deadlines
    .filter(({ state }) => state === 'open')
    .map((deadline) => {
      const warning = warningAt(deadline);
      return warning === null ? null : deadline.warnedAt === null ? warning : deadline.at;
    })
    .filter((time) => time !== null)
    .sort((left, right) => left.getTime() - right.getTime());
  return times[0] ?? null;
}
