import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Updates and amendments of bookings, what the carrier remarks on them, and cut-offs as deadlines. */
export class FreightCreateBookingChanges1796392000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE freight.booking
        ADD COLUMN feedbacks jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN cut_fields jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN open_change_id uuid,
        ADD COLUMN cut_offs_armed_for timestamptz,
        DROP CONSTRAINT ck_booking_state,
        ADD CONSTRAINT ck_booking_state CHECK (state IN
          ('requested', 'received', 'pending_update', 'update_received', 'confirmed', 'pending_amendment', 'rejected',
           'declined', 'cancelled', 'completed'))`);
    await db.query(`
      CREATE TABLE freight.booking_change (
        tenant_id     uuid        NOT NULL,
        id            uuid        NOT NULL,
        booking_id    uuid        NOT NULL,
        kind          text        NOT NULL CONSTRAINT ck_booking_change_kind CHECK (kind IN ('update', 'amendment')),
        state         text        NOT NULL CONSTRAINT ck_booking_change_state CHECK (state IN
                        ('requested', 'received', 'withdrawing', 'confirmed', 'declined', 'withdrawn', 'superseded')),
        changes       jsonb       NOT NULL,
        message       text        NOT NULL,
        status_before text,
        reported_before timestamptz,
        taken_at      timestamptz,
        reason        text,
        causes        jsonb,
        decided_at    timestamptz,
        version       integer     NOT NULL,
        created_at    timestamptz NOT NULL,
        updated_at    timestamptz NOT NULL,
        CONSTRAINT pk_booking_change PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_booking_change_booking FOREIGN KEY (tenant_id, booking_id)
          REFERENCES freight.booking (tenant_id, id)
      )`);
    await db.query(`CREATE INDEX ix_booking_change_booking ON freight.booking_change (tenant_id, booking_id, id)`);
    // One change at a time: a newer one takes the place of the older.
    await db.query(`
      CREATE UNIQUE INDEX uq_booking_change_open ON freight.booking_change (tenant_id, booking_id)
        WHERE state IN ('requested', 'received', 'withdrawing')`);
    await db.query(`
      CREATE TABLE freight.cut_off (
        tenant_id  uuid        NOT NULL,
        booking_id uuid        NOT NULL,
        code       text        NOT NULL,
        at         timestamptz NOT NULL,
        local_time text        NOT NULL,
        state      text        NOT NULL CONSTRAINT ck_cut_off_state CHECK (state IN ('open', 'met', 'missed', 'void')),
        warned_at  timestamptz,
        met_at     timestamptz,
        missed_at  timestamptz,
        CONSTRAINT pk_cut_off PRIMARY KEY (tenant_id, booking_id, code),
        CONSTRAINT fk_cut_off_booking FOREIGN KEY (tenant_id, booking_id) REFERENCES freight.booking (tenant_id, id)
      )`);
    for (const table of ['booking_change', 'cut_off']) {
      await db.query(`CALL platform.isolate('freight.${table}')`);
      await db.query(`GRANT SELECT, INSERT, UPDATE ON freight.${table} TO entrepot_app`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE freight.cut_off, freight.booking_change`);
    await db.query(`
      ALTER TABLE freight.booking
        DROP COLUMN cut_offs_armed_for, DROP COLUMN open_change_id, DROP COLUMN cut_fields, DROP COLUMN feedbacks,
        DROP CONSTRAINT ck_booking_state,
        ADD CONSTRAINT ck_booking_state CHECK (state IN
          ('requested', 'received', 'pending_update', 'confirmed', 'pending_amendment', 'rejected', 'declined', 'cancelled',
           'completed')) NOT VALID`);
  }
}
