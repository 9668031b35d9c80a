import { Injectable } from '@nestjs/common';

import { InputCheck } from '../../../kernel/input-check.js';
import { newId } from '../../../kernel/ids.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { Money, type MoneyJson } from '../../../kernel/money.js';
import { Ledger } from '../../../ledger/index.js';
import { Parties } from '../../../parties/index.js';
import { moveUnderMandate } from '../../../platform/auth/mandates/mandate-limits.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { violates } from '../../../platform/database/violates.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { among, type DatedPageQuery, type Page } from '../../../platform/http/paging.js';
import { GUARANTEE_RULES } from '../../data/guarantee-rules.js';
import { type Candidate, type Finding } from '../../domain/guarantee/candidate.js';
import {
  asFaults,
  formationFindings,
  type FormationRules,
  isOfGroup,
  rulesOn,
} from '../../domain/guarantee/formation.js';
import { GuaranteeExposedError, GuaranteeNotFormedError } from '../../domain/guarantee/guarantee.errors.js';
import { SAY } from '../../domain/guarantee/guarantee.sentences.js';
import { GuaranteeGroup } from '../../entities/guarantee-group.entity.js';
import { GuaranteeMember } from '../../entities/guarantee-member.entity.js';
import { announceContribution, announceCreated, announceMember, announceState, noteGroup } from './guarantee-news.js';
import { bookContribution } from './guarantee-books.js';
import {
  exposuresOf,
  type FullGroup,
  guaranteesElsewhere,
  lockGroup,
  presentMembers,
  readGroup,
  today,
} from './group-rows.js';

/** The rules of the day, and what of them is not met. */
export interface FormationCheck {
  readonly rules: FormationRules;
  readonly findings: readonly Finding[];
}

/** Guarantee groups (联保小组) from the draft to the members' money in the pool. */
@Injectable()
export class GuaranteeGroups {
  constructor(
    private readonly parties: Parties,
    private readonly ledger: Ledger,
  ) {}

  list(
    view: View,
    query: DatedPageQuery,
    { state }: { readonly state?: string | undefined },
  ): Promise<Page<GuaranteeGroup>> {
    return entityPage(view, GuaranteeGroup, {
      table: 'financing.guarantee_group',
      query,
      conditions: among('state', state),
    });
  }

  /**
   * Drafts a group. What more members can mend may still be wrong with it.
   * @throws InvalidInputError naming every fault
   */
  async create(tx: Tx, name: string, candidates: readonly Candidate[]): Promise<FullGroup> {
    const rules = rulesOfDay(today(tx));
    const check = new InputCheck();
    await this.checkParties(tx, candidates, check, (index) => `/members/${index}/partyId`);
    const findings = await this.findings(tx, candidates, rules, { groupId: null, day: today(tx) });
    for (const { pointer, code, message } of asFaults(findings.filter((each) => !isOfGroup(each)))) {
      check.that(false, pointer, code, message);
    }
    check.done();
    const group = GuaranteeGroup.draft({
      ...{ tenantId: tx.tenantId, id: newId(), name, currency: rules.currency, now: tx.now },
    });
    await tx.insert(GuaranteeGroup, group);
    for (const candidate of candidates) await tx.insert(GuaranteeMember, this.invited(tx, group, candidate));
    announceCreated(tx, group, candidates.length);
    noteGroup(tx, 'create', group, null);
    return readGroup(tx, group.id, today(tx));
  }

  /**
   * Invites one more, into a draft or an active group.
   * @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError, InvalidInputError
   */
  async invite(tx: Tx, id: string, candidate: Candidate): Promise<FullGroup> {
    const group = await this.open(tx, id, 'invite');
    const members = await presentMembers(tx, id);
    const candidates = [...members.map((member) => member.candidate), candidate];
    const check = new InputCheck();
    await this.checkParties(tx, [candidate], check, () => '/partyId');
    const isNew = members.every(({ partyId }) => partyId !== candidate.partyId);
    check.that(isNew, '/partyId', 'duplicate', SAY.member_twice);
    const findings = isNew
      ? await this.findings(tx, candidates, rulesOfDay(today(tx)), { groupId: id, day: today(tx) })
      : [];
    for (const { member, field, code, message } of findings) {
      check.that(member !== members.length && code !== 'too_many', field, code, message);
    }
    check.done();
    await tx.insert(GuaranteeMember, this.invited(tx, group, candidate));
    announceMember(tx, group, 'member_invited', candidate.partyId);
    return this.keep(tx, group, 'invite', { partyId: candidate.partyId });
  }

