import { Injectable } from '@nestjs/common';

import { UnitOfWork } from '../../database/unit-of-work.js';
import { type Principal } from '../../http/request.js';
import { SAY } from '../auth.sentences.js';
import { TOLERANCE_SECONDS, type Verdict } from './signature-check.js';
import { SignatureReplayedError } from './signature.errors.js';

const TAKE = `
  INSERT INTO platform.signature_nonce (tenant_id, credential_id, nonce, expires_at)
  VALUES ($1, $2, $3, to_timestamp($4)) ON CONFLICT DO NOTHING RETURNING 1`;

/** Sees to it that no signature is taken twice, by whichever process it comes. */
@Injectable()
export class Nonces {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws SignatureReplayedError */
  async take(caller: Principal, { nonce, createdSeconds }: Verdict): Promise<void> {
    const until = createdSeconds + 2 * TOLERANCE_SECONDS;
    const taken = await this.unitOfWork.run(caller, (tx) =>
      tx.query(TAKE, [caller.tenantId, caller.credentialId, nonce, until]),
    );
    if (taken.length === 0) throw new SignatureReplayedError(SAY.signature_replayed);
  }
}
