import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Goods that go by express, post, dedicated line, air or rail, and what their couriers tell of them. */
export class FreightCreateConsignments1796399000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE freight.consignment (
        tenant_id           uuid        NOT NULL,
        id                  uuid        NOT NULL,
        reference           text,
        order_id            uuid,
        comparison_id       uuid        NOT NULL,
        offer_rank          integer     NOT NULL,
        way                 text        NOT NULL CONSTRAINT ck_consignment_way CHECK (way IN
                              ('express', 'postal', 'dedicated_line', 'air', 'rail')),
        state               text        NOT NULL CONSTRAINT ck_consignment_state CHECK (state IN
                              ('requested', 'accepted', 'collected', 'in_transit', 'delivered', 'rejected', 'cancelled', 'returned',
                               'lost')),
        cancellation        text        NOT NULL CONSTRAINT ck_consignment_cancellation CHECK (cancellation IN
                              ('none', 'requested', 'declined', 'confirmed')),
        cancellation_reason text,
        departure_date      date        NOT NULL,
        offer               jsonb       NOT NULL,
        cargo               jsonb       NOT NULL,
        sender              jsonb       NOT NULL,
        recipient           jsonb       NOT NULL,
        goods               jsonb       NOT NULL,
        contents            text        NOT NULL CONSTRAINT ck_consignment_contents CHECK (contents IN
                              ('merchandise', 'sample', 'gift', 'documents', 'returned_goods', 'other')),
        papers              jsonb       NOT NULL,
        request_message     text        NOT NULL,
        courier_reference   text,
        waybill_number      text,
        tracking_numbers    jsonb       NOT NULL,
        times               jsonb       NOT NULL,
        reason              text,
        causes              jsonb,
        last_reported_at    timestamptz,
        expected_by         timestamptz,
        overdue_at          timestamptz,
        asks                integer     NOT NULL,
        ask_at              timestamptz,
        ask_armed_for       timestamptz,
        version             integer     NOT NULL,
        created_at          timestamptz NOT NULL,
        updated_at          timestamptz NOT NULL,
        CONSTRAINT pk_consignment PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_consignment_comparison FOREIGN KEY (tenant_id, comparison_id)
          REFERENCES freight.comparison (tenant_id, id)
      )`);
    // An offer serves one consignment, until that has come to nothing.
    await db.query(`
      CREATE UNIQUE INDEX uq_consignment_offer ON freight.consignment (tenant_id, comparison_id, offer_rank)
        WHERE state NOT IN ('rejected', 'cancelled')`);
    await db.query(`CREATE UNIQUE INDEX uq_consignment_reference ON freight.consignment (tenant_id, reference)`);
    await db.query(`CREATE INDEX ix_consignment_order ON freight.consignment (tenant_id, order_id, id)`);
    await db.query(`CREATE INDEX ix_consignment_waybill ON freight.consignment (tenant_id, waybill_number)`);
    await db.query(`
      CREATE TABLE freight.consignment_event (
        tenant_id       uuid        NOT NULL,
        id              uuid        NOT NULL,
        consignment_id  uuid        NOT NULL,
        event_id        text        NOT NULL,
        classifier      text        NOT NULL CONSTRAINT ck_consignment_event_classifier CHECK (classifier IN
                          ('PLN', 'EST', 'ACT')),
        code            text        NOT NULL,
        source_code     text        NOT NULL,
        occurs_at       timestamptz NOT NULL,
        local_time      text        NOT NULL,
        reported_at     timestamptz NOT NULL,
        location        text,
        tracking_number text,
        remark          text,
        created_at      timestamptz NOT NULL,
        CONSTRAINT pk_consignment_event PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_consignment_event_consignment FOREIGN KEY (tenant_id, consignment_id)
          REFERENCES freight.consignment (tenant_id, id)
      )`);
    await db.query(`
      CREATE UNIQUE INDEX uq_consignment_event_told ON freight.consignment_event (tenant_id, consignment_id, event_id)`);
    await db.query(`
      CREATE INDEX ix_consignment_event_consignment ON freight.consignment_event (tenant_id, consignment_id, id)`);
    for (const table of ['consignment', 'consignment_event']) {
      await db.query(`CALL platform.isolate('freight.${table}')`);
    }
    await db.query(`CALL platform.watch('freight.consignment')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON freight.consignment TO entrepot_app`);
    // What was told is never changed.
    await db.query(`GRANT SELECT, INSERT ON freight.consignment_event TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM platform.waiting_table WHERE relation = 'freight.consignment'`);
    await db.query(`DROP TABLE freight.consignment_event, freight.consignment`);
  }
}
