import { Injectable } from '@nestjs/common';

import { type Tx, type View } from '../../platform/database/session.js';
import { enqueue } from '../../platform/outbox/outbox.js';
import { type Receipt } from '../domain/receipt.js';
import { DeclarationRequest } from '../entities/declaration-request.entity.js';
import { Declaration } from '../entities/declaration.entity.js';
import { holdNumber } from '../entities/receipts.table.js';
import { Submission } from '../entities/submission.entity.js';
import { type AskRequest } from '../jobs/ask-request.job.js';
import { SEND_REQUEST } from '../jobs/send-request.job.js';
import { type ImportAnswer } from '../partners/customs-window.port.js';
import { Receipts } from './receipts.service.js';
import { announceRequestOverdue, awaitAnswer, noteRequest } from './request-news.js';
import { RequestOutcomes } from './request-outcomes.service.js';

interface Held {
  readonly declaration: Declaration;
  readonly request: DeclarationRequest;
}

/** What becomes of requests on their way to customs: taken, refused, lost, asked for. */
@Injectable()
export class RequestSendings {
  constructor(
    private readonly receipts: Receipts,
    private readonly outcomes: RequestOutcomes,
  ) {}

  /** The message, as long as it is still to be sent. */
  async toSend(view: View, id: string): Promise<string | null> {
    const request = await view.find(DeclarationRequest, id);
    return request?.state === 'queued' ? request.message : null;
  }

  /** The single window has it, under a number of its own. */
  async recordTaken(tx: Tx, id: string, { sequenceNumber, text }: ImportAnswer): Promise<void> {
    await holdNumber(tx, sequenceNumber);
    const { declaration, request } = await this.held(tx, id);
    if (request.state !== 'queued') return;
    request.sent(sequenceNumber, text, tx);
    noteRequest(tx, 'send', declaration, request, 'queued');
    awaitAnswer(tx, request);
    await tx.store(DeclarationRequest, request);
    const { id: declarationId } = declaration;
    const { attempt } = request;
    const submission = await tx.manager.findOneByOrFail(Submission, { tenantId: tx.tenantId, declarationId, attempt });
    const addressee = { declaration_id: declarationId, submission_id: submission.id, attempt, request_id: id };
    if (await this.receipts.recogniseRequest(tx, declaration, addressee, sequenceNumber)) {
      await tx.store(Declaration, declaration);
    }
  }

  /** The single window does not take the message. */
  async recordRefused(tx: Tx, id: string, reason: string): Promise<void> {
    const { declaration, request } = await this.held(tx, id);
    if (request.state === 'queued') await this.outcomes.refuse(tx, declaration, request, reason);
  }

  /** Whether the wait that a question was promised for still lasts. */
  async isOverdue(view: View, { requestId, expectedBy }: AskRequest): Promise<boolean> {
    const request = await view.find(DeclarationRequest, requestId);
    return request?.expectedBy?.toISOString() === expectedBy;
  }

  /**
   * @param said null when the single window does not know the request, which is then sent again under its reference;
   * 'silence' when it could not be reached
   */
  async recordAsked(tx: Tx, wait: AskRequest, said: readonly Receipt[] | null | 'silence'): Promise<void> {
    if (said !== null && said !== 'silence') await this.receipts.take(tx, said, 'asked');
    const { declaration, request } = await this.held(tx, wait.requestId);
    if (request.expectedBy?.toISOString() !== wait.expectedBy) return;
    request.waitLonger(tx);
    if (request.state === 'queued') enqueue(tx, SEND_REQUEST, { requestId: request.id });
    noteRequest(tx, 'ask', declaration, request, request.state);
    announceRequestOverdue(tx, declaration, request, wait.expectedBy);
    awaitAnswer(tx, request);
    await tx.store(DeclarationRequest, request);
  }

  /** The declaration first, as everybody does. */
  private async held(tx: Tx, id: string): Promise<Held> {
    const found = await tx.find(DeclarationRequest, id);
    const declaration = found === null ? null : await tx.lock(Declaration, found.declarationId);
    const request = await tx.lock(DeclarationRequest, id);
    if (declaration === null || request === null) throw new Error(`There is no request ${id}`);
    return { declaration, request };
  }
}
