import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What the simulated partners of a sandbox tenant were told to do, and what they did. */
export class RehearsalCreateSimulations1796200000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE SCHEMA rehearsal`);
    await db.query(`GRANT USAGE ON SCHEMA rehearsal TO entrepot_app`);
    // As json and not jsonb: what was sent is shown as it was, to the order of its fields.
    await db.query(`
      CREATE TABLE rehearsal.simulation (
        tenant_id   uuid        NOT NULL,
        id          uuid        NOT NULL,
        kind        text        NOT NULL,
        resource_id text        NOT NULL,
        parameters  json        NOT NULL,
        credential  jsonb       NOT NULL,
        language    text        NOT NULL,
        state       text        NOT NULL,
        tries       integer     NOT NULL DEFAULT 0,
        lever       json,
        effect      json,
        problem     json,
        created_by  text        NOT NULL,
        created_at  timestamptz NOT NULL,
        ended_at    timestamptz,
        version     integer     NOT NULL DEFAULT 1,
        CONSTRAINT pk_simulation PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_simulation_state CHECK (state IN ('ordered', 'done', 'failed')),
        CONSTRAINT ck_simulation_end CHECK ((state = 'ordered') = (ended_at IS NULL)),
        CONSTRAINT ck_simulation_effect CHECK ((state = 'done') = (effect IS NOT NULL)),
        CONSTRAINT ck_simulation_problem CHECK ((state = 'failed') = (problem IS NOT NULL))
      )`);
    await db.query(`
      CREATE INDEX ix_simulation_resource ON rehearsal.simulation (tenant_id, resource_id, id)`);
    await db.query(`CALL platform.isolate('rehearsal.simulation')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON rehearsal.simulation TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE rehearsal.simulation`);
    await db.query(`DROP SCHEMA rehearsal`);
  }
}
