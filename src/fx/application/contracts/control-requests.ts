import { Injectable } from '@nestjs/common';

import { newId, parseId } from '../../../kernel/ids.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { enqueue } from '../../../platform/outbox/outbox.js';
import { filesOf } from '../../domain/contracts/contract-file.js';
import { type ContractFiling, type FilingContent, MESSAGE_TYPES } from '../../domain/contracts/contract-filing.js';
import { SAY } from '../../domain/contracts/contracts.sentences.js';
import { expectedBy, nextAsk } from '../../domain/patience.js';
import { keepFiles } from '../../entities/contract-files.table.js';
import { ControlLetter } from '../../entities/control-letter.entity.js';
import { ControlRequest } from '../../entities/control-request.entity.js';
import { keepMessage } from '../../entities/currency-control.table.js';
import { RegisteredContract } from '../../entities/registered-contract.entity.js';
import { askControlRequest, type ControlRequestPayload, sendControlRequest } from '../../jobs/safe.job.js';
import { type ControlLetter as Message } from '../../partners/currency-control.port.js';
import { chinaTime } from '../china-time.js';
import { enclosedBytes } from './contract-files.js';
import { announceContractOverdue } from './contract-news.js';

const OF_CONTRACT = `
  SELECT id FROM fx.control_request WHERE tenant_id = $1 AND contract_id = $2 ORDER BY id DESC LIMIT $3`;
/** Older ones are still among the messages. */
const SHOWN_MAX = 100;

/** A message, and whether the bank has still to answer it. */
export interface Posting {
  readonly filing: ContractFiling;
  readonly isAwaited: boolean;
}

/** When the bank should have answered what it is asked now. */
export function answerBy(tx: Tx): Date {
  return expectedBy('payout', tx);
}

/** What the bank is asked about registered contracts: ordered, sent, asked after. */
@Injectable()
export class ControlRequests {
  /** Orders a message to the bank, which should have answered it by `answerBy`. */
  async order(
    tx: Tx,
    contractId: string,
    content: FilingContent,
    { id = newId(), letterId = null }: { id?: string; letterId?: string | null } = {},
  ): Promise<void> {
    const dueAt = answerBy(tx);
    const facts = { tenantId: tx.tenantId, id, contractId, letterId, content, expectedBy: dueAt, now: tx.now };
    await tx.insert(ControlRequest, ControlRequest.order(facts));
    await keepFiles(
      tx,
      id,
      filesOf(content).map((file) => parseId('contractFile', file.id)),
    );
    enqueue(tx, sendControlRequest, { requestId: id });
    enqueue(tx, askControlRequest, { requestId: id }, { dueAt });
  }

  /** The latest first. */
  async ofContract(view: View, contractId: string): Promise<ControlRequest[]> {
    const rows = await view.query<{ id: string }>(OF_CONTRACT, [view.tenantId, contractId, SHOWN_MAX]);
    const found = await Promise.all(rows.map(({ id }) => view.find(ControlRequest, id)));
    return found.filter((request) => request !== null);
  }

  /** All of it comes from rows, so a repeat is the same message. */
  async posting(view: View, { requestId }: ControlRequestPayload): Promise<Posting | null> {
    const request = await view.find(ControlRequest, requestId);
    if (request === null) return null;
    const contract = await view.find(RegisteredContract, request.contractId);
    if (contract === null) throw new Error(`Request ${requestId} is of no contract`);
    const { messageId, content, createdAt } = request;
    const filing = { messageId, createdAt: chinaTime(createdAt), parties: contract.parties, content };
    const bytes = await enclosedBytes(view, content);
    return { filing: { ...filing, bytes }, isAwaited: request.state === 'sent' };
  }

  /** The message has gone: it is kept as it was. */
  async recordSent(tx: Tx, requestId: string, { messageId, content }: Message): Promise<void> {
    const request = await this.find(tx, requestId);
    const { kind, contractId, letterId } = request;
    const kept = { messageId, messageType: MESSAGE_TYPES[kind], content, declarationId: null, contractId, letterId };
    await keepMessage(tx, { ...kept, id: newId(), direction: 'out' });
  }

  /** Time is up: if it still waits, somebody is told, and the bank is asked again later. */
  async chase(tx: Tx, { requestId }: ControlRequestPayload, isKnown: boolean): Promise<void> {
    const { contractId, letterId } = await this.find(tx, requestId);
    const contract = await tx.lock(RegisteredContract, contractId);
    const letter = letterId === null ? null : await tx.lock(ControlLetter, letterId);
    const request = await tx.lock(ControlRequest, requestId);
    if (contract === null || request?.expectedBy == null) return;
    const overdueSince = request.expectedBy;
    const dueAt = nextAsk('payout', request.createdAt, tx);
    request.waitUntil(dueAt, tx.now);
    await tx.store(ControlRequest, request);
    if (contract.expectedBy?.getTime() === overdueSince.getTime()) {
      contract.waitUntil(dueAt, tx.now);
      await tx.store(RegisteredContract, contract);
    }
    if (letter !== null && letter.expectedBy !== null) {
      letter.waitUntil(dueAt, tx.now);
      await tx.store(ControlLetter, letter);
    }
    announceContractOverdue(tx, contract, request.kind, overdueSince);
    if (!isKnown) enqueue(tx, sendControlRequest, { requestId });
    enqueue(tx, askControlRequest, { requestId }, { dueAt });
  }

  private async find(tx: Tx, id: string): Promise<ControlRequest> {
    const request = await tx.find(ControlRequest, id);
    if (request === null) throw new ResourceNotFoundError(SAY.no_such_contract);
    return request;
  }
}
