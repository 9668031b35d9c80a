import { Injectable } from '@nestjs/common';

import { InputCheck } from '../../../kernel/input-check.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { Money, type MoneyJson } from '../../../kernel/money.js';
import { type View } from '../../../platform/database/session.js';
import { type Cascade, cascade } from '../../domain/guarantee/cascade.js';
import { SAY } from '../../domain/guarantee/guarantee.sentences.js';
import { CallRounds } from './call-rounds.js';
import { inCurrencyOf, memberOf } from './guarantee-groups.service.js';
import { readGroup } from './group-rows.js';

/** What would come of a default: by what each has at hand, and by its share alone, as if all could pay. */
export interface Simulation {
  readonly partyId: string;
  readonly due: Money;
  readonly byFunds: Cascade;
  readonly byShare: Cascade;
}

/** "If A fails today": on whom it would fall. Nothing is kept. */
@Injectable()
export class GuaranteeSimulations {
  constructor(private readonly rounds: CallRounds) {}

  /**
   * @param terms `amountDue` other than what the member owes, to see a draw to come. @throws ResourceNotFoundError, InvalidInputError
   */
  async run(
    view: View,
    groupId: string,
    terms: { readonly partyId: string; readonly amountDue?: MoneyJson | undefined; readonly day: LocalDate },
  ): Promise<Simulation> {
    const { group, members, liabilities, groupTotal, pool } = await readGroup(view, groupId, terms.day);
    const active = members.filter(({ state }) => state === 'active');
    const { partyId } = memberOf(active, terms.partyId, ['active']);
    const owed = liabilities.find(({ memberId }) => memberId === partyId)?.own ?? Money.zero(group.currency);
    const due = terms.amountDue === undefined ? owed : dueOf(inCurrencyOf(group, terms.amountDue, '/amountDue'));
    const liability = Money.max(groupTotal, due);
    const byFunds = await this.rounds.fallsOn(view, { members: active, partyId, due, liability, paid: [] });
    const others = active
      .filter((member) => member.partyId !== partyId)
      .map(({ partyId: memberId, limit }) => ({ memberId, weight: limit }));
    const { fromOwnFunds: ownFunds } = byFunds;
    return { partyId, due, byFunds, byShare: cascade({ amountDue: due, ownFunds, poolFunds: pool, others }) };
  }
}

function dueOf(amount: Money): Money {
  const check = new InputCheck();
  check.that(!amount.isZero(), '/amountDue', 'not_positive', SAY.amount_nothing);
  check.done();
  return amount;
}
