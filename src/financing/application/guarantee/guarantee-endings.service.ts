import { Injectable } from '@nestjs/common';

import { type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { Ledger } from '../../../ledger/index.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { GuaranteeExposedError, GuaranteeOverdueError } from '../../domain/guarantee/guarantee.errors.js';
import { SAY } from '../../domain/guarantee/guarantee.sentences.js';
import { type GuaranteeGroup } from '../../entities/guarantee-group.entity.js';
import { GuaranteeMember } from '../../entities/guarantee-member.entity.js';
import { bookReturn } from './guarantee-books.js';
import { GuaranteeGroups, memberOf } from './guarantee-groups.service.js';
import { announceFrozen, announceLeft, announceState } from './guarantee-news.js';
import { type FullGroup, liveAdvances, presentMembers, today } from './group-rows.js';

const RECOURSE = `
  SELECT coalesce(sum(outstanding_minor), 0)::text AS owed FROM financing.recourse_claim
  WHERE tenant_id = $1 AND group_id = $2 AND state = 'open'`;
const OPEN_CALLS = `
  SELECT count(*)::int AS calls FROM financing.guarantee_call WHERE tenant_id = $1 AND group_id = $2 AND state = 'open'`;

/** How draws in a group are stopped, and how a member or the whole group comes to its end. */
@Injectable()
export class GuaranteeEndings {
  constructor(
    private readonly groups: GuaranteeGroups,
    private readonly ledger: Ledger,
  ) {}

  /** @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError */
  async freeze(tx: Tx, id: string, reason: string): Promise<FullGroup> {
    const group = await this.groups.lock(tx, id);
    group.freeze(reason, tx.now);
    announceFrozen(tx, group);
    return this.groups.keep(tx, group, 'freeze', {}, 'active');
  }

  /** @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError, GuaranteeOverdueError */
  async unfreeze(tx: Tx, id: string): Promise<FullGroup> {
    const group = await this.groups.lock(tx, id);
    group.unfreeze(tx.now);
    const members = await presentMembers(tx, id);
    const [row] = await tx.query<{ calls: number }>(OPEN_CALLS, [tx.tenantId, id]);
    if ((row?.calls ?? 0) > 0 || (await isOverdue(tx, members, today(tx))))
      throw new GuaranteeOverdueError(SAY.overdue);
    announceState(tx, group, 'unfrozen');
    return this.groups.keep(tx, group, 'unfreeze', {}, 'frozen');
  }

  /**
   * A member leaves, with its part of the pool. Those who stay must still be a group.
   * @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError, InvalidInputError, GuaranteeExposedError,
   *   GuaranteeNotFormedError
   */
  async leave(tx: Tx, id: string, partyId: string): Promise<FullGroup> {
    const group = await this.groups.lock(tx, id);
    group.assertTakes('leave', ['draft', 'active']);
    const members = await presentMembers(tx, id);
    const member = memberOf(members, partyId, ['invited', 'accepted', 'active']);
    if (member.state === 'active') {
      const active = members.filter(({ state }) => state === 'active');
      await this.assertSettled(tx, group, active);
      await this.groups.assertFormed(
        tx,
        group,
        active.filter((each) => each !== member),
      );
    }
    announceLeft(tx, group, partyId, await this.part(tx, group, member));
    return this.groups.keep(tx, group, 'leave', { partyId });
  }

  /**
   * All leave, each with its part of the pool.
   * @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError, GuaranteeExposedError
   */
  async dissolve(tx: Tx, id: string): Promise<FullGroup> {
    const group = await this.groups.lock(tx, id);
    const { state: from } = group;
    group.dissolve(tx.now);
    const members = await presentMembers(tx, id);
    if (from === 'active') {
      await this.assertSettled(
        tx,
        group,
        members.filter(({ state }) => state === 'active'),
      );
    }
    for (const member of members) await this.part(tx, group, member);
    announceState(tx, group, 'dissolved');
    return this.groups.keep(tx, group, 'dissolve', {}, from);
  }

  /** @returns its part of the pool, which it has now */
  private async part(tx: Tx, group: GuaranteeGroup, member: GuaranteeMember): Promise<Money> {
    const { pool: amount, partyId } = member;
    await bookReturn(this.ledger, tx, {
      ...{ groupId: group.id, partyId, amount, valueDate: today(tx), key: member.id },
    });
    member.leave(today(tx), tx.now);
    await tx.store(GuaranteeMember, member);
    return amount;
  }

  private async assertSettled(tx: Tx, group: GuaranteeGroup, members: readonly GuaranteeMember[]): Promise<void> {
    await this.groups.assertNothingOwed(tx, group, members);
    const [row] = await tx.query<{ owed: string }>(RECOURSE, [tx.tenantId, group.id]);
    const owed = Money.ofMinor(BigInt(row?.owed ?? 0), group.currency);
    if (!owed.isZero()) throw new GuaranteeExposedError(SAY.recourse_open({ amount: String(owed) }));
  }
}

/** Whether an advance of one of them is past its maturity. */
export async function isOverdue(view: View, members: readonly GuaranteeMember[], day: LocalDate): Promise<boolean> {
  const ids = members.filter(({ state }) => state === 'active').map(({ partyId }) => partyId);
  const advances = await liveAdvances(view, ids);
  return advances.some((advance) => advance.daysOverdueOn(day) > 0);
}
