import { PARTNERS, type Partner } from './partners.js';

/** How a partner as a whole behaves, until it is told otherwise. */
export interface Switches {
  /** Milliseconds between two steps of a story. */
  readonly delayMs: number;
  /** Milliseconds that every answer is held back. */
  readonly latencyMs: number;
  /** Every request gets 503, and no callback is sent; those owed are sent when it is up again. */
  readonly down: boolean;
  /** Requests take effect and are never answered. */
  readonly hang: boolean;
  /** Share of callbacks that are lost for good, 0 to 1. */
  readonly lossy: number;
  /** Which callbacks are lost: the same seed loses the same ones. */
  readonly seed: number;
  /** How often each callback is sent. */
  readonly repeat: number;
  /** Callbacks arrive in pairs turned round. */
  readonly outOfOrder: boolean;
  /** Callbacks carry no message id. */
  readonly anonymous: boolean;
}

/** The switchboard: one set of switches per partner. Not kept over a restart. */
export class Switchboard {
  private readonly settings = new Map<Partner, Switches>();
  private readonly drawn = new Map<Partner, number>();
  /** By partner and tenant, for those who want another one. */
  private readonly paces = new Map<string, number>();

  constructor(private readonly delayMs: number) {
    this.reset();
  }

  of(partner: Partner): Switches {
    return this.settings.get(partner) ?? this.normal();
  }

  /** Replaces the whole set: what is not named goes back to normal. */
  set(partner: Partner, wanted: Partial<Switches>): Switches {
    const switches = { ...this.normal(), ...wanted };
    this.settings.set(partner, switches);
    this.drawn.set(partner, 0);
    return switches;
  }

  /** Milliseconds between two steps of a story of this tenant. */
  delayFor(partner: Partner, tenantId: string): number {
    return this.paces.get(`${partner}/${tenantId}`) ?? this.of(partner).delayMs;
  }

  /** Gives a tenant a pace of its own; null: that of everybody again. */
  setPace(partner: Partner, tenantId: string, delayMs: number | null): void {
    if (delayMs === null) this.paces.delete(`${partner}/${tenantId}`);
    else this.paces.set(`${partner}/${tenantId}`, delayMs);
  }

  reset(): void {
    this.paces.clear();
    for (const partner of PARTNERS) this.set(partner, {});
  }

  /** Draws whether the next callback of this partner is lost. */
  isNextLost(partner: Partner): boolean {
    const { lossy, seed } = this.of(partner);
    if (lossy === 0) return false;
    const draw = (this.drawn.get(partner) ?? 0) + 1;
    this.drawn.set(partner, draw);
    return uniform(seed, draw) < lossy;
  }

  private normal(): Switches {
    const { delayMs } = this;
    return {
      delayMs,
      latencyMs: 0,
      down: false,
      hang: false,
      lossy: 0,
      seed: 1,
      repeat: 1,
      outOfOrder: false,
      anonymous: false,
    };
  }
}

/** The n-th number of a series in [0, 1) that depends on nothing but the seed (mulberry32). */
function uniform(seed: number, n: number): number {
  let mixed = (seed + n * 0x6d2b79f5) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
}
