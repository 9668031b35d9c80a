import { Column, Entity } from 'typeorm';

import { type DayBasis } from '../../kernel/day-basis.js';
import { Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { type Curve, type CurveFinding, type CurvePoint, type Tenor } from '../domain/forwards/interest-curve.js';

/** A point as it is kept: rates as decimal strings. */
interface KeptPoint {
  readonly tenor: Tenor;
  readonly bid: string;
  readonly ask: string;
}

/** What money of one currency costs by its time, as somebody says of a day. Never changed: the next one is another row. */
@Entity({ schema: 'fx', name: 'interest_curve' })
export class InterestCurve implements Versioned {
  @TenantKey('interest_curve')
  readonly tenantId!: string;

  @TenantKey('interest_curve')
  readonly id!: string;

  @Column('char', { length: 3 })
  readonly currency!: string;

  @Column('date')
  readonly asOf!: LocalDate;

  @Column('text')
  readonly source!: string;

  @Column('integer')
  readonly dayBasis!: DayBasis;

  @Column('jsonb')
  private readonly points!: readonly KeptPoint[];

  @Column('jsonb')
  readonly findings!: readonly CurveFinding[];

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static take(facts: {
    tenantId: string;
    id: string;
    curve: Curve;
    findings: readonly CurveFinding[];
    now: Date;
  }): InterestCurve {
    const { tenantId, id, curve, findings, now } = facts;
    const { currency, asOf, source, dayBasis, points } = curve;
    return Object.assign(new InterestCurve(), {
      ...{ tenantId, id, currency, asOf, source, dayBasis, findings },
      points: points.map(({ tenor, bid, ask }) => ({ tenor, bid: bid.toFixed(), ask: ask.toFixed() })),
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
  }

  get curve(): Curve {
    const { currency, asOf, source, dayBasis } = this;
    const points = this.points.map(({ tenor, bid, ask }): CurvePoint => ({
      tenor,
      bid: new Decimal(bid),
      ask: new Decimal(ask),
    }));
    return { currency, asOf, source, dayBasis, points };
  }
}
