package org.signpost.answering;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.signpost.knowledge.Problem;

/**
 * What became of the knowledge base as it was last found in its folder.
 *
 * @param published since when what is answered from is answered from, if anything is
 * @param tried when the folder was last taken up or could not be
 * @param through whether all of it was taken up then, no file used as it was before or
 * left out
 * @param problems what an editor has to mend in it
 * @param setAside those of the problems that say that something is not used until then
 */
public record Publication(@Nullable Instant published, @Nullable Instant tried, boolean through, List<Problem> problems,
		List<Problem> setAside) {

	public Publication {
		problems = List.copyOf(problems);
		setAside = List.copyOf(setAside);
	}

	/** The same with what was found to be set aside since. */
	public Publication with(List<Problem> alsoSetAside) {
		return new Publication(this.published, this.tried, this.through,
				Stream.concat(this.problems.stream(), alsoSetAside.stream()).toList(),
				Stream.concat(this.setAside.stream(), alsoSetAside.stream()).toList());
	}

}
