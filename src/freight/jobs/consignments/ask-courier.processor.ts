import { Injectable } from '@nestjs/common';

import { publicId } from '../../../kernel/ids.js';
import { PartnerRejectedError, PartnerUnavailableError } from '../../../kernel/partner-errors.js';
import { Deliveries, type Delivery } from '../../../platform/queues/deliveries.js';
import { Processor } from '../../../platform/queues/processor.js';
import { consignmentById } from '../../application/consignments/consignment-reading.js';
import { CourierWords } from '../../application/consignments/courier-words.service.js';
import { type CourierReport } from '../../domain/consignments/courier-report.js';
import { unusableNumber } from '../../domain/consignments/waybill-number.js';
import { type Consignment } from '../../entities/consignment.entity.js';
import { Courier } from '../../partners/consignments/courier.port.js';
import { ASK_COURIER, type AskCourierPayload } from './consignment.job.js';

/**
 * Asks the courier how a consignment stands when it has not spoken for too long. What it answers is recorded as if it had
 * called back; silence, or a courier that is down, is noted, and it is asked again later. One such job per consignment.
 */
@Injectable()
export class AskCourier extends Processor<AskCourierPayload> {
  readonly job = ASK_COURIER;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly words: CourierWords,
    private readonly courier: Courier,
  ) {
    super();
  }

  override async process(delivery: Delivery<AskCourierPayload>): Promise<void> {
    const { consignmentId: id, dueAt } = delivery.payload;
    const consignment = await this.deliveries.read(delivery, (view) => consignmentById(view, id));
    const { isOver, askArmedFor, askAt } = consignment;
    if (isOver || askArmedFor?.toISOString() !== dueAt) return; // over, or another asking took its place
    if (askAt !== null && askAt.toISOString() > dueAt) {
      await this.deliveries.once(delivery, (tx) => this.words.postponeAsking(tx, id));
      return;
    }
    const report = await this.ask(delivery, consignment);
    await this.deliveries.once(delivery, async (tx) => {
      const isNews = report !== null && (await this.words.record(tx, id, report));
      await this.words.noteAsked(tx, id, isNews);
    });
  }

  /** @returns null where the courier could not be asked, does not know the consignment, or gives numbers that cannot be */
  private async ask(
    { caller }: Delivery<AskCourierPayload>,
    { id, way, waybillNumber }: Consignment,
  ): Promise<CourierReport | null> {
    try {
      const report = await this.courier.consignment(caller, publicId('consignment', id));
      return report === null || unusableNumber(way, waybillNumber, report) !== null ? null : report;
    } catch (error) {
      if (error instanceof PartnerUnavailableError || error instanceof PartnerRejectedError) return null;
      throw error;
    }
  }
}
