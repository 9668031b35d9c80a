import { Injectable } from '@nestjs/common';

import { newId, publicId, tryParseId } from '../../../kernel/ids.js';
import { CHINA, dateInZone } from '../../../kernel/local-date.js';
import { type Tx } from '../../../platform/database/session.js';
import { ContradictoryStatusError, UnknownBankMessageError } from '../../domain/bank-files/bank-message.errors.js';
import { type ControlReport } from '../../domain/bop/bop-filing.js';
import {
  type ContractConfirmation,
  type ContractStatement,
  type RegisteredTerms,
} from '../../domain/contracts/contract-filing.js';
import { type ContractTerms, differingTerms } from '../../domain/contracts/contract-terms.js';
import { SAY } from '../../domain/contracts/contracts.sentences.js';
import { ControlLetter } from '../../entities/control-letter.entity.js';
import { ControlRequest } from '../../entities/control-request.entity.js';
import { holdOrders } from '../../entities/contracted-orders.table.js';
import { keepMessage } from '../../entities/currency-control.table.js';
import { RegisteredContract } from '../../entities/registered-contract.entity.js';
import {
  announceAnswer,
  announceContract,
  announceLetterMoved,
  announceLetterRefused,
  announceRefusal,
  announceRequestRefused,
  noteContract,
  noteLetter,
} from './contract-news.js';

const BY_NUMBER = `SELECT id FROM fx.registered_contract WHERE tenant_id = $1 AND registration_number = $2`;
/** What waits of it: the oldest first, as the bank answers. */
const WAITING = `
  SELECT id FROM fx.control_request
  WHERE tenant_id = $1 AND contract_id = $2 AND kind = ANY($3::text[]) AND state = 'sent' ORDER BY id LIMIT 1`;

const REFUSALS = { registration: 'refused', amendment: 'amendment_refused', closure: 'closure_refused' } as const;

/** A message of the bank as it came, to be kept. */
interface Received {
  readonly messageId: string;
  readonly messageType: string;
  readonly content: string;
}

/** A request with what it is about; locked, the contract first. */
interface Matter {
  readonly contract: RegisteredContract;
  readonly letter: ControlLetter | null;
  readonly request: ControlRequest | null;
}

/** What the bank says of registered contracts: by auth.019, 022 and 027. What repeats changes nothing. */
@Injectable()
export class ContractAnswers {
  /** @throws UnknownBankMessageError, ContradictoryStatusError */
  async status(tx: Tx, report: ControlReport, content: string | null): Promise<void> {
    const { messageId, status, reasonCode, reason } = report;
    const matter = await this.matterOf(tx, messageId);
    const { request } = matter;
    if (request === null) throw new UnknownBankMessageError(SAY.request_not_ours, { messageId });
    if (content !== null && report.reportId !== null) {
      await this.keep(tx, matter, { messageId: report.reportId, messageType: 'auth.027', content });
    }
    if (status === 'pending') return;
    if (request.state !== 'sent') {
      compare(request, status);
      return;
    }
    if (status === 'rejected') await this.refuse(tx, matter, request, { reasonCode, reason });
    // A yes to a registration has its number in the confirmation, and one to a statement is the statement: they follow.
    else if (request.kind !== 'registration' && request.kind !== 'statement') await this.accept(tx, matter, request);
  }

  /** The bank would not even take it. */
  async refused(tx: Tx, requestId: string, why: { code: string; reason: string }): Promise<void> {
    const matter = await this.matterOf(tx, publicId('controlRequest', requestId));
    const { request } = matter;
    if (request?.state === 'sent') {
      await this.refuse(tx, matter, request, { reasonCode: why.code, reason: why.reason });
    }
  }

  /**
   * The bank confirms what it has registered: a registration, an amendment, or a closure, asked for or not.
   * @throws UnknownBankMessageError, ContradictoryStatusError
   */
  async confirmed(tx: Tx, confirmation: ContractConfirmation, content: string | null): Promise<void> {
    const { messageId, registered, reportId } = confirmation;
    const matter = await this.matterFor(tx, messageId, registered, ['registration', 'amendment', 'closure']);
    if (content !== null) await this.keep(tx, matter, { messageId: reportId, messageType: 'auth.019', content });
    const { contract, request } = matter;
    const { registrationNumber } = contract;
    if (registrationNumber !== null && registrationNumber !== registered.registrationNumber) {
      throw contradiction(contract, registered.registrationNumber);
    }
    if (contract.state === 'refused') throw contradiction(contract, 'registered');
    const asked = request?.state === 'sent' ? request : null;
    if (registered.closed !== null) await this.closed(tx, matter, asked, registered.closed);
    else if (asked !== null && asked.kind !== 'closure') await this.registered(tx, matter, asked, registered);
  }

