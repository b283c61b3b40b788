package org.signpost.conversation;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;
import org.signpost.knowledge.Nation;

/**
 * Something that happened in a conversation, in the form in which it is stored and sent:
 * the names of the components are the names in the frame.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "t")
@JsonSubTypes({ @JsonSubTypes.Type(ConversationEvent.Asked.class), @JsonSubTypes.Type(ConversationEvent.Said.class),
		@JsonSubTypes.Type(ConversationEvent.Cited.class), @JsonSubTypes.Type(ConversationEvent.Offered.class),
		@JsonSubTypes.Type(ConversationEvent.Ended.class), @JsonSubTypes.Type(ConversationEvent.Rated.class) })
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface ConversationEvent {

	/**
	 * A question is stored.
	 *
	 * @param turn number of the turn, from 1
	 * @param id the visitor's own id of the request
	 * @param q the question, personal data masked
	 */
	@JsonTypeName("turn")
	record Asked(int turn, UUID id, String q) implements ConversationEvent {
	}

	/**
	 * A finished piece of the answer.
	 *
	 * @param turn number of the turn
	 * @param kind what it is
	 * @param text the words, never markup
	 * @param cites numbers of the citations that back it
	 * @param href where a contact leads
	 */
	@JsonTypeName("text")
	record Said(int turn, Kind kind, String text, List<Integer> cites,
			@Nullable String href) implements ConversationEvent {

		public Said {
			cites = List.copyOf(cites);
		}

	}

	/**
	 * A citation.
	 *
	 * @param turn number of the turn
	 * @param n its number in the answer
	 * @param source id of the source
	 * @param title its title
	 * @param publisher who published it
	 * @param url where
	 * @param published when
	 * @param asOf the date of the statement
	 * @param section the heading it stands under
	 * @param nations the nations it applies to, in their usual order
	 * @param evidence the statement word for word
	 */
	@JsonTypeName("src")
	record Cited(int turn, int n, String source, String title, @Nullable String publisher, @Nullable String url,
			@Nullable String published, @Nullable String asOf, String section, List<Nation> nations,
			String evidence) implements ConversationEvent {

		public Cited {
			nations = nations.stream().sorted().toList();
		}

	}

	/**
	 * A suggested next question or a choice.
	 *
	 * @param turn number of the turn
	 * @param text the words
	 */
	@JsonTypeName("opt")
	record Offered(int turn, String text) implements ConversationEvent {
	}

	/**
	 * The last event of a turn.
	 *
	 * @param turn number of the turn
	 * @param answer id by which the answer can be rated
	 * @param outcome how the question ended, none when it was not answered
	 * @param nation the nation the answer is for, if one
	 * @param why why it ended
	 */
	@JsonTypeName("end")
	record Ended(int turn, UUID answer, @Nullable Outcome outcome, @Nullable Nation nation,
			Why why) implements ConversationEvent {
	}

	/**
	 * A rating is stored.
	 *
	 * @param id the visitor's own id of the request
	 * @param turn number of the turn that was rated, none in what was stored before this
	 * was noted
	 */
	@JsonTypeName("rated")
	record Rated(UUID id, @Nullable Integer turn) implements ConversationEvent {
	}

	/** What a piece of an answer is. */
	enum Kind {

		/** A sentence. */
		@JsonProperty("p")
		P,
		/** A list item. */
		@JsonProperty("li")
		LI,
		/** An older rule or a caveat. */
		@JsonProperty("note")
		NOTE,
		/** Somebody to turn to. */
		@JsonProperty("contact")
		CONTACT

	}

	/** Why a turn ended. */
	enum Why {

		/** It was answered. */
		@JsonProperty("done")
		DONE,
		/** The visitor stopped it. */
		@JsonProperty("cancelled")
		CANCELLED,
		/** The server stopped or failed. */
		@JsonProperty("interrupted")
		INTERRUPTED

	}

}
