import { Injectable } from '@nestjs/common';

import { InputCheck } from '../../../kernel/input-check.js';
import { newId } from '../../../kernel/ids.js';
import { Money, type MoneyJson } from '../../../kernel/money.js';
import { Ledger } from '../../../ledger/index.js';
import { moveUnderMandate } from '../../../platform/auth/mandates/mandate-limits.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { among, type DatedPageQuery, equal, type Page } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { RECOURSE_CLAIM } from '../../domain/guarantee/call-status.js';
import { SAY } from '../../domain/guarantee/guarantee.sentences.js';
import { GuaranteeGroup } from '../../entities/guarantee-group.entity.js';
import { GuaranteeMember } from '../../entities/guarantee-member.entity.js';
import { RecourseClaim } from '../../entities/recourse-claim.entity.js';
import { bookRecourse } from './guarantee-books.js';
import { announceRecourseRepaid } from './guarantee-news.js';
import { lockGroup, presentMembers, today } from './group-rows.js';

export interface RecourseFilter {
  readonly groupId?: string | undefined;
  readonly debtorId?: string | undefined;
  readonly creditorId?: string | undefined;
  readonly state?: string | undefined;
}

/** What defaulted members owe those who have paid for them (追偿). */
@Injectable()
export class RecourseClaims {
  constructor(private readonly ledger: Ledger) {}

  list(view: View, query: DatedPageQuery, filter: RecourseFilter): Promise<Page<RecourseClaim>> {
    const { groupId, debtorId, creditorId, state } = filter;
    const conditions = [
      ...[...equal('group_id', groupId), ...equal('debtor_id', debtorId)],
      ...[...equal('creditor_id', creditorId), ...among('state', state)],
    ];
    return entityPage(view, RecourseClaim, { table: 'financing.recourse_claim', query, conditions });
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<RecourseClaim> {
    const claim = await view.find(RecourseClaim, id);
    if (claim === null) throw new ResourceNotFoundError(SAY.no_such_claim);
    return claim;
  }

  /**
   * The debtor pays, from what the platform holds for it.
   * @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError, InvalidInputError, InsufficientFundsError,
   *   MandateLimitError
   */
  async repay(tx: Tx, id: string, json: MoneyJson): Promise<RecourseClaim> {
    const { groupId } = await this.get(tx, id);
    const group = await lockGroup(tx, groupId);
    const claim = await tx.lock(RecourseClaim, id);
    if (claim === null) throw new ResourceNotFoundError(SAY.no_such_claim);
    tx.assertFresh(claim);
    RECOURSE_CLAIM.next(claim.state, 'repay');
    const amount = amountOf(claim, json);
    await moveUnderMandate(tx, amount);
    const { debtorId, creditorId, source } = claim;
    await bookRecourse(this.ledger, tx, {
      ...{ key: newId(), groupId, debtorId, creditorId, toPool: source === 'pool', amount, valueDate: today(tx) },
    });
    if (source === 'pool') await refill(tx, group, creditorId, amount);
    claim.repay(amount, tx.now);
    await tx.store(RecourseClaim, claim);
    announceRecourseRepaid(tx, claim, amount);
    return claim;
  }
}

/** Nobody leaves while a claim is open: the creditor is a member still. */
async function refill(tx: Tx, group: GuaranteeGroup, creditorId: string, amount: Money): Promise<void> {
  const member = (await presentMembers(tx, group.id)).find(({ partyId }) => partyId === creditorId);
  if (member === undefined) throw new Error(`The creditor ${creditorId} has left group ${group.id}`);
  member.addToPool(amount, tx.now);
  await tx.store(GuaranteeMember, member);
  group.touch(tx.now);
  await tx.store(GuaranteeGroup, group);
}

/** @throws InvalidInputError */
function amountOf({ outstanding }: RecourseClaim, json: MoneyJson): Money {
  const amount = Money.fromJSON(json);
  const check = new InputCheck();
  const { currency } = outstanding;
  const isSame = check.that(amount.currency === currency, '/amount', 'currency_mismatch', SAY.amount_in({ currency }));
  const isOwed = !isSame || !amount.isMoreThan(outstanding);
  check.that(isOwed, '/amount', 'too_much', SAY.more_than_owed({ amount: String(outstanding) }));
  check.done();
  return amount;
}
