import { Inject, Injectable } from '@nestjs/common';

import { openSecret, sealSecret } from '../../../platform/auth/secret-box.js';
import { APP_CONFIG, type AppConfig } from '../../../platform/config/app-config.js';
import { type BankEntry } from '../../domain/bank-files/bank-message.js';
import { type PayerAccount } from '../../domain/refunds/payer-account.js';
import { movementFromJson, movementToJson, payerBoxIn } from '../bank-files/bank-movement-json.js';

/** Accounts of payers abroad: sealed wherever a row keeps them (AES-256-GCM under `ENCRYPTION_KEY`), opened to pay back. */
@Injectable()
export class PayerAccounts {
  constructor(@Inject(APP_CONFIG) private readonly config: AppConfig) {}

  seal(account: PayerAccount): Buffer {
    return sealSecret(JSON.stringify(account), this.config.encryptionKey);
  }

  open(box: Buffer): PayerAccount {
    return JSON.parse(openSecret(box, this.config.decryptionKeys)) as PayerAccount;
  }

  boxOf({ payerAccount }: BankEntry): Buffer | null {
    return payerAccount === undefined ? null : this.seal(payerAccount);
  }

  /** A movement as rows keep it. */
  keep(movement: BankEntry): object {
    const box = this.boxOf(movement);
    return { ...movementToJson(movement), ...(box === null ? {} : { payerBox: box.toString('base64') }) };
  }

  /** The same as it was read. */
  read(kept: object): BankEntry {
    const box = payerBoxIn(kept);
    return { ...movementFromJson(kept), ...(box === null ? {} : { payerAccount: this.open(box) }) };
  }
}
