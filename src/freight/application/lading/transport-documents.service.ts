import { Injectable } from '@nestjs/common';

import { newId } from '../../../kernel/ids.js';
import { reasonOf } from '../../../kernel/sentence.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { violates } from '../../../platform/database/violates.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { among, equal, type Page, type PageQuery } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { audit, enqueue } from '../../../platform/outbox/outbox.js';
import { type PartyChange } from '../../domain/booking-change.js';
import { DocumentNotReadyError, HouseDocumentExistsError } from '../../domain/lading/lading.errors.js';
import { SAY_LADING } from '../../domain/lading/lading.sentences.js';
import {
  type DocumentAction,
  type DocumentCommand,
  type SurrenderManner,
} from '../../domain/lading/transport-document-status.js';
import { ShippingInstructions } from '../../entities/shipping-instructions.entity.js';
import { TransportDocument } from '../../entities/transport-document.entity.js';
import { SEND_DOCUMENT_WISH } from '../../jobs/lading/lading.job.js';
import { tellDrafted, tellStep } from './document-news.js';
import { armPaperAsk } from './paper-asking.js';
import { InstructionsDesk, type InstructionsRequest } from './shipping-instructions.service.js';

export interface HouseDocument {
  readonly transportDocumentReference: string;
  readonly shipper?: PartyChange;
  readonly consignee?: PartyChange;
}

export interface DocumentFilter {
  readonly bookingId?: string | undefined;
  readonly state?: string | undefined;
}

const NO_REASON = reasonOf([SAY_LADING.no_reason]);

/** What is done with bills of lading and sea waybills. The carrier decides on its own; a house document is ours. */
@Injectable()
export class TransportDocuments {
  constructor(private readonly instructions: InstructionsDesk) {}

  /** @throws DocumentNotReadyError, StaleVersionError */
  async approve(tx: Tx, id: string): Promise<TransportDocument> {
    const papers = await this.papersOf(tx, id);
    const row = await this.held(tx, id, 'approval');
    if (row.level === 'house') return this.step(tx, row, ['approve', 'issue']);
    row.wishFor('approval', null, tx.now);
    return this.asked(tx, row, papers);
  }

  /** Asks for another draft by an update of the instructions. @throws DocumentNotReadyError, and what an update throws */
  async requestChange(tx: Tx, id: string, request: InstructionsRequest): Promise<TransportDocument> {
    const seen = await this.get(tx, id);
    await this.instructions.update(tx, seen.instructionsId, request, { isNamed: false });
    return this.held(tx, id, 'request_change');
  }

  /** Gives an issued bill back. @throws DocumentNotReadyError, StaleVersionError */
  async surrender(
    tx: Tx,
    id: string,
    { purpose, manner }: { purpose: 'amendment' | 'delivery'; manner: SurrenderManner },
  ): Promise<TransportDocument> {
    const wish = `surrender_for_${purpose}` as const;
    const papers = await this.papersOf(tx, id);
    const row = await this.held(tx, id, wish);
    row.wishFor(wish, manner, tx.now);
    if (row.level === 'house') return this.step(tx, row, [wish]);
    return this.asked(tx, row, papers);
  }

  /** Our own bill for the shipper, under the carrier's. @throws DocumentNotReadyError, HouseDocumentExistsError */
  async drawUpHouse(tx: Tx, masterId: string, house: HouseDocument): Promise<TransportDocument> {
    const master = await this.held(tx, masterId, 'issue_house_document');
    const { tenantId, bookingId, orderId, instructionsId, type } = master;
    const { transportDocumentReference, shipper, consignee } = house;
    const parties = {
      ...(master.document['documentParties'] as object | undefined),
      ...(shipper === undefined ? {} : { shipper: partyOf(shipper) }),
      ...(consignee === undefined ? {} : { consignee: partyOf(consignee) }),
    };
    const row = TransportDocument.drawnUp(
      {
        ...{
          tenantId,
          id: newId(),
          bookingId,
          orderId,
          instructionsId,
          level: 'house',
          masterId,
          replacesId: null,
          type,
        },
        ...{ transportDocumentReference, transportDocumentSubReference: null },
        document: { ...master.document, transportDocumentReference, documentParties: parties },
      },
      tx.now,
    );
    try {
      await tx.insert(TransportDocument, row);
    } catch (error) {
      if (!violates(error, 'uq_transport_document_reference')) throw error;
      throw new HouseDocumentExistsError(SAY_LADING.house_taken, { transportDocumentReference });
    }
    tellDrafted(tx, row, true);
    return row;
  }

  /** @throws DocumentNotReadyError, StaleVersionError */
  async voidHouse(tx: Tx, id: string): Promise<TransportDocument> {
    return this.step(tx, await this.held(tx, id, 'void'), ['void']);
  }

  async get(view: View, id: string): Promise<TransportDocument> {
    const row = await view.find(TransportDocument, id);
    if (row === null) throw new ResourceNotFoundError(SAY_LADING.no_such_document);
    return row;
  }

  list(view: View, query: PageQuery, { bookingId, state }: DocumentFilter): Promise<Page<TransportDocument>> {
    const conditions = [...equal('booking_id', bookingId), ...among('state', state)];
    return entityPage(view, TransportDocument, { table: 'freight.transport_document', query, conditions });
  }

  private async held(tx: Tx, id: string, action: DocumentAction): Promise<TransportDocument> {
    const row = await tx.lock(TransportDocument, id);
    if (row === null) throw new ResourceNotFoundError(SAY_LADING.no_such_document);
    tx.assertFresh(row);
    if (row.allowedActions.includes(action)) return row;
    const { state, wish, type, level } = row;
    const isWaybill = type === 'SWB' && action.startsWith('surrender');
    const why =
      wish !== null
        ? SAY_LADING.wish_open
        : isWaybill
          ? SAY_LADING.waybill_surrender
          : action === 'void' && level === 'master'
            ? SAY_LADING.house_only
            : action === 'issue_house_document' && level === 'house'
              ? SAY_LADING.house_of_house
              : SAY_LADING.document_state({ state });
    throw new DocumentNotReadyError(why, { state, wish });
  }

  private async step(tx: Tx, row: TransportDocument, commands: readonly DocumentCommand[]): Promise<TransportDocument> {
    for (const command of commands) {
      row.take(command, tx.now);
      tellStep(tx, row, command, NO_REASON);
    }
    await tx.store(TransportDocument, row);
    return row;
  }

  /** The instructions behind a document, which are held before it, as everybody does. */
  private async papersOf(tx: Tx, id: string): Promise<ShippingInstructions> {
    const { instructionsId } = await this.get(tx, id);
    const papers = await tx.lock(ShippingInstructions, instructionsId);
    if (papers === null) throw new Error(`Shipping instructions ${instructionsId} are gone`);
    return papers;
  }

  /** The carrier is to hear of it, and is asked soon how it stands. */
  private async asked(tx: Tx, row: TransportDocument, papers: ShippingInstructions): Promise<TransportDocument> {
    armPaperAsk(tx, papers, true);
    await tx.store(ShippingInstructions, papers);
    await tx.store(TransportDocument, row);
    enqueue(tx, SEND_DOCUMENT_WISH, { documentId: row.id });
    const action = `freight.transport_document.${row.wish ?? 'approval'}_requested`;
    audit(tx, { action, resourceType: 'transportDocument', resourceId: row.id, to: row.state });
    return row;
  }
}

function partyOf({ name, address }: PartyChange): object {
  return { partyName: name, addressLines: [address] };
}
