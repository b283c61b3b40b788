package org.signpost.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * One published guidance document.
 *
 * @param id the file's name without {@code .md}
 * @param title its title
 * @param publisher who published it
 * @param url where
 * @param published when
 * @param checked when somebody last compared it with the original
 * @param nations the nations it is about unless a statement says otherwise
 * @param secondary whether it reports what another body decides
 * @param statements its statements in reading order
 * @param values its values that answers may refer to
 */
public record Source(String id, String title, @Nullable String publisher, @Nullable String url,
		@Nullable PartialDate published, @Nullable LocalDate checked, Set<Nation> nations, boolean secondary,
		List<Statement> statements, List<NamedValue> values) {

	public Source {
		nations = Set.copyOf(nations);
		statements = List.copyOf(statements);
		values = List.copyOf(values);
	}

}