  /** @throws UnknownBankMessageError */
  async stated(tx: Tx, statement: ContractStatement, content: string | null): Promise<void> {
    const { messageId, registered, reportId, from, to, turnover, transactions, documents } = statement;
    const matter = await this.matterFor(tx, messageId, registered, ['statement']);
    if (content !== null) await this.keep(tx, matter, { messageId: reportId, messageType: 'auth.022', content });
    const { contract, request } = matter;
    if (request?.state !== 'sent') return;
    const theirs = termsFrom(registered, contract.terms);
    const differences = differingTerms(contract.terms, theirs);
    const result = {
      ...{ from, to, terms: theirs, differences, closedOn: registered.closed?.on ?? null, turnover: turnover.toJSON() },
      transactions: transactions.map(({ amount, ...rest }) => ({ ...rest, amount: amount.toJSON() })),
      documents: documents.map(({ amount, ...rest }) => ({ ...rest, amount: amount?.toJSON() ?? null })),
    };
    request.accept(result, tx.now);
    await tx.store(ControlRequest, request);
    announceAnswer(tx, contract, request, 'statement_received', differences);
    noteContract(tx, 'statement_received', contract, contract.state);
  }

  /** What the bank says it has registered is what counts; where that is not what was asked for, the request says so. */
  private async registered(
    tx: Tx,
    { contract }: Matter,
    request: ControlRequest,
    registered: RegisteredTerms,
  ): Promise<void> {
    const from = contract.state;
    const asked = contract.proposed ?? contract.terms;
    const terms = termsFrom(registered, asked);
    const { registrationNumber, registeredOn } = registered;
    const isNew = request.kind === 'registration';
    const holder = await this.byNumber(tx, registrationNumber);
    if (holder !== null && holder !== contract.id) throw contradiction(contract, registrationNumber);
    if (isNew) contract.confirm(registrationNumber, registeredOn, terms, tx.now);
    else contract.confirmAmendment(terms, tx.now);
    await tx.store(RegisteredContract, contract);
    request.accept({ differences: differingTerms(asked, terms) }, tx.now);
    await tx.store(ControlRequest, request);
    announceContract(tx, contract, isNew ? 'registered' : 'amended');
    noteContract(tx, isNew ? 'registered' : 'amended', contract, from);
  }

  private async closed(
    tx: Tx,
    { contract }: Matter,
    request: ControlRequest | null,
    { on, reason }: { readonly on: string; readonly reason: string | null },
  ): Promise<void> {
    if (request?.kind === 'closure') request.accept(null, tx.now);
    // What was to be amended is closed.
    else request?.refuse(null, reason, tx.now);
    if (request !== null) await tx.store(ControlRequest, request);
    if (contract.state === 'closed') return;
    const from = contract.state;
    contract.confirmClosure(on, reason, tx.now);
    await tx.store(RegisteredContract, contract);
    await holdOrders(tx, contract);
    announceContract(tx, contract, 'closed');
    noteContract(tx, 'closed', contract, from);
  }

  /** A plain yes by auth.027. */
  private async accept(tx: Tx, matter: Matter, request: ControlRequest): Promise<void> {
    const { contract, letter } = matter;
    if (request.kind === 'closure') {
      await this.closed(tx, matter, request, { on: dateInZone(tx.now, CHINA), reason: null });
      return;
    }
    request.accept(null, tx.now);
    await tx.store(ControlRequest, request);
    if (request.kind === 'amendment') {
      const from = contract.state;
      contract.confirmAmendment(contract.proposed ?? contract.terms, tx.now);
      await tx.store(RegisteredContract, contract);
      announceContract(tx, contract, 'amended');
      noteContract(tx, 'amended', contract, from);
    }
    if (request.kind === 'documents') announceAnswer(tx, contract, request, 'documents_accepted', []);
    if (letter !== null && letter.expectedBy !== null) {
      const from = letter.state;
      letter.take(tx.now);
      await tx.store(ControlLetter, letter);
      announceLetterMoved(tx, letter, letter.direction === 'in' ? 'answered' : 'delivered');
      noteLetter(tx, letter.state, letter, from);
    }
  }

