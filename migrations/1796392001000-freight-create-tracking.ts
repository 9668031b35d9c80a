import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Milestones name their source and the code it used; events that name no booking of ours wait for one. */
export class FreightCreateTracking1796392001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE freight.milestone
        ADD COLUMN source text NOT NULL DEFAULT 'carrier',
        ADD COLUMN source_code text`);
    await db.query(`
      CREATE TABLE freight.waiting_event (
        tenant_id                         uuid        NOT NULL,
        id                                uuid        NOT NULL,
        event_id                          text        NOT NULL,
        carrier_booking_request_reference text,
        carrier_booking_reference         text,
        transport_document_reference      text,
        event                             jsonb       NOT NULL,
        created_at                        timestamptz NOT NULL,
        CONSTRAINT pk_waiting_event PRIMARY KEY (tenant_id, id)
      )`);
    await db.query(`CREATE UNIQUE INDEX uq_waiting_event_event ON freight.waiting_event (tenant_id, event_id)`);
    await db.query(`
      CREATE INDEX ix_waiting_event_booking ON freight.waiting_event (tenant_id, carrier_booking_reference)`);
    await db.query(`CALL platform.isolate('freight.waiting_event')`);
    await db.query(`GRANT SELECT, INSERT, DELETE ON freight.waiting_event TO entrepot_app`);
    // Past voyages of a lane, which say how long the next one will take.
    await db.query(`
      CREATE INDEX ix_booking_lane_history ON freight.booking (tenant_id, port_of_loading, port_of_discharge, id)
        WHERE arrived_at IS NOT NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX freight.ix_booking_lane_history`);
    await db.query(`DROP TABLE freight.waiting_event`);
    await db.query(`ALTER TABLE freight.milestone DROP COLUMN source_code, DROP COLUMN source`);
  }
}
