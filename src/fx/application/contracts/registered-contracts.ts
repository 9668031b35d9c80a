import { Injectable } from '@nestjs/common';

import { InputCheck } from '../../../kernel/input-check.js';
import { newId } from '../../../kernel/ids.js';
import { CHINA, dateInZone, type LocalDate } from '../../../kernel/local-date.js';
import { Money, type MoneyJson } from '../../../kernel/money.js';
import { Parties } from '../../../parties/index.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { type Condition } from '../../../platform/http/condition.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { among, type DatedPageQuery, equal, type Page } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { type AttachedFile, type FilingParties } from '../../domain/contracts/contract-filing.js';
import { checkTerms, type ContractTerms, differingTerms } from '../../domain/contracts/contract-terms.js';
import { BankTakesNoContractsError, NoAccountAtBankError } from '../../domain/contracts/contracts.errors.js';
import { SAY } from '../../domain/contracts/contracts.sentences.js';
import { REGISTERED_CONTRACT } from '../../domain/contracts/registered-contract-status.js';
import { type ControlRequest } from '../../entities/control-request.entity.js';
import { holdOrders } from '../../entities/contracted-orders.table.js';
import { readSettings } from '../../entities/currency-control.table.js';
import { Receivable } from '../../entities/receivable.entity.js';
import { RegisteredContract } from '../../entities/registered-contract.entity.js';
import { attachedFiles } from './contract-files.js';
import { announceClosureRequested, announceContract, announceOrdersChanged, noteContract } from './contract-news.js';
import { type ContractOrders, lockOrders } from './contract-orders.js';
import { answerBy, ControlRequests } from './control-requests.js';
import { documentsOf, type ShownDocuments } from './shown-documents.js';

export interface NewContract {
  readonly orderIds: readonly string[];
  /** What is left out is as the orders say. */
  readonly contractNumber?: string | undefined;
  readonly amount?: MoneyJson | undefined;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly fileIds?: readonly string[] | undefined;
}

/** What is left out stays. */
export interface ContractAmendment {
  readonly contractNumber?: string | undefined;
  readonly amount?: MoneyJson | undefined;
  readonly startsOn?: LocalDate | undefined;
  readonly endsOn?: LocalDate | undefined;
  readonly reason: string;
  readonly fileIds?: readonly string[] | undefined;
}

export interface ContractFilter {
  readonly state?: string | undefined;
  readonly partyId?: string | undefined;
  readonly orderId?: string | undefined;
}

/** A contract with what the bank was asked about it. */
export interface FullContract {
  readonly contract: RegisteredContract;
  readonly requests: readonly ControlRequest[];
}

/** The bank is that of the seller's account in this currency, else of the first account it has. */
const BANK = `
  SELECT owner_name AS "ownerName", bank_bic AS bic FROM fx.collection_account
  WHERE tenant_id = $1 AND party_id = $2 AND state = 'open' AND bank_bic IS NOT NULL
  ORDER BY currency <> $3, currency LIMIT 1`;

/** Sales contracts of orders that are registered with the bank. */
@Injectable()
export class RegisteredContracts {
  constructor(
    private readonly requests: ControlRequests,
    private readonly parties: Parties,
  ) {}

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<FullContract> {
    // The contract last: it is never older than what its requests say of it.
    const requests = await this.requests.ofContract(view, id);
    const contract = await view.find(RegisteredContract, id);
    if (contract === null) throw new ResourceNotFoundError(SAY.no_such_contract);
    return { contract, requests };
  }

  list(
    view: View,
    query: DatedPageQuery,
    { state, partyId, orderId }: ContractFilter,
  ): Promise<Page<RegisteredContract>> {
    const conditions = [...among('state', state), ...equal('party_id', partyId), ...covering(orderId)];
    return entityPage(view, RegisteredContract, { table: 'fx.registered_contract', query, conditions });
  }

