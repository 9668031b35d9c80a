import { Injectable } from '@nestjs/common';

import { newId } from '../../kernel/ids.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { violates } from '../../platform/database/violates.js';
import { entityPage } from '../../platform/http/entity-page.js';
import { equal, type Page, type PageQuery } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { audit } from '../../platform/outbox/outbox.js';
import { ProfileNameTakenError } from '../domain/parcels/parcel.errors.js';
import { SAY } from '../domain/parcels/parcel.sentences.js';
import { checkProfile, type Direction, type ProfileTerms } from '../domain/parcels/profile.js';
import { EcommerceProfile } from '../entities/ecommerce-profile.entity.js';

export interface ProfileInput {
  readonly name: string;
  readonly direction: Direction;
  readonly supervisionMode: string;
  readonly terms: ProfileTerms;
}

/** What tenants file parcels with. */
@Injectable()
export class EcommerceProfiles {
  /** @throws InvalidInputError, ProfileNameTakenError */
  async open(tx: Tx, input: ProfileInput): Promise<EcommerceProfile> {
    checkProfile(input.terms, input);
    const profile = EcommerceProfile.open({ tenantId: tx.tenantId, id: newId(), now: tx.now, ...input });
    await orTaken(input.name, () => tx.insert(EcommerceProfile, profile));
    note(tx, 'open', profile);
    return profile;
  }

  /** What is filed already stays as it was filed. @throws ResourceNotFoundError, StaleVersionError, InvalidInputError */
  async change(tx: Tx, id: string, { name, terms }: Pick<ProfileInput, 'name' | 'terms'>): Promise<EcommerceProfile> {
    const profile = await tx.lock(EcommerceProfile, id);
    if (profile === null) throw new ResourceNotFoundError(SAY.no_such_profile);
    tx.assertFresh(profile);
    checkProfile(terms, profile);
    profile.change(name, terms, tx.now);
    await orTaken(name, () => tx.store(EcommerceProfile, profile));
    note(tx, 'change', profile);
    return profile;
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<EcommerceProfile> {
    const profile = await view.find(EcommerceProfile, id);
    if (profile === null) throw new ResourceNotFoundError(SAY.no_such_profile);
    return profile;
  }

  list(view: View, query: PageQuery, filter: { name?: string | undefined }): Promise<Page<EcommerceProfile>> {
    const conditions = equal('name', filter.name);
    return entityPage(view, EcommerceProfile, { table: 'customs.ecommerce_profile', query, conditions });
  }
}

function note(tx: Tx, verb: string, { id, direction, supervisionMode }: EcommerceProfile): void {
  const details = { direction, supervisionMode };
  audit(tx, { action: `customs.ecommerce_profile.${verb}`, resourceType: 'ecommerceProfile', resourceId: id, details });
}

async function orTaken(name: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!violates(error, 'uq_ecommerce_profile_name')) throw error;
    throw new ProfileNameTakenError(SAY.profile_name_taken({ name }), { name });
  }
}
