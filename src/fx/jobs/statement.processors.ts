import { Injectable } from '@nestjs/common';

import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { BankFiles } from '../application/bank-files/bank-files.js';
import { Reconciliations } from '../application/statements/reconciliations.js';
import { statementsAsked, statementTurn } from '../application/statements/statement-watches.js';
import { BankFileReader, type ReadBankFile } from '../partners/bank-file-reader.port.js';
import { Bank } from '../partners/bank.port.js';
import { type AccountPayload, askStatement, reconcileStatement, type StatementPayload } from './fx.job.js';

/** Fetches what an account's statements say of the days that are over, and takes them in like files that somebody brings. */
@Injectable()
export class AskStatementProcessor extends Processor<AccountPayload> {
  readonly job = askStatement;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly files: BankFiles,
    private readonly reader: BankFileReader,
    private readonly bank: Bank,
  ) {
    super();
  }

  override async process(delivery: Delivery<AccountPayload>): Promise<void> {
    const { accountId } = delivery.payload;
    const turn = await this.deliveries.read(delivery, (view) => statementTurn(view, accountId));
    if (turn === null) return;
    const found: ReadBankFile[] = [];
    for (const day of turn.days) {
      const text = await this.bank.statement(delivery.caller, turn.accountNumber, day);
      if (text !== null) found.push(await this.reader.read(bytesOf(text)));
    }
    await this.deliveries.once(delivery, async (tx) => {
      for (const file of found) await this.files.keep(tx, file);
      await statementsAsked(tx, accountId, turn.days.at(-1) ?? turn.askedUntil);
    });
  }
}

async function* bytesOf(text: string): AsyncGenerator<Buffer> {
  yield await Promise.resolve(Buffer.from(text));
}

/** Holds a statement against the ledger once what it says is taken in, and tells of what somebody has to look into. */
@Injectable()
export class ReconcileStatementProcessor extends Processor<StatementPayload> {
  readonly job = reconcileStatement;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly reconciliations: Reconciliations,
  ) {
    super();
  }

  override async process(delivery: Delivery<StatementPayload>): Promise<void> {
    await this.deliveries.once(delivery, (tx) => this.reconciliations.announce(tx, delivery.payload.statementId));
  }
}
