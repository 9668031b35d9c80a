import { Injectable } from '@nestjs/common';

import { Money } from '../../../kernel/money.js';
import { Parties } from '../../../parties/index.js';
import { type View } from '../../../platform/database/session.js';
import { bopCsv, type BopPeriod, bopXml } from '../../domain/bop/bop-export.js';
import { BopDeclarations } from './bop-declarations.js';

/** Files of what was declared. */
@Injectable()
export class BopExports {
  constructor(
    private readonly declarations: BopDeclarations,
    private readonly parties: Parties,
  ) {}

  async write(view: View, period: BopPeriod, format: 'csv' | 'xml'): Promise<string> {
    const found = await this.declarations.accepted(view, period);
    const sellers = await this.parties.byIds(view, [...new Set(found.map(({ partyId }) => partyId))]);
    const rows = found.map(({ said, settled, partyId }) => ({
      ...said,
      declarer: sellers.get(partyId)?.name ?? '',
      settled: settled === null ? null : { amount: Money.fromJSON(settled.amount), rate: settled.rate },
    }));
    return format === 'csv' ? bopCsv(rows) : bopXml(rows, period);
  }
}
