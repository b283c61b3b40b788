package org.signpost.conversation;

import java.time.Clock;
import java.time.ZoneId;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** Builds the conversation log on the one database or the other. */
@Configuration(proxyBeanMethods = false)
@Import({ EmbeddedConfiguration.class, PostgresConfiguration.class })
class ConversationConfiguration {

	@Bean
	Announcements announcements() {
		return new Announcements();
	}

	@Bean
	ConversationLog conversationLog(JdbcTemplate jdbc, Announcements announcements, TextSeals seals, RowLock rowLock,
			ObjectProvider<Clock> clock) {
		return new ConversationLog(jdbc, announcements, seals, rowLock, clock(clock));
	}

	private static Clock clock(ObjectProvider<Clock> clock) {
		return clock.getIfAvailable(() -> Clock.system(ZoneId.of("Europe/London")));
	}

	@Bean
	Conversations conversations(Storage storage, JdbcTemplate jdbc, ConversationLog log, Announcements announcements) {
		return new Conversations(storage, jdbc, log, announcements);
	}

	@Bean
	Turns turns(Storage storage, JdbcTemplate jdbc, ConversationLog log, Presence presence) {
		return new Turns(storage, jdbc, log, presence.number());
	}

	@Bean
	ConversationUpkeep conversationUpkeep(Storage storage, Conversations conversations, Turns turns, AuditLog audit,
			Presence presence, ConversationProperties properties, ObjectProvider<Clock> clock,
			ObjectProvider<EmbeddedUpkeep> embedded) {
		return new ConversationUpkeep(storage, conversations, turns, audit, presence, properties, clock(clock),
				embedded.getIfAvailable());
	}

	@Bean
	ConversationList conversationList(Storage storage, JdbcTemplate jdbc, TextSeals seals) {
		return new ConversationList(storage, jdbc, seals);
	}

	@Bean
	UnmetQuestions unmetQuestions(Storage storage, JdbcTemplate jdbc, ConversationLog log) {
		return new UnmetQuestions(storage, jdbc, log);
	}

	@Bean
	RatedAnswers ratedAnswers(Storage storage, JdbcTemplate jdbc, ConversationLog log) {
		return new RatedAnswers(storage, jdbc, log);
	}

	@Bean
	Figures figures(Storage storage, JdbcTemplate jdbc) {
		return new Figures(storage, jdbc);
	}

	@Bean
	AuditLog auditLog(Storage storage, JdbcTemplate jdbc, ConversationLog log) {
		return new AuditLog(storage, jdbc, log);
	}

	@Bean
	Ratings ratings(Storage storage, JdbcTemplate jdbc, ConversationLog log) {
		return new Ratings(storage, jdbc, log);
	}

	@Bean
	SavedCases savedCases(Storage storage, JdbcTemplate jdbc, ConversationLog log) {
		return new SavedCases(storage, jdbc, log);
	}

	@Bean
	SavedEvaluations savedEvaluations(Storage storage, JdbcTemplate jdbc) {
		return new SavedEvaluations(storage, jdbc);
	}

}
