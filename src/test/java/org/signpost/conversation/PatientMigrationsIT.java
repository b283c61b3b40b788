package org.signpost.conversation;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A migration of a large database, after which all is given up as soon as before. */
class PatientMigrationsIT {

	@Test
	void takeLongerThanAnyOtherStatementMay() throws Exception {
		try (var postgres = EmbeddedPostgres.builder().start(); var pool = new HikariDataSource()) {
			pool.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres") + "&socketTimeout=1");
			pool.setMaximumPoolSize(4);
			var slow = Flyway.configure().dataSource(pool).locations("classpath:db/slow");
			assertThat(slow.callbacks(new PatientMigrations()).load().migrate().migrationsExecuted).isEqualTo(1);
			var jdbc = new JdbcTemplate(pool);
			for (var i = 0; i < 4; i++) {
				assertThatExceptionOfType(DataAccessException.class)
					.isThrownBy(() -> jdbc.execute("select pg_sleep(2)"));
			}
		}
	}

}
