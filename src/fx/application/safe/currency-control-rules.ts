import { Injectable } from '@nestjs/common';

import { type Tx, type View } from '../../../platform/database/session.js';
import { audit } from '../../../platform/outbox/outbox.js';
import { type CurrencyControlSettings, readSettings, setSettings } from '../../entities/currency-control.table.js';

/** How a tenant's bank wants to be told, and what the tenant asks beyond the law. */
@Injectable()
export class CurrencyControlRules {
  settings(view: View): Promise<CurrencyControlSettings> {
    return readSettings(view);
  }

  async set(tx: Tx, settings: CurrencyControlSettings): Promise<CurrencyControlSettings> {
    const before = await readSettings(tx);
    await setSettings(tx, settings);
    const resource = { resourceType: 'tenant', resourceId: tx.tenantId };
    audit(tx, { action: 'fx.currency_control_settings.set', ...resource, details: { from: before, to: settings } });
    return settings;
  }
}
