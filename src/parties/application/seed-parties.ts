import { Injectable } from '@nestjs/common';

import { publicId } from '../../kernel/ids.js';
import { type Tx } from '../../platform/database/session.js';
import { SandboxSeed, type Seeded } from '../../platform/tenants/sandbox-seed.js';
import { SANDBOX_PARTIES } from '../domain/sandbox-parties.js';
import { PartyRegister } from './party-register.service.js';

/** A new sandbox tenant has somebody to sell, somebody to buy, and somebody to buy from. */
@Injectable()
export class SeedParties extends SandboxSeed {
  constructor(private readonly register: PartyRegister) {
    super();
  }

  async plant(tx: Tx): Promise<Seeded[]> {
    const seeded: Seeded[] = [];
    for (const terms of SANDBOX_PARTIES) {
      const { id, kind, enterpriseKind, reference, name } = await this.register.enter(tx, terms);
      seeded.push({ id: publicId('party', id), kind, variant: enterpriseKind, reference, name });
    }
    return seeded;
  }
}