  /**
   * Asks the bank to register the contract of an order, or of several.
   * @throws BankTakesNoContractsError, ResourceNotFoundError, InvalidInputError, ContractRegisteredError, NoAccountAtBankError
   */
  async register(tx: Tx, stated: NewContract): Promise<FullContract> {
    await assertTaken(tx);
    const orders = await lockOrders(tx, stated.orderIds, null);
    const terms = termsOf(orders, stated);
    const files = await filesNamed(tx, stated.fileIds, stated.orderIds);
    const id = newId();
    const parties = await this.partiesOf(tx, orders.first, terms.amount.currency);
    const { partyId } = orders.first;
    const facts = { tenantId: tx.tenantId, id, partyId, orderIds: orders.all.map((order) => order.id), terms, parties };
    const contract = RegisteredContract.request({ ...facts, expectedBy: answerBy(tx), now: tx.now });
    // The contract first: what is asked about it names it.
    await tx.insert(RegisteredContract, contract);
    await holdOrders(tx, contract);
    await this.requests.order(tx, id, { kind: 'registration', terms, files });
    announceContract(tx, contract, 'requested');
    noteContract(tx, 'requested', contract, null);
    return this.get(tx, id);
  }

  /**
   * Says which orders are under it. The bank has registered none of them, and is asked nothing.
   * @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError, InvalidInputError, ContractRegisteredError
   */
  async setOrders(tx: Tx, id: string, orderIds: readonly string[]): Promise<FullContract> {
    const contract = await this.lock(tx, id);
    if (!contract.isOpen) REGISTERED_CONTRACT.next(contract.state, 'amend');
    const { first, all } = await lockOrders(tx, orderIds, id);
    const own = await tx.find(Receivable, contract.firstOrderId);
    const check = new InputCheck();
    const { currency } = contract.terms.amount;
    check.that(first.partyId === contract.partyId, '/orderIds/0', 'other_seller', SAY.other_seller);
    check.that(first.buyerId === own?.buyerId, '/orderIds/0', 'other_buyer', SAY.other_buyer);
    check.that(first.expected.currency === currency, '/orderIds/0', 'currency_mismatch', SAY.amount_in({ currency }));
    check.done();
    contract.cover(
      all.map((order) => order.id),
      tx.now,
    );
    await tx.store(RegisteredContract, contract);
    await holdOrders(tx, contract);
    announceOrdersChanged(tx, contract);
    noteContract(tx, 'orders_changed', contract, contract.state);
    return this.get(tx, id);
  }

  /** @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError, InvalidInputError */
  async amend(tx: Tx, id: string, { reason, fileIds, ...change }: ContractAmendment): Promise<FullContract> {
    const contract = await this.lock(tx, id);
    REGISTERED_CONTRACT.next(contract.state, 'amend');
    const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const terms: ContractTerms = { ...contract.terms, ...said };
    checkTerms({ ...terms, amount: Money.fromJSON(terms.amount) }, contract.terms.amount.currency);
    const check = new InputCheck();
    check.that(differingTerms(contract.terms, terms).length > 0, '', 'nothing_changes', SAY.nothing_changes);
    check.done();
    const files = await filesNamed(tx, fileIds, contract.orderIds);
    const content = { kind: 'amendment', registrationNumber: numberOf(contract), terms, reason, files } as const;
    await this.requests.order(tx, id, content);
    contract.amend(terms, answerBy(tx), tx.now);
    await tx.store(RegisteredContract, contract);
    announceContract(tx, contract, 'amendment_requested');
    noteContract(tx, 'amendment_requested', contract, 'registered');
    return this.get(tx, id);
  }

  /** @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError */
  async close(tx: Tx, id: string, reason: string): Promise<FullContract> {
    const contract = await this.lock(tx, id);
    REGISTERED_CONTRACT.next(contract.state, 'close');
    const registeredOn = contract.registeredOn ?? contract.terms.startsOn;
    const content = { kind: 'closure', registrationNumber: numberOf(contract), registeredOn, reason } as const;
    await this.requests.order(tx, id, content);
    contract.close(reason, answerBy(tx), tx.now);
    await tx.store(RegisteredContract, contract);
    announceClosureRequested(tx, contract);
    noteContract(tx, 'closure_requested', contract, 'registered');
    return this.get(tx, id);
  }

