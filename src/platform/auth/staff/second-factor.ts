import { Inject, Injectable } from '@nestjs/common';

import { Clock } from '../../../kernel/clock.js';
import { APP_CONFIG, type AppConfig } from '../../config/app-config.js';
import { type Tx } from '../../database/session.js';
import { audit } from '../../outbox/outbox.js';
import { SAY } from '../auth.sentences.js';
import { openSecret, sealSecret } from '../secret-box.js';
import { hashRecoveryCode, newRecoveryCodes, newTotpSecret, stepOf, totpAddress } from './one-time-codes.js';
import { NotEnrollingError } from './staff.errors.js';
import { type StaffUser } from './staff-user.js';

const BEGIN = `
  UPDATE platform.staff_user SET totp_box = $3, totp_confirmed_at = NULL, recovery_hashes = '{}', totp_last_step = 0
  WHERE tenant_id = $1 AND id = $2`;
const CONFIRM = `
  UPDATE platform.staff_user
  SET totp_confirmed_at = $3, totp_last_step = $4, recovery_hashes = $5, version = version + 1
  WHERE tenant_id = $1 AND id = $2`;
const TAKE_STEP = `UPDATE platform.staff_user SET totp_last_step = $3 WHERE tenant_id = $1 AND id = $2`;
const TAKE_RECOVERY = `
  UPDATE platform.staff_user SET recovery_hashes = array_remove(recovery_hashes, $3) WHERE tenant_id = $1 AND id = $2`;
const REMOVE = `
  UPDATE platform.staff_user
  SET totp_box = NULL, totp_confirmed_at = NULL, totp_last_step = 0, recovery_hashes = '{}', version = version + 1
  WHERE tenant_id = $1 AND id = $2`;

/** The authenticator app of a person, and the codes for who has lost it. Each code is taken once. */
@Injectable()
export class SecondFactor {
  constructor(
    private readonly clock: Clock,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  isInForce({ totpConfirmedAt }: StaffUser): boolean {
    return totpConfirmedAt !== null;
  }

  /** @throws NotEnrollingError when there is one in force */
  async begin(tx: Tx, user: StaffUser): Promise<{ secret: string; address: string }> {
    if (this.isInForce(user)) throw new NotEnrollingError(SAY.totp_in_force);
    const secret = newTotpSecret();
    await tx.query(BEGIN, [tx.tenantId, user.id, sealSecret(secret, this.config.encryptionKey)]);
    return { secret, address: totpAddress(secret, user.email) };
  }

  /**
   * @returns the recovery codes, or null when the code is wrong
   * @throws NotEnrollingError when it was not begun, or is in force already
   */
  async confirm(tx: Tx, user: StaffUser, code: string): Promise<readonly string[] | null> {
    if (this.isInForce(user) || user.totpBox === null) throw new NotEnrollingError(SAY.totp_not_begun);
    const step = this.step(user, code);
    if (step === null) return null;
    const codes = newRecoveryCodes();
    const values = [tx.tenantId, user.id, this.clock.now(), step, codes.map(hashRecoveryCode)];
    await tx.query(CONFIRM, values);
    audit(tx, { action: 'users.second_factor_set', resourceType: 'user', resourceId: user.id });
    return codes;
  }

  /** Whether the code is right; then it is used up. */
  async take(tx: Tx, user: StaffUser, code: string): Promise<boolean> {
    const step = this.step(user, code);
    if (step !== null) {
      await tx.query(TAKE_STEP, [tx.tenantId, user.id, step]);
      return true;
    }
    const hash = hashRecoveryCode(code);
    if (!user.recoveryHashes.some((kept) => kept.equals(hash))) return false;
    await tx.query(TAKE_RECOVERY, [tx.tenantId, user.id, hash]);
    audit(tx, {
      action: 'users.recovery_code_used',
      resourceType: 'user',
      resourceId: user.id,
      details: { left: user.recoveryHashes.length - 1 },
    });
    return true;
  }

  async remove(tx: Tx, user: StaffUser): Promise<void> {
    if (user.totpBox === null) return;
    await tx.query(REMOVE, [tx.tenantId, user.id]);
    audit(tx, { action: 'users.second_factor_removed', resourceType: 'user', resourceId: user.id });
  }

  private step({ totpBox, totpLastStep }: StaffUser, code: string): number | null {
    if (totpBox === null) return null;
    return stepOf(code, openSecret(totpBox, this.config.decryptionKeys), Number(totpLastStep), this.clock.now());
  }
}
