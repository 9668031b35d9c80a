import { Injectable } from '@nestjs/common';

import { InputCheck } from '../../../kernel/input-check.js';
import { newId, publicId, tryParseId } from '../../../kernel/ids.js';
import { addDays, CHINA, dateInZone, type LocalDate } from '../../../kernel/local-date.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { among, type DatedPageQuery, equal, type Page } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { enqueue } from '../../../platform/outbox/outbox.js';
import { type FilingContent, type LetterFromBank } from '../../domain/contracts/contract-filing.js';
import { CONTROL_LETTER } from '../../domain/contracts/control-letter-status.js';
import { SAY } from '../../domain/contracts/contracts.sentences.js';
import { ControlLetter } from '../../entities/control-letter.entity.js';
import { keepMessage } from '../../entities/currency-control.table.js';
import { ControlRequest } from '../../entities/control-request.entity.js';
import { RegisteredContract } from '../../entities/registered-contract.entity.js';
import { expireControlLetter } from '../../jobs/safe.job.js';
import { announceLetter, announceLetterLate, announceLetterMoved, noteLetter } from './contract-news.js';
import { answerBy, ControlRequests } from './control-requests.js';
import { askable } from './registered-contracts.js';
import { documentsOf, type ShownDocuments } from './shown-documents.js';

export interface NewLetter {
  readonly contractId: string;
  /** One of those under it, where the letter is about that alone. */
  readonly orderId?: string | undefined;
  readonly subject: string;
  readonly text: string;
  readonly responseRequired: boolean;
  readonly dueOn?: LocalDate | undefined;
}

/** Words, or papers. */
export interface LetterAnswer {
  readonly contractId?: string | undefined;
  readonly orderId?: string | undefined;
  readonly text?: string | undefined;
  readonly documents?: ShownDocuments['documents'] | undefined;
}

export interface LetterFilter {
  readonly state?: string | undefined;
  readonly direction?: string | undefined;
  readonly contractId?: string | undefined;
}

const BY_REFERENCE = `SELECT id FROM fx.control_letter WHERE tenant_id = $1 AND direction = $2 AND reference = $3`;
const CONTRACT_BY_NUMBER = `
  SELECT id FROM fx.registered_contract WHERE tenant_id = $1 AND registration_number = ANY($2::text[]) ORDER BY id LIMIT 1`;
const SUBJECT_MAX = 140;

/** Letters of currency control: the bank's, and ours. */
@Injectable()
export class ControlLetters {
  constructor(private readonly requests: ControlRequests) {}

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<ControlLetter> {
    const letter = await view.find(ControlLetter, id);
    if (letter === null) throw new ResourceNotFoundError(SAY.no_such_letter);
    return letter;
  }

  list(
    view: View,
    query: DatedPageQuery,
    { state, direction, contractId }: LetterFilter,
  ): Promise<Page<ControlLetter>> {
    const conditions = [
      ...among('state', state),
      ...equal('direction', direction),
      ...equal('contract_id', contractId),
    ];
    return entityPage(view, ControlLetter, { table: 'fx.control_letter', query, conditions });
  }

  /** Writes to the bank about a contract. @throws ResourceNotFoundError, IllegalTransitionError, InvalidInputError */
  async write(tx: Tx, { contractId, orderId: named, dueOn: wantedBy, ...said }: NewLetter): Promise<ControlLetter> {
    const contract = await this.lockContract(tx, contractId);
    const dueOn = wantedBy ?? null;
    const registrationNumber = askable(contract);
    const check = new InputCheck();
    const today = dateInZone(tx.now, CHINA);
    check.that(dueOn === null || dueOn >= today, '/dueOn', 'past', SAY.due_past({ day: today }));
    const orderId = orderOf(check, contract, named);
    check.done();
    const [id, requestId] = [newId(), newId()];
    const messageId = publicId('controlRequest', requestId);
    const letter = ControlLetter.of(
      {
        ...{ tenantId: tx.tenantId, id, direction: 'out', state: 'sent', contractId, orderId },
        ...{ messageId, reference: messageId, isRequestForDocuments: false, ...said, dueOn, attachments: [] },
        ...{ answersId: null, expectedBy: answerBy(tx) },
      },
      tx.now,
    );
    await tx.insert(ControlLetter, letter);
    const content = { kind: 'letter', registrationNumber, ...said, dueOn, answers: null } as const;
    await this.requests.order(tx, contractId, content, { id: requestId, letterId: id });
    announceLetter(tx, letter);
    noteLetter(tx, 'sent', letter, null);
    return letter;
  }

  /**
   * Answers a letter of the bank: in words (auth.026), or with the papers that it asks for (auth.025).
   * @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError, InvalidInputError
   */
  async answer(tx: Tx, id: string, answer: LetterAnswer): Promise<ControlLetter> {
    const found = await this.get(tx, id);
    const contractId = contractOf(found, answer);
    // The contract before the letter, as everybody takes them.
    const contract = await this.lockContract(tx, contractId);
    const letter = await tx.lock(ControlLetter, id);
    if (letter === null) throw new ResourceNotFoundError(SAY.no_such_letter);
    tx.assertFresh(letter);
    const from = letter.state;
    CONTROL_LETTER.next(from, 'answer');
    const check = new InputCheck();
    const orderId = orderOf(check, contract, answer.orderId);
    check.done();
    const content = await this.contentOf(tx, letter, contract, answer);
    letter.answer(contractId, orderId ?? letter.orderId, answerBy(tx), tx.now);
    await tx.store(ControlLetter, letter);
    await this.requests.order(tx, contractId, content, { letterId: id });
    announceLetterMoved(tx, letter, 'answer_sent');
    noteLetter(tx, 'answer_sent', letter, from);
    return letter;
  }

