import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Bills of lading and sea waybills, of the carrier and of the forwarder under them. */
export class FreightCreateTransportDocuments1796396001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE freight.transport_document (
        tenant_id                       uuid        NOT NULL,
        id                              uuid        NOT NULL,
        booking_id                      uuid        NOT NULL,
        order_id                        uuid        NOT NULL,
        instructions_id                 uuid        NOT NULL,
        level                           text        NOT NULL CONSTRAINT ck_transport_document_level CHECK (level IN
                                          ('master', 'house')),
        master_id                       uuid,
        replaces_id                     uuid,
        type                            text        NOT NULL CONSTRAINT ck_transport_document_type CHECK (type IN ('BOL', 'SWB')),
        state                           text        NOT NULL CONSTRAINT ck_transport_document_state CHECK (state IN
                                          ('draft', 'approved', 'issued', 'pending_surrender_for_amendment',
                                           'surrendered_for_amendment', 'pending_surrender_for_delivery',
                                           'surrendered_for_delivery', 'voided')),
        wish                            text        CONSTRAINT ck_transport_document_wish CHECK (wish IN
                                          ('approval', 'surrender_for_amendment', 'surrender_for_delivery')),
        wish_id                         uuid,
        surrender_manner                text        CONSTRAINT ck_transport_document_manner CHECK (surrender_manner IN
                                          ('originals', 'telex_release', 'electronic')),
        transport_document_reference    text        NOT NULL,
        transport_document_sub_reference text,
        transport_document_status       text,
        document                        jsonb       NOT NULL,
        feedbacks                       jsonb       NOT NULL,
        reason                          text,
        causes                          jsonb,
        issued_at                       timestamptz,
        surrendered_at                  timestamptz,
        last_reported_at                timestamptz,
        version                         integer     NOT NULL,
        created_at                      timestamptz NOT NULL,
        updated_at                      timestamptz NOT NULL,
        CONSTRAINT pk_transport_document PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_transport_document_instructions FOREIGN KEY (tenant_id, instructions_id)
          REFERENCES freight.shipping_instructions (tenant_id, id),
        CONSTRAINT fk_transport_document_master FOREIGN KEY (tenant_id, master_id)
          REFERENCES freight.transport_document (tenant_id, id),
        CONSTRAINT ck_transport_document_house CHECK ((level = 'house') = (master_id IS NOT NULL)),
        CONSTRAINT ck_transport_document_waybill CHECK (type = 'BOL' OR state IN ('draft', 'approved', 'issued', 'voided'))
      )`);
    await db.query(`
      CREATE UNIQUE INDEX uq_transport_document_reference ON freight.transport_document
        (tenant_id, transport_document_reference, coalesce(transport_document_sub_reference, ''))`);
    await db.query(
      `CREATE INDEX ix_transport_document_booking ON freight.transport_document (tenant_id, booking_id, id)`,
    );
    await db.query(`CREATE INDEX ix_transport_document_instructions
                      ON freight.transport_document (tenant_id, instructions_id, id)`);
    await db.query(`CALL platform.isolate('freight.transport_document')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON freight.transport_document TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE freight.transport_document`);
  }
}
