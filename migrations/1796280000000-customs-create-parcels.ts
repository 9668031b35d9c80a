import { type MigrationInterface, type QueryRunner } from 'typeorm';

const STATES = `'gathering', 'mismatched', 'over_limit', 'matched', 'filing', 'filed', 'accepted', 'reviewing', 'inspecting',
  'detained', 'concluded', 'released', 'departed', 'cleared', 'rejected', 'withdrawn', 'returned', 'cancelled'`;

/** E-commerce shipments, what a tenant files them with, how many each person has bought, and parcels that come in bulk. */
export class CustomsCreateParcels1796280000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.createProfile(db);
    await this.createParcel(db);
    await this.createQuota(db);
    await this.createBatch(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE customs.parcel_chunk, customs.parcel_batch, customs.retail_quota, customs.parcel, customs.ecommerce_profile`);
  }

  private async createProfile(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE customs.ecommerce_profile (
        tenant_id        uuid        NOT NULL,
        id               uuid        NOT NULL,
        name             text        NOT NULL,
        direction        text        NOT NULL CONSTRAINT ck_ecommerce_profile_direction CHECK (direction IN ('export', 'import')),
        supervision_mode text        NOT NULL,
        terms            jsonb       NOT NULL,
        version          integer     NOT NULL DEFAULT 1,
        created_at       timestamptz NOT NULL,
        updated_at       timestamptz NOT NULL,
        CONSTRAINT pk_ecommerce_profile PRIMARY KEY (tenant_id, id)
      )`);
    await db.query(`CREATE UNIQUE INDEX uq_ecommerce_profile_name ON customs.ecommerce_profile (tenant_id, name)`);
    await db.query(`CALL platform.isolate('customs.ecommerce_profile')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON customs.ecommerce_profile TO entrepot_app`);
  }

  private async createParcel(db: QueryRunner): Promise<void> {
    // The papers name buyers, their identity numbers and addresses: they are sealed, all of a parcel in one.
    await db.query(`
      CREATE TABLE customs.parcel (
        tenant_id        uuid        NOT NULL,
        id               uuid        NOT NULL,
        profile_id       uuid        NOT NULL,
        batch_id         uuid,
        list_guid        uuid,
        created_at       timestamptz NOT NULL,
        updated_at       timestamptz NOT NULL,
        filed_at         timestamptz,
        released_at      timestamptz,
        taxable_minor    bigint,
        tax_minor        bigint,
        quota_minor      bigint,
        version          integer     NOT NULL DEFAULT 1,
        rank             smallint    NOT NULL DEFAULT -1,
        quota_year       smallint,
        direction        text        NOT NULL CONSTRAINT ck_parcel_direction CHECK (direction IN ('export', 'import')),
        supervision_mode text        NOT NULL,
        platform_code    text        NOT NULL,
        order_no         text        NOT NULL,
        waybill_no       text,
        state            text        NOT NULL CONSTRAINT ck_parcel_state CHECK (state IN (${STATES})),
        quota_state      text        NOT NULL DEFAULT 'none'
                         CONSTRAINT ck_parcel_quota_state CHECK (quota_state IN ('none', 'reserved', 'consumed')),
        pre_no           text,
        invt_no          text,
        customs_said     text,
        person           bytea,
        findings         jsonb,
        tax              jsonb,
        papers           bytea       NOT NULL,
        CONSTRAINT pk_parcel PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_parcel_quota CHECK (quota_state = 'none'
          OR (person IS NOT NULL AND quota_year IS NOT NULL AND quota_minor IS NOT NULL))
      )`);
    // It is sealed: PostgreSQL finds nothing in it to compress.
    await db.query(`ALTER TABLE customs.parcel ALTER COLUMN papers SET STORAGE EXTERNAL`);
    await db.query(`CREATE UNIQUE INDEX uq_parcel_order ON customs.parcel (tenant_id, platform_code, order_no)`);
    await db.query(`
      CREATE UNIQUE INDEX uq_parcel_list_guid ON customs.parcel (tenant_id, list_guid) WHERE list_guid IS NOT NULL`);
    await db.query(`
      CREATE INDEX ix_parcel_batch ON customs.parcel (tenant_id, batch_id, id) WHERE batch_id IS NOT NULL`);
    await db.query(`CREATE INDEX ix_parcel_state ON customs.parcel (tenant_id, state, id)`);
    await db.query(`CALL platform.isolate('customs.parcel')`);
    await db.query(`GRANT SELECT, INSERT ON customs.parcel TO entrepot_app`);
    await db.query(`
      GRANT UPDATE (list_guid, updated_at, filed_at, released_at, taxable_minor, tax_minor, quota_minor, version, rank,
                    quota_year, waybill_no, state, quota_state, pre_no, invt_no, customs_said, person, findings, tax, papers)
        ON customs.parcel TO entrepot_app`);
  }

  private async createQuota(db: QueryRunner): Promise<void> {
    // The person is a keyed hash of the identity number. Minor units of CNY.
    await db.query(`
      CREATE TABLE customs.retail_quota (
        tenant_id      uuid     NOT NULL,
        person         bytea    NOT NULL,
        year           smallint NOT NULL,
        reserved_minor bigint   NOT NULL CONSTRAINT ck_retail_quota_reserved CHECK (reserved_minor >= 0),
        consumed_minor bigint   NOT NULL CONSTRAINT ck_retail_quota_consumed CHECK (consumed_minor >= 0),
        CONSTRAINT pk_retail_quota PRIMARY KEY (tenant_id, person, year)
      ) WITH (fillfactor = 80)`);
    await db.query(`CALL platform.isolate('customs.retail_quota')`);
    await db.query(`GRANT SELECT, INSERT ON customs.retail_quota TO entrepot_app`);
    await db.query(`GRANT UPDATE (reserved_minor, consumed_minor) ON customs.retail_quota TO entrepot_app`);
  }

  private async createBatch(db: QueryRunner): Promise<void> {
    // An upload; how its work stands is the operation of the same id.
    await db.query(`
      CREATE TABLE customs.parcel_batch (
        tenant_id   uuid        NOT NULL,
        id          uuid        NOT NULL,
        actor       text        NOT NULL,
        key         text        NOT NULL,
        fingerprint text        NOT NULL,
        profile_id  uuid        NOT NULL,
        format      text        NOT NULL CONSTRAINT ck_parcel_batch_format CHECK (format IN ('ndjson', 'csv')),
        language    text        NOT NULL,
        header      text,
        chunks      integer,
        created_at  timestamptz NOT NULL,
        received_at timestamptz,
        CONSTRAINT pk_parcel_batch PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_parcel_batch_received CHECK ((chunks IS NULL) = (received_at IS NULL))
      )`);
    await db.query(`CREATE UNIQUE INDEX uq_parcel_batch_key ON customs.parcel_batch (tenant_id, actor, key)`);
    await db.query(`CALL platform.isolate('customs.parcel_batch')`);
    await db.query(`GRANT SELECT, INSERT ON customs.parcel_batch TO entrepot_app`);
    await db.query(`GRANT UPDATE (header, chunks, received_at) ON customs.parcel_batch TO entrepot_app`);
    // The rows as they came until they are worked, then what became of each; packed and sealed.
    await db.query(`
      CREATE TABLE customs.parcel_chunk (
        tenant_id uuid     NOT NULL,
        batch_id  uuid     NOT NULL,
        number    integer  NOT NULL,
        first_row integer  NOT NULL,
        rows      integer  NOT NULL,
        digest    bytea    NOT NULL,
        body      bytea,
        rejected  integer,
        results   bytea,
        CONSTRAINT pk_parcel_chunk PRIMARY KEY (tenant_id, batch_id, number),
        CONSTRAINT ck_parcel_chunk_worked CHECK ((rejected IS NULL) = (results IS NULL))
      )`);
    await db.query(`ALTER TABLE customs.parcel_chunk ALTER COLUMN body SET STORAGE EXTERNAL`);
    await db.query(`ALTER TABLE customs.parcel_chunk ALTER COLUMN results SET STORAGE EXTERNAL`);
    await db.query(`CALL platform.isolate('customs.parcel_chunk')`);
    await db.query(`GRANT SELECT, INSERT ON customs.parcel_chunk TO entrepot_app`);
    await db.query(`GRANT UPDATE (body, rejected, results) ON customs.parcel_chunk TO entrepot_app`);
  }
}
