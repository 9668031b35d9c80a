import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Shipping instructions of confirmed bookings, and what the carrier says of them. */
export class FreightCreateShippingInstructions1796396000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE freight.shipping_instructions (
        tenant_id                      uuid        NOT NULL,
        id                             uuid        NOT NULL,
        booking_id                     uuid        NOT NULL,
        order_id                       uuid        NOT NULL,
        state                          text        NOT NULL CONSTRAINT ck_shipping_instructions_state CHECK (state IN
                                         ('requested', 'received', 'pending_update', 'completed', 'cancelled', 'declined',
                                          'refused')),
        update_state                   text        NOT NULL CONSTRAINT ck_shipping_instructions_update CHECK (update_state IN
                                         ('none', 'requested', 'received', 'withdrawing', 'confirmed', 'declined',
                                          'withdrawn')),
        is_cancelling                  boolean     NOT NULL,
        content                        jsonb       NOT NULL,
        message                        text        NOT NULL,
        updated_content                jsonb,
        updated_message                text,
        revision                       integer     NOT NULL CONSTRAINT ck_shipping_instructions_revision CHECK (revision >= 1),
        warnings                       jsonb       NOT NULL,
        cut_fields                     jsonb       NOT NULL,
        shipping_instructions_reference text,
        transport_document_reference   text,
        shipping_instructions_status   text,
        updated_shipping_instructions_status text,
        feedbacks                      jsonb       NOT NULL,
        reason                         text,
        causes                         jsonb,
        taken_at                       timestamptz,
        update_taken_at                timestamptz,
        last_reported_at               timestamptz,
        asks                           integer     NOT NULL,
        ask_armed_for                  timestamptz,
        version                        integer     NOT NULL,
        created_at                     timestamptz NOT NULL,
        updated_at                     timestamptz NOT NULL,
        CONSTRAINT pk_shipping_instructions PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_shipping_instructions_booking FOREIGN KEY (tenant_id, booking_id)
          REFERENCES freight.booking (tenant_id, id)
      )`);
    await db.query(
      `CREATE INDEX ix_shipping_instructions_booking ON freight.shipping_instructions (tenant_id, booking_id, id)`,
    );
    // One live set of instructions for a booking, whoever races whom.
    await db.query(`
      CREATE UNIQUE INDEX uq_shipping_instructions_live ON freight.shipping_instructions (tenant_id, booking_id)
        WHERE state IN ('requested', 'received', 'pending_update', 'completed')`);
    await db.query(`
      CREATE INDEX ix_shipping_instructions_reference
        ON freight.shipping_instructions (tenant_id, shipping_instructions_reference)`);
    await db.query(`
      CREATE INDEX ix_shipping_instructions_document
        ON freight.shipping_instructions (tenant_id, transport_document_reference)`);
    await db.query(`CALL platform.isolate('freight.shipping_instructions')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON freight.shipping_instructions TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE freight.shipping_instructions`);
  }
}