  /** Asks the bank what it has of it. @throws ResourceNotFoundError, IllegalTransitionError, InvalidInputError */
  async requestStatement(tx: Tx, id: string, { from, to }: { from: LocalDate; to: LocalDate }): Promise<FullContract> {
    const contract = await this.lock(tx, id);
    const check = new InputCheck();
    const today = dateInZone(tx.now, CHINA);
    check.that(to >= from, '/to', 'before_start', SAY.period_turned({ day: from }));
    check.that(to <= today, '/to', 'to_come', SAY.period_to_come({ day: today }));
    check.done();
    await this.requests.order(tx, id, { kind: 'statement', registrationNumber: askable(contract), from, to });
    noteContract(tx, 'statement_requested', contract, contract.state);
    return this.get(tx, id);
  }

  /** Shows the bank papers of it. @throws ResourceNotFoundError, IllegalTransitionError, InvalidInputError */
  async deliver(tx: Tx, id: string, shown: ShownDocuments): Promise<FullContract> {
    const contract = await this.lock(tx, id);
    const registrationNumber = askable(contract);
    const { documents, declarationNumber } = await documentsOf(tx, contract, shown);
    const content = { kind: 'documents', registrationNumber, documents, declarationNumber, answers: null } as const;
    await this.requests.order(tx, id, content);
    noteContract(tx, 'documents_sent', contract, contract.state);
    return this.get(tx, id);
  }

  /** @throws ResourceNotFoundError, StaleVersionError */
  async lock(tx: Tx, id: string): Promise<RegisteredContract> {
    const contract = await tx.lock(RegisteredContract, id);
    if (contract === null) throw new ResourceNotFoundError(SAY.no_such_contract);
    tx.assertFresh(contract);
    return contract;
  }

  private async partiesOf(tx: Tx, receivable: Receivable, currency: string): Promise<FilingParties> {
    const { partyId, buyerId, buyerName } = receivable;
    const [bank] = await tx.query<{ ownerName: string; bic: string }>(BANK, [tx.tenantId, partyId, currency]);
    if (bank === undefined) throw new NoAccountAtBankError(SAY.no_account);
    const country = (await this.parties.byIds(tx, [buyerId])).get(buyerId)?.country ?? '';
    return { seller: bank.ownerName, buyer: buyerName, buyerCountry: country, bic: bank.bic };
  }
}

/** @throws BankTakesNoContractsError unless the bank is told by messages of ISO 20022 */
async function assertTaken(view: View): Promise<void> {
  const { channel } = await readSettings(view);
  if (channel !== 'iso20022') throw new BankTakesNoContractsError(SAY.channel_is({ channel }), { channel });
}

/** Files that go with a message about the contract itself. @throws InvalidInputError naming every fault */
async function filesNamed(
  tx: Tx,
  fileIds: readonly string[] | undefined,
  orderIds: readonly string[],
): Promise<readonly AttachedFile[]> {
  const check = new InputCheck();
  const files = await attachedFiles(tx, check, '', { fileIds, orderIds });
  check.done();
  return files;
}

/** Under which an order is, or was. */
function covering(orderId: string | undefined): Condition[] {
  return orderId === undefined ? [] : [{ sql: (next) => `order_ids @> ARRAY[${next(orderId)}::uuid]` }];
}

/**
 * What is left out is as the orders say: the number that all of them have, and what the buyer owes for all.
 * @throws InvalidInputError naming every fault
 */
function termsOf({ first, all }: ContractOrders, stated: NewContract): ContractTerms {
  const { currency } = first.expected;
  const owed = Money.sum(
    all.map(({ expected }) => expected),
    currency,
  );
  const amount = stated.amount === undefined ? owed : Money.fromJSON(stated.amount);
  const { startsOn, endsOn } = stated;
  const check = new InputCheck();
  const isNamed = stated.contractNumber !== undefined || all.every((each) => each.contractKey === first.contractKey);
  check.that(isNamed, '/contractNumber', 'required', SAY.number_wanted);
  check.done();
  const terms = { contractNumber: stated.contractNumber ?? first.contractNumber, startsOn, endsOn };
  checkTerms({ ...terms, amount }, currency);
  return { ...terms, amount: amount.toJSON() };
}

/** The number of one that the bank has, open or closed. @throws IllegalTransitionError */
export function askable(contract: RegisteredContract): string {
  if (contract.registrationNumber === null) REGISTERED_CONTRACT.next(contract.state, 'amend');
  return numberOf(contract);
}

function numberOf({ id, registrationNumber }: RegisteredContract): string {
  if (registrationNumber === null) throw new Error(`Contract ${id} is registered without a number`);
  return registrationNumber;
}
