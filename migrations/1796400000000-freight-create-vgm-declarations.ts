import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Declarations of verified gross mass, container by container, and what the carrier says of them. */
export class FreightCreateVgmDeclarations1796400000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE freight.vgm_declaration (
        tenant_id                 uuid        NOT NULL,
        id                        uuid        NOT NULL,
        booking_id                uuid        NOT NULL,
        order_id                  uuid        NOT NULL,
        equipment_reference       text        NOT NULL,
        state                     text        NOT NULL CONSTRAINT ck_vgm_declaration_state CHECK (state IN
                                    ('requested', 'received', 'accepted', 'rejected', 'superseded')),
        carrier_booking_reference text        NOT NULL,
        shipper_name              text        NOT NULL,
        content                   jsonb       NOT NULL,
        figures                   jsonb       NOT NULL,
        findings                  jsonb       NOT NULL,
        warnings                  jsonb       NOT NULL,
        message                   text        NOT NULL,
        supersedes_id             uuid,
        reason                    text,
        causes                    jsonb,
        taken_at                  timestamptz,
        decided_at                timestamptz,
        last_reported_at          timestamptz,
        expected_by               timestamptz,
        asks                      integer     NOT NULL,
        ask_armed_for             timestamptz,
        version                   integer     NOT NULL,
        created_at                timestamptz NOT NULL,
        updated_at                timestamptz NOT NULL,
        CONSTRAINT pk_vgm_declaration PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_vgm_declaration_booking FOREIGN KEY (tenant_id, booking_id)
          REFERENCES freight.booking (tenant_id, id)
      )`);
    await db.query(`CREATE INDEX ix_vgm_declaration_booking ON freight.vgm_declaration (tenant_id, booking_id, id)`);
    // One live declaration of a container, whoever races whom.
    await db.query(`
      CREATE UNIQUE INDEX uq_vgm_declaration_live ON freight.vgm_declaration (tenant_id, booking_id, equipment_reference)
        WHERE state IN ('requested', 'received', 'accepted')`);
    await db.query(`CALL platform.isolate('freight.vgm_declaration')`);
    await db.query(`CALL platform.watch('freight.vgm_declaration')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON freight.vgm_declaration TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM platform.waiting_table WHERE relation = 'freight.vgm_declaration'`);
    await db.query(`DROP TABLE freight.vgm_declaration`);
  }
}
