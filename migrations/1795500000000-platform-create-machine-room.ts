import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Roles, tenants, keys, events, deliveries, idempotency, audit: what every module stands on.
 *
 * Two roles without login: `entrepot_app` (the api, and all business code) sees one tenant at a time;
 * `entrepot_worker` is that and may besides look at the machine tables of all tenants, to carry work about.
 * Neither owns a table nor can pass by row-level security.
 */
export class PlatformCreateMachineRoom1795500000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.createRoles(db);
    await this.createTenancy(db);
    await this.createEvents(db);
    await this.createDeliveries(db);
    await this.createIdempotency(db);
    await this.createAudit(db);
    await this.createInbox(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP SCHEMA audit CASCADE`);
    await db.query(`DROP SCHEMA platform CASCADE`);
  }

  private async createRoles(db: QueryRunner): Promise<void> {
    // Roles belong to the cluster, not to the database: another database may have made them already.
    await db.query(`
      DO $$ BEGIN
        IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'entrepot_app') THEN CREATE ROLE entrepot_app NOLOGIN; END IF;
        IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'entrepot_worker') THEN CREATE ROLE entrepot_worker NOLOGIN; END IF;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END $$`);
    await db.query(`GRANT entrepot_app TO entrepot_worker`);
    await db.query(`CREATE SCHEMA platform`);
    await db.query(`CREATE SCHEMA audit`);
    await db.query(`GRANT USAGE ON SCHEMA platform, audit TO entrepot_app`);
    await db.query(`
      CREATE FUNCTION platform.current_tenant() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT nullif(current_setting('app.tenant', true), '')::uuid $$`);
    // One call per tenant table, so that no table is forgotten half-way: enabled, forced, one policy.
    await db.query(`
      CREATE PROCEDURE platform.isolate(target regclass) LANGUAGE plpgsql AS $$
      BEGIN
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
        EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
        EXECUTE format('CREATE POLICY tenant_isolation ON %s USING (tenant_id = (SELECT platform.current_tenant())) WITH CHECK (tenant_id = (SELECT platform.current_tenant()))', target);
      END $$`);
    await db.query(`GRANT EXECUTE ON FUNCTION platform.current_tenant() TO entrepot_app`);
  }

  private async createTenancy(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE platform.tenant (
        id          uuid        CONSTRAINT pk_tenant PRIMARY KEY,
        name        text        NOT NULL,
        livemode    boolean     NOT NULL,
        test_clock  timestamptz,
        created_at  timestamptz NOT NULL,
        CONSTRAINT ck_tenant_clock CHECK (test_clock IS NULL OR NOT livemode)
      )`);
    await db.query(`ALTER TABLE platform.tenant ENABLE ROW LEVEL SECURITY`);
    await db.query(`ALTER TABLE platform.tenant FORCE ROW LEVEL SECURITY`);
    await db.query(`CREATE POLICY tenant_isolation ON platform.tenant USING (id = (SELECT platform.current_tenant()))`);
    await db.query(`
      CREATE TABLE platform.api_key (
        tenant_id    uuid        NOT NULL,
        id           uuid        NOT NULL,
        name         text        NOT NULL,
        hash         bytea       NOT NULL,
        last_four    char(4)     NOT NULL,
        scopes       text[]      NOT NULL,
        created_at   timestamptz NOT NULL,
        expires_at   timestamptz,
        revoked_at   timestamptz,
        version      integer     NOT NULL DEFAULT 1,
        CONSTRAINT pk_api_key PRIMARY KEY (tenant_id, id)
      )`);
    await db.query(`CREATE UNIQUE INDEX uq_api_key_hash ON platform.api_key (hash)`);
    await db.query(`CALL platform.isolate('platform.api_key')`);
    await db.query(`GRANT SELECT, UPDATE (test_clock) ON platform.tenant TO entrepot_app`);
    await db.query(
      `GRANT SELECT, INSERT, UPDATE (revoked_at, expires_at, version) ON platform.api_key TO entrepot_app`,
    );
    // Before a key is verified there is no tenant: this table of hashes is all that can be asked, one hash at a time.
    await db.query(`
      CREATE TABLE platform.key_lookup (
        hash       bytea       CONSTRAINT pk_key_lookup PRIMARY KEY,
        tenant_id  uuid        NOT NULL,
        key_id     uuid        NOT NULL,
        livemode   boolean     NOT NULL,
        scopes     text[]      NOT NULL,
        expires_at timestamptz,
        revoked_at timestamptz
      )`);
    await db.query(`
      CREATE FUNCTION platform.mirror_key() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
      BEGIN
        INSERT INTO platform.key_lookup (hash, tenant_id, key_id, livemode, scopes, expires_at, revoked_at)
        VALUES (NEW.hash, NEW.tenant_id, NEW.id, (SELECT t.livemode FROM platform.tenant t WHERE t.id = NEW.tenant_id),
                NEW.scopes, NEW.expires_at, NEW.revoked_at)
        ON CONFLICT (hash) DO UPDATE SET scopes = EXCLUDED.scopes, expires_at = EXCLUDED.expires_at, revoked_at = EXCLUDED.revoked_at;
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER mirror_key AFTER INSERT OR UPDATE ON platform.api_key
        FOR EACH ROW EXECUTE FUNCTION platform.mirror_key()`);
    await db.query(`
      CREATE FUNCTION platform.authenticate(key_hash bytea)
        RETURNS TABLE (tenant_id uuid, key_id uuid, livemode boolean, scopes text[])
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
          SELECT k.tenant_id, k.key_id, k.livemode, k.scopes FROM platform.key_lookup k
          WHERE k.hash = key_hash AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now()) $$`);
    await db.query(`REVOKE ALL ON FUNCTION platform.authenticate(bytea), platform.mirror_key() FROM PUBLIC`);
    await db.query(`GRANT EXECUTE ON FUNCTION platform.authenticate(bytea) TO entrepot_app`);
  }

  private async createEvents(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE platform.event (
        tenant_id      uuid        NOT NULL,
        id             uuid        NOT NULL,
        type           text        NOT NULL,
        schema_version smallint    NOT NULL,
        occurred_at    timestamptz NOT NULL,
        resource_type  text        NOT NULL,
        resource_id    uuid        NOT NULL,
        sequence       integer     NOT NULL,
        order_id       uuid,
        changed        text[]      NOT NULL,
        data           jsonb       NOT NULL,
        livemode       boolean     NOT NULL,
        traceparent    text,
        CONSTRAINT pk_event PRIMARY KEY (tenant_id, id)
      )`);
    await db.query(`CREATE UNIQUE INDEX uq_event_sequence ON platform.event (tenant_id, resource_id, sequence)`);
    await db.query(
      `CREATE INDEX ix_event_order ON platform.event (tenant_id, order_id, id) WHERE order_id IS NOT NULL`,
    );
    await db.query(`CALL platform.isolate('platform.event')`);
    // The feed's position is given after the commit, one tenant at a time, so that a reader who has seen
    // position n never finds n-1 later: ids alone are given before the commit and cannot promise that.
    await db.query(`
      CREATE TABLE platform.event_feed (
        tenant_id  uuid        NOT NULL,
        position   bigint      NOT NULL,
        event_id   uuid        NOT NULL,
        CONSTRAINT pk_event_feed PRIMARY KEY (tenant_id, position)
      )`);
    await db.query(`CREATE UNIQUE INDEX uq_event_feed_event ON platform.event_feed (tenant_id, event_id)`);
    await db.query(`CALL platform.isolate('platform.event_feed')`);
    await db.query(`
      CREATE TABLE platform.event_feed_head (
        tenant_id uuid   CONSTRAINT pk_event_feed_head PRIMARY KEY,
        position  bigint NOT NULL
      )`);
    // What waits for its position; a row lives from the commit to the next round of the feed, some milliseconds.
    await db.query(`
      CREATE TABLE platform.event_unfed (
        tenant_id uuid NOT NULL,
        event_id  uuid NOT NULL,
        CONSTRAINT pk_event_unfed PRIMARY KEY (tenant_id, event_id)
      )`);
    await db.query(`
      CREATE FUNCTION platform.await_feed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
      BEGIN
        INSERT INTO platform.event_unfed (tenant_id, event_id) SELECT tenant_id, id FROM new_event;
        RETURN NULL;
      END $$`);
    await db.query(`
      CREATE TRIGGER await_feed AFTER INSERT ON platform.event
        REFERENCING NEW TABLE AS new_event FOR EACH STATEMENT EXECUTE FUNCTION platform.await_feed()`);
    await db.query(`REVOKE ALL ON FUNCTION platform.await_feed() FROM PUBLIC`);
    await db.query(`GRANT SELECT, INSERT ON platform.event TO entrepot_app`);
    await db.query(`GRANT SELECT ON platform.event_feed TO entrepot_app`);
    await db.query(`GRANT INSERT ON platform.event_feed TO entrepot_worker`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON platform.event_feed_head TO entrepot_worker`);
    await db.query(`GRANT SELECT, UPDATE, DELETE ON platform.event_unfed TO entrepot_worker`);
    await db.query(`CREATE POLICY machine ON platform.event_feed TO entrepot_worker USING (true) WITH CHECK (true)`);
    await db.query(`CREATE POLICY machine ON platform.event FOR SELECT TO entrepot_worker USING (true)`);
  }

  private async createDeliveries(db: QueryRunner): Promise<void> {
    // A row is a promise of work: made with the change that causes it, deleted with the effect it has.
    await db.query(`
      CREATE TABLE platform.delivery (
        tenant_id   uuid        NOT NULL,
        message_id  uuid        NOT NULL,
        queue       text        NOT NULL,
        topic       text        NOT NULL,
        payload     jsonb       NOT NULL,
        due_at      timestamptz NOT NULL,
        sent_at     timestamptz,
        created_at  timestamptz NOT NULL,
        traceparent text,
        CONSTRAINT pk_delivery PRIMARY KEY (tenant_id, message_id, queue)
      ) WITH (fillfactor = 70)`);
    await db.query(`CREATE INDEX ix_delivery_unsent ON platform.delivery (due_at) WHERE sent_at IS NULL`);
    await db.query(`CREATE INDEX ix_delivery_sent ON platform.delivery (sent_at) WHERE sent_at IS NOT NULL`);
    await db.query(`CALL platform.isolate('platform.delivery')`);
    await db.query(`
      CREATE TABLE platform.dead_letter (
        tenant_id     uuid        NOT NULL,
        id            uuid        NOT NULL,
        message_id    uuid        NOT NULL,
        queue         text        NOT NULL,
        topic         text        NOT NULL,
        payload       jsonb       NOT NULL,
        error_code    text        NOT NULL,
        error_message text        NOT NULL,
        attempts      integer     NOT NULL,
        failed_at     timestamptz NOT NULL,
        state         text        NOT NULL CONSTRAINT ck_dead_letter_state CHECK (state IN ('open', 'retried', 'discarded')),
        decided_at    timestamptz,
        version       integer     NOT NULL DEFAULT 1,
        traceparent   text,
        CONSTRAINT pk_dead_letter PRIMARY KEY (tenant_id, id)
      )`);
    await db.query(`CREATE INDEX ix_dead_letter_open ON platform.dead_letter (tenant_id, id) WHERE state = 'open'`);
    await db.query(`CALL platform.isolate('platform.dead_letter')`);
    await db.query(`GRANT SELECT, INSERT, DELETE ON platform.delivery TO entrepot_app`);
    await db.query(`GRANT UPDATE (sent_at) ON platform.delivery TO entrepot_worker`);
    await db.query(`CREATE POLICY machine ON platform.delivery TO entrepot_worker USING (true) WITH CHECK (true)`);
    await db.query(`GRANT SELECT, INSERT, UPDATE (state, decided_at, version) ON platform.dead_letter TO entrepot_app`);
    await db.query(`CREATE POLICY machine ON platform.dead_letter FOR SELECT TO entrepot_worker USING (true)`);
  }

  private async createIdempotency(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE platform.idempotency_record (
        tenant_id   uuid        NOT NULL,
        actor       text        NOT NULL,
        key         text        NOT NULL,
        fingerprint text        NOT NULL,
        status      smallint    NOT NULL,
        headers     jsonb       NOT NULL,
        body        text        NOT NULL,
        resource    text,
        created_at  timestamptz NOT NULL,
        CONSTRAINT pk_idempotency_record PRIMARY KEY (tenant_id, actor, key)
      )`);
    await db.query(`CREATE INDEX ix_idempotency_record_age ON platform.idempotency_record (created_at)`);
    await db.query(`CALL platform.isolate('platform.idempotency_record')`);
    await db.query(`GRANT SELECT, INSERT ON platform.idempotency_record TO entrepot_app`);
    await db.query(`GRANT DELETE ON platform.idempotency_record TO entrepot_worker`);
    await db.query(`CREATE POLICY machine ON platform.idempotency_record TO entrepot_worker USING (true)`);
  }

  private async createAudit(db: QueryRunner): Promise<void> {
    // Nobody but the owner can change or delete a line; the chain shows if the owner did.
    await db.query(`
      CREATE TABLE audit.record (
        tenant_id     uuid        NOT NULL,
        id            uuid        NOT NULL,
        occurred_at   timestamptz NOT NULL,
        actor         text        NOT NULL,
        action        text        NOT NULL,
        resource_type text        NOT NULL,
        resource_id   text        NOT NULL,
        from_state    text,
        to_state      text,
        details       jsonb       NOT NULL,
        CONSTRAINT pk_record PRIMARY KEY (tenant_id, id)
      )`);
    await db.query(`CREATE INDEX ix_record_resource ON audit.record (tenant_id, resource_id, id)`);
    await db.query(`CALL platform.isolate('audit.record')`);
    await db.query(`
      CREATE TABLE audit.seal (
        tenant_id  uuid   NOT NULL,
        position   bigint NOT NULL,
        record_id  uuid   NOT NULL,
        hash       bytea  NOT NULL,
        CONSTRAINT pk_seal PRIMARY KEY (tenant_id, position)
      )`);
    await db.query(`CREATE UNIQUE INDEX uq_seal_record ON audit.seal (tenant_id, record_id)`);
    await db.query(`CALL platform.isolate('audit.seal')`);
    await db.query(`
      CREATE TABLE audit.unsealed (
        tenant_id uuid NOT NULL,
        record_id uuid NOT NULL,
        CONSTRAINT pk_unsealed PRIMARY KEY (tenant_id, record_id)
      )`);
    await db.query(`
      CREATE FUNCTION audit.await_seal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
      BEGIN
        INSERT INTO audit.unsealed (tenant_id, record_id) SELECT tenant_id, id FROM new_record;
        RETURN NULL;
      END $$`);
    await db.query(`
      CREATE TRIGGER await_seal AFTER INSERT ON audit.record
        REFERENCING NEW TABLE AS new_record FOR EACH STATEMENT EXECUTE FUNCTION audit.await_seal()`);
    await db.query(`REVOKE ALL ON FUNCTION audit.await_seal() FROM PUBLIC`);
    await db.query(`GRANT SELECT, INSERT ON audit.record TO entrepot_app`);
    await db.query(`GRANT SELECT ON audit.seal TO entrepot_app`);
    await db.query(`GRANT INSERT ON audit.seal TO entrepot_worker`);
    await db.query(`GRANT SELECT, UPDATE, DELETE ON audit.unsealed TO entrepot_worker`);
    await db.query(`CREATE POLICY machine ON audit.record FOR SELECT TO entrepot_worker USING (true)`);
    await db.query(`CREATE POLICY machine ON audit.seal TO entrepot_worker USING (true) WITH CHECK (true)`);
  }

  private async createInbox(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE platform.inbox_message (
        tenant_id    uuid        NOT NULL,
        id           uuid        NOT NULL,
        partner      text        NOT NULL,
        dedup_key    text        NOT NULL,
        content_type text        NOT NULL,
        body         text        NOT NULL,
        received_at  timestamptz NOT NULL,
        CONSTRAINT pk_inbox_message PRIMARY KEY (tenant_id, id)
      )`);
    await db.query(
      `CREATE UNIQUE INDEX uq_inbox_message_dedup ON platform.inbox_message (tenant_id, partner, dedup_key)`,
    );
    await db.query(`CALL platform.isolate('platform.inbox_message')`);
    // What was sent to a partner and what came back, word for word.
    await db.query(`
      CREATE TABLE platform.partner_exchange (
        tenant_id     uuid        NOT NULL,
        id            uuid        NOT NULL,
        partner       text        NOT NULL,
        operation     text        NOT NULL,
        reference     text        NOT NULL,
        request_body  text        NOT NULL,
        status        smallint,
        response_body text,
        error         text,
        started_at    timestamptz NOT NULL,
        duration_ms   integer     NOT NULL,
        CONSTRAINT pk_partner_exchange PRIMARY KEY (tenant_id, id)
      )`);
    await db.query(
      `CREATE INDEX ix_partner_exchange_reference ON platform.partner_exchange (tenant_id, reference, id)`,
    );
    await db.query(`CALL platform.isolate('platform.partner_exchange')`);
    await db.query(`GRANT SELECT, INSERT ON platform.inbox_message, platform.partner_exchange TO entrepot_app`);
  }
}