  /**
   * A member takes on the liability. In an active group it joins with that, while nothing is owed.
   * @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError, InvalidInputError, GuaranteeExposedError,
   *   GuaranteeNotFormedError
   */
  async accept(tx: Tx, id: string, partyId: string): Promise<FullGroup> {
    const group = await this.open(tx, id, 'accept');
    const members = await presentMembers(tx, id);
    const member = memberOf(members, partyId, ['invited']);
    member.accept(tx.now);
    if (group.state === 'active') {
      const joining = members.filter((each) => each.state === 'active' || each === member);
      await this.assertFormed(tx, group, joining);
      await this.assertNothingOwed(tx, group, joining);
      member.join(today(tx), tx.now);
    }
    await storeMember(tx, member);
    announceMember(tx, group, 'member_accepted', partyId);
    return this.keep(tx, group, 'accept', { partyId });
  }

  /** @throws ResourceNotFoundError */
  async formation(view: View, id: string, day: LocalDate): Promise<FormationCheck> {
    const { members, group } = await readGroup(view, id, day);
    const present = members.filter(({ state }) => state !== 'left');
    const rules = rulesOfDay(day);
    const findings = await this.findings(
      view,
      present.map(({ candidate }) => candidate),
      rules,
      { groupId: group.id, day },
    );
    return { rules, findings: [...findings, ...(group.state === 'draft' ? notAccepted(present) : [])] };
  }

  /**
   * From now on each member answers for all.
   * @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError, GuaranteeNotFormedError, GuaranteeExposedError
   */
  async activate(tx: Tx, id: string): Promise<FullGroup> {
    const group = await this.lock(tx, id);
    group.activate(rulesOfDay(today(tx)).validFrom, tx.now);
    const members = await presentMembers(tx, id);
    await this.assertFormed(tx, group, members);
    await this.assertNothingOwed(tx, group, members);
    for (const member of members) {
      member.join(today(tx), tx.now);
      await storeMember(tx, member);
    }
    announceState(tx, group, 'activated');
    return this.keep(tx, group, 'activate', {}, 'draft');
  }

  /**
   * A member pays into the pool, from what the platform holds for it.
   * @throws ResourceNotFoundError, StaleVersionError, InvalidInputError, InsufficientFundsError, MandateLimitError
   */
  async contribute(
    tx: Tx,
    id: string,
    { partyId, amount }: { partyId: string; amount: MoneyJson },
  ): Promise<FullGroup> {
    const group = await this.open(tx, id, 'contribute', ['active', 'frozen']);
    const paid = inCurrencyOf(group, amount);
    const member = memberOf(await presentMembers(tx, id), partyId, ['active']);
    await moveUnderMandate(tx, paid);
    await bookContribution(this.ledger, tx, {
      ...{ groupId: id, partyId, amount: paid, valueDate: today(tx), key: newId() },
    });
    member.addToPool(paid, tx.now);
    await tx.store(GuaranteeMember, member);
    announceContribution(tx, group, partyId, paid);
    return this.keep(tx, group, 'contribute', { partyId, amount: String(paid) });
  }

  /** @throws GuaranteeNotFormedError naming all that is not met by the rules of today */
  async assertFormed(tx: Tx, group: GuaranteeGroup, members: readonly GuaranteeMember[]): Promise<void> {
    const candidates = members.map(({ candidate }) => candidate);
    const findings = await this.findings(tx, candidates, rulesOfDay(today(tx)), { groupId: group.id, day: today(tx) });
    const faults = asFaults([...findings, ...notAccepted(members)]);
    if (faults.length > 0) throw new GuaranteeNotFormedError(SAY.not_formed, {}, faults);
  }

  /** @throws GuaranteeExposedError */
  async assertNothingOwed(tx: Tx, group: GuaranteeGroup, members: readonly GuaranteeMember[]): Promise<void> {
    const ids = members.map(({ partyId }) => partyId);
    const owed = await exposuresOf(tx, ids, { currency: group.currency, day: today(tx) });
    const total = Money.sum([...owed.values()], group.currency);
    if (!total.isZero()) throw new GuaranteeExposedError(SAY.exposed({ amount: String(total) }));
  }

