import { createHmac } from 'node:crypto';

import { Inject, Injectable } from '@nestjs/common';

import { keyObjectOf } from '../../platform/auth/secret-box.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/app-config.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type Asset, nameOfAsset } from '../domain/asset.js';
import { giveUpRegistration } from './registrations.js';
import { keepPledges, notePledgesReleased } from '../entities/advance-pledge.table.js';

const TAKE = `SELECT financing.take_pledges($1::bytea[], $2) AS taken`;
const RELEASE = `SELECT financing.release_pledges($1)`;
const IS_PLEDGED = `SELECT financing.is_pledged($1) AS pledged`;
const ARE_PLEDGED = `
  SELECT financing.is_pledged(digest) AS pledged FROM unnest($1::bytea[]) WITH ORDINALITY AS of (digest, ordinal) ORDER BY ordinal`;

/**
 * One asset backs one loan, across all tenants: what is kept is a hash under the platform's key, of the asset and of who has
 * it, so that neither can be read or guessed from the table. Sandbox tenants meet among themselves only.
 */
@Injectable()
export class Pledges {
  constructor(@Inject(APP_CONFIG) private readonly config: Pick<AppConfig, 'lookupKey'>) {}

  /** @returns false, and nothing is taken, where one of them backs another loan */
  async take(tx: Tx, loanId: string, assets: readonly Asset[]): Promise<boolean> {
    if (assets.length === 0) return true;
    const digests = assets.map((asset) => this.digestOf(tx.livemode, asset));
    const holder = this.holderOf(tx, loanId);
    const [row] = await tx.query<{ taken: boolean }>(TAKE, [digests, holder]);
    if (row?.taken !== true) return false;
    await keepPledges(tx, { advanceId: loanId, holder }, assets);
    return true;
  }

  /** The loan is over, or came to nothing. */
  async release(tx: Tx, loanId: string): Promise<void> {
    await tx.query(RELEASE, [this.holderOf(tx, loanId)]);
    await notePledgesReleased(tx, loanId);
    await giveUpRegistration(tx, loanId);
  }

  /** Whether it backs a loan; whose is not told. */
  async isPledged(view: View, livemode: boolean, asset: Asset): Promise<boolean> {
    const [row] = await view.query<{ pledged: boolean }>(IS_PLEDGED, [this.digestOf(livemode, asset)]);
    return row?.pledged === true;
  }

  /** Of each in its order whether it backs a loan; whose is not told. */
  async usedOf(view: View, livemode: boolean, assets: readonly Asset[]): Promise<boolean[]> {
    const digests = assets.map((asset) => this.digestOf(livemode, asset));
    const rows = await view.query<{ pledged: boolean }>(ARE_PLEDGED, [digests]);
    return rows.map(({ pledged }) => pledged);
  }

  private digestOf(livemode: boolean, asset: Asset): Buffer {
    return this.hash(`asset/${livemode ? 'live' : 'sandbox'}/${nameOfAsset(asset)}`);
  }

  private holderOf({ tenantId }: View, loanId: string): Buffer {
    return this.hash(`holder/${tenantId}/${loanId}`);
  }

  private hash(what: string): Buffer {
    return createHmac('sha256', keyObjectOf(this.config.lookupKey)).update(`financing.pledge/${what}`).digest();
  }
}
