package org.signpost.composition;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.signpost.knowledge.Nation;

/**
 * The statement that backs a part of an answer.
 *
 * @param n its number in the answer, from 1
 * @param source id of the source
 * @param title title of the source
 * @param publisher who published it
 * @param url where it is published
 * @param published year, month or day of publication as the source gives it
 * @param section the heading it stands under
 * @param nations the nations it applies to
 * @param asOf year, month or day the statement is of
 * @param statement id of the statement
 * @param evidence the statement, word for word as the knowledge base has it
 */
public record Citation(int n, String source, String title, @Nullable String publisher, @Nullable String url,
		@Nullable String published, String section, Set<Nation> nations, @Nullable String asOf, String statement,
		String evidence) {

	public Citation {
		nations = Set.copyOf(nations);
	}

}
