import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { Clock } from '../../../kernel/clock.js';
import { type Tx } from '../../database/session.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../http/command.js';
import { BooleanField, InstantField } from '../../http/fields.js';
import { CommandOperation, QueryOperation } from '../../http/operation.js';
import { type Principal } from '../../http/request.js';
import { audit } from '../../outbox/outbox.js';
import { SAY } from '../../platform.sentences.js';
import { assertAtRest } from './clock-advances.js';
import { assertBeforeEnd } from './clock-end.js';
import { ClockAdvancingError, ClockRunsForwardError, NoClockInLivemodeError } from './sandbox-clock.errors.js';

class ClockDto {
  @InstantField({ description: 'The tenant’s present time', example: '2026-05-01T00:00:00.000Z' })
  readonly now!: string;

  @BooleanField({ description: 'True: it stands still until it is moved; false: it is the real time', example: true })
  readonly frozen!: boolean;
}

class ClockRequest {
  @InstantField({
    description: 'Where the clock is to stand; not before its present time',
    example: '2026-05-01T08:00:00+08:00',
  })
  now!: string;
}

const READ = `SELECT test_clock FROM platform.tenant WHERE id = $1`;
const MOVE = `SELECT platform.move_clock($1) AS moved`;

/** Time in a sandbox: deadlines can be passed without waiting for them. */
@ApiTags('Sandbox')
@Controller('v1/sandbox/clock')
export class SandboxClockController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Get()
  @QueryOperation({
    id: 'getSandboxClock',
    summary: 'The sandbox tenant’s time',
    description: 'Until it is set for the first time it is the real time.',
    scope: 'operations:read',
    answers: ClockDto,
    problems: [NoClockInLivemodeError],
  })
  async get(@CallerOf() caller: Principal): Promise<ClockDto> {
    if (caller.livemode) throw new NoClockInLivemodeError(SAY.tenant_live);
    const [row] = await this.unitOfWork.read(caller, (view) =>
      view.query<{ test_clock: Date | null }>(READ, [view.tenantId]),
    );
    const frozen = row?.test_clock ?? null;
    return { now: (frozen ?? this.clock.now()).toISOString(), frozen: frozen !== null };
  }

  @Post()
  @CommandOperation({
    id: 'setSandboxClock',
    summary: 'Set the sandbox tenant’s time',
    description:
      'The clock leaps, and then stands still at that instant until it is moved again. All that was due before falls due at ' +
      'once, in no order: to have each thing at its hour, advance the clock instead. Never backwards.',
    scope: 'operations:write',
    answers: ClockDto,
    problems: [NoClockInLivemodeError, ClockRunsForwardError, ClockAdvancingError],
  })
  set(@CommandOf() command: Command, @Body() request: ClockRequest): Promise<string> {
    return this.commands.run(
      command,
      (tx) => move(tx, new Date(request.now)),
      (now) => ({ now: now.toISOString(), frozen: true }),
    );
  }
}

async function move(tx: Tx, to: Date): Promise<Date> {
  if (tx.livemode) throw new NoClockInLivemodeError(SAY.tenant_live);
  assertBeforeEnd(to, '/now');
  const [row] = await tx.query<{ moved: Date | null }>(MOVE, [to]);
  if (row?.moved === null || row === undefined) {
    throw new ClockRunsForwardError(SAY.clock_forward, { now: tx.now.toISOString() });
  }
  // Asked with the clock in hand: who sent it on a moment ago has done so by now.
  await assertAtRest(tx);
  audit(tx, {
    action: 'sandbox.clock.moved',
    resourceType: 'tenant',
    resourceId: tx.tenantId,
    from: tx.now.toISOString(),
    to: row.moved.toISOString(),
  });
  return row.moved;
}
