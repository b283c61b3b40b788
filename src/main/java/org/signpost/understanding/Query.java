package org.signpost.understanding;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.signpost.knowledge.Concept;
import org.signpost.knowledge.Nation;
import org.signpost.language.Figure;

/**
 * One thing asked, in its conversation.
 *
 * @param text the question as it stands in the message
 * @param before what the visitor said before it, oldest first: earlier messages, and the
 * earlier part of this one
 * @param nation the nation to answer for, if one is known
 * @param origin how the nation is known
 * @param concepts the concepts named
 * @param intents the likeliest intents, best first
 * @param quoted figures that the visitor quotes
 * @param asked the day it is asked
 * @param asOf the day the question is about: the day it is asked unless it looks back
 * @param chosen the choice of ours that it picks, if it answers a question of ours
 * @param otherwise how else the same may be read: as it was typed where words of it were
 * mended, or without what the message said before it
 */
public record Query(String text, List<String> before, @Nullable Nation nation, NationOrigin origin,
		List<Concept> concepts, List<IntentPrediction> intents, Set<Figure> quoted, LocalDate asked, LocalDate asOf,
		@Nullable String chosen, List<Query> otherwise) {

	public Query {
		before = List.copyOf(before);
		concepts = List.copyOf(concepts);
		intents = List.copyOf(intents);
		quoted = Set.copyOf(quoted);
		otherwise = List.copyOf(otherwise);
	}

	/**
	 * The question with what was said before it and the nation, as the model was trained
	 * to read it: {@code texts.py} in {@code src/training} does the same.
	 */
	public String inConversation() {
		return inConversation(this.text, this.before, this.nation);
	}

	/** The question without what was said before it, read likewise. */
	public String alone() {
		return inConversation(this.text, List.of(), this.nation);
	}

	static String inConversation(String text, List<String> before, @Nullable Nation nation) {
		var words = before.isEmpty() ? text : String.join(" | ", before) + " | " + text;
		return (nation == null || nation.isNamedIn(words)) ? words : words + " (" + nation.displayName() + ")";
	}

	/** The same question asked for this nation and no other. */
	Query askedFor(Nation other) {
		return new Query(Nation.without(this.text), this.before, other, NationOrigin.SAID, this.concepts, this.intents,
				this.quoted, this.asked, this.asOf, this.chosen,
				this.otherwise.stream().map((each) -> each.askedFor(other)).toList());
	}

	/** The same question, of which this may be read too. */
	Query orElse(List<Query> readings) {
		return new Query(this.text, this.before, this.nation, this.origin, this.concepts, this.intents, this.quoted,
				this.asked, this.asOf, this.chosen, readings);
	}

	/** The same question asked after other messages. */
	Query after(List<String> earlier) {
		return new Query(this.text, earlier, this.nation, this.origin, this.concepts, this.intents, this.quoted,
				this.asked, this.asOf, this.chosen, List.of());
	}

	/** Whether a year is named in it. */
	public boolean names(int year) {
		return this.quoted.stream()
			.anyMatch((figure) -> figure.kind() == Figure.Kind.YEAR && figure.value().equals(String.valueOf(year)));
	}

	/** The same question wherever it is asked. */
	public Query anywhere() {
		return new Query(Nation.without(this.text), this.before, null, NationOrigin.UNKNOWN, this.concepts,
				this.intents, this.quoted, this.asked, this.asOf, null, List.of());
	}

}
