import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Who trades: sellers (SMEs), their buyers abroad, and the suppliers that issue VAT invoices. */
export class PartiesCreateParty1795500001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE SCHEMA parties`);
    await db.query(`
      CREATE TABLE parties.party (
        tenant_id       uuid        NOT NULL,
        id              uuid        NOT NULL,
        kind            text        NOT NULL CONSTRAINT ck_party_kind CHECK (kind IN ('seller', 'buyer', 'supplier')),
        reference       text        NOT NULL,
        name            text        NOT NULL,
        name_en         text,
        country         char(2)     NOT NULL,
        address         text        NOT NULL,
        uscc            text,
        customs_code    text,
        enterprise_kind text        CONSTRAINT ck_party_enterprise_kind CHECK (enterprise_kind IN ('trading', 'manufacturer')),
        bank_account    jsonb,
        tax             jsonb,
        aliases         text[]      NOT NULL,
        warnings        text[]      NOT NULL,
        version         integer     NOT NULL DEFAULT 1,
        created_at      timestamptz NOT NULL,
        updated_at      timestamptz NOT NULL,
        CONSTRAINT pk_party PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_party_seller CHECK (kind <> 'seller' OR
          (uscc IS NOT NULL AND customs_code IS NOT NULL AND enterprise_kind IS NOT NULL AND name_en IS NOT NULL))
      )`);
    await db.query(`CREATE UNIQUE INDEX uq_party_reference ON parties.party (tenant_id, reference)`);
    await db.query(`CREATE INDEX ix_party_kind ON parties.party (tenant_id, kind, id)`);
    await db.query(`CREATE INDEX ix_party_uscc ON parties.party (tenant_id, uscc) WHERE uscc IS NOT NULL`);
    await db.query(`CALL platform.isolate('parties.party')`);
    await db.query(`GRANT USAGE ON SCHEMA parties TO entrepot_app`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON parties.party TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP SCHEMA parties CASCADE`);
  }
}
