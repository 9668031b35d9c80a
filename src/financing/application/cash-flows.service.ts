import { Injectable } from '@nestjs/common';

import { Clock } from '../../kernel/clock.js';
import { CHINA, dateInZone, type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { presentOf } from '../../platform/database/present.js';
import { type View } from '../../platform/database/session.js';
import { type CashForecast, cashForecast } from '../domain/cash-flow/cash-forecast.js';
import { expectedFlows, type OpenAdvance } from '../domain/cash-flow/expected-flows.js';
import { totalOf } from '../domain/waterfall.js';
import { planAhead } from './loan-schedule.js';
import { Advance } from '../entities/advance.entity.js';
import { openOrderCash } from '../entities/order-cash.table.js';

/** Of one seller, or of all; for so many weeks from that of today. */
export interface OutlookOf {
  readonly sellerId: string | undefined;
  readonly weeks: number;
}

/** A forecast, with the day that it was made on. */
export interface CashOutlook {
  readonly asOf: LocalDate;
  readonly forecast: CashForecast;
}

/** What the orders and advances of sellers are expected to bring and to cost. Reads only. */
@Injectable()
export class CashFlows {
  constructor(private readonly clock: Clock) {}

  async forecast(view: View, { sellerId, weeks }: OutlookOf): Promise<CashOutlook> {
    const today = dateInZone(await presentOf(view, this.clock), CHINA);
    const orders = await openOrderCash(view, sellerId);
    const drawn = await view.manager.findBy(Advance, {
      tenantId: view.tenantId,
      state: 'drawn',
      ...(sellerId === undefined ? {} : { sellerId }),
    });
    const flows = expectedFlows(
      orders,
      drawn.map((advance) => openAdvance(advance, today)),
      today,
    );
    return { asOf: today, forecast: cashForecast(flows, { today, weeks }) };
  }
}

function openAdvance(advance: Advance, today: LocalDate): OpenAdvance {
  const { orderId, maturityOn, outstanding } = advance;
  const none = Money.zero(outstanding.currency);
  const parts = advance.instalments === null ? null : planAhead(advance, today).lines;
  return { orderId, maturityOn, owedOn: (day) => totalOf(advance.duesOn(day, none)), parts };
}
