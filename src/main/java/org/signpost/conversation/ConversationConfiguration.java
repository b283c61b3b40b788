package org.signpost.conversation;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Builds the conversation log. */
@Configuration(proxyBeanMethods = false)
class ConversationConfiguration {

	/** The embedded database, unless a data source is configured. */
	@Bean
	JdbcConnectionDetails jdbcConnectionDetails(DataSourceProperties configured, ConversationProperties properties) {
		return new JdbcConnectionDetails() {

			@Override
			public @Nullable String getUsername() {
				return configured.determineUsername();
			}

			@Override
			public @Nullable String getPassword() {
				return configured.determinePassword();
			}

			@Override
			public String getJdbcUrl() {
				var url = configured.getUrl();
				return (url == null) ? EmbeddedDatabase.url(properties.data()) : withPrecautions(url);
			}

		};
	}

	/**
	 * A database that has become unreachable must not hold up an answer for minutes, and
	 * what it says of a statement that failed must not hold the statement's values.
	 */
	private static String withPrecautions(String url) {
		if (!isPostgres(url)) {
			return url;
		}
		var careful = url;
		for (var precaution : List.of("socketTimeout=10", "logServerErrorDetail=false")) {
			if (!url.contains(precaution.substring(0, precaution.indexOf('=') + 1))) {
				careful += (careful.contains("?") ? "&" : "?") + precaution;
			}
		}
		return careful;
	}

	private static boolean isPostgres(String url) {
		return url.startsWith("jdbc:postgresql:");
	}

	@Bean
	Announcements announcements() {
		return new Announcements();
	}

	@Bean
	Storage storage(PlatformTransactionManager transactions) {
		return new Storage(new TransactionTemplate(transactions));
	}

	@Bean
	ConversationLog conversationLog(JdbcTemplate jdbc, Announcements announcements, ObjectProvider<Clock> clock) {
		return new ConversationLog(jdbc, announcements,
				clock.getIfAvailable(() -> Clock.system(ZoneId.of("Europe/London"))));
	}

	@Bean
	Conversations conversations(Storage storage, JdbcTemplate jdbc, ConversationLog log, Announcements announcements) {
		return new Conversations(storage, jdbc, log, announcements);
	}

	@Bean
	Presence presence(JdbcConnectionDetails database, JdbcTemplate jdbc, Announcements announcements) {
		var number = new SecureRandom().nextLong();
		if (isPostgres(database.getJdbcUrl())) {
			var presence = new PostgresPresence(number, database, jdbc, announcements);
			announcements.broadcastBy(presence::broadcast);
			return presence;
		}
		return new Alone(number);
	}

	@Bean
	Turns turns(Storage storage, JdbcTemplate jdbc, ConversationLog log, Presence presence) {
		return new Turns(storage, jdbc, log, presence.number());
	}

	@Bean
	ConversationUpkeep conversationUpkeep(Storage storage, Conversations conversations, Turns turns, Presence presence,
			ConversationProperties properties, DataSourceProperties configured, JdbcTemplate jdbc, DataSource pool,
			Flyway migrations) throws SQLException {
		var hikari = pool.unwrap(HikariDataSource.class);
		var embedded = (configured.getUrl() == null) ? new EmbeddedDatabase(properties.data(), jdbc, hikari, migrations)
				: null;
		return new ConversationUpkeep(storage, conversations, turns, presence, hikari, properties.retention(),
				embedded);
	}

	@Bean
	ConversationList conversationList(Storage storage, JdbcTemplate jdbc) {
		return new ConversationList(storage, jdbc);
	}

	@Bean
	Ratings ratings(Storage storage, JdbcTemplate jdbc, ConversationLog log) {
		return new Ratings(storage, jdbc, log);
	}

	/**
	 * A server that has its database to itself: any other that has left something in it
	 * was an earlier run.
	 *
	 * @param number this run's number
	 */
	private record Alone(long number) implements Presence {

		@Override
		public boolean isGone(long other) {
			return true;
		}

	}

}
