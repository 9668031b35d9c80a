import { Injectable } from '@nestjs/common';

import { publicId } from '../../kernel/ids.js';
import { PartnerRejectedError, PartnerUnavailableError } from '../../kernel/partner-errors.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { WriteOffs } from '../application/write-offs/write-offs.service.js';
import { Lender, type LenderNews, type WriteOffProposal, type WriteOffWord } from '../partners/lender.port.js';
import { refusalOf } from './lender-refusal.js';
import { ASK_WRITE_OFF, PROPOSE_WRITE_OFF, type WriteOffPayload } from './financing.job.js';

/** A proposal with the loan that it is about. */
interface Pending {
  readonly advanceId: string;
  readonly proposal: WriteOffProposal;
}

/** Proposes to the lender to write off one loan. Its answer comes by callback; only a refusal is known at once. */
@Injectable()
export class ProposeWriteOff extends Processor<WriteOffPayload> {
  readonly job = PROPOSE_WRITE_OFF;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly writeOffs: WriteOffs,
    private readonly lender: Lender,
  ) {
    super();
  }

  override async process(delivery: Delivery<WriteOffPayload>): Promise<void> {
    const pending = await pendingIn(this.deliveries, this.writeOffs, delivery);
    if (pending === null) return; // decided meanwhile
    const refusal = await propose(this.lender, delivery, pending.proposal);
    if (refusal === null) return;
    await this.deliveries.once(delivery, async (tx) => {
      await this.writeOffs.record(tx, pending.advanceId, refusal);
    });
  }
}

/** Asks the lender what became of a proposal when it has not spoken for too long; of an unknown one it is asked again. */
@Injectable()
export class AskWriteOff extends Processor<WriteOffPayload> {
  readonly job = ASK_WRITE_OFF;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly writeOffs: WriteOffs,
    private readonly lender: Lender,
  ) {
    super();
  }

  override async process(delivery: Delivery<WriteOffPayload>): Promise<void> {
    const pending = await pendingIn(this.deliveries, this.writeOffs, delivery);
    if (pending === null) return;
    const word = await this.inquire(delivery, pending.proposal);
    await this.deliveries.once(delivery, async (tx) => {
      const isNews = word !== null && (await this.writeOffs.record(tx, pending.advanceId, word));
      if (!isNews) await this.writeOffs.noteSilence(tx, delivery.payload.writeOffId);
    });
  }

  private async inquire(delivery: Delivery<WriteOffPayload>, proposal: WriteOffProposal): Promise<WriteOffWord | null> {
    try {
      const word = await this.lender.inquireWriteOff(delivery.caller, proposal);
      return word ?? (await propose(this.lender, delivery, proposal));
    } catch (error) {
      if (error instanceof PartnerUnavailableError || error instanceof PartnerRejectedError) return null;
      throw error;
    }
  }
}

const WORDS: ReadonlySet<LenderNews['kind']> = new Set<WriteOffWord['kind']>([
  ...(['write_off_received', 'written_off', 'write_off_refused', 'settled'] as const),
]);

export function isOfWriteOff(word: LenderNews): word is WriteOffWord {
  return WORDS.has(word.kind);
}

/** @returns null where the lender is not asked any more */
function pendingIn(
  deliveries: Deliveries,
  writeOffs: WriteOffs,
  delivery: Delivery<WriteOffPayload>,
): Promise<Pending | null> {
  return deliveries.read(delivery, async (view) => {
    const { id, advanceId, state, reason } = await writeOffs.get(view, delivery.payload.writeOffId);
    if (state !== 'proposed') return null;
    const [loanReference, reference] = [publicId('advance', advanceId), publicId('loanWriteOff', id)];
    return { advanceId, proposal: { loanReference, reference, reason } };
  });
}

/** @returns a refusal, where it came at once */
async function propose(
  lender: Lender,
  { caller }: Delivery<WriteOffPayload>,
  proposal: WriteOffProposal,
): Promise<WriteOffWord | null> {
  try {
    await lender.proposeWriteOff(caller, proposal);
    return null;
  } catch (error) {
    if (!(error instanceof PartnerRejectedError)) throw error;
    const reason = refusalOf(error);
    return { kind: 'write_off_refused', reference: proposal.loanReference, reason };
  }
}