  /** @throws ResourceNotFoundError, StaleVersionError */
  async lock(tx: Tx, id: string): Promise<GuaranteeGroup> {
    const group = await lockGroup(tx, id);
    tx.assertFresh(group);
    return group;
  }

  /** Keeps the group, whose version tells that something in it has changed, and the record of who did it. */
  async keep(
    tx: Tx,
    group: GuaranteeGroup,
    action: string,
    details: Readonly<Record<string, unknown>>,
    from: string = group.state,
  ): Promise<FullGroup> {
    group.touch(tx.now);
    await tx.store(GuaranteeGroup, group);
    noteGroup(tx, action, group, from, details);
    return readGroup(tx, group.id, today(tx));
  }

  private async open(
    tx: Tx,
    id: string,
    command: string,
    states: readonly GuaranteeGroup['state'][] = ['draft', 'active'],
  ): Promise<GuaranteeGroup> {
    const group = await this.lock(tx, id);
    group.assertTakes(command, states);
    return group;
  }

  private invited(tx: Tx, group: GuaranteeGroup, candidate: Candidate): GuaranteeMember {
    return GuaranteeMember.invite({ tenantId: tx.tenantId, id: newId(), groupId: group.id, candidate, now: tx.now });
  }

  private async findings(
    view: View,
    candidates: readonly Candidate[],
    rules: FormationRules,
    { groupId, day }: { readonly groupId: string | null; readonly day: LocalDate },
  ): Promise<readonly Finding[]> {
    const ids = candidates.map(({ partyId }) => partyId);
    const elsewhere = await guaranteesElsewhere(view, ids, groupId);
    const known = candidates.map((each) => ({ ...each, elsewhere: elsewhere.get(each.partyId) }));
    return formationFindings(rules, known, day);
  }

  private async checkParties(
    view: View,
    candidates: readonly Candidate[],
    check: InputCheck,
    at: (index: number) => string,
  ): Promise<void> {
    const ids = candidates.map(({ partyId }) => partyId);
    const found = await this.parties.byIds(view, ids);
    for (const [index, id] of ids.entries()) {
      check.that(found.get(id)?.kind === 'seller', at(index), 'unknown', SAY.party_unknown);
      check.that(ids.indexOf(id) === index, at(index), 'duplicate', SAY.member_twice);
    }
  }
}

/** @throws InvalidInputError where no row is for the day */
export function rulesOfDay(day: LocalDate): FormationRules {
  const rules = rulesOn(GUARANTEE_RULES, day);
  const check = new InputCheck();
  check.that(rules !== undefined, '', 'no_rules', SAY.no_rules);
  check.done();
  if (rules === undefined) throw new Error('There are no rules');
  return rules;
}

/** @throws InvalidInputError where the party is no member, or in another state */
export function memberOf(
  members: readonly GuaranteeMember[],
  partyId: string,
  states: readonly GuaranteeMember['state'][],
): GuaranteeMember {
  const member = members.find((each) => each.partyId === partyId && states.includes(each.state));
  const check = new InputCheck();
  check.that(member !== undefined, '/partyId', 'unknown', SAY.not_member);
  check.done();
  if (member === undefined) throw new Error('There is no such member');
  return member;
}

/** @throws InvalidInputError */
export function inCurrencyOf({ currency }: GuaranteeGroup, json: MoneyJson, pointer = '/amount'): Money {
  const amount = Money.fromJSON(json);
  const check = new InputCheck();
  check.that(amount.currency === currency, pointer, 'currency_mismatch', SAY.amount_in({ currency }));
  check.done();
  return amount;
}

function notAccepted(members: readonly GuaranteeMember[]): Finding[] {
  return members.flatMap(({ state }, member) =>
    state === 'invited' ? [{ member, field: '', code: 'not_accepted', message: SAY.not_accepted }] : [],
  );
}

/** Somebody may have made it a member of another group at this moment. @throws GuaranteeNotFormedError */
async function storeMember(tx: Tx, member: GuaranteeMember): Promise<void> {
  try {
    await tx.store(GuaranteeMember, member);
  } catch (error) {
    if (!violates(error, 'uq_guarantee_member_active')) throw error;
    throw new GuaranteeNotFormedError(SAY.elsewhere({ group: '—' }));
  }
}
