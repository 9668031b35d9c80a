import { setTimeout as sleep } from 'node:timers/promises';

import { Injectable } from '@nestjs/common';

import { OutboxSignal, UnitOfWork } from '../../database/unit-of-work.js';
import { Deliveries, type Delivery } from '../../queues/deliveries.js';
import { Processor } from '../../queues/processor.js';
import { ADVANCE_CLOCK, type AdvanceClock } from './advance-clock.job.js';
import { type ClockAdvance, getAdvance } from './clock-advances.js';
import { endAdvance, isSettled, type Outcome, takeStep } from './clock-steps.js';

const LOOK_MS = 20;
/** What takes longer is told as not settled: it fails and is tried again, or a partner is slow. */
const STEP_MS = 3_000;
/** After a crash: until what was in hand is taken up again. */
const RECOVERY_MS = 40_000;

/** Takes the clock of a sandbox tenant from hour to hour: nothing falls due before all that came of the last is done. */
@Injectable()
export class AdvanceClockProcessor extends Processor<AdvanceClock> {
  readonly job = ADVANCE_CLOCK;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly unitOfWork: UnitOfWork,
    private readonly signal: OutboxSignal,
  ) {
    super();
  }

  override async process(delivery: Delivery<AdvanceClock>): Promise<void> {
    const { advanceId } = delivery.payload;
    const advance = await this.deliveries.read(delivery, (view) => getAdvance(view, advanceId));
    if (advance.state !== 'advancing') return;
    // Steps that are there already: a worker was lost in the middle.
    if (advance.steps > 0) await this.settle(delivery, advance.steps, RECOVERY_MS);
    const outcome = await this.walk(delivery, advance);
    await this.deliveries.once(delivery, (tx) => endAdvance(tx, advance, outcome));
  }

  private async walk(delivery: Delivery<AdvanceClock>, { id }: ClockAdvance): Promise<Outcome> {
    for (;;) {
      const step = await this.unitOfWork.run(delivery.caller, (tx) => takeStep(tx, id));
      if (typeof step === 'string') return step;
      this.signal.ring();
      await this.settle(delivery, step, STEP_MS);
    }
  }

  private async settle(delivery: Delivery<AdvanceClock>, since: number, patienceMs: number): Promise<void> {
    const end = performance.now() + patienceMs;
    const { advanceId } = delivery.payload;
    while (!(await this.deliveries.read(delivery, (view) => isSettled(view, advanceId, since)))) {
      if (performance.now() > end) return;
      await sleep(LOOK_MS);
    }
  }
}