  private async refuse(
    tx: Tx,
    { contract, letter }: Matter,
    request: ControlRequest,
    { reasonCode, reason }: { readonly reasonCode: string | null; readonly reason: string | null },
  ): Promise<void> {
    request.refuse(reasonCode, reason, tx.now);
    await tx.store(ControlRequest, request);
    const { kind } = request;
    if (kind === 'registration' || kind === 'amendment' || kind === 'closure') {
      const from = contract.state;
      contract.refuse(reasonCode, reason, tx.now);
      await tx.store(RegisteredContract, contract);
      await holdOrders(tx, contract);
      announceRefusal(tx, contract, REFUSALS[kind]);
      noteContract(tx, REFUSALS[kind], contract, from);
    } else if (letter === null) {
      announceRequestRefused(tx, contract, request);
      noteContract(tx, `${kind}_refused`, contract, contract.state);
    }
    if (letter !== null && letter.expectedBy !== null) {
      const from = letter.state;
      letter.refuse(reasonCode, reason, tx.now);
      await tx.store(ControlLetter, letter);
      announceLetterRefused(tx, letter);
      noteLetter(tx, 'refused', letter, from);
    }
  }

  /** By the message that it answers, else by the bank's number of the contract. */
  private async matterFor(
    tx: Tx,
    messageId: string | null,
    { registrationNumber }: RegisteredTerms,
    kinds: readonly string[],
  ): Promise<Matter> {
    const id = messageId === null ? null : tryParseId('controlRequest', messageId);
    const named = id === null ? null : await tx.find(ControlRequest, id);
    if (named?.state === 'sent' && kinds.includes(named.kind)) return this.matterOf(tx, named.messageId);
    // Banks also name the registration where they confirm what came after it: what waits of the contract is meant.
    const contractId = named?.contractId ?? (await this.byNumber(tx, registrationNumber));
    const contract = contractId === null ? null : await tx.lock(RegisteredContract, contractId);
    if (contract === null) {
      const number = registrationNumber;
      throw new UnknownBankMessageError(SAY.contract_not_ours({ number }), { registrationNumber });
    }
    const [waiting] = await tx.query<{ id: string }>(WAITING, [tx.tenantId, contract.id, kinds]);
    const request = waiting === undefined ? null : await tx.lock(ControlRequest, waiting.id);
    return { contract, letter: null, request };
  }

  private async byNumber(tx: Tx, registrationNumber: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string }>(BY_NUMBER, [tx.tenantId, registrationNumber]);
    return row?.id ?? null;
  }

  private async matterOf(tx: Tx, messageId: string): Promise<Matter> {
    const id = tryParseId('controlRequest', messageId);
    const found = id === null ? null : await tx.find(ControlRequest, id);
    if (found === null) throw new UnknownBankMessageError(SAY.request_not_ours, { messageId });
    const contract = await tx.lock(RegisteredContract, found.contractId);
    const letter = found.letterId === null ? null : await tx.lock(ControlLetter, found.letterId);
    const request = await tx.lock(ControlRequest, found.id);
    if (contract === null) throw new Error(`Request ${found.id} is of no contract`);
    return { contract, letter, request };
  }

  private async keep(tx: Tx, { contract, letter }: Matter, received: Received): Promise<void> {
    const subject = { declarationId: null, contractId: contract.id, letterId: letter?.id ?? null };
    await keepMessage(tx, { ...received, ...subject, id: newId(), direction: 'in' });
  }
}

/** Its number of the contract stays ours where the bank names none. */
function termsFrom(registered: RegisteredTerms, asked: ContractTerms): ContractTerms {
  const { contractNumber, amount, startsOn, endsOn } = registered;
  return { contractNumber: contractNumber ?? asked.contractNumber, amount: amount.toJSON(), startsOn, endsOn };
}

/** @throws ContradictoryStatusError when the bank takes back its last word */
function compare({ id, state, messageId }: ControlRequest, status: 'accepted' | 'rejected'): void {
  if ((status === 'accepted') === (state === 'accepted')) return;
  const said = SAY.bank_contradicts({ id: publicId('controlRequest', id), state, status });
  throw new ContradictoryStatusError(said, { messageId });
}

function contradiction({ id, state }: RegisteredContract, status: string): ContradictoryStatusError {
  const named = publicId('registeredContract', id);
  return new ContradictoryStatusError(SAY.bank_contradicts({ id: named, state, status }), {
    registeredContractId: named,
  });
}
