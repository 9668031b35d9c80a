import { In, Not } from 'typeorm';

import { publicId } from '../../../kernel/ids.js';
import { CHINA, dateInZone, type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { type Liability, liabilitiesOf } from '../../domain/guarantee/liability.js';
import { SAY } from '../../domain/guarantee/guarantee.sentences.js';
import { Advance } from '../../entities/advance.entity.js';
import { DrawNotice } from '../../entities/draw-notice.entity.js';
import { GuaranteeGroup } from '../../entities/guarantee-group.entity.js';
import { GuaranteeMember } from '../../entities/guarantee-member.entity.js';

/** Members in a group at most: those who have left count too. */
const MEMBERS_MAX = 200;

/** A group with all that is known of it. */
export interface FullGroup {
  readonly group: GuaranteeGroup;
  /** With those who have left, in the order of their invitation. */
  readonly members: readonly GuaranteeMember[];
  /** Of those who answer now. */
  readonly liabilities: readonly Liability[];
  readonly groupTotal: Money;
  readonly pool: Money;
  /** The draw that is announced, or was last. */
  readonly notice: DrawNotice | null;
}

export function today(tx: Tx): LocalDate {
  return dateInZone(tx.now, CHINA);
}

/** @throws ResourceNotFoundError, StaleVersionError */
export async function lockGroup(tx: Tx, id: string): Promise<GuaranteeGroup> {
  const group = await tx.lock(GuaranteeGroup, id);
  if (group === null) throw new ResourceNotFoundError(SAY.no_such_group);
  return group;
}

export async function readMembers(view: View, groupId: string): Promise<GuaranteeMember[]> {
  const where = { tenantId: view.tenantId, groupId };
  return view.manager.find(GuaranteeMember, { where, order: { id: 'ASC' }, take: MEMBERS_MAX });
}

/** To be called with the group held: nobody else changes its members then. */
export async function presentMembers(view: View, groupId: string): Promise<GuaranteeMember[]> {
  const where = { tenantId: view.tenantId, groupId, state: Not('left' as const) };
  return view.manager.find(GuaranteeMember, { where, order: { id: 'ASC' }, take: MEMBERS_MAX });
}

/** The advances that are drawn, or may yet be, of these sellers. */
export function liveAdvances(view: View, partyIds: readonly string[]): Promise<Advance[]> {
  const where = { tenantId: view.tenantId, sellerId: In([...partyIds]), state: In([...LIVE]) };
  return view.manager.find(Advance, { where, order: { id: 'ASC' } });
}

const LIVE = ['awaiting_approval', 'requested', 'drawn', 'written_off'] as const;

/** What an advance costs whoever answers for it: all that is due of it by that day, or what may yet be paid out. */
export function owedOf(advance: Advance, day: LocalDate): Money {
  if (!advance.isOwed) return advance.principal;
  const { fees, penalty, interest, principal } = advance.duesOn(day, Money.zero(advance.principal.currency));
  return fees.plus(penalty).plus(interest).plus(principal);
}

interface ExposureQuery {
  readonly currency: string;
  readonly day: LocalDate;
  /** The loan that is being decided on. */
  readonly except?: string | null;
}

/** What each of these sellers owes, in the currency of the group. */
export async function exposuresOf(
  view: View,
  partyIds: readonly string[],
  { currency, day, except = null }: ExposureQuery,
): Promise<ReadonlyMap<string, Money>> {
  const owed = new Map(partyIds.map((id) => [id, Money.zero(currency)]));
  for (const advance of await liveAdvances(view, partyIds)) {
    const sum = owed.get(advance.sellerId);
    if (sum !== undefined && advance.principal.currency === currency && advance.id !== except) {
      owed.set(advance.sellerId, sum.plus(owedOf(advance, day)));
    }
  }
  return owed;
}

/** @throws ResourceNotFoundError */
export async function readGroup(view: View, id: string, day: LocalDate): Promise<FullGroup> {
  const members = await readMembers(view, id);
  const where = { tenantId: view.tenantId, groupId: id };
  const notice = await view.manager.findOne(DrawNotice, { where, order: { id: 'DESC' } });
  const active = members.filter(({ state }) => state === 'active');
  // The group last: it is never older than what stands in it.
  const group = await view.find(GuaranteeGroup, id);
  if (group === null) throw new ResourceNotFoundError(SAY.no_such_group);
  const ids = active.map(({ partyId }) => partyId);
  const owed = await exposuresOf(view, ids, { currency: group.currency, day });
  const zero = Money.zero(group.currency);
  const liabilities = liabilitiesOf(ids.map((memberId) => ({ memberId, outstanding: owed.get(memberId) ?? zero })));
  return {
    ...{ group, members, liabilities, notice },
    groupTotal: Money.sum([...owed.values()], group.currency),
    pool: Money.sum(
      members.map(({ pool }) => pool),
      group.currency,
    ),
  };
}

/** Where these parties guarantee already, by the ids of the groups as they are outside. */
export async function guaranteesElsewhere(
  view: View,
  partyIds: readonly string[],
  groupId: string | null,
): Promise<ReadonlyMap<string, string>> {
  const where = { tenantId: view.tenantId, partyId: In([...partyIds]), state: 'active' as const };
  const found = await view.manager.find(GuaranteeMember, { where });
  const others = found.filter((member) => member.groupId !== groupId);
  return new Map(others.map((member) => [member.partyId, publicId('guaranteeGroup', member.groupId)]));
}
