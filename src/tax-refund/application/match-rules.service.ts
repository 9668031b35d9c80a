import { Injectable } from '@nestjs/common';

import { InputCheck } from '../../kernel/input-check.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { audit } from '../../platform/outbox/outbox.js';
import { type MatchRules } from '../domain/match-rules.js';
import { SAY } from '../domain/matching.sentences.js';
import { readMatchRules, setMatchRules } from '../entities/match-rules.table.js';

/** What a tenant matches by, beside the law: the bands of its tax office, and the codes that the tariff has changed. */
@Injectable()
export class MatchRuleBook {
  get(view: View): Promise<MatchRules> {
    return readMatchRules(view);
  }

  /**
   * Replaces all of them; what is matched already stays so.
   * @throws InvalidInputError naming every fault
   */
  async set(tx: Tx, rules: MatchRules): Promise<MatchRules> {
    const check = new InputCheck();
    rules.costBands.forEach(({ from, to, validFrom, validTo }, index) => {
      const at = `/costBands/${index}`;
      check.positive(from, `${at}/from`);
      check.that(from.lessThanOrEqualTo(to), `${at}/to`, 'out_of_range', SAY.band_order);
      check.that(
        validFrom === null || validTo === null || validFrom <= validTo,
        `${at}/validTo`,
        'out_of_range',
        SAY.days_order,
      );
    });
    rules.codeChanges.forEach(({ from, to }, index) => {
      check.that(from !== to, `/codeChanges/${index}/to`, 'same_code', SAY.same_code);
    });
    check.done();
    await setMatchRules(tx, rules);
    const details = { costBands: rules.costBands.length, codeChanges: rules.codeChanges.length };
    audit(tx, { action: 'tax_refund.match_rules.set', resourceType: 'tenant', resourceId: tx.tenantId, details });
    return rules;
  }
}
