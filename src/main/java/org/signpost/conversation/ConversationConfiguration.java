package org.signpost.conversation;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;

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
				return (configured.getUrl() != null) ? configured.getUrl() : EmbeddedDatabase.url(properties.data());
			}

		};
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
	Turns turns(Storage storage, JdbcTemplate jdbc, ConversationLog log) {
		return new Turns(storage, jdbc, log, new SecureRandom().nextLong());
	}

	@Bean
	Ratings ratings(Storage storage, JdbcTemplate jdbc, ConversationLog log) {
		return new Ratings(storage, jdbc, log);
	}

}
