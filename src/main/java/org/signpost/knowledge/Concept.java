package org.signpost.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A thing the guidance speaks of and the words people use for it, after SKOS (W3C 2009).
 *
 * @param id its id
 * @param preferred the label to show
 * @param alternative other right labels
 * @param hidden misspellings and texted forms, for recognition only
 * @param kind what sort of thing it is, such as {@code qualification} or {@code role}
 * @param nations the nations whose matter it is, or none in particular
 * @param definition what it is, in a sentence
 * @param broader ids of wider concepts
 * @param related ids of concepts beside it
 * @param replacedBy what has taken its place
 */
public record Concept(String id, String preferred, List<String> alternative, List<String> hidden, String kind,
		Set<Nation> nations, @Nullable String definition, List<String> broader, List<String> related,
		@Nullable Replacement replacedBy) {

	public Concept {
		alternative = List.copyOf(alternative);
		hidden = List.copyOf(hidden);
		nations = Set.copyOf(nations);
		broader = List.copyOf(broader);
		related = List.copyOf(related);
	}

	/**
	 * What has taken a concept's place.
	 *
	 * @param concept id of the newer concept
	 * @param nation where, or everywhere when null
	 * @param from since when, if known
	 * @param source id of the source that says so, if one does
	 */
	public record Replacement(String concept, @Nullable Nation nation, @Nullable LocalDate from,
			@Nullable String source) {

	}

}
