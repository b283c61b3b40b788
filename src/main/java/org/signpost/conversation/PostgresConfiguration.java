package org.signpost.conversation;

import java.security.SecureRandom;
import java.util.List;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A PostgreSQL, which several servers may share. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("spring.datasource.url")
class PostgresConfiguration {

	private static final String SCHEME = "jdbc:postgresql:";

	@Bean
	@ConfigurationProperties("spring.datasource.hikari")
	HikariDataSource dataSource(DataSourceProperties configured) {
		var pool = configured.initializeDataSourceBuilder().type(HikariDataSource.class).build();
		var url = pool.getJdbcUrl();
		if (!url.startsWith(SCHEME)) {
			throw new IllegalArgumentException("spring.datasource.url has to begin with " + SCHEME);
		}
		pool.setJdbcUrl(withPrecautions(url));
		return pool;
	}

	/**
	 * A database that has become unreachable must not hold up an answer for minutes, and
	 * what it says of a statement that failed must not hold the statement's values.
	 */
	private static String withPrecautions(String url) {
		var careful = url;
		for (var precaution : List.of("socketTimeout=10", "logServerErrorDetail=false")) {
			if (!url.contains(precaution.substring(0, precaution.indexOf('=') + 1))) {
				careful += (careful.contains("?") ? "&" : "?") + precaution;
			}
		}
		return careful;
	}

	@Bean
	PatientMigrations patientMigrations() {
		return new PatientMigrations();
	}

	@Bean
	Storage storage(PlatformTransactionManager transactions) {
		return new Storage(new TransactionTemplate(transactions));
	}

	@Bean
	TextSeals textSeals() {
		return TextSeals.NONE;
	}

	@Bean
	RowLock rowLock() {
		return RowLock.FOR_UPDATE;
	}

	@Bean
	DamagedFiles damagedFiles() {
		return List::of;
	}

	@Bean
	Presence presence(HikariDataSource pool, PlatformTransactionManager transactions, JdbcTemplate jdbc,
			Announcements announcements) {
		var presence = new PostgresPresence(new SecureRandom().nextLong(), pool, new TransactionTemplate(transactions),
				jdbc, announcements);
		announcements.broadcastBy(presence::broadcast);
		return presence;
	}

}