  /** The bank writes. What it has written before changes nothing. */
  async receive(tx: Tx, letters: readonly LetterFromBank[], content: string): Promise<void> {
    for (const letter of letters) await this.take(tx, letter);
    const [first] = letters;
    if (first === undefined) return;
    const kept = await this.byReference(tx, 'in', first.reference);
    await keepMessage(tx, {
      ...{ id: newId(), direction: 'in', messageType: 'auth.026', messageId: first.messageId, content },
      ...{ declarationId: null, contractId: kept?.contractId ?? null, letterId: kept?.id ?? null },
    });
  }

  /** Its last day is over: if it still wants an answer, somebody is told. */
  async remind(tx: Tx, id: string): Promise<void> {
    const letter = await tx.find(ControlLetter, id);
    if (letter?.state === 'open') announceLetterLate(tx, letter);
  }

  private async take(tx: Tx, said: LetterFromBank): Promise<void> {
    if ((await this.byReference(tx, 'in', said.reference)) !== null) return;
    const contract = await this.contractOfLetter(tx, said);
    const answered = await this.answeredBy(tx, said);
    const { messageId, reference, isRequestForDocuments, subject, text, responseRequired, dueOn, attachments } = said;
    const letter = ControlLetter.of(
      {
        ...{ tenantId: tx.tenantId, id: newId(), direction: 'in', state: responseRequired ? 'open' : 'noted' },
        ...{ contractId: contract?.id ?? null, orderId: contract?.onlyOrderId ?? null, messageId, reference },
        ...{ isRequestForDocuments, subject, text, responseRequired, dueOn, attachments },
        ...{ answersId: answered?.id ?? null, expectedBy: null },
      },
      tx.now,
    );
    await tx.insert(ControlLetter, letter);
    if (responseRequired && dueOn !== null) {
      enqueue(tx, expireControlLetter, { letterId: letter.id }, { dueAt: endOf(dueOn) });
    }
    announceLetter(tx, letter);
    noteLetter(tx, 'received', letter, null);
    if (answered === null || !CONTROL_LETTER.allows(answered.state, 'hear_answer')) return;
    const from = answered.state;
    answered.hearAnswer(tx.now);
    await tx.store(ControlLetter, answered);
    announceLetterMoved(tx, answered, 'answered');
    noteLetter(tx, 'answered', answered, from);
  }

  private async contentOf(
    tx: Tx,
    letter: ControlLetter,
    contract: RegisteredContract,
    { text, documents }: LetterAnswer,
  ): Promise<FilingContent> {
    const check = new InputCheck();
    check.that((text === undefined) !== (documents === undefined), '', 'one_answer', SAY.one_answer);
    check.done();
    const [registrationNumber, answers] = [askable(contract), letter.asOriginal];
    if (documents !== undefined) {
      const shown = await documentsOf(tx, contract, { documents });
      return { kind: 'documents', registrationNumber, ...shown, answers };
    }
    const subject = `Re: ${letter.subject}`.slice(0, SUBJECT_MAX).toWellFormed();
    const words = { subject, text: text ?? '', responseRequired: false, dueOn: null };
    return { kind: 'letter', registrationNumber, ...words, answers };
  }

  private async contractOfLetter(tx: Tx, { about }: LetterFromBank): Promise<RegisteredContract | null> {
    const numbers = about.map(({ recordId }) => recordId);
    const [row] = await tx.query<{ id: string }>(CONTRACT_BY_NUMBER, [tx.tenantId, numbers]);
    if (row !== undefined) return tx.find(RegisteredContract, row.id);
    for (const { messageId } of about) {
      const id = tryParseId('controlRequest', messageId);
      const request = id === null ? null : await tx.find(ControlRequest, id);
      if (request !== null) return tx.find(RegisteredContract, request.contractId);
    }
    return null;
  }

  /** The letter of ours that it answers. */
  private async answeredBy(tx: Tx, { about }: LetterFromBank): Promise<ControlLetter | null> {
    for (const { messageId } of about) {
      const letter = await this.byReference(tx, 'out', messageId);
      if (letter !== null) return letter;
    }
    return null;
  }

  private async byReference(tx: Tx, direction: string, reference: string): Promise<ControlLetter | null> {
    const [row] = await tx.query<{ id: string }>(BY_REFERENCE, [tx.tenantId, direction, reference]);
    return row === undefined ? null : tx.lock(ControlLetter, row.id);
  }

  private async lockContract(tx: Tx, id: string): Promise<RegisteredContract> {
    const contract = await tx.lock(RegisteredContract, id);
    if (contract === null) throw new ResourceNotFoundError(SAY.no_such_contract);
    return contract;
  }
}

/** @throws InvalidInputError where letter and answer name none, or two */
function contractOf(letter: ControlLetter, { contractId }: LetterAnswer): string {
  const check = new InputCheck();
  const named = letter.contractId ?? contractId;
  check.that(named !== undefined, '/contractId', 'required', SAY.contract_wanted);
  if (letter.contractId !== null && contractId !== undefined && contractId !== letter.contractId) {
    const id = publicId('registeredContract', letter.contractId);
    check.that(false, '/contractId', 'other', SAY.contract_other({ id }));
  }
  check.done();
  return named ?? '';
}

/** The order that a letter is about: the one that is named, else the only one; null of several. */
function orderOf(check: InputCheck, { orderIds, onlyOrderId }: RegisteredContract, named?: string): string | null {
  check.that(named === undefined || orderIds.includes(named), '/orderId', 'unknown', SAY.order_not_under);
  return named ?? onlyOrderId;
}

/** The first instant that is no longer that day in China. */
function endOf(day: LocalDate): Date {
  return new Date(`${addDays(day, 1)}T00:00:00+08:00`);
}
