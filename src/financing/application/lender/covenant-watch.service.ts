import { Injectable } from '@nestjs/common';

import { CHINA, dateInZone, type LocalDate } from '../../../kernel/local-date.js';
import { type Tx } from '../../../platform/database/session.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { changesOf, type CovenantStanding } from '../../domain/lender/covenants.js';
import { forgetBreach, holdWatch, keepBreach, toldBreaches } from '../../entities/covenant-watch.table.js';
import { allCovenants } from '../../entities/lender-covenants.table.js';
import { LenderPortfolios } from './lender-portfolios.service.js';

/** Tells a lender of what its portfolio is held to: once when it is breached, and once when it is kept again. */
@Injectable()
export class CovenantWatch {
  constructor(private readonly portfolios: LenderPortfolios) {}

  /** What was told stands in the same transaction as the telling: whatever crashes, each change is told once. */
  async look(tx: Tx): Promise<void> {
    const day = dateInZone(tx.now, CHINA);
    await holdWatch(tx, day);
    const { covenants: standings, currencies } = await this.portfolios.on(tx, day, day);
    const { breached, cured } = changesOf(await toldBreaches(tx), {
      ...{ covenants: await allCovenants(tx), standings, day },
      currencies: currencies.map(({ currency }) => currency),
    });
    for (const standing of breached) {
      await keepBreach(tx, standing);
      tell(tx, 'financing.covenant.breached', standing, day);
    }
    for (const standing of cured) {
      await forgetBreach(tx, standing);
      tell(tx, 'financing.covenant.cured', standing, day);
    }
  }
}

function tell(
  tx: Tx,
  type: 'financing.covenant.breached' | 'financing.covenant.cured',
  { covenant, currency, value }: CovenantStanding,
  asOf: LocalDate,
): void {
  const { id, name, measure, threshold } = covenant;
  const data = { name, measure, currency, value: value.toFixed(), threshold: threshold.toFixed(), asOf };
  publish(tx, { type, resource: { type: 'lenderCovenant', id }, data });
}
