package org.signpost.conversation;

import java.security.SecureRandom;
import java.time.Duration;

import org.flywaydb.core.Flyway;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** SQLite in the data folder, used by one server and written by one thread. */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedConfiguration.NoOther.class)
class EmbeddedConfiguration {

	/** A disk that does not come to an end must not hold up an answer for longer. */
	private static final Duration PATIENCE = Duration.ofSeconds(5);

	@Bean
	EmbeddedDatabase embeddedDatabase(ConversationProperties properties) {
		return new EmbeddedDatabase(properties.data());
	}

	@Bean
	SingleConnectionDataSource dataSource(EmbeddedDatabase database) {
		database.prepare();
		return new SingleConnectionDataSource(database.url(), true);
	}

	@Bean
	JdbcTransactionManager transactionManager(SingleConnectionDataSource connection) {
		return transactions(connection);
	}

	/** Leaves the connection without a transaction whatever fails: it is the only one. */
	static JdbcTransactionManager transactions(SingleConnectionDataSource connection) {
		var transactions = new JdbcTransactionManager(connection);
		transactions.setRollbackOnCommitFailure(true);
		return transactions;
	}

	@Bean
	SingleWriter singleWriter(JdbcTransactionManager transactions) {
		return new SingleWriter(new TransactionTemplate(transactions), PATIENCE);
	}

	@Bean
	Storage storage(SingleWriter writer) {
		return new Storage(writer);
	}

	@Bean
	DestroyableSeals textSeals(JdbcTemplate jdbc, SingleWriter writer) {
		return new DestroyableSeals(jdbc, writer);
	}

	@Bean
	RowLock rowLock() {
		return RowLock.NONE;
	}

	@Bean
	EmbeddedUpkeep embeddedUpkeep(EmbeddedDatabase database, SingleWriter writer, SingleConnectionDataSource connection,
			Flyway migrations, DestroyableSeals seals) {
		return new EmbeddedUpkeep(database, writer, connection, migrations, seals);
	}

	@Bean
	DamagedFiles damagedFiles(EmbeddedDatabase database) {
		return database::damaged;
	}

	/** Any other that has left something in it was an earlier run of this server. */
	@Bean
	Presence presence() {
		return new Alone(new SecureRandom().nextLong());
	}

	private record Alone(long number) implements Presence {

		@Override
		public boolean isGone(long other) {
			return true;
		}

	}

	/** No other database is configured. */
	static class NoOther extends NoneNestedConditions {

		NoOther() {
			super(ConfigurationPhase.REGISTER_BEAN);
		}

		@ConditionalOnProperty("spring.datasource.url")
		static class Configured {

		}

	}

}
